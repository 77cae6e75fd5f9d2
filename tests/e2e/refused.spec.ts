// Promise 5: who is refused reads on a page of the portal, in her language, what happened and what she can do now.
import type { Page, Response } from "@playwright/test";
import { expect, test } from "../support/product.ts";

/** The page that answers what `act` sends, by the status that it must have. */
async function refused(page: Page, status: number, act: () => Promise<unknown>): Promise<Response> {
    const [response] = await Promise.all([page.waitForResponse((each) => each.request().isNavigationRequest()), act()]);
    expect(response.status()).toBe(status);
    return response;
}

for (const language of ["es", "en"] as const) {
    test.describe(`${language}, without JavaScript`, () => {
        test.use({ language, javaScriptEnabled: false, locale: language });

        test("an address that cannot be read says so, and leads on", async ({ page, server, demo, faults }) => {
            faults.allow(/status of 4(00|14)/);
            const title = page.getByRole("heading", { level: 1 });
            const search = `${server.origin}/${language}/${demo.text("path.search")}`;
            for (const address of [`${search}?q=%ff`, `${server.origin}/${language}/a%zz`, `${server.origin}/%zz`]) {
                const response = await refused(page, 400, () => page.goto(address));
                expect(response.headers()["cache-control"]).toBe("no-store");
                await expect(title).toHaveText(demo.portal("portal.unreadable.title"));
                await expect(page.getByText(demo.portal("portal.unreadable.text"))).toBeVisible();
            }
            await page.goto(`${server.origin}/${language}/`);
            await page.getByRole("searchbox").fill("wifi ".repeat(1000));
            await refused(page, 414, () => page.keyboard.press("Enter"));
            await expect(title).toHaveText(demo.portal("portal.long_address.title"));
            await expect(page.getByRole("main").getByRole("link", { name: demo.telephone })).toBeVisible();
            await page.getByRole("link", { name: demo.portal("portal.person.contact") }).click();
            await expect(title).toHaveText(demo.text("form.title"));
        });

        test("what is too long to be sent is still in the form, and is sent when it is shorter", async ({ page, server, demo, email, faults }) => {
            faults.allow(/status of 413/);
            const title = page.getByRole("heading", { level: 1 });
            const message = page.getByRole("textbox", { name: demo.field("message") });
            await page.goto(`${server.origin}/${language}/${demo.text("path.contact")}`);
            await page.getByRole("radio").first().check();
            await message.fill("ñ".repeat(12_000));
            await page.getByRole("textbox", { name: demo.field("name") }).fill("Ana");
            await page.getByRole("textbox", { name: demo.field("email") }).fill(email);
            await refused(page, 413, () => page.keyboard.press("Enter"));
            await expect(title).toHaveText(demo.portal("portal.too_long.title"));
            await expect(page.getByText(demo.portal("portal.too_long.text"))).toBeVisible();

            await page.goBack();
            await expect(message).toHaveValue("ñ".repeat(12_000));
            await expect(page.getByRole("textbox", { name: demo.field("email") })).toHaveValue(email);
            await message.fill("Hola");
            await page.getByRole("button", { name: demo.text("form.send"), exact: true }).click();
            await expect(title).toHaveText(demo.text("receipt.title"));
            expect((await server.tickets()).filter(({ fields }) => fields["email"] === email)).toHaveLength(1);
        });

        test("a form on another site sends nothing, and leads to the one here", async ({ page, server, demo, faults }) => {
            faults.allow(/status of 403/);
            const form = `${server.origin}/${language}/${demo.text("path.contact")}`;
            await page.route("http://shop.example/", (route) =>
                route.fulfill({ contentType: "text/html", body: `<form method="post" action="${form}"><button name="press" value="send">x</button></form>` }),
            );
            await page.goto("http://shop.example/");
            await refused(page, 403, () => page.getByRole("button").click());
            await expect(page.getByRole("heading", { level: 1 })).toHaveText(demo.portal("portal.foreign.title"));
            await expect(page.getByText(demo.portal("portal.foreign.text"))).toBeVisible();
            await page.getByRole("link", { name: demo.portal("portal.person.contact") }).click();
            await expect(page).toHaveURL(form);
        });
    });
}
