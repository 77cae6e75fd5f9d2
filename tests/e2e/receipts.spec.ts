// The receipt of a request: saved, printed, and checked later by anybody.
import { readFile } from "node:fs/promises";
import AxeBuilder from "@axe-core/playwright";
import type { Download, Page } from "@playwright/test";
import { expect, test } from "../support/product.ts";

async function textOf(download: Download): Promise<string> {
    return readFile(await download.path(), "utf8");
}

async function check(page: Page, origin: string, language: string, receipt: string): Promise<void> {
    await page.goto(`${origin}/verify`);
    await expect(page.locator("html")).toHaveAttribute("lang", language);
    await page.getByRole("textbox").last().fill(receipt);
    await page.getByRole("main").getByRole("button").first().click();
}

for (const language of ["es", "en"] as const) {
    test.describe(language, () => {
        test.use({ language, locale: language, viewport: { width: 360, height: 740 } });

        test("she saves and prints her receipt, and whoever has it can have it checked", async ({ page, widget, demo, server, email }) => {
            await widget.write(email, "Línea 1\n\n  Línea 2 €");
            await widget.button("form.send").click();
            await expect(widget.title).toHaveText(demo.text("receipt.title"));

            const saving = page.waitForEvent("download");
            await widget.button("receipt.save").click();
            const receipt = await saving;
            const [ticket] = (await server.tickets()).filter(({ fields }) => fields["email"] === email);
            expect(receipt.suggestedFilename()).toBe(`${ticket?.tracking_code}.txt`);
            const text = await textOf(receipt);
            for (const part of [ticket?.tracking_code ?? "-", "Línea 1\n\n  Línea 2 €", "Íñigo", email, demo.field("message")]) {
                expect(text).toContain(part);
            }
            expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);

            const frame = page.frames().find((each) => each.url().includes("/widget/"));
            await frame?.evaluate(() => Object.assign(window, { print: () => (document.title = "printed") }));
            await widget.button("article.print").click();
            await expect.poll(() => frame?.evaluate(() => document.title)).toBe("printed");

            await check(page, server.origin, language, text);
            await expect(page.locator(".notice.success")).toHaveRole("status");
            expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
            await check(page, server.origin, language, text.replace("Línea 2", "Línea 3"));
            await expect(page.locator(".notice.error")).toBeVisible();
            await expect(page.getByRole("textbox").last()).toHaveValue(/Línea 3/);
            expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
        });

        test("without a script the receipt can be saved as well", async ({ browser, demo, server, email }) => {
            const context = await browser.newContext({ javaScriptEnabled: false, locale: language });
            const page = await context.newPage();
            await page.goto(`${server.origin}/${language}/${demo.text("path.contact")}`);
            await page.getByRole("radio").first().check();
            await page.getByRole("textbox", { name: demo.field("message") }).fill("Sin guion");
            await page.getByRole("textbox", { name: demo.field("name") }).fill("Íñigo");
            await page.getByRole("textbox", { name: demo.field("email") }).fill(email);
            await page.getByRole("main").getByRole("button", { name: demo.text("form.send"), exact: true }).click();
            await expect(page.getByRole("heading", { level: 1 })).toHaveText(demo.text("receipt.title"));
            const saving = page.waitForEvent("download");
            await page.getByRole("button", { name: demo.text("receipt.save") }).click();
            expect(await textOf(await saving)).toContain("Sin guion");
            await context.close();
        });
    });
}
