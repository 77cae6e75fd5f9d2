// A query with a typing error: what it was taken for is said, and what was written can be searched for.
import { expect, test } from "../support/product.ts";

for (const language of ["es", "en"] as const) {
    test.describe(language, () => {
        test.use({ language });

        test("the panel says what it searched for, and by a link, which Back takes back, searches for what was written", async ({ widget, demo }) => {
            await widget.open();
            await widget.search.fill(demo.query);
            await expect(widget.panel.getByText(demo.text("search.corrected", { query: demo.meant }))).toBeVisible();
            await widget.panel.getByRole("link", { name: demo.text("search.exactly", { query: demo.query }) }).click();
            await expect(widget.search).toHaveValue(`"${demo.query}"`);
            await expect(widget.title).toBeFocused();
            await expect(widget.panel.getByText(demo.text("search.corrected", { query: demo.meant }))).toHaveCount(0);
            await widget.button("action.back").click();
            await expect(widget.search).toHaveValue(demo.query);
        });

        test("without JavaScript the same stands on the page", async ({ browser, server, demo }) => {
            const context = await browser.newContext({ javaScriptEnabled: false });
            const page = await context.newPage();
            await page.goto(`${server.origin}/${language}/${demo.text("path.search")}?q=${encodeURIComponent(demo.query)}`);
            await expect(page.getByText(demo.text("search.corrected", { query: demo.meant }))).toBeVisible();
            await page.getByRole("link", { name: demo.text("search.exactly", { query: demo.query }) }).click();
            await expect(page.getByRole("searchbox")).toHaveValue(`"${demo.query}"`);
            await expect(page.getByText(demo.text("search.corrected", { query: demo.meant }))).toHaveCount(0);
            await context.close();
        });
    });
}
