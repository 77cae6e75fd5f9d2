// One visit to the page in a browser of its own, with the CPU slowed four times. All frames share one process, so that one
// slowed thread does everything: the page, the launcher and what it opens.
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import path from "node:path";
import { chromium } from "@playwright/test";
import { sum } from "../search/figures.mjs";
import { root } from "../search/places.mjs";

export const SLOWED = 4;
export const WORD = "internet";

const ARGS = ["--no-sandbox", "--disable-site-isolation-trials", "--disable-features=IsolateOrigins,site-per-process"];
export const executablePath = execFileSync(path.join(root, "tools/find_chromium"), { encoding: "utf8" }).trim();

// In each frame: what of it is slow or moves, when something was pressed, and when a field that has the focus was painted.
function watch() {
    window.seen = { tasks: [], shift: 0 };
    if (window === window.top) {
        const observe = (type, take) => new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({ type, buffered: true });
        observe("longtask", ({ duration }) => window.seen.tasks.push(duration));
        observe("layout-shift", ({ value }) => (window.seen.shift += value));
    }
    const tell = (what, at) => window.benchTell(what, performance.timeOrigin + at);
    window.addEventListener("click", ({ timeStamp }) => tell("pressed", timeStamp), true);
    window.addEventListener(
        "focusin",
        (event) => {
            if (event.composedPath()[0] instanceof window.HTMLInputElement) {
                requestAnimationFrame(() => setTimeout(() => tell("focused", performance.now())));
            }
        },
        true,
    );
}

/** Bytes that the browser's pages have for themselves, WebAssembly and workers included. Linux alone tells. */
async function memoryOf(browser) {
    const session = await browser.newBrowserCDPSession();
    const { processInfo } = await session.send("SystemInfo.getProcessInfo");
    await session.detach();
    const pages = processInfo.filter(({ type }) => type === "renderer");
    return sum(pages.map(({ id }) => Number(/^Private_Dirty: +(\d+)/m.exec(readFileSync(`/proc/${id}/smaps_rollup`, "utf8"))[1]) * 1024));
}

async function holds(browser, session) {
    await session.send("HeapProfiler.collectGarbage");
    await session.send("HeapProfiler.collectGarbage");
    const { usedSize } = await session.send("Runtime.getHeapUsage");
    const { nodes } = await session.send("Memory.getDOMCounters");
    return { heap: usedSize, nodes, memory: process.platform === "linux" ? await memoryOf(browser) : NaN };
}

const stored = async (page) =>
    (await page.context().cookies()).length +
    (await page.evaluate(async () => localStorage.length + sessionStorage.length + (await indexedDB.databases()).length + (await window.caches.keys()).length));

/** The page as it is when nobody asks for anything. */
async function atRest(host, browser, page, session) {
    const { metrics } = await session.send("Performance.getMetrics");
    const seconds = (name) => metrics.find((metric) => metric.name === name).value * 1000;
    const { tasks, shift } = await page.evaluate(() => window.seen);
    return {
        ...host.takeSent(),
        script: seconds("ScriptDuration"),
        work: seconds("TaskDuration"),
        longTasks: tasks.length,
        longTasksTotal: sum(tasks),
        shift,
        stored: await stored(page),
        ...(await holds(browser, session)),
    };
}

/**
 * `hovered`: the pointer rests on the button until all is quiet, before it presses. `whole`: what was opened is closed, opened
 * again and searched.
 */
export async function visit(host, name, { opener, hit }, { hovered = false, whole = false }) {
    const browser = await chromium.launch({ executablePath, args: ARGS });
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, locale: "es-ES" });
    const quiet = async () => {
        await page.waitForLoadState("networkidle");
        await page.waitForTimeout(300);
    };
    let told = () => {};
    await page.exposeBinding("benchTell", (_, what, at) => told(what, at));
    await page.addInitScript(watch);
    const session = await page.context().newCDPSession(page);
    await session.send("Performance.enable");
    await session.send("Emulation.setCPUThrottlingRate", { rate: SLOWED });

    /** Presses the button; milliseconds until the box that then has the focus is painted. */
    const press = async () => {
        const box = await page.locator(opener).first().boundingBox();
        const times = {};
        const painted = new Promise((resolve) => {
            told = (what, at) => {
                times[what] ??= at;
                if (times.pressed && times.focused) {
                    resolve(times.focused - times.pressed);
                }
            };
        });
        await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
        return hit ? painted : NaN;
    };

    host.takeSent();
    await page.goto(host.addressOf(name), { waitUntil: "load" });
    await quiet();
    const seen = { rest: await atRest(host, browser, page, session) };
    if (opener) {
        // Looking for it, Playwright brings a script of its own along, which is nobody's cost.
        await page.locator(opener).first().waitFor();
        seen.found = await holds(browser, session);
        if (hovered) {
            await page.locator(opener).first().hover();
            await quiet();
        }
        seen.press = await press();
        await quiet();
        seen.opened = { ...host.takeSent(), ...(await holds(browser, session)) };
    }
    if (hit && whole) {
        await page.keyboard.press("Escape");
        await quiet();
        seen.again = await press();
        await page.keyboard.type(WORD);
        await Promise.any(page.frames().map((frame) => frame.locator(hit).first().waitFor()));
        await quiet();
        const { requests, bytes } = host.takeSent();
        seen.searched = { requests: requests + seen.opened.requests, bytes: bytes + seen.opened.bytes };
    }
    await browser.close();
    return seen;
}
