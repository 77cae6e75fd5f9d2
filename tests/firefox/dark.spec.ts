// The help in a Firefox whose reader asks for dark colours.
import { expect, test } from "../support/firefox.ts";

test.use({ settings: { "layout.css.prefers-color-scheme.content-override": 0 } });

test("the panel and the portal are dark", async ({ customer, demo, shop, server }) => {
    const { page } = customer;
    await page.goto(shop);
    const panel = await customer.open();
    const grounds = [await panel.frame.$eval("body", (body) => getComputedStyle(body).backgroundColor)];
    await page.goto(`${server.origin}/${demo.language}/`);
    grounds.push(await page.$eval("body", (body) => getComputedStyle(body).backgroundColor));
    for (const ground of grounds) {
        expect(Math.max(...(ground.match(/\d+/g) ?? ["255"]).slice(0, 3).map(Number)), ground).toBeLessThan(80);
    }
});
