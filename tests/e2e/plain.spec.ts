// Promise 6: without JavaScript the portal searches, guides, takes a request and gives a receipt.
import { expect, test } from "../support/product.ts";

for (const language of ["es", "en"] as const) {
    for (const width of [360, 1280]) {
        test.describe(`${language}, ${width} px, without JavaScript`, () => {
            test.use({ language, javaScriptEnabled: false, viewport: { width, height: 740 } });

            test("a customer searches, follows a guide, and sends a request with what she tried", async ({ page, server, demo, email, faults }) => {
                faults.allow(/status of 422/); // a form that came back
                const button = (key: string) => page.getByRole("button", { name: demo.text(key), exact: true });
                await page.goto(`${server.origin}/${language}/`);
                await page.getByRole("searchbox").fill(demo.query);
                await page.keyboard.press("Enter");
                const hits = page.getByRole("list", { name: demo.text("search.results") });
                await expect(hits.getByRole("link").first()).toHaveText(demo.article("no-internet"));
                await expect(page.getByRole("searchbox")).toHaveValue(demo.query);
                await page.getByRole("link", { name: demo.article("no-internet") }).click();
                await expect(page.getByRole("article")).toBeVisible();
                await page.goBack();

                await page.goto(`${server.origin}/${language}/${demo.text("path.guides")}/no-internet`);
                await expect(page.getByRole("heading", { level: 1 })).toHaveText(demo.step("power"));
                await button("guide.continue").click();
                await expect(page.getByRole("alert")).toContainText(demo.text("guide.choose"));
                await page.getByRole("radio").first().check();
                await button("guide.continue").click();
                await expect(page.getByRole("heading", { level: 1 })).toHaveText(demo.step("lights"));
                await page.goBack();
                await page.goForward();
                await button("guide.back").click();
                await expect(page.getByRole("heading", { level: 1 })).toHaveText(demo.step("power"));
                await page.goto(`${page.url()}/on`);

                await button("person.contact").click();
                await page.getByRole("radio").first().check();
                await page.getByRole("textbox", { name: demo.field("message") }).fill("Hola\nno tengo internet");
                await page.getByRole("textbox", { name: demo.field("name") }).fill("Ana");
                await page.getByRole("textbox", { name: demo.field("email") }).fill("ana");
                await page.keyboard.press("Enter");
                await expect(page.getByRole("alert").getByRole("link")).toHaveCount(1);
                await page.getByRole("textbox", { name: demo.field("email") }).fill(email);
                await page.keyboard.press("Enter");
                await expect(page.getByRole("heading", { level: 1 })).toHaveText(demo.text("receipt.title"));
                await page.reload();
                await expect(page.getByRole("heading", { level: 1 })).toHaveText(demo.text("receipt.title"));

                const tickets = (await server.tickets()).filter(({ fields }) => fields["email"] === email);
                expect(tickets).toHaveLength(1);
                expect(tickets[0]?.transcript?.lines).toEqual([{ step: "power", choice: "on" }]);
            });
        });
    }
}

test.describe("without JavaScript", () => {
    test.use({ javaScriptEnabled: false });

    test("Back to a form that had shown more fields leads to all that was written in it", async ({ page, server, demo }) => {
        await page.goto(`${server.origin}/es/${demo.text("path.contact")}`);
        await page.getByRole("radio").nth(1).check();
        const message = page.getByRole("textbox", { name: demo.field("message") });
        await message.fill("Se corta");
        await page.getByRole("button", { name: demo.portal("portal.form.reveal") }).click();
        await expect(page.getByRole("radiogroup")).toHaveCount(2);
        await message.fill("Se corta cada noche");
        await page.getByRole("link", { name: demo.portal("portal.nav.home") }).click();
        await expect(page).toHaveURL(`${server.origin}/es/`);
        await page.goBack();
        await expect(message).toHaveValue("Se corta cada noche");
        await expect(page.getByRole("radiogroup")).toHaveCount(2);
    });

    test("who goes back from the receipt and sends again has sent one request", async ({ page, server, demo, email }) => {
        const title = page.getByRole("heading", { level: 1 });
        await page.goto(`${server.origin}/es/${demo.text("path.contact")}`);
        await page.getByRole("radio").first().check();
        await page.getByRole("textbox", { name: demo.field("message") }).fill("Hola");
        await page.getByRole("textbox", { name: demo.field("name") }).fill("Ana");
        await page.getByRole("textbox", { name: demo.field("email") }).fill(email);
        await page.keyboard.press("Enter");
        await expect(title).toHaveText(demo.text("receipt.title"));
        const code = await page.locator(".code").innerText();
        await page.goBack();
        await expect(page.getByRole("textbox", { name: demo.field("email") })).toHaveValue(email);
        await page.getByRole("button", { name: demo.text("form.send"), exact: true }).click();
        await expect(title).toHaveText(demo.text("receipt.title"));
        expect(await page.locator(".code").innerText()).toBe(code);
        expect((await server.tickets()).filter(({ fields }) => fields["email"] === email)).toHaveLength(1);
    });
});
