// The whole product in its pseudo-language: accented, 40 % longer, in brackets, from right to left.
import type { Page } from "@playwright/test";
import { isTaken, isWhole, pagesOf } from "../support/portal.ts";
import { expect, test as base } from "../support/product.ts";
import { type Server, startServer } from "../support/server.ts";
import { lookOver } from "../support/whole_texts.ts";

const test = base.extend<object, { pseudo: Server }>({
    pseudo: [
        async ({ browserName: _ }, use) => {
            const server = await startServer(undefined, "0", "--pseudo");
            await use(server);
            await server.stop();
        },
        { scope: "worker" },
    ],
});

const kGood = { foreign: [], clipped: [], misplaced: [] };

const expectGood = async (page: Page, name: string, typed: string[] = []) =>
    expect.soft(await lookOver(page, typed), name).toEqual(kGood);

/** Whether the middle of `one` is left of that of `other`. */
const isLeftOf = async (one: ReturnType<Page["locator"]>, other: ReturnType<Page["locator"]>) => {
    const [first, second] = [await one.boundingBox(), await other.boundingBox()];
    return first !== null && second !== null && first.x + first.width / 2 < second.x + second.width / 2;
};

for (const width of [320, 1280]) {
    test.describe(`in the pseudo-language, ${width} px`, () => {
        test.use({ viewport: { width, height: 740 } });

        test("every screen of the panel is translated, fits and stands from the right", async ({ page, pseudo, demo, faults }) => {
            faults.allow(/status of 404/); // an article that is not there
            const screens = { ...pagesOf(demo), "missing article": `${demo.text("path.articles")}/ninguno` };
            for (const [name, path] of Object.entries(screens)) {
                await page.goto("about:blank");
                await page.goto(`${pseudo.origin}/widget/es/#/es/${path}`);
                await expect(page.locator(".screen h1")).not.toBeEmpty();
                await expect(page.locator("main")).not.toContainText("ļóáðíñĝ");
                await expectGood(page, name, ["xyzzy", demo.query, demo.meant]);
            }
        });

        test("what the form says of a mistake, and the receipt, are too", async ({ page, pseudo, demo }) => {
            const message = "Hola";
            await page.goto(`${pseudo.origin}/widget/es/#/es/${demo.text("path.contact")}`);
            const send = page.getByRole("button", { name: /^⟦éñṽíáŕ/ });
            await send.click();
            await expect(page.locator("[aria-invalid=true]").first()).toBeVisible();
            await expectGood(page, "form with mistakes");
            await page.getByRole("radio").first().check();
            await page.getByRole("textbox", { name: demo.field("message") }).fill(message);
            await page.getByRole("textbox", { name: demo.field("name") }).fill("Ana");
            await page.getByRole("textbox", { name: demo.field("email") }).fill("ana@example.org");
            await send.click();
            await expect(page).toHaveURL(new RegExp(`${demo.text("path.receipt")}$`));
            await expectGood(page, "receipt", [message, "Ana", "ana@example.org"]);
        });

        test("every page of the portal is, as it comes and as the app has taken it over", async ({ page, pseudo, demo, faults }) => {
            faults.allow(/status of 404/);
            for (const [name, path] of Object.entries({ ...pagesOf(demo), "no such page": "ninguna" })) {
                await page.goto(`${pseudo.origin}/es/${path}`);
                await isWhole(page);
                await expectGood(page, name, ["xyzzy", demo.query, demo.meant]);
            }
            await page.goto(`${pseudo.origin}/es/`);
            await page.getByRole("searchbox").fill("wifi");
            await isTaken(page);
            await expect(page.locator("main ul[role=list] a").first()).toBeVisible();
            await expectGood(page, "taken over", ["wifi"]);
        });

        test("on a page from right to left the launcher and the panel stand at the line's end", async ({ page, pseudo }) => {
            await page.goto(`${pseudo.origin}/es/`);
            const launcher = page.locator("ventanilla-widget button.launcher");
            await expect(launcher).toContainText("⟦");
            expect(await isLeftOf(launcher, page.locator("html"))).toBe(true);
            await launcher.click();
            const panel = page.locator("ventanilla-widget .panel");
            await expect(panel.locator("iframe").contentFrame().locator(".screen h1")).toContainText("⟦");
            const box = await panel.boundingBox();
            expect(box?.x).toBeGreaterThanOrEqual(0);
            expect(box && box.x + box.width).toBeLessThanOrEqual(width);
            const inner = panel.locator("iframe").contentFrame();
            expect(await isLeftOf(inner.locator(".head-end"), inner.locator(".head-start"))).toBe(true);
            if (width > 480) {
                expect(await isLeftOf(panel, page.locator("html"))).toBe(true);
            }
        });
    });
}
