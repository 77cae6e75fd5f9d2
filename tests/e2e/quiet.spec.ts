// Promise 2: before the customer shows intent, nothing but the launcher is loaded and nothing is stored.
import type { Page } from "@playwright/test";
import { expect, test } from "../support/product.ts";
import { Widget } from "../support/widget.ts";

const stored = (page: Page) =>
    page.evaluate(async () => [
        localStorage.length,
        sessionStorage.length,
        document.cookie,
        (await indexedDB.databases()).length,
        (await navigator.serviceWorker.getRegistrations()).length,
        (await caches.keys()).length,
    ]);

test("of the help, a page that nobody asks for help on loads the launcher alone, which moves nothing", async ({ page, server, demo }) => {
    const requests: string[] = [];
    page.on("request", (request) => requests.push(new URL(request.url()).pathname));
    await page.addInitScript(() => {
        const shifts: unknown[] = [];
        Object.assign(window, { shifts });
        new PerformanceObserver((list) => shifts.push(...list.getEntries())).observe({ type: "layout-shift", buffered: true });
    });
    await page.goto(`${server.origin}/?lang=${demo.language}`);
    await expect(page.getByRole("button", { name: demo.text("launcher.open"), exact: true })).toBeVisible();
    // Reading is no intent.
    await page.getByRole("heading", { level: 1 }).click();
    await page.keyboard.press("End");
    await page.keyboard.press("Home");
    await page.waitForLoadState("networkidle");
    const own = requests.filter((path) => path !== "/" && !path.startsWith("/page/"));
    expect(own).toEqual(["/embed.js"]);
    expect(await stored(page)).toEqual([0, 0, "", 0, 0, 0]);
    expect(await page.context().cookies()).toEqual([]);
    // Shifts are told of with a frame that is drawn.
    await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
    expect(await page.evaluate(() => (window as unknown as { shifts: PerformanceEntry[] }).shifts.map((shift) => shift.toJSON() as unknown))).toEqual([]);
});

test("nothing of a page moves when the launcher comes, is looked at, or opens the panel and closes it", async ({ page, server, demo, faults: _ }) => {
    await page.addInitScript(() => {
        const moved: number[] = [];
        Object.assign(window, { moved });
        new PerformanceObserver((list) => {
            moved.push(...list.getEntries().map((entry) => (entry as PerformanceEntry & { value: number }).value));
        }).observe({ type: "layout-shift", buffered: true });
    });
    await page.goto(`${server.origin}/?lang=${demo.language}`);
    const widget = new Widget(page, demo);
    await widget.launcher.hover();
    await expect(widget.title).toBeAttached();
    await widget.open();
    await page.keyboard.press("Escape");
    await expect(widget.search).toBeHidden();
    // What has moved is told after the next frame.
    await page.evaluate(() => new Promise((told) => requestAnimationFrame(() => requestAnimationFrame(told))));
    expect(await page.evaluate(() => (window as unknown as { moved: number[] }).moved)).toEqual([]);
});

test("with the panel open there is still nobody else, no cookie, and a draft for this tab alone", async ({ page, server, widget }) => {
    const hosts = new Set<string>();
    page.on("request", (request) => hosts.add(new URL(request.url()).origin));
    await widget.open();
    await widget.search.pressSequentially(widget.demo.query);
    await expect(widget.hit(widget.demo.article("no-internet"))).toBeVisible();
    expect([...hosts]).toEqual([server.origin]);
    expect(await page.context().cookies()).toEqual([]);
    expect(await page.evaluate(() => localStorage.length)).toBe(0);
});

test("the host page is told of a ticket, and of nothing that was typed", async ({ page, widget, demo }) => {
    await page.evaluate(() => {
        const told: string[] = [];
        Object.assign(window, { told });
        for (const name of ["ticket-sent", "article-view", "guide-start", "guide-end", "search-empty"]) {
            addEventListener(`ventanilla:${name}`, (event) => told.push(JSON.stringify([name, (event as CustomEvent).detail])));
        }
    });
    await widget.open();
    await widget.search.pressSequentially("xyzzy secreto");
    await expect(widget.panel.getByText(demo.text("search.none", { query: "xyzzy secreto" })).first()).toBeVisible();
    // Each event crosses the frame's border in a message of its own, some time after its screen.
    const told = () => page.evaluate(() => (window as unknown as { told: string[] }).told);
    await expect.poll(told).toContainEqual(expect.stringContaining("search-empty"));
    expect((await told()).join()).not.toContain("secreto");
});
