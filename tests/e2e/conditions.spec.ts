// The help where a customer has it hard: a phone on its side, a network that goes or crawls, letters that are composed.
import type { Page } from "@playwright/test";
import { expect, test } from "../support/product.ts";
import { visitScreens } from "../support/visit.ts";
import type { Widget } from "../support/widget.ts";

/** A phone on its side, and a window of 1280 × 1024 at 400 %. */
const kLow = [[740, 360], [320, 256]] as const;

/** How much of the panel is below its head and the search box: 0..1. */
const roomBelowHead = (widget: Widget): Promise<number> =>
    widget.panel.locator("header, .search").evaluateAll((parts) => 1 - Math.max(...parts.map((part) => part.getBoundingClientRect().bottom)) / innerHeight);

/** As on a slow 3G network. */
async function slowDown(page: Page): Promise<void> {
    const devtools = await page.context().newCDPSession(page);
    await devtools.send("Network.enable");
    await devtools.send("Network.emulateNetworkConditions", { offline: false, latency: 400, downloadThroughput: 50_000, uploadThroughput: 50_000 });
}

for (const language of ["es", "en"] as const) {
    test.describe(language, () => {
        test.use({ language, contextOptions: { reducedMotion: "reduce" } });

        test("in a low window the box and the way out are in sight, and beneath the head something is read", async ({ page, widget, email }) => {
            test.slow();
            await page.setViewportSize({ width: 740, height: 360 });
            await visitScreens(widget, email, async (screen) => {
                for (const [width, height] of kLow) {
                    await page.setViewportSize({ width, height });
                    await widget.panel.locator("html").evaluate((html) => html.scrollTo(0, 0));
                    await expect(widget.button("action.close"), screen).toBeInViewport({ ratio: 1 });
                    if (/home|results/.test(screen)) {
                        await expect(widget.search, screen).toBeInViewport({ ratio: 1 });
                    }
                    expect.soft(await roomBelowHead(widget), `${screen}, ${width} × ${height}`).toBeGreaterThan(0.4);
                    await page.setViewportSize({ width: 740, height: 360 });
                }
            });
        });

        test("on every screen a line says that the network is gone, nothing is lost, and the line goes when it is back", async ({ context, widget, email, demo, faults }) => {
            test.slow();
            faults.allow(/ERR_INTERNET_DISCONNECTED/);
            const line = widget.panel.locator("main").getByText(demo.text("offline.head"), { exact: true }).locator("visible=true");
            await visitScreens(widget, email, async (screen) => {
                const written = () => widget.panel.locator("input, textarea").evaluateAll((fields) => fields.map((field) => (field as HTMLInputElement).value));
                const before = { title: await widget.title.innerText(), written: await written() };
                await context.setOffline(true);
                await expect(line.first(), screen).toBeVisible();
                expect({ title: await widget.title.innerText(), written: await written() }, screen).toEqual(before);
                await context.setOffline(false);
                await expect(line, screen).toHaveCount(0);
            });
        });
    });
}

test("over a slow network she leaves a panel that is on its way, and the fallback is not seen again once the help is there", async ({ page, widget, demo }) => {
    await slowDown(page);
    const leave = page.getByRole("button", { name: demo.text("launcher.close"), exact: true });
    await widget.launcher.click();
    await leave.first().click();
    await expect(widget.dialog).toBeHidden();
    await expect(widget.launcher).toBeFocused();
    await widget.launcher.click();
    await expect(widget.title).toHaveText(demo.text("home.title"));
    await expect(widget.panel.locator("#fallback")).toBeHidden();
    await widget.search.fill(demo.query);
    await expect(widget.panel.locator("#fallback")).toBeHidden();
    await expect(widget.hit(demo.article("no-internet"))).toBeVisible();
    await expect(widget.panel.locator("#fallback")).toBeHidden();
});

test("a dead key and an input method write what they should into the form", async ({ page, widget, demo }) => {
    await widget.open();
    await widget.button("person.contact").click();
    const devtools = await page.context().newCDPSession(page);
    for (const id of ["message", "name"]) {
        const field = widget.field(id);
        await field.focus();
        await page.keyboard.type("I");
        for (const [composing, letter] of [["~", "ñ"], ["´", "é"]] as const) {
            await devtools.send("Input.imeSetComposition", { text: composing, selectionStart: 1, selectionEnd: 1 });
            await devtools.send("Input.insertText", { text: letter });
        }
        await page.keyboard.type("s");
        await expect(field).toHaveValue("Iñés");
        await expect(field).toBeFocused();
    }
    await expect(widget.title).toHaveText(demo.text("form.title"));
});
