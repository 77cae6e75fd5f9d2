// What the panel begins with on a page: by the site's rules, and by the page's own script.
import { expect, test as base } from "../support/product.ts";
import { startRuledServer } from "../support/ruled_server.ts";
import type { Server } from "../support/server.ts";
import { Widget } from "../support/widget.ts";

const kRules = [
    { pages: ["/*/"], languages: ["es"], suggest: ["slow-wifi", "guide:no-internet"] },
    { context: { plan: ["pro"] }, suggest: ["router-lights"] },
    { pages: ["/elsewhere"], suggest: ["complaints-and-deadlines"] },
];

/** The demo with these rules; she is on its portal. */
const test = base.extend<object, { ruled: Server }>({
    ruled: [
        async ({ browserName: _ }, use) => {
            const server = await startRuledServer(kRules);
            await use(server);
            await server.stop();
        },
        { scope: "worker" },
    ],
    widget: async ({ page, ruled, demo }, use) => {
        await page.goto(`${ruled.origin}/${demo.language}/`);
        await use(new Widget(page, demo));
    },
});

const suggested = (widget: Widget) => widget.panel.getByRole("list", { name: widget.demo.text("home.page") }).getByRole("link");

test("the first screen begins with what the site suggests on this page, and what its script said of it", async ({ page, widget, demo }) => {
    await widget.open();
    await expect(suggested(widget)).toHaveText([demo.article("slow-wifi"), demo.guideTitle]);
    await page.evaluate(() => window.ventanilla?.setContext?.({ plan: "pro" }));
    await expect(suggested(widget)).toHaveText([demo.article("slow-wifi"), demo.guideTitle, demo.article("router-lights")]);
    await page.evaluate(() => window.ventanilla?.suggest?.("bill-higher-than-usual", "slow-wifi"));
    await expect(suggested(widget)).toHaveText([
        demo.article("bill-higher-than-usual"), demo.article("slow-wifi"), demo.guideTitle, demo.article("router-lights"),
    ]);
    await suggested(widget).first().click();
    await expect(widget.title).toHaveText(demo.article("bill-higher-than-usual"));
});

test.describe("in another language", () => {
    test.use({ language: "en" });

    test("a rule for Spanish is none, and a script that suggests what is not there is told so", async ({ page, widget, demo, faults }) => {
        faults.allow(/no article "gone"/);
        await page.evaluate(() => {
            const told: unknown[] = [];
            Object.assign(window, { told });
            addEventListener("ventanilla:error", ({ detail }) => told.push(detail));
            window.ventanilla?.suggest?.("gone", "router-lights");
        });
        await widget.open();
        await expect(suggested(widget)).toHaveText([demo.article("router-lights")]);
        expect(await page.evaluate(() => (window as unknown as { told: unknown[] }).told)).toEqual([{ reason: "no-such-article", id: "gone" }]);
    });
});
