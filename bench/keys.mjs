#!/usr/bin/env node
// How long a key takes in the search box: all handlers of its `input` event, in a fresh panel of the demo, with the CPU
// slowed four times. Each query is typed in several fresh panels, and of each key the best time counts: what a machine
// does beside it only adds. Prints the figures beside their ceilings.
//
//   node bench/keys.mjs          after `make build` and `tools/setup test`
import { withProduct } from "./product.mjs";

const QUERIES = ["no tengo interent", "factura muy alta", "cambiar la contraseña del wifi", "devolver el router"];
const CEILINGS = { median: 6, p95: 10, first: 16 };
const SLOWED = 4;
const ROUNDS = 6;

// Milliseconds from the event's arrival at the window to the end of its last handler, one for each key.
async function keys(browser, address, query) {
    const page = await browser.newPage();
    await page.addInitScript(() => {
        let begin = 0;
        window.spent = [];
        window.addEventListener("input", () => (begin = performance.now()), true);
        window.addEventListener("input", () => window.spent.push(performance.now() - begin));
    });
    await page.goto(`${address}widget/es/`);
    const box = page.getByRole("searchbox");
    await box.waitFor();
    // Until the index is there, a key finds nothing: the first letter fetches it.
    await box.pressSequentially("w");
    await page.getByRole("list").getByRole("link").first().waitFor();
    await box.fill("");
    await page.evaluate(() => (window.spent = []));
    const session = await page.context().newCDPSession(page);
    await session.send("Emulation.setCPUThrottlingRate", { rate: SLOWED });
    for (const letter of query) {
        await page.keyboard.type(letter);
        await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 50))));
    }
    const spent = await page.evaluate(() => window.spent);
    await page.close();
    return spent;
}

await withProduct(async (browser, address) => {
    const runs = QUERIES.map((query) => Array(query.length).fill(Infinity));
    for (let round = 0; round < ROUNDS; ++round) {
        for (const [run, query] of QUERIES.entries()) {
            const spent = await keys(browser, address, query);
            runs[run] = runs[run].map((best, key) => Math.min(best, spent[key]));
        }
    }
    const sorted = runs.flat().sort((left, right) => left - right);
    const at = (share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
    const figures = { median: at(0.5), p95: at(0.95), first: Math.max(...runs.map(([first]) => first)) };
    for (const [name, ceiling] of Object.entries(CEILINGS)) {
        console.log(`a key, ${name.padEnd(6)} ${figures[name].toFixed(1).padStart(6)} ms  of ${ceiling} ms`);
    }
    console.log(`${sorted.length} keys, the best of ${ROUNDS} rounds each, CPU slowed ${SLOWED} times`);
});
