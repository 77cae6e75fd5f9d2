// What becomes of a request: its customer shows by six digits from her mailbox that it is hers, reads, answers and closes it.
import AxeBuilder from "@axe-core/playwright";
import type { Locator, Page } from "@playwright/test";
import type { MailServer } from "../support/mail_server.mjs";
import { digits, expect, test } from "../support/mailed.ts";
import type { Server } from "../support/server.ts";
import { post } from "../support/ventanilla.mjs";

async function send(server: Server, language: string, email: string): Promise<string> {
    const fields = { kind: "query", message: "No va el wifi.\nNi con cable.", name: "Ana", email };
    const answer = await post(server.origin, { language, form: "contact", fields });
    return ((await answer.json()) as { tracking_code: string }).tracking_code;
}

async function expectAccessible(page: Page): Promise<void> {
    const { violations } = await new AxeBuilder({ page }).withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`)).toEqual([]);
}

for (const language of ["es", "en"] as const) {
    for (const scripted of [true, false]) {
        test.describe(`${language}, ${scripted ? "in the panel" : "without JavaScript"}`, () => {
            test.use({ language, locale: language, javaScriptEnabled: scripted, viewport: { width: 360, height: 740 } });

            test("a customer comes back to her request, reads the answer, replies, closes it and says that she was helped", async ({
                page,
                server,
                mails,
                demo,
                email,
                faults,
            }) => {
                faults.allow(/status of (422|403)/); // what was not her code
                const code = await send(server, language, email);
                const path = `/${language}/${demo.text("path.requests")}`;
                await page.goto(server.origin + (scripted ? `/widget/${language}/#${path}` : path));
                const button = (key: string): Locator => page.getByRole("button", { name: demo.text(key), exact: true });
                const field = (key: string): Locator => page.getByRole("textbox", { name: demo.text(key) });
                const title = page.getByRole("heading", { level: 1 });
                await expect(title).toHaveText(demo.text("requests.title"));
                if (scripted) {
                    await expectAccessible(page);
                }
                await field("requests.code").fill("7KQ2");
                await page.keyboard.press("Enter");
                await expect(page.locator("[aria-invalid]")).toHaveCount(1);
                await field("requests.code").fill(code.toLowerCase());
                await page.keyboard.press("Enter");
                await expect(title).toHaveText(demo.text("request.title"));
                await expect(page.getByText("No va el wifi.")).toHaveCount(0);

                await server.team("reply", code, "Apaga el router.\n\nY espera.", "--author", "Lucía");
                await server.team("note", code, "Cliente difícil", "--author", "Lucía");
                await mails.received(email, 2);
                await button("request.mail_digits").click();
                await expect(field("request.digits")).toBeVisible();
                const right = await digits(mails, email, 3);
                await field("request.digits").fill(right === "123456" ? "654321" : "123456");
                await page.keyboard.press("Enter");
                await expect(page.getByText(demo.text("request.wrong_digits"), { exact: true })).toBeVisible();
                if (scripted) {
                    await expect(field("request.digits")).toBeFocused();
                    await expectAccessible(page);
                }
                await field("request.digits").fill(right);
                await page.keyboard.press("Enter");

                await expect(page.getByText("Apaga el router.")).toBeVisible();
                await expect(page.getByRole("heading", { level: 3 })).toHaveText("Lucía");
                await expect(page.getByText("Ni con cable.")).toBeVisible();
                await expect(page.getByText(demo.text("request.status.waiting"), { exact: true })).toBeVisible();
                await expect(page.getByText("Cliente difícil")).toHaveCount(0);
                if (scripted) {
                    await expectAccessible(page);
                }
                await field("request.reply").fill("Ya está.\nSigue igual.");
                await button("request.reply.send").click();
                await expect(page.getByRole("heading", { level: 3 })).toHaveText(["Lucía", demo.text("request.you")]);
                await expect(page.getByText("Sigue igual.")).toBeVisible();
                await expect(field("request.reply")).toHaveValue("");
                await button("request.close").click();
                await expect(page.getByText(demo.text("request.status.closed"), { exact: true })).toBeVisible();
                await button("rating.good").click();
                await expect(page.getByText(demo.text("rating.thanks"))).toBeVisible();
                await field("rating.comment").fill("Muy amables");
                await button("rating.send").click();
                await expect(field("rating.comment")).toHaveCount(0);
                if (scripted) {
                    await expectAccessible(page);
                }
                await button("request.reopen").click();
                await expect(page.getByText(demo.text("request.status.open"), { exact: true })).toBeVisible();

                const kept = await server.show(code);
                expect(kept.match(/Sigue igual/g)).toHaveLength(1);
                expect(kept).toContain("Muy amables");
            });
        });
    }
}

