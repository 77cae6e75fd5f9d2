// Articles below the field in which she tells what it is about: they come while she writes, stand in nobody's way, and
// what she writes stays here until she sends it.
import AxeBuilder from "@axe-core/playwright";
import type { Locator, Page } from "@playwright/test";
import { byKeyboard, byMouse } from "../support/journey.ts";
import { expect, test } from "../support/product.ts";
import type { Widget } from "../support/widget.ts";

const kComplaints = {
    es: { text: "Hola, llevo dos días sin internet.", more: " La factura ha subido, ¿por qué?" },
    en: { text: "Hello, I have had no internet for two days.", more: " Why is my bill higher?" },
};
const kPraise = {
    es: "Quería felicitar a la chica que me atendió ayer, fue muy amable. ",
    en: "I wanted to thank the girl who helped me yesterday, she was very kind. ",
};

const list = ({ panel, demo }: Widget): Locator => panel.getByRole("list", { name: demo.text("form.suggested") });
const suggestion = (widget: Widget, article: string): Locator =>
    list(widget).getByRole("link", { name: widget.demo.article(article), exact: true });

async function openForm(widget: Widget): Promise<void> {
    await widget.open();
    await widget.button("person.contact").click();
    await expect(widget.title).toHaveText(widget.demo.text("form.title"));
}

/** Addresses and bodies of all requests. */
function record(page: Page): string[] {
    const sent: string[] = [];
    page.on("request", (request) => sent.push(decodeURIComponent(request.url()) + (request.postData() ?? "")));
    return sent;
}

for (const language of ["es", "en"] as const) {
    const { text, more } = kComplaints[language];
    for (const [means, use] of Object.entries({ mouse: byMouse, keyboard: byKeyboard })) {
        for (const width of [360, 1280]) {
            test.describe(`${language}, ${width} px, ${means}`, () => {
                test.use({ language, viewport: { width, height: 740 } });

                test("she complains, reads what is suggested, comes back to what she wrote and sends it", async ({ page, widget, demo, server, email }) => {
                    test.slow();
                    const sent = record(page);
                    const { press, pressBefore, write } = use(widget);
                    await openForm(widget);
                    await widget.panel.getByRole("radio").first().check();
                    const message = widget.field("message");
                    await write(message, text);
                    const link = suggestion(widget, "no-internet");
                    await expect(link).toBeVisible();
                    await expect(message).toBeFocused();

                    await press(link);
                    await expect(widget.title).toHaveText(demo.article("no-internet"));
                    await expect(widget.title).toBeFocused();
                    await expect(widget.panel.getByRole("article", { name: demo.article("no-internet") })).toBeVisible();
                    await pressBefore(widget.button("action.back"));
                    await expect(widget.title).toHaveText(demo.text("form.title"));
                    await expect(message).toHaveValue(text);
                    await expect(link).toBeFocused();
                    await expect(link).toBeInViewport();

                    await write(widget.field("name"), "Ángela Núñez");
                    await write(widget.field("email"), email);
                    expect(sent.filter((request) => request.includes(text.slice(0, 20)))).toEqual([]);
                    await press(widget.button("form.send"));
                    await expect(widget.title).toHaveText(demo.text("receipt.title"));
                    const tickets = (await server.tickets()).filter(({ fields }) => fields["email"] === email);
                    expect(tickets.map(({ fields }) => fields["message"])).toEqual([text]);
                });
            });
        }
    }

    test.describe(language, () => {
        test.use({ language, contextOptions: { reducedMotion: "reduce" } });

        test("while they come and go, the field and the caret in it stay where they are", async ({ page, widget }) => {
            await openForm(widget);
            const message = widget.field("message");
            await message.pressSequentially("42");
            await page.keyboard.press("Home");
            // All of it is in sight: for a line below that, a browser scrolls.
            await message.evaluate((field) => field.scrollIntoView({ block: "center" }));
            const before = await message.boundingBox();
            await page.keyboard.type(`${text}${more} `);
            await expect(suggestion(widget, "bill-higher-than-usual")).toBeAttached();
            expect(await message.boundingBox()).toEqual(before);
            await expect(message).toHaveValue(`${text}${more} 42`);
            await expect(message).toBeFocused();
            await page.keyboard.press("ControlOrMeta+A");
            await page.keyboard.type(kPraise[language]);
            await expect(list(widget)).toHaveCount(0);
            expect(await message.boundingBox()).toEqual(before);
        });

        test("they are said once, have names, and axe finds nothing", async ({ page, widget, demo }) => {
            await openForm(widget);
            await widget.field("message").pressSequentially(text);
            await expect(suggestion(widget, "no-internet")).toBeVisible();
            const count = await list(widget).getByRole("listitem").count();
            const said = demo.text(`form.suggested.count.${count === 1 ? "one" : "other"}`, { count: String(count) });
            await expect(widget.panel.getByRole("status").getByText(said)).toBeAttached();
            await expect(widget.panel.getByRole("region", { name: demo.text("form.suggested") })).toBeVisible();
            await expect(widget.panel.getByRole("heading", { name: demo.text("form.suggested"), level: 2 })).toBeVisible();
            expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
        });

        test("without JavaScript the form that comes back has them", async ({ browser, server, demo }) => {
            const context = await browser.newContext({ javaScriptEnabled: false });
            const page = await context.newPage();
            await page.goto(`${server.origin}/${language}/${demo.text("path.contact")}`);
            await page.getByRole("textbox", { name: demo.field("message") }).fill(text);
            await page.getByRole("main").getByRole("button", { name: demo.text("form.send"), exact: true }).click();
            await expect(page.getByRole("alert")).toContainText(demo.text("form.check"));
            const suggestions = page.getByRole("list", { name: demo.text("form.suggested") });
            await suggestions.getByRole("link", { name: demo.article("no-internet"), exact: true }).click();
            await expect(page.getByRole("heading", { level: 1 })).toHaveText(demo.article("no-internet"));
            await page.goBack();
            await expect(page.getByRole("textbox", { name: demo.field("message") })).toHaveValue(text);
            await context.close();
        });
    });
}

test("without an index the form is what it was", async ({ page, widget, faults }) => {
    faults.allow(/status of 503/);
    await page.route("**/data/**/index.*/**", (route) => route.fulfill({ status: 503 }));
    await openForm(widget);
    await widget.field("message").pressSequentially(kComplaints.es.text);
    await expect(widget.field("message")).toHaveValue(kComplaints.es.text);
    await expect(list(widget)).toHaveCount(0);
    await expect(widget.panel.getByRole("alert")).toHaveCount(0);
});
