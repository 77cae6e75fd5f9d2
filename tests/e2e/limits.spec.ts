// What is written too often is not lost: in the panel it waits and is sent later, and pages without JavaScript say when to send it.
import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect, test as base } from "../support/product.ts";
import { type Server, startServer } from "../support/server.ts";
import { post } from "../support/ventanilla.mjs";

/** One request with an address, and one form from each place, in an hour. */
const kLimits = "email=1/3600 forms=1/3600";

const test = base.extend<object, { server: Server }>({
    server: [
        async ({ browserName: _ }, use) => {
            const server = await startServer(undefined, "0", "--limits", kLimits);
            await use(server);
            await server.stop();
        },
        { scope: "worker" },
    ],
});

async function expectAccessible(page: Page): Promise<void> {
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
}

for (const language of ["es", "en"] as const) {
    test.describe(language, () => {
        test.use({ language, locale: language });

        test("a second message too soon waits in the panel, which sends it when it may", async ({ page, widget, demo, server, email, faults }) => {
            faults.allow(/status of 429/);
            const fields = { kind: "query", message: "Uno", name: "Íñigo", email };
            expect((await post(server.origin, { language, form: "contact", fields })).status).toBe(201);
            await widget.open();
            await widget.button("person.contact").click();
            await expect(widget.title).toHaveText(demo.text("form.title"));
            await widget.panel.getByRole("radio").first().check();
            await widget.field("message").fill("Dos");
            await widget.field("name").fill("Íñigo");
            await widget.field("email").fill(email);
            await widget.button("form.send").click();
            await expect(widget.title).toHaveText(demo.text("form.waiting.title"));
            const notice = widget.panel.getByRole("form").getByRole("status");
            await expect(notice).toHaveText(demo.text("form.later"));
            await expect(notice).toBeFocused();
            await expect(widget.panel.getByText(demo.text("form.kept"))).toBeVisible();
            await expect(widget.field("message")).toHaveValue("Dos");
            await expect(widget.field("message")).not.toBeEditable();
            await expectAccessible(page);
            expect((await server.tickets()).filter(({ fields }) => fields["email"] === email)).toHaveLength(1);
        });

        test.describe("without JavaScript", () => {
            test.use({ javaScriptEnabled: false });

            const send = async (page: Page, origin: string, demo: { text(key: string): string; field(key: string): string }, email: string, message: string) => {
                await page.goto(`${origin}/${language}/${demo.text("path.contact")}`);
                await page.getByRole("radio").first().check();
                await page.getByRole("textbox", { name: demo.field("message") }).fill(message);
                await page.getByRole("textbox", { name: demo.field("name") }).fill("Ana");
                await page.getByRole("textbox", { name: demo.field("email") }).fill(email);
                const [response] = await Promise.all([
                    page.waitForResponse((each) => each.request().method() === "POST"),
                    page.getByRole("button", { name: demo.text("form.send"), exact: true }).click(),
                ]);
                return response;
            };

            test("a second message too soon stays in the page's form, which says when to send it", async ({ page, demo, server, email, faults }) => {
                faults.allow(/status of 429/);
                expect((await send(page, server.origin, demo, email, "Uno")).status()).toBe(200);
                const refused = await send(page, server.origin, demo, email, "Dos");
                expect(refused.status()).toBe(429);
                expect(Number(refused.headers()["retry-after"])).toBeGreaterThan(300);
                await expect(page.getByText(demo.text("form.busy_minutes"))).toBeVisible();
                await expect(page.getByRole("textbox", { name: demo.field("message") })).toHaveValue("Dos");
                expect((await server.tickets()).filter(({ fields }) => fields["email"] === email)).toHaveLength(1);
            });

            test("who sends forms without end reads a page about it, and what she wrote is behind it", async ({ page, demo, server, email, faults }) => {
                faults.allow(/status of 429/);
                // As a proxy on this machine says it.
                await page.setExtraHTTPHeaders({ "X-Forwarded-For": language === "es" ? "203.0.113.1" : "203.0.113.2" });
                expect((await send(page, server.origin, demo, email, "Uno")).status()).toBe(200);
                const refused = await send(page, server.origin, demo, email, "Dos");
                expect(refused.status()).toBe(429);
                expect(refused.headers()["retry-after"]).toBeDefined();
                await expect(page.getByRole("heading", { level: 1 })).toHaveText(demo.portal("portal.busy.title"));
                await expect(page.getByText(demo.portal("portal.busy.text"))).toBeVisible();
                await page.goBack();
                await expect(page.getByRole("textbox", { name: demo.field("message") })).toHaveValue("Dos");
            });
        });
    });
}
