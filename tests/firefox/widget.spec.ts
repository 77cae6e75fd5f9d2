// The help on a page of another site, in Firefox: what a customer does with pointer and keys, on a screen and on a phone.
import { expect, test } from "../support/firefox.ts";
import { kMessage } from "../support/journey.ts";

for (const language of ["es", "en"] as const) {
    test.describe(language, () => {
        test.use({ language });

        test("she opens it, finds an article in spite of a typing error, reads it and is back where she was", async ({ customer, demo, site }) => {
            const { page, host } = customer;
            await page.goto(site.add({ tag: `data-lang="${language}"` }));
            const panel = await customer.open();
            await page.keyboard.type(demo.query);
            await panel.press("link", demo.article("no-internet"));
            await panel.see("heading", demo.article("no-internet"));
            await panel.see("article");
            await page.keyboard.press("Escape");
            await host.doNotSee("dialog");
            await expect.poll(() => host.hasFocus("button", demo.text("launcher.open"))).toBe(true);
        });

        test("by keyboard she comes from the launcher over a guide to a tracking code", async ({ customer, demo, site, server }) => {
            const { page, host } = customer;
            const email = `firefox.${language}@example.org`;
            await page.goto(site.add({ tag: `data-lang="${language}"` }));
            await customer.tabTo(host, "button", demo.text("launcher.open"));
            await page.keyboard.press("Enter");
            const panel = await customer.panel();
            await expect.poll(() => panel.hasFocus("searchbox")).toBe(true);
            await customer.tabTo(panel, "link", demo.guideTitle);
            await page.keyboard.press("Enter");
            await panel.see("heading", demo.step("power"));
            await customer.tabTo(panel, "radio", demo.choice("power", "on"));
            await page.keyboard.press("ArrowDown");
            await customer.tabTo(panel, "button", demo.text("guide.continue"));
            await page.keyboard.press("Enter");
            await panel.see("heading", demo.step("plug"));
            await customer.tabTo(panel, "button", demo.choice("plug", "still-off"));
            await page.keyboard.press("Enter");
            await panel.see("heading", demo.step("line-fault"));
            await customer.tabTo(panel, "button", demo.text("guide.contact"));
            await page.keyboard.press("Enter");
            await panel.see("heading", demo.text("form.title"));
            // Day and month are the same: some browsers ask for the one first, some for the other.
            for (const [field, text] of [["since", "10102025"], ["message", kMessage], ["name", "Ángela Núñez"], ["email", email]] as const) {
                await customer.tabTo(panel, "textbox", demo.field(field));
                await page.keyboard.type(text);
            }
            await customer.tabTo(panel, "button", demo.text("form.send"));
            await page.keyboard.press("Enter");
            await panel.see("heading", demo.text("receipt.title"));
            await expect.poll(() => panel.hasFocus("heading", demo.text("receipt.title"))).toBe(true);
            const tickets = (await server.tickets()).filter(({ fields }) => fields["email"] === email);
            expect(tickets).toMatchObject([{ language, fields: { kind: "fault", since: "2025-10-10", message: kMessage, name: "Ángela Núñez" } }]);
            expect(tickets[0]?.transcript?.lines).toHaveLength(2);
            expect(await panel.text()).toContain(tickets[0]?.tracking_code);
        });
    });
}

test("a form with faults says them at its fields, leads to the first, and sends nothing", async ({ customer, demo, shop }) => {
    await customer.page.goto(shop);
    const panel = await customer.open();
    await panel.press("button", demo.text("person.contact"));
    await panel.press("button", demo.text("form.send"));
    await expect.poll(() => panel.hasFocus("radio")).toBe(true);
    expect(await panel.text()).toContain(demo.fault("required"));
    await panel.see("heading", demo.text("form.title"));
});

test("a page that trusts nobody, demands Trusted Types and hides everything has the help above what covers it", async ({ customer, demo, site }) => {
    const { page } = customer;
    const hostile = "<style>* { display: none !important } html, body { display: block !important }</style>";
    const cover = '<div style="display: block !important; position: fixed; inset: 0; z-index: 2147483647; background: silver"></div>';
    await page.goto(site.add({ head: hostile, body: cover }));
    const panel = await customer.open();
    const above = await page.evaluate(() => {
        const { left, top, width, height } = document.querySelector("ventanilla-widget")?.shadowRoot?.querySelector(".panel")?.getBoundingClientRect() ?? new DOMRect();
        return document.elementFromPoint(left + width / 2, top + height / 2)?.localName;
    });
    expect(above).toBe("ventanilla-widget");
    await page.keyboard.type(demo.query);
    await panel.see("link", demo.article("no-internet"));
});

test("on a phone it is a sheet over the page, which is out of reach until it is closed", async ({ customer, demo, shop }) => {
    const { page, host } = customer;
    await page.setViewport({ width: 360, height: 740 });
    await page.goto(shop);
    const panel = await customer.open();
    const { width, sideways } = await panel.frame.evaluate(() => {
        const { scrollWidth, clientWidth } = document.documentElement;
        return { width: innerWidth, sideways: scrollWidth - clientWidth };
    });
    expect({ width, sideways }).toEqual({ width: 360, sideways: 0 });
    expect(await page.evaluate(() => document.body.inert)).toBe(true);
    await panel.press("button", demo.text("action.close"));
    await host.doNotSee("dialog");
    expect(await page.evaluate(() => document.body.inert)).toBe(false);
    await expect.poll(() => host.hasFocus("button", demo.text("launcher.open"))).toBe(true);
});

test("without a network a line says so, what is kept goes on, and the line goes with the fault", async ({ customer, demo, shop }) => {
    const { page } = customer;
    await page.goto(shop);
    const panel = await customer.open();
    await page.keyboard.type(demo.query);
    await panel.see("link", demo.article("no-internet"));
    await page.setOfflineMode(true);
    await panel.see("status", demo.text("offline.line"));
    await panel.press("button", demo.text("action.back"));
    await panel.press("link", demo.guideTitle);
    await panel.see("heading", demo.step("power"));
    await page.setOfflineMode(false);
    await panel.doNotSee("status", demo.text("offline.line"));
});
