#!/usr/bin/env node
// The panel of a large site on a slow line: DevTools' "Slow 4G", with the CPU slowed four times. Each query is typed in a
// fresh browser, the first letter as soon as there is a box. Prints how long the first hits take after the first letter, in
// round trips too, what they cost in requests, and what typing keeps the page from answering.
//
//   node bench/slow_line.mjs          after `make build` and `tools/setup test`
import { mkdirSync, rmSync } from "node:fs";
import path from "node:path";
import { writeLargeSite } from "../tests/support/large_site.mjs";
import { withProduct } from "./product.mjs";
import { quantile } from "./search/figures.mjs";
import { work } from "./search/places.mjs";

// As DevTools has them: its figures times what its emulation leaves out.
const LINE = { latency: 150 * 3.75, downloadThroughput: (1.6e6 / 8) * 0.9, uploadThroughput: (750e3 / 8) * 0.9 };
const SLOWED = 4;
const BETWEEN_KEYS = 120; // ms
const QUERIES = ["zapote", "ajustar el cable", "no tengo interent", "devolver pedido 35", "factura muy alta", "limpiar filtro"];

const isShard = (address) => /\/index\.[^/]+\/\d+\.bin$/.test(address);
const isIcon = (address) => /\/icon\.[^/]+$/.test(address); // which Chromium looks at again when the address changes

// In the page: when the first hit was there, tasks of more than 50 ms, and how long keys took to be painted.
function listen() {
    window.seen = { hits: 0, tasks: [], keys: [] };
    const look = () => {
        if (window.seen.hits === 0 && window.seen.first && document.querySelector('[data-key="hits"] a')) {
            window.seen.hits = performance.now();
        }
    };
    new window.MutationObserver(look).observe(document, { subtree: true, childList: true });
    window.addEventListener("input", () => (window.seen.first ??= performance.now()), true);
    const keep = (to) => (list) => to.push(...list.getEntries().map(({ duration, startTime }) => ({ duration, startTime })));
    new PerformanceObserver(keep(window.seen.tasks)).observe({ type: "longtask", buffered: true });
    new PerformanceObserver(keep(window.seen.keys)).observe({ type: "event", durationThreshold: 16 });
}

async function visit(browser, address, query) {
    const context = await browser.newContext();
    const page = await context.newPage();
    const requests = [];
    page.on("request", (request) => isIcon(request.url()) || requests.push(request.url()));
    await page.addInitScript(listen);
    const session = await context.newCDPSession(page);
    await session.send("Network.enable");
    await session.send("Network.emulateNetworkConditions", { offline: false, ...LINE });
    await session.send("Emulation.setCPUThrottlingRate", { rate: SLOWED });
    await page.goto(`${address}widget/es/`);
    const box = page.getByRole("searchbox");
    await box.waitFor();
    await page.waitForLoadState("networkidle");
    const shell = requests.length;
    await box.focus();
    await page.keyboard.type(query[0]);
    await page.locator('[data-key="hits"] a').first().waitFor();
    const first = requests.slice(shell);
    for (const letter of query.slice(1)) {
        await page.keyboard.type(letter);
        await page.evaluate((wait) => new Promise((done) => setTimeout(done, wait)), BETWEEN_KEYS);
    }
    await page.waitForLoadState("networkidle");
    const seen = await page.evaluate(() => window.seen);
    await context.close();
    const shards = requests.filter(isShard);
    return {
        shell,
        toHits: seen.hits - seen.first,
        requests: first.length,
        shards: shards.length,
        twice: shards.length - new Set(shards).size,
        opening: seen.tasks.filter(({ startTime }) => startTime < seen.first),
        typing: seen.tasks.filter(({ startTime }) => startTime >= seen.first),
        keys: seen.keys,
    };
}

const site = path.join(work, "large-site");
rmSync(site, { recursive: true, force: true });
mkdirSync(work, { recursive: true });
writeLargeSite(site);
await withProduct(
    async (browser, address) => {
        const visits = [];
        for (const query of QUERIES) {
            visits.push(await visit(browser, address, query));
        }
        const all = (name) => visits.flatMap((each) => each[name]);
        const longest = (entries) => Math.max(0, ...entries.map(({ duration }) => duration)).toFixed(0);
        const trips = (ms) => `${ms.toFixed(0)} ms (${(ms / LINE.latency).toFixed(2)} round trips)`;
        const tasks = (name) => `${all(name).length}, the longest ${longest(all(name))} ms`;
        console.log(`${QUERIES.length} queries, a round trip takes ${LINE.latency} ms, CPU slowed ${SLOWED} times`);
        for (const [name, figure] of [
            ["requests of the shell, root included", Math.max(...all("shell"))],
            ["requests from first letter to hits, most", Math.max(...all("requests"))],
            ["first letter to hits, median", trips(quantile(all("toHits"), 0.5))],
            ["first letter to hits, most", trips(Math.max(...all("toHits")))],
            ["shards of a visit, most", `${Math.max(...all("shards"))}, of which twice: ${Math.max(...all("twice"))}`],
            ["a key until it is painted, most", `${longest(all("keys"))} ms`],
            ["tasks over 50 ms while opening", tasks("opening")],
            ["tasks over 50 ms while typing", tasks("typing")],
        ]) {
            console.log(`${name.padEnd(42)}${figure}`);
        }
    },
    [],
    site,
);
