// Every screen of the fixtures, for everyone: axe, narrow windows, large text, right to left, accents of any colour.
import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect, test } from "../support/harness.ts";
import { languages, makeScreen, screenNames } from "./screens.ts";

async function violations(page: Page): Promise<string[]> {
    const { violations } = await new AxeBuilder({ page }).analyze();
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(" | ")}`);
}

for (const name of screenNames) {
    test(`${name}: axe finds nothing, in either language, light or dark`, async ({ harness, page }) => {
        await page.emulateMedia({ reducedMotion: "reduce" });
        for (const language of languages) {
            for (const colorScheme of ["light", "dark"] as const) {
                await page.emulateMedia({ colorScheme });
                await harness.draw(makeScreen(name, language), "title");
                expect(await violations(page), `${language} ${colorScheme}`).toEqual([]);
            }
        }
    });

    test(`${name}: nothing is cut off at 320 px, which is 400 % zoom`, async ({ harness, page }) => {
        await page.setViewportSize({ width: 320, height: 256 });
        await harness.draw(makeScreen(name));
        await expect.poll(() => page.evaluate(() => [innerWidth, document.documentElement.scrollWidth])).toEqual([320, 320]);
    });
}

test.describe("an accent that white text cannot stand on", () => {
    test.use({ accent: "#ffd400" });
    test("gets dark text, and is darkened where it is text itself", async ({ harness, page }) => {
        await page.emulateMedia({ reducedMotion: "reduce" });
        for (const colorScheme of ["light", "dark"] as const) {
            await page.emulateMedia({ colorScheme });
            for (const name of ["home", "question", "receipt"]) {
                await harness.draw(makeScreen(name));
                expect(await violations(page), `${name} ${colorScheme}`).toEqual([]);
            }
        }
    });
});

test("inputs have letters of 16 px or more, and targets 24 px or more", async ({ harness, page }) => {
    await page.setViewportSize({ width: 360, height: 640 });
    await harness.draw(makeScreen("form"));
    for (const input of await page.locator("input, textarea").all()) {
        expect(parseFloat(await input.evaluate((field) => getComputedStyle(field).fontSize))).toBeGreaterThanOrEqual(16);
    }
    for (const target of await page.locator("button, a, label.option").all()) {
        expect((await target.boundingBox())?.height).toBeGreaterThanOrEqual(24);
    }
});

test("typing moves nothing: the search box stands where it stood on the first screen", async ({ harness, page }) => {
    for (const width of [360, 1280]) {
        await page.setViewportSize({ width, height: 640 });
        await expect.poll(() => page.evaluate(() => innerWidth)).toBe(width);
        await harness.draw(makeScreen("home"));
        const before = await page.getByRole("searchbox").boundingBox();
        await harness.draw(makeScreen("results"));
        expect(await page.getByRole("searchbox").boundingBox()).toEqual(before);
    }
});

test("on a page that is written from the right the screen is laid out from the right, and what points back points there", async ({ harness, page }) => {
    await page.evaluate(() => (document.documentElement.dir = "rtl"));
    await harness.draw({ ...makeScreen("article"), language: "ar" });
    await expect(page.locator("[data-icon=back]")).toHaveCSS("transform", "matrix(-1, 0, 0, 1, 0, 0)");
    const close = await page.getByRole("button", { name: "Cerrar la ayuda" }).boundingBox();
    const back = await page.getByRole("button", { name: "Volver" }).boundingBox();
    expect(close?.x).toBeLessThan(back?.x ?? 0);
});

test("a mark can be told where colours are forced", async ({ harness, page }) => {
    await page.emulateMedia({ forcedColors: "active" });
    await harness.draw(makeScreen("results"));
    const mark = page.locator("mark").first();
    const [own, around] = await mark.evaluate((element) => [
        getComputedStyle(element).backgroundColor,
        getComputedStyle(document.body).backgroundColor,
    ]);
    expect(own).not.toBe(around);
});

test("on paper an outside link has its address behind it, and a way within the help has none", async ({ harness, page }) => {
    // The rules for paper come with what else is done with a text.
    await page.goto(`${page.url()}&reading=${encodeURIComponent(JSON.stringify({ copy: "Copiar", enlarge: "Ampliar: %" }))}`);
    await harness.draw({
        id: "article", language: "es", title: "Tu red", eyebrow: "Ayuda",
        nodes: [{ kind: "document", key: "d", document: [["paragraph", [["link", "https://www.example.org/red", ["fuera"]], ["link", "/es/contacto", ["dentro"]]]]] }],
    });
    await page.emulateMedia({ media: "print" });
    const behind = (name: string) => page.getByRole("link", { name }).evaluate((link) => getComputedStyle(link, "::after").content);
    await expect.poll(() => behind("fuera")).toBe('" (https://www.example.org/red)"');
    expect(await behind("dentro")).toBe("none");
    await expect(page.locator("[data-icon=leave]")).toBeHidden();
});
