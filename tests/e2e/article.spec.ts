// What stands around an article's text: a list of its sections, and the question whether it has helped.
import AxeBuilder from "@axe-core/playwright";
import { Demo } from "../support/demo.ts";
import { expect, test } from "../support/product.ts";

for (const language of ["es", "en"] as const) {
    test.describe(language, () => {
        test.use({ language });

        test("a long article begins with a list of its sections, each of which is read from its heading on", async ({ page, server, demo }) => {
            await page.goto(`${server.origin}/widget/${demo.language}/#/${demo.language}/`);
            await page.getByRole("link", { name: demo.article("slow-wifi"), exact: true }).first().click();
            const contents = page.getByRole("list", { name: demo.text("article.contents") });
            const links = contents.getByRole("link");
            await expect(links.nth(3)).toBeVisible();
            const last = links.last();
            const name = await last.innerText();
            await last.focus();
            await page.keyboard.press("Enter");
            const heading = page.getByRole("heading", { level: 2, name, exact: true });
            await expect(heading).toBeFocused();
            await expect(heading).toBeInViewport();
            await page.goBack();
            await expect(page.getByRole("heading", { level: 1 })).toHaveText(demo.article("slow-wifi"));
        });

        test("she says by keyboard that it did not help, and why, and both are counted", async ({ page, widget, demo }) => {
            const posts: unknown[] = [];
            await page.route("**/api/v1/votes", async (route) => {
                posts.push(route.request().postDataJSON());
                await route.fulfill({ status: 204 });
            });
            await widget.open();
            await widget.panel.getByRole("link", { name: demo.article("no-internet") }).click();
            const question = widget.panel.getByRole("region", { name: demo.text("vote.title") });
            await widget.tabTo(question.getByRole("button", { name: demo.text("vote.no"), exact: true }));
            await page.keyboard.press("Enter");
            await expect(question.getByText(demo.text("vote.why"))).toBeVisible();
            await expect(question).toBeFocused();
            expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
            await widget.tabTo(question.getByRole("button", { name: demo.text("vote.unclear") }));
            await page.keyboard.press("Enter");
            await expect(question.getByText(demo.text("vote.thanks"))).toBeVisible();
            const vote = { language, article: "no-internet" };
            await expect.poll(() => posts).toEqual([{ ...vote, vote: "no" }, { ...vote, vote: "unclear" }]);
        });
    });
}

for (const view of ["", "&view=canvas"]) {
    test(`the same article is read in another language${view && ", on a canvas"}, and the panel stays open`, async ({ page, server, widget, demo }) => {
        await page.goto(`${server.origin}/?lang=es${view}`);
        await widget.open();
        await widget.panel.getByRole("link", { name: demo.article("no-internet") }).click();
        await expect(widget.title).toHaveText(demo.article("no-internet"));
        await widget.tabTo(widget.panel.getByRole("link", { name: "English", exact: true }));
        await page.keyboard.press("Enter");
        const english = new Demo("en");
        await expect(widget.title).toHaveText(english.article("no-internet"));
        await expect(widget.panel.getByRole("button", { name: english.text("action.close") })).toBeVisible();
        await page.keyboard.press("Escape");
        await expect(widget.dialog).toBeHidden();
        await expect(widget.launcher).toBeFocused();
    });
}
