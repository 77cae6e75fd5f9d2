// A picture has its room before it is there: who already reads the text below it does not lose her place.
import { expect, type Locator, type Page } from "@playwright/test";
import { hold } from "../support/portal.ts";
import { test } from "../support/product.ts";

/** Opens an article with its pictures held back, and compares where its text goes on before they come and after. */
async function expectNothingMoves(page: Page, open: () => Promise<Locator>): Promise<void> {
    const release = await hold(page, "**/media/**");
    const article = await open();
    const picture = article.getByRole("img");
    const below = article.getByRole("heading").nth(1);
    await below.scrollIntoViewIfNeeded();
    const width = () => picture.evaluate((image: HTMLImageElement) => (image.complete ? image.naturalWidth : 0));
    const places = async () => [await picture.boundingBox(), await below.boundingBox()];
    const before = await places();
    expect(await width()).toBe(0);
    release();
    await expect.poll(width).toBeGreaterThan(0);
    expect(await places()).toEqual(before);
}

for (const width of [360, 1280]) {
    test.describe(`${width} px`, () => {
        test.use({ viewport: { width, height: 740 } });

        for (const javaScriptEnabled of [true, false]) {
            test.describe(javaScriptEnabled ? "with JavaScript" : "without JavaScript", () => {
                test.use({ javaScriptEnabled });

                test("on an article's page nothing moves when its picture comes", async ({ page, server, demo }) => {
                    await expectNothingMoves(page, async () => {
                        await page.goto(`${server.origin}/es/${demo.text("path.articles")}/${demo.slug("restart-router")}`, { waitUntil: "commit" });
                        await expect(page.getByRole("contentinfo")).toBeVisible();
                        return page.getByRole("article");
                    });
                });
            });
        }

        test("in the panel nothing moves when an article's picture comes", async ({ page, widget, demo }) => {
            await expectNothingMoves(page, async () => {
                await widget.open();
                await widget.search.fill(demo.article("restart-router"));
                await widget.hit(demo.article("restart-router")).click();
                await expect(widget.title).toHaveText(demo.article("restart-router"));
                return widget.panel.getByRole("article");
            });
        });
    });
}
