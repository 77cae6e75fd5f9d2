// The way of a customer whose internet is gone: search, read, follow the guide, write, get a code. By mouse and by
// keyboard alone, in both languages, on a phone and on a desk.
import type { Locator } from "@playwright/test";
import { expect, test } from "../support/product.ts";
import type { Widget } from "../support/widget.ts";

const kMessage = "Desde ayer no funciona nada: ¿qué más puedo probar? Ñandú & 5 €";

interface Customer {
    open(): Promise<void>;
    press(target: Locator): Promise<void>;
    /** What stands before the focus, in the head. */
    pressBefore(target: Locator): Promise<void>;
    chooseSecond(question: Locator): Promise<void>;
    write(target: Locator, text: string): Promise<void>;
    writeDate(target: Locator): Promise<void>;
}

const byMouse = (widget: Widget): Customer => ({
    open: () => widget.open(),
    press: (target) => target.click(),
    pressBefore: (target) => target.click(),
    chooseSecond: (question) => question.getByRole("radio").nth(1).check(),
    write: (target, text) => target.pressSequentially(text),
    writeDate: (target) => target.fill("2025-10-10"),
});

const byKeyboard = (widget: Widget): Customer => {
    const { keyboard } = widget.page;
    const press = async (target: Locator, key: "Tab" | "Shift+Tab" = "Tab") => {
        await widget.tabTo(target, key);
        await keyboard.press("Enter");
    };
    return {
        open: async () => {
            await press(widget.launcher);
            await expect(widget.search).toBeFocused();
        },
        press,
        pressBefore: (target) => press(target, "Shift+Tab"),
        chooseSecond: async (question) => {
            // Tab leads to the chosen answer where there is one, as after a step back.
            const [first, second] = [question.getByRole("radio").nth(0), question.getByRole("radio").nth(1)];
            if (await second.isChecked()) {
                await widget.tabTo(second);
            } else {
                await widget.tabTo(first);
                await keyboard.press("ArrowDown");
            }
        },
        write: async (target, text) => {
            await widget.tabTo(target);
            await keyboard.type(text);
        },
        // Day and month are the same: some browsers ask for the one first, some for the other.
        writeDate: async (target) => {
            await widget.tabTo(target);
            await keyboard.type("10102025");
        },
    };
};

for (const [means, use] of Object.entries({ mouse: byMouse, keyboard: byKeyboard })) {
    for (const language of ["es", "en"] as const) {
        for (const width of [360, 1280]) {
            test.describe(`${language}, ${width} px, ${means}`, () => {
                test.use({ language, viewport: { width, height: 740 } });

                test("from a query with a typing error to a tracking code", async ({ widget, demo, server }) => {
                    test.slow();
                    const { panel, title } = widget;
                    const { open, press, pressBefore, chooseSecond, write, writeDate } = use(widget);

                    await open();
                    await write(widget.search, demo.query);
                    const hits = panel.getByRole("list", { name: demo.text("search.results") });
                    const hit = hits.getByRole("link", { name: demo.article("no-internet"), exact: true });
                    await expect(hit).toBeVisible();
                    await press(hit);
                    await expect(title).toHaveText(demo.article("no-internet"));
                    await expect(title).toBeFocused();
                    await expect(panel.getByRole("article", { name: demo.article("no-internet") })).toBeVisible();

                    await pressBefore(widget.button("action.back"));
                    await expect(title).toHaveText(demo.text("search.title"));
                    await expect(widget.search).toHaveValue(demo.query);
                    await pressBefore(widget.button("action.back"));
                    await expect(title).toHaveText(demo.text("home.title"));

                    await press(panel.getByRole("link", { name: demo.guideTitle, exact: true }));
                    await expect(title).toHaveText(demo.step("power"));
                    await answerAllOff();
                    await expect(title).toHaveText(demo.step("plug"));
                    await press(widget.button("guide.back"));
                    await expect(title).toHaveText(demo.step("power"));
                    await answerAllOff();
                    await press(panel.getByRole("button", { name: demo.choice("plug", "still-off") }));
                    await expect(title).toHaveText(demo.step("line-fault"));

                    await press(widget.button("guide.contact"));
                    await expect(title).toHaveText(demo.text("form.title"));
                    const date = panel.getByLabel(demo.field("since"));
                    await writeDate(date);
                    await expect(date).toHaveValue("2025-10-10");
                    await write(widget.field("message"), kMessage);
                    await write(widget.field("name"), "Ángela Núñez");
                    const email = `${language}.${width}.${means}@example.org`;
                    await write(widget.field("email"), email);
                    await press(widget.button("form.send"));

                    await expect(title).toHaveText(demo.text("receipt.title"));
                    await expect(title).toBeFocused();
                    const code = await widget.code.innerText();

                    const tickets = (await server.tickets()).filter(({ fields }) => fields["email"] === email);
                    expect(tickets).toHaveLength(1);
                    expect(tickets[0]).toMatchObject({
                        tracking_code: code,
                        language,
                        fields: { kind: "fault", service: "internet", since: "2025-10-10", message: kMessage, name: "Ángela Núñez" },
                        context: { page: `${server.origin}/` },
                    });
                    expect(tickets[0]?.transcript?.lines).toHaveLength(2);
                    expect(await server.show(code)).toContain(email);

                    async function answerAllOff(): Promise<void> {
                        const question = panel.getByRole("radiogroup", { name: demo.step("power") });
                        await chooseSecond(question);
                        await expect(question.getByRole("radio", { name: demo.choice("power", "all-off") })).toBeChecked();
                        await press(widget.button("guide.continue"));
                    }
                });
            });
        }
    }
}