test.describe("in the panel", () => {
    const open = async (page: Page, server: Server, mails: MailServer, email: string, path = "/widget/es/#/es/solicitudes/"): Promise<string> => {
        const code = await send(server, "es", email);
        await page.goto(server.origin + path + code);
        await mails.received(email, 1);
        await expect(page.locator("#form-parts")).toHaveCount(0); // the app has the page
        await page.locator('[data-key="mail"]').click();
        await page.locator('[data-key="request.digits"] input').fill(await digits(mails, email, 2));
        await page.keyboard.press("Enter");
        await expect(page.locator('[data-key="messages"]')).toBeVisible();
        return code;
    };

    test("a reply whose answer is cut arrives once", async ({ page, server, mails, email, demo, faults }) => {
        faults.allow(/ERR_FAILED|Failed to load/);
        const code = await open(page, server, mails, email);
        let cuts = 0;
        await page.route("**/messages", async (route) => {
            cuts += 1;
            await (cuts === 1 ? route.fetch().then(() => route.abort()) : route.continue());
        });
        await page.getByRole("textbox", { name: demo.text("request.reply") }).fill("Una sola vez");
        await page.getByRole("button", { name: demo.text("request.reply.send") }).click();
        await expect(page.getByText(demo.text("request.unsent"))).toBeVisible();
        await expect(page.getByRole("heading", { level: 3 })).toHaveText([demo.text("request.you")], { timeout: 20_000 });
        await expect(page.getByText(demo.text("request.unsent"))).toHaveCount(0, { timeout: 20_000 });
        expect(cuts).toBe(2);
        expect((await server.show(code)).match(/Una sola vez/g)).toHaveLength(1);
    });

    test("an answer of the team is shown while she looks, and told to a screen reader", async ({ page, server, mails, email, demo }) => {
        const code = await open(page, server, mails, email);
        await page.clock.install();
        await page.clock.pauseAt(Date.now() + 1000); // she would look again by herself a quarter of a minute later
        await server.team("reply", code, "Ya lo vemos", "--author", "Lucía");
        await expect(page.getByText("Ya lo vemos")).toBeVisible();
        await page.clock.runFor(1000);
        await expect(page.getByRole("status").filter({ hasText: demo.text("request.news") })).toHaveCount(1);
        await server.team("reply", code, "Está arreglado", "--author", "Lucía");
        await expect(page.getByText("Está arreglado")).toBeVisible();
    });

    test("where nothing lets the stream through, an answer is shown a little later", async ({ page, server, mails, email, faults }) => {
        faults.allow(/net::ERR_FAILED/);
        await page.route("**/events?*", (route) => route.abort());
        await page.clock.install();
        const code = await open(page, server, mails, email);
        await server.team("reply", code, "Ya lo vemos", "--author", "Lucía");
        await page.clock.fastForward(20_000);
        await expect(page.getByText("Ya lo vemos")).toBeVisible();
    });

    test("a page that is not seen holds no stream, and looks when it is seen again", async ({ page, server, mails, email }) => {
        const see = (hidden: boolean): Promise<void> =>
            page.evaluate((value) => {
                Object.defineProperty(document, "hidden", { configurable: true, get: () => value });
                document.dispatchEvent(new Event("visibilitychange"));
            }, hidden);
        const opened = page.waitForRequest("**/events?*");
        const code = await open(page, server, mails, email);
        const closed = page.waitForEvent("requestfailed", (failed) => failed === stream);
        const stream = await opened;
        await see(true);
        await closed;
        await server.team("reply", code, "Ya lo vemos", "--author", "Lucía");
        await expect(page.getByText("Ya lo vemos")).toHaveCount(0);
        await see(false);
        await expect(page.getByText("Ya lo vemos")).toBeVisible();
    });

    for (const place of ["in the panel", "in the portal"]) {
        test(`it is hers until the tab is closed, ${place}, and nobody else's`, async ({ page, server, mails, email, context }) => {
            await open(page, server, mails, email, place === "in the panel" ? "/widget/es/#/es/solicitudes/" : "/es/solicitudes/");
            await page.reload();
            await expect(page.locator('[data-key="messages"]')).toBeVisible();
            const other = await context.newPage();
            await other.goto(page.url());
            await expect(other.locator('[data-key="mail"]')).toBeVisible();
            await expect(other.locator('[data-key="messages"]')).toHaveCount(0);
            expect(await page.evaluate(() => JSON.stringify(localStorage) + document.cookie)).toBe("{}");
        });
    }
});
