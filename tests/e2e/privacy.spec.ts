// She may ask what happens with what she writes while she writes it, and loses nothing by asking.
import AxeBuilder from "@axe-core/playwright";
import type { FrameLocator, Page } from "@playwright/test";
import type { Demo } from "../support/demo.ts";
import { isTaken } from "../support/portal.ts";
import { expect, test } from "../support/product.ts";

const kMessage = "No sé qué más probar.\nÑandú & 5 €";

async function write(place: Page | FrameLocator, demo: Demo): Promise<void> {
    await place.getByRole("radio").first().check();
    await place.getByRole("textbox", { name: demo.field("message") }).fill(kMessage);
    await place.getByRole("textbox", { name: demo.field("email") }).fill("ana");
}

async function askAndComeBack(place: Page | FrameLocator, demo: Demo): Promise<void> {
    await place.getByRole("button", { name: demo.text("privacy.title") }).click();
    const title = place.getByRole("heading", { level: 1 });
    await expect(title).toHaveText(demo.text("privacy.title"));
    await expect(place.getByText(demo.text("privacy.after", { name: "Faro Fibra" }))).toBeVisible();
    await place.getByRole("button", { name: demo.text("action.back"), exact: true }).click();
    await expect(title).toHaveText(demo.text("form.title"));
    await expect(place.getByRole("radio").first()).toBeChecked();
    await expect(place.getByRole("textbox", { name: demo.field("message") })).toHaveValue(kMessage);
    await expect(place.getByRole("textbox", { name: demo.field("email") })).toHaveValue("ana");
}

for (const language of ["es", "en"] as const) {
    test.describe(language, () => {
        test.use({ language, contextOptions: { reducedMotion: "reduce" } });

        test("in the panel she asks and comes back to what she wrote", async ({ page, widget, demo }) => {
            await widget.open();
            await widget.button("person.contact").click();
            await write(widget.panel, demo);
            await askAndComeBack(widget.panel, demo);
            await widget.button("privacy.title").click();
            await expect(widget.title).toBeFocused();
            expect((await new AxeBuilder({ page }).analyze()).violations.map(({ id }) => id)).toEqual([]);
        });

        test("on the portal she asks and comes back to what she wrote, also by the browser's Back", async ({ page, server, demo }) => {
            await page.goto(`${server.origin}/${language}/${demo.text("path.contact")}`);
            await write(page, demo);
            await isTaken(page);
            await askAndComeBack(page, demo);
            await page.getByRole("button", { name: demo.text("privacy.title") }).click();
            await expect(page).toHaveURL(`${server.origin}/${language}/${demo.text("path.privacy")}`);
            await page.reload();
            await expect(page.getByRole("heading", { level: 1 })).toHaveText(demo.text("privacy.title"));
            await page.goBack();
            await expect(page.getByRole("textbox", { name: demo.field("message") })).toHaveValue(kMessage);
        });

        test.describe("without JavaScript", () => {
            test.use({ javaScriptEnabled: false });

            test("she asks, comes back to what she wrote, and sends it", async ({ page, server, demo, email }) => {
                await page.goto(`${server.origin}/${language}/${demo.text("path.contact")}`);
                await write(page, demo);
                await askAndComeBack(page, demo);
                await page.getByRole("textbox", { name: demo.field("name") }).fill("Ana");
                await page.getByRole("textbox", { name: demo.field("email") }).fill(email);
                await page.keyboard.press("Enter");
                await expect(page.getByRole("heading", { level: 1 })).toHaveText(demo.text("receipt.title"));
                const [ticket] = (await server.tickets()).filter(({ fields }) => fields["email"] === email);
                expect(ticket?.fields).toMatchObject({ kind: "query", message: kMessage, name: "Ana" });
            });

            test("every page leads to it, and from it to the other language", async ({ page, server, demo }) => {
                await page.goto(`${server.origin}/${language}/${demo.text("path.articles")}/${demo.slug("no-internet")}`);
                await page.getByRole("contentinfo").getByRole("link", { name: demo.text("privacy.title") }).click();
                await expect(page.getByRole("heading", { level: 1 })).toHaveText(demo.text("privacy.title"));
                await page.getByRole("link", { name: language === "es" ? "English" : "Español" }).click();
                await expect(page).toHaveURL(`${server.origin}/${language === "es" ? "en/privacy" : "es/privacidad"}`);
            });
        });
    });
}
