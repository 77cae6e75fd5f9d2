// A browser that keeps the page she left as it was, which most do and tests else do not let them.
import { execFileSync } from "node:child_process";
import { isTaken } from "../support/portal.ts";
import { expect, test } from "../support/product.ts";

test.use({
    launchOptions: {
        executablePath: execFileSync("tools/find_chromium", { encoding: "utf8" }).trim(),
        args: ["--no-sandbox", "--disable-quic", "--no-first-run", "--disable-background-networking"],
        ignoreDefaultArgs: ["--disable-back-forward-cache"],
    },
});

test("the results that Back leads to from an article are searched in as before", async ({ page, server, demo }) => {
    await page.goto(`${server.origin}/es/`);
    const box = page.getByRole("searchbox");
    await box.focus();
    await isTaken(page);
    await box.pressSequentially(demo.query);
    const hits = page.getByRole("list", { name: demo.text("search.results") });
    await hits.getByRole("link", { name: demo.article("no-internet") }).click();
    await expect(page.getByRole("navigation", { name: demo.portal("portal.breadcrumbs") })).toBeVisible();
    await page.evaluate(() => history.back());
    await expect(box).toHaveValue(demo.query);
    await box.fill("wifi");
    await expect(hits.getByRole("link").first()).toContainText(/wifi/i);
    await expect(page).toHaveURL(/q=wifi$/);
});
