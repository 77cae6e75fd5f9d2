// Categories: a way in for whoever has nothing to type, with and without a script.
import { isTaken, withoutZones } from "../support/portal.ts";
import { expect, test } from "../support/product.ts";

for (const language of ["es", "en"] as const) {
    test.describe(language, () => {
        test.use({ language });

        test("the panel lists the categories, and one of them leads to its articles and Back", async ({ widget, demo }) => {
            await widget.open();
            const topics = widget.panel.getByRole("list", { name: demo.text("home.categories") });
            await expect(topics.getByRole("listitem").filter({ hasText: demo.categoryTitle })).toContainText(demo.text("category.count.other", { count: "10" }));
            await topics.getByRole("link", { name: demo.categoryTitle, exact: true }).click();
            await expect(widget.title).toHaveText(demo.categoryTitle);
            await expect(widget.title).toBeFocused();
            const articles = widget.panel.getByRole("list", { name: demo.categoryTitle });
            await expect(articles.getByRole("listitem")).toHaveCount(10);
            await articles.getByRole("link", { name: demo.article("no-internet"), exact: true }).click();
            await expect(widget.title).toHaveText(demo.article("no-internet"));
            await widget.button("action.back").click();
            await expect(widget.title).toHaveText(demo.categoryTitle);
        });

        test("on the portal a category is a page, in place and without a script, and the same in the other language", async ({ page, browser, server, demo }) => {
            const address = `${server.origin}/${language}/${demo.text("path.categories")}/${demo.category}`;
            const title = page.getByRole("heading", { level: 1 });
            await withoutZones(page);
            await page.goto(`${server.origin}/${language}/`);
            await page.getByRole("searchbox").focus();
            await isTaken(page);
            await page.evaluate(() => Object.assign(window, { stayed: true }));
            await page.getByRole("link", { name: demo.categoryTitle, exact: true }).click();
            await expect(title).toHaveText(demo.categoryTitle);
            await expect(page).toHaveURL(address);
            expect(await page.evaluate(() => "stayed" in window)).toBe(true);
            const inPlace = await page.getByRole("main").ariaSnapshot();

            const context = await browser.newContext({ javaScriptEnabled: false });
            const plain = await context.newPage();
            await plain.goto(address);
            expect(await plain.getByRole("main").ariaSnapshot()).toBe(inPlace);
            await plain.locator(".site-languages a").first().click();
            await expect(plain.getByRole("heading", { level: 1 })).toHaveText(language === "es" ? "Connection" : "Conexión");
            await context.close();

            await page.locator(".site-languages a").first().click();
            await expect(title).toHaveText(language === "es" ? "Connection" : "Conexión");
            await page.goBack();
            await expect(title).toHaveText(demo.categoryTitle);
        });

        test("an article's page leads to its category", async ({ page, server, demo }) => {
            await page.goto(`${server.origin}/${language}/${demo.text("path.articles")}/${demo.slug("no-internet")}`);
            const trail = page.getByRole("navigation", { name: demo.portal("portal.breadcrumbs") });
            await trail.getByRole("link", { name: demo.categoryTitle }).click();
            await expect(page.getByRole("heading", { level: 1 })).toHaveText(demo.categoryTitle);
            await expect(page.getByRole("main").getByRole("link", { name: demo.article("no-internet") })).toBeVisible();
        });
    });
}
