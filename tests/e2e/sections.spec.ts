// Each result leads down to its section: in the panel and on plain pages.
import type { Locator, Page } from "@playwright/test";
import { expect, test } from "../support/product.ts";
import { firstHit, kQuery, sectionOf } from "../support/sections.ts";

for (const language of ["es", "en"] as const) {
    for (const width of [360, 1280]) {
        test.describe(`${language}, ${width} px`, () => {
            test.use({ language, viewport: { width, height: 740 }, contextOptions: { reducedMotion: "reduce" } });

            test("a result in the panel opens the article at its section, and Back leads to the results", async ({ widget, demo }) => {
                await widget.open();
                await widget.search.fill(kQuery[language]);
                const hits = widget.panel.getByRole("list", { name: demo.text("search.results") });
                await expect(hits.locator("a[href*='#']").first()).toBeVisible();
                const { link, trail } = await firstHit(hits);
                await link.click();
                const heading = widget.panel.getByRole("article").getByRole("heading", { name: sectionOf(trail), exact: true });
                await expect(heading).toBeFocused();
                await expect(heading).toBeInViewport();
                await widget.button("action.back").click();
                await expect(widget.search).toHaveValue(kQuery[language]);
            });

            test("a result of a plain page leads to the heading on the article's page", async ({ browser, server, demo }) => {
                const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width, height: 740 } });
                const page = await context.newPage();
                await page.goto(`${server.origin}/${language}/${demo.text("path.search")}?q=${encodeURIComponent(kQuery[language])}`);
                const { link, trail, anchor } = await firstHit(page.getByRole("list", { name: demo.text("search.results") }));
                await link.click();
                await expect(page).toHaveURL(new RegExp(`#${anchor}$`));
                const heading = page.locator(`#${anchor}`);
                await expect(heading).toHaveText(sectionOf(trail));
                await expect(heading).toBeInViewport();
                await context.close();
            });
        });
    }
}

test.describe("a panel that is a page of its own", () => {
    test.use({ viewport: { width: 400, height: 500 }, contextOptions: { reducedMotion: "reduce" } });

    const open = async (page: Page, origin: string): Promise<Locator> => {
        await page.goto(`${origin}/widget/es/`);
        await page.getByRole("searchbox").fill(kQuery.es);
        const hits = page.getByRole("list");
        await expect(hits.locator("a[href*='#']").first()).toBeVisible();
        const { link, trail } = await firstHit(hits.first());
        await link.click();
        return page.getByRole("article").getByRole("heading", { name: sectionOf(trail), exact: true });
    };

    test("keeps the section in its address, for a reload and for the browser's Back and Forward", async ({ page, server }) => {
        const heading = await open(page, server.origin);
        await expect(heading).toBeFocused();
        await expect(page).toHaveURL(/#\/es\/[^#]+#[a-z0-9-]+$/);
        await page.reload();
        await expect(heading).toBeFocused();
        await expect(heading).toBeInViewport();
        await page.goBack();
        await expect(page.getByRole("searchbox")).toHaveValue(kQuery.es);
        await page.goForward();
        await expect(heading).toBeFocused();
    });
});
