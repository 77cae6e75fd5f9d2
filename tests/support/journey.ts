// The way of a customer whose internet is gone: search, read, follow the guide, write, get a code; by whatever means.
import { expect, type Locator } from "@playwright/test";
import type { Server } from "./server.ts";
import type { Widget } from "./widget.ts";

export const kMessage = "Desde ayer no funciona nada: ¿qué más puedo probar? Ñandú & 5 €";

export interface Customer {
    open(): Promise<void>;
    press(target: Locator): Promise<void>;
    /** What stands before the focus, in the head. */
    pressBefore(target: Locator): Promise<void>;
    chooseSecond(question: Locator): Promise<void>;
    write(target: Locator, text: string): Promise<void>;
    writeDate(target: Locator): Promise<void>;
}

export const byMouse = (widget: Widget): Customer => ({
    open: () => widget.open(),
    press: (target) => target.click(),
    pressBefore: (target) => target.click(),
    chooseSecond: (question) => question.getByRole("radio").nth(1).check(),
    write: (target, text) => target.pressSequentially(text),
    writeDate: (target) => target.fill("2025-10-10"),
});

export const byKeyboard = (widget: Widget): Customer => {
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

/** From a query with a typing error to a tracking code, and what the server then holds. */
export async function travel(widget: Widget, customer: Customer, server: Server, email: string): Promise<void> {
    const { panel, title, demo } = widget;
    const { open, press, pressBefore, chooseSecond, write, writeDate } = customer;

    await open();
    await write(widget.search, demo.query);
    const hit = widget.hit(demo.article("no-internet"));
    await expect(hit).toBeVisible();
    await press(hit);
    await expect(title).toHaveText(demo.article("no-internet"));
    // The title, or the section that the result was from.
    await expect(panel.locator("h1:focus, article :is(h2, h3, h4):focus")).toHaveCount(1);
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
    await write(widget.field("email"), email);
    await press(widget.button("form.send"));

    await expect(title).toHaveText(demo.text("receipt.title"));
    await expect(title).toBeFocused();
    const code = await widget.code.innerText();

    const tickets = (await server.tickets()).filter(({ fields }) => fields["email"] === email);
    expect(tickets).toHaveLength(1);
    expect(tickets[0]).toMatchObject({
        tracking_code: code,
        language: demo.language,
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
}
