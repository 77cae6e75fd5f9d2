// Many results can be narrowed: by keyboard, in place, and without a script.
import { expect, test } from "../support/product.ts";

for (const language of ["es", "en"] as const) {
    test.describe(language, () => {
        test.use({ language });

        test("by keyboard a category narrows the results and widens them again, and the focus stays on it", async ({ page, widget, demo }) => {
            await widget.open();
            await widget.search.fill("internet");
            const topics = widget.panel.getByRole("group", { name: demo.text("search.filter.category"), exact: true });
            const topic = topics.getByRole("link", { name: demo.categoryTitle });
            const hits = widget.panel.getByRole("list", { name: demo.text("search.results") }).getByRole("listitem");
            await expect(hits).toHaveCount(5);
            await expect(topic).toHaveCount(0);
            await page.keyboard.press("Enter");
            const count = Number(/\d+$/.exec(await topic.innerText())?.[0]);
            expect(count).toBeGreaterThan(5);
            await widget.tabTo(topic);
            await page.keyboard.press("Enter");
            await expect(hits).toHaveCount(count);
            await expect(topic).toHaveAttribute("aria-current", "true");
            await expect(topic).toBeFocused();
            const all = demo.text("search.count.other", { count: String(count) });
            await expect(widget.panel.getByText(demo.text("search.count_narrowed", { count: all })).first()).toBeVisible();
            for (const hit of await hits.all()) {
                await expect(hit).toContainText(demo.categoryTitle);
            }
            await page.keyboard.press("Enter");
            await expect(topic).not.toHaveAttribute("aria-current");
            await expect(topic).toBeFocused();
            await page.keyboard.press("Enter");
            await widget.button("action.back").click();
            await expect(topic).not.toHaveAttribute("aria-current");
        });

        test("on the portal the choice is in the address, and the page without a script is the same", async ({ page, browser, server, demo }) => {
            const address = `${server.origin}/${language}/${demo.text("path.search")}?q=internet`;
            const narrowed = `${address}&category=${encodeURIComponent(demo.categoryTitle)}`;
            const context = await browser.newContext({ javaScriptEnabled: false });
            const plain = await context.newPage();
            for (const tab of [page, plain]) {
                await tab.goto(address);
                await tab.getByRole("main").getByRole("link", { name: new RegExp(`^${demo.categoryTitle} \\d+$`) }).click();
                await expect(tab).toHaveURL(narrowed);
                await expect(tab.getByRole("main").locator("[aria-current]")).toHaveText(new RegExp(`^${demo.categoryTitle} `));
            }
            await page.reload();
            expect(await page.getByRole("main").ariaSnapshot()).toBe(await plain.getByRole("main").ariaSnapshot());
            await page.goBack();
            await expect(page.getByRole("main").locator("[aria-current]")).toHaveCount(0);
            await plain.locator(".site-languages a").first().click();
            await expect(plain.getByRole("main").locator("[aria-current]")).toHaveText(language === "es" ? /^Connection \d+$/ : /^Conexión \d+$/);
            await context.close();
        });
    });
}
