// Promise 4: axe finds nothing on any screen, on the page around it, or on the portal's pages.
import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { isTaken, kScript } from "../support/portal.ts";
import { expect, test } from "../support/product.ts";
import { visitScreens } from "../support/visit.ts";

async function violations(page: Page): Promise<string[]> {
    const { violations } = await new AxeBuilder({ page }).analyze();
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 120)).join(" | ")}`);
}

for (const language of ["es", "en"] as const) {
    for (const [width, colorScheme] of [[360, "dark"], [1280, "light"]] as const) {
        test.describe(`${language}, ${width} px, ${colorScheme}`, () => {
            test.use({ language, colorScheme, viewport: { width, height: 740 }, contextOptions: { reducedMotion: "reduce" } });

            test("axe finds nothing on the page and on the screens of a visit", async ({ page, widget, email }) => {
                test.slow();
                expect(await violations(page), "page").toEqual([]);
                await visitScreens(widget, email, async (screen) => expect(await violations(page), screen).toEqual([]));
            });

            test("axe finds nothing on the portal's pages", async ({ page, server, demo, faults }) => {
                test.slow();
                faults.allow(/status of (422|400)/); // a form that came back, an address that cannot be read
                for (const path of [
                    "",
                    demo.text("path.contact"),
                    `${demo.text("path.guides")}/no-internet/on`,
                    `${demo.text("path.search")}?q=${encodeURIComponent(demo.query)}`,
                    `${demo.text("path.categories")}/${demo.category}`,
                    ...demo.places.map((name) => demo.text(`path.${name}`)),
                ]) {
                    const response = await page.goto(`${server.origin}/${language}/${path}`);
                    expect(response?.ok(), path).toBe(true);
                    if (path.includes("no-internet")) {
                        await isTaken(page); // within a guide it comes unasked
                    }
                    expect(await violations(page), path).toEqual([]);
                }
                await page.goto(`${server.origin}/${language}/${demo.text("path.search")}?q=%ff`);
                await expect(page.getByRole("heading", { level: 1 })).toHaveText(demo.portal("portal.unreadable.title"));
                expect(await violations(page), "refusal").toEqual([]);
                // As the server draws it: where the app is, there is no alert.
                await page.route(kScript, (route) => route.fulfill({ contentType: "text/javascript", body: "" }));
                await page.goto(`${server.origin}/${language}/${demo.text("path.contact")}`);
                await page.getByRole("main").getByRole("button", { name: demo.text("form.send"), exact: true }).click();
                await expect(page.getByRole("alert")).toBeVisible();
                expect(await violations(page), "form with faults").toEqual([]);
                await page.goto(`${server.origin}/${language}/`);
                await page.getByRole("link", { name: demo.article("no-internet") }).first().click();
                await expect(page.getByRole("heading", { level: 1 })).toHaveText(demo.article("no-internet"));
                expect(await violations(page), "article").toEqual([]);
            });
        });
    }
}
