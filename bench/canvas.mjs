#!/usr/bin/env node
// How long the canvas keeps the page from answering while an article of more than 60 lines is scrolled from end to end by
// the wheel, with the CPU slowed four times. Prints the frames and the long tasks (over 50 ms) among them; triangles are
// drawn without a graphics card, in another process.
//
//   node bench/canvas.mjs        after `make build` and `tools/setup test`
import { withProduct } from "./product.mjs";

const ARTICLE = "widget/es/canvas/#/es/articulos/luces-del-router";
const STEP = 80; // CSS pixels
const STEPS = 40;
const SLOWED = 4;

async function scroll(browser, address) {
    const page = await browser.newPage({ viewport: { width: 400, height: 740 } });
    await page.addInitScript(() => {
        window.seen = { frames: [], long: [] };
        const ask = window.requestAnimationFrame.bind(window);
        window.requestAnimationFrame = (callback) =>
            ask((time) => {
                const begin = performance.now();
                callback(time);
                window.seen.frames.push(performance.now() - begin);
            });
        new PerformanceObserver((list) => window.seen.long.push(...list.getEntries().map(({ duration }) => duration))).observe({
            type: "longtask",
        });
    });
    await page.goto(address + ARTICLE);
    await page.getByRole("article").waitFor();
    await page.evaluate(() => new Promise((done) => setTimeout(done, 1000)));
    const session = await page.context().newCDPSession(page);
    await session.send("Emulation.setCPUThrottlingRate", { rate: SLOWED });
    await page.evaluate(() => (window.seen = { frames: [], long: [] }));
    await page.mouse.move(200, 400);
    for (let step = 0; step < STEPS; step += 1) {
        await page.mouse.wheel(0, STEP);
        await page.evaluate(() => new Promise((done) => setTimeout(done, 20)));
    }
    return page.evaluate(() => window.seen);
}

await withProduct(async (browser, address) => {
    const { frames, long } = await scroll(browser, address);
    const sorted = frames.sort((left, right) => left - right);
    const at = (share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
    console.log(`${sorted.length} frames, CPU slowed ${SLOWED} times`);
    console.log(`a frame, median ${at(0.5).toFixed(1).padStart(6)} ms`);
    console.log(`a frame, p95    ${at(0.95).toFixed(1).padStart(6)} ms`);
    console.log(`a frame, most   ${at(1).toFixed(1).padStart(6)} ms`);
    console.log(`long tasks: ${long.length}${long.length > 0 ? ` (${long.map((task) => task.toFixed(0)).join(", ")} ms)` : ""}`);
}, ["--use-angle=swiftshader", "--enable-unsafe-swiftshader", "--ignore-gpu-blocklist"]);
