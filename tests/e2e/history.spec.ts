// Invariant 4: the panel as a page of its own keeps its screens in the browser's history.
import { expect, test } from "../support/product.ts";

test("the browser's Back and Forward lead from screen to screen, and typing is no step", async ({ page, server, demo }) => {
    await page.goto(`${server.origin}/widget/es/`);
    const title = page.getByRole("heading", { level: 1 });
    await expect(title).toHaveText(demo.text("home.title"));
    await page.getByRole("searchbox").pressSequentially(demo.query);
    await page.getByRole("link", { name: demo.article("no-internet") }).click();
    await expect(title).toHaveText(demo.article("no-internet"));
    await page.goBack();
    await expect(page.getByRole("searchbox")).toHaveValue(demo.query);
    await page.goForward();
    await expect(title).toHaveText(demo.article("no-internet"));
    await page.getByRole("button", { name: demo.text("person.contact") }).click();
    await expect(title).toHaveText(demo.text("form.title"));
    await page.goBack();
    await expect(title).toHaveText(demo.article("no-internet"));
});
