// The portal's pages in Firefox where no script comes: of pages without scripts BiDi sees nothing.
import { expect, test } from "../support/firefox.ts";

for (const language of ["es", "en"] as const) {
    test.describe(language, () => {
        test.use({ language });

        test("without scripts she searches, follows the guide and sends a request", async ({ customer, demo, server }) => {
            const { page, host } = customer;
            const email = `plain.${language}@example.org`;
            await page.setRequestInterception(true);
            page.on("request", (request) => void (request.url().endsWith(".js") ? request.abort() : request.continue()));
            await page.goto(`${server.origin}/${language}/`);
            await (await host.see("searchbox")).type(demo.query);
            await page.keyboard.press("Enter");
            await host.see("heading", demo.text("search.title"));
            await host.press("link", demo.article("no-internet"));
            await host.see("article");
            await page.goto(`${server.origin}/${language}/${demo.text("path.guides")}/no-internet`);
            await host.press("radio", demo.choice("power", "all-off"));
            await host.press("button", demo.text("guide.continue"));
            await host.see("heading", demo.step("plug"));
            await host.press("button", demo.text("person.contact"));
            await host.see("heading", demo.text("form.title"));
            await host.press("radio");
            await host.write(demo.field("message"), "Hola");
            await host.write(demo.field("name"), "Ana");
            await host.write(demo.field("email"), email);
            await host.press("button", demo.text("form.send"));
            await host.see("heading", demo.text("receipt.title"));
            expect((await server.tickets()).filter(({ fields }) => fields["email"] === email)).toHaveLength(1);
        });
    });
}
