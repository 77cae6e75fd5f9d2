// The portal's pages in Firefox, as the app takes them over.
import { expect, test } from "../support/firefox.ts";

for (const language of ["es", "en"] as const) {
    test.describe(language, () => {
        test.use({ language });

        test("what she types on the portal is searched for in place, and the guide goes on without a reload", async ({ customer, demo, server }) => {
            const { page, host } = customer;
            await page.goto(`${server.origin}/${language}/`);
            await page.evaluate(() => Object.assign(window, { sameDocument: true }));
            await (await host.see("searchbox")).type(demo.query);
            await host.see("link", demo.article("no-internet"));
            await host.press("button", demo.text("action.back"));
            await host.press("link", demo.guideTitle);
            await host.press("radio", demo.choice("power", "all-off"));
            await host.press("button", demo.text("guide.continue"));
            await host.see("heading", demo.step("plug"));
            expect(await page.evaluate(() => "sameDocument" in window)).toBe(true);
        });
    });
}
