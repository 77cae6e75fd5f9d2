// What a site owner sets of the looks, by attributes, by style sheets and by script, in the real product.
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import AxeBuilder from "@axe-core/playwright";
import { startServer } from "../support/server.ts";
import { expect, test } from "../support/visit_host.ts";
import { warnings } from "../support/watch.ts";

/** From a page's own style sheet. */
const style = (rule: string) => `<style>ventanilla-widget { ${rule} }</style>`;
const kFaint = /^Ventanilla: ".*" cannot be read as text on #ffffff; there it is rgb\([\d,]+\)\.$/;

for (const colour of ["#ffd400", "tomato", "oklch(0.9 0.05 200)", "#f5f5f5", "#101010", "hsl(120 100% 25%)"]) {
    for (const theme of ["light", "dark"]) {
        test(`with ${colour}, ${theme}, everything can be read`, async ({ visit, page }) => {
            const widget = await visit({ tag: `data-accent="${colour}" data-theme="${theme}"` });
            await widget.open();
            const background = theme === "light" ? "rgb(255, 255, 255)" : "rgb(21, 24, 29)";
            await expect(widget.panel.locator("#ventanilla")).toHaveCSS("background-color", background);
            await widget.panel.getByRole("link").first().hover();
            const { violations } = await new AxeBuilder({ page }).withRules(["color-contrast"]).analyze();
            expect(violations).toEqual([]);
        });
    }
}

test("a colour that cannot be read as text is mended, and the page's author is told", async ({ visit, page }) => {
    const heard = warnings(page);
    const widget = await visit({ head: style("--ventanilla-accent: #ffd400") });
    await widget.open();
    await expect(widget.launcher).toHaveCSS("color", "lab(0 0 0)");
    await expect.poll(() => heard.filter((text) => kFaint.test(text)).length).toBe(1);
    await expect(widget.panel.locator("header")).toHaveCSS("background-color", "rgb(255, 212, 0)");
});

test("style sheets set looks, also by what the customer prefers, and a script changes them while the panel is open", async ({ visit, page }) => {
    const widget = await visit({ head: style("--ventanilla-accent: rebeccapurple; --ventanilla-theme: dark; --ventanilla-z-index: 7; --ventanilla-offset: 40px") });
    await expect(widget.launcher).toHaveCSS("z-index", "7");
    const { x = 0, width = 0 } = (await widget.launcher.boundingBox()) ?? {};
    expect(x + width).toBe(1280 - 40);
    await widget.open();
    const header = widget.panel.locator("header");
    await expect(header).toHaveCSS("background-color", "rgb(102, 51, 153)");
    await page.evaluate(() => window.ventanilla?.setTheme?.({ accent: "#004400", theme: "light", density: "compact" }));
    await expect(header).toHaveCSS("background-color", "rgb(0, 68, 0)");
    await expect(widget.panel.locator("#ventanilla")).toHaveCSS("background-color", "rgb(255, 255, 255)");
    await expect(widget.panel.locator("html")).toHaveCSS("font-size", "14.4px");
    await expect(widget.search).toHaveCSS("font-size", "16px");
    await page.evaluate(() => window.ventanilla?.setTheme?.({ accent: "auto", theme: "auto", density: "auto" }));
    await expect(header).toHaveCSS("background-color", "rgb(102, 51, 153)");
});

test("what makes no sense leaves the site's own looks, with a warning each", async ({ visit, page }) => {
    const heard = warnings(page);
    const widget = await visit({ tag: 'data-accent="tomatoo" data-theme="drak" data-density="dense" data-offset="wide" data-z-index="top"' });
    await expect(widget.launcher).toHaveCSS("color", "rgb(255, 255, 255)");
    await widget.open();
    await expect(widget.panel.locator("header")).toHaveCSS("background-color", "rgb(11, 92, 107)");
    await expect.poll(() => heard.filter((text) => text.startsWith("Ventanilla: ")).sort()).toEqual([
        'Ventanilla: "tomatoo" is no colour; the panel keeps the site\'s.',
        'Ventanilla: the page\'s --ventanilla-offset, "wide", is none.',
        'Ventanilla: the page\'s --ventanilla-z-index, "top", is none.',
        'Ventanilla: there is no density "dense"; there is auto, comfortable, compact.',
        'Ventanilla: there is no theme "drak"; there is auto, light, dark.',
    ]);
});

test("on a canvas the page's colours are the same", async ({ visit, page }) => {
    const widget = await visit({ tag: 'data-accent="rebeccapurple" data-theme="dark" data-view="canvas"' });
    await widget.open();
    const canvas = widget.panel.locator("canvas");
    await expect(canvas).toBeVisible();
    const picture = await canvas.screenshot();
    await page.evaluate(() => window.ventanilla?.setTheme?.({ accent: "#004400", theme: "light" }));
    await expect.poll(async () => (await canvas.screenshot()).equals(picture)).toBe(false);
});

test("a site whose own colour is faint has a portal that can be read, light and dark", async ({ page, demo }) => {
    const folder = await mkdtemp(join(tmpdir(), "ventanilla-site-"));
    await cp("assets/demo", folder, { recursive: true });
    const settings = JSON.parse(await readFile(join(folder, "site.json"), "utf8")) as { brand: object };
    await writeFile(join(folder, "site.json"), JSON.stringify({ ...settings, brand: { accent: "#ffd400" } }));
    const server = await startServer(folder);
    for (const colorScheme of ["light", "dark"] as const) {
        await page.emulateMedia({ colorScheme });
        for (const path of ["/es/", "/es/articulos/no-tengo-internet", "/es/contacto"]) {
            await page.goto(server.origin + path);
            await expect(page.locator("ventanilla-widget")).toHaveCount(1);
            const { violations } = await new AxeBuilder({ page }).withRules(["color-contrast"]).analyze();
            expect(violations, `${path}, ${colorScheme}`).toEqual([]);
        }
    }
    await page.goto(`${server.origin}/es/articulos/no-tengo-internet`);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(demo.article("no-internet"));
    await server.stop();
    await rm(folder, { recursive: true });
});
