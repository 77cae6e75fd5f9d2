// Promise 1 in the whole browser: what was sent without a network, or whose answer was lost, outlives the tab and the browser, and
// arrives once.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import AxeBuilder from "@axe-core/playwright";
import { type BrowserContext, chromium, type Page } from "@playwright/test";
import { expect, test as base } from "../support/product.ts";
import { Widget } from "../support/widget.ts";

interface Profile {
    /** A browser with what the one before has left behind. */
    open(): Promise<BrowserContext>;
}

const test = base.extend<{ profile: Profile }>({
    profile: async ({ launchOptions, language }, use) => {
        const folder = await mkdtemp(join(tmpdir(), "ventanilla-profile-"));
        const opened: BrowserContext[] = [];
        await use({
            async open() {
                const context = await chromium.launchPersistentContext(folder, { ...launchOptions, locale: language });
                opened.push(context);
                return context;
            },
        });
        await Promise.all(opened.map((context) => context.close()));
        // Some of the browser may still be writing.
        await rm(folder, { recursive: true, force: true, maxRetries: 10 });
    },
});

/** Kept on the device and marked on the page. */
async function expectKept(page: Page): Promise<void> {
    await expect.poll(() => page.evaluate(() => Object.keys(localStorage))).toContain("ventanilla");
}

for (const language of ["es", "en"] as const) {
    test.describe(language, () => {
        test.use({ language, locale: language });

        test("sent without a network, it goes out by itself once the browser has been closed and the page is visited again", async ({ profile, demo, server, email }) => {
            const home = `${server.origin}/?lang=${language}`;
            const before = await profile.open();
            const page = await before.newPage();
            await page.goto(home);
            const widget = new Widget(page, demo);
            await widget.write(email, "Sin red");
            await before.setOffline(true);
            await widget.button("form.send").click();
            await expect(widget.title).toHaveText(demo.text("form.waiting.title"));
            await expect(widget.panel.getByText(demo.text("form.kept"))).toBeVisible();
            await expect(widget.field("message")).not.toBeEditable();
            expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
            await expectKept(page);
            await before.close();
            const sent = async () => (await server.tickets()).filter(({ fields }) => fields["email"] === email);
            expect(await sent()).toEqual([]);

            const again = await (await profile.open()).newPage();
            await again.goto(home);
            await expect.poll(async () => (await sent()).length).toBe(1);
            await expect.poll(() => again.evaluate(() => Object.keys(localStorage))).toEqual([]);
            const later = new Widget(again, demo);
            await later.launcher.click();
            await expect(later.panel.getByRole("link", { name: demo.text("outbox.receipt") })).toBeVisible();
            await later.panel.getByRole("link", { name: demo.text("outbox.receipt") }).click();
            await expect(later.title).toHaveText(demo.text("receipt.title"));
            await expect(later.code).toBeVisible();
            await again.reload();
            expect(await sent()).toHaveLength(1);
        });
    });
}

test("a request whose answer was cut is sent again by itself, and counts once", async ({ profile, demo, server, email }) => {
    const context = await profile.open();
    const page = await context.newPage();
    const keys: string[] = [];
    page.on("request", (request) => request.method() === "POST" && keys.push(request.headers()["idempotency-key"] ?? ""));
    await page.route("**/api/v1/tickets", async (route) => {
        await route.fetch();
        await route.abort();
    }, { times: 1 });
    await page.goto(`${server.origin}/?lang=${demo.language}`);
    const widget = new Widget(page, demo);
    await widget.write(email, "Cortado");
    await widget.button("form.send").click();
    await expect(widget.title).toHaveText(demo.text("receipt.title"));
    expect(new Set(keys).size).toBe(1);
    expect(keys.length).toBeGreaterThan(1);
    expect((await server.tickets()).filter(({ fields }) => fields["email"] === email)).toHaveLength(1);
});

test("two tabs with the same waiting request send it once, and a second message does not wait for the first", async ({ profile, demo, server, email }) => {
    const context = await profile.open();
    const home = `${server.origin}/?lang=${demo.language}`;
    const page = await context.newPage();
    await page.goto(home);
    const widget = new Widget(page, demo);
    await widget.write(email, "Uno");
    await page.route("**/api/v1/tickets", (route) => route.abort());
    await widget.button("form.send").click();
    await expect(widget.title).toHaveText(demo.text("form.waiting.title"));
    await expectKept(page);

    const other = await context.newPage();
    await other.goto(home);
    const sent = async () => (await server.tickets()).filter(({ fields }) => fields["email"] === email).map(({ fields }) => fields["message"]);
    await expect.poll(sent).toEqual(["Uno"]);
    await page.unroute("**/api/v1/tickets");
    await expect(widget.title).toHaveText(demo.text("receipt.title"));
    expect(await sent()).toEqual(["Uno"]);
});

test("with a broken storage she is told to leave the page open, and it is sent once the network is back", async ({ profile, demo, server, email }) => {
    const context = await profile.open();
    await context.addInitScript(() => {
        for (const name of ["localStorage", "sessionStorage", "indexedDB"]) {
            Object.defineProperty(window, name, {
                get() {
                    throw new DOMException("", "SecurityError");
                },
            });
        }
    });
    const page = await context.newPage();
    await page.goto(`${server.origin}/?lang=${demo.language}`);
    const widget = new Widget(page, demo);
    await widget.write(email, "Sin almacén");
    await context.setOffline(true);
    await widget.button("form.send").click();
    await expect(widget.panel.getByText(demo.text("form.unkept"))).toBeVisible();
    await context.setOffline(false);
    await expect(widget.title).toHaveText(demo.text("receipt.title"));
    expect((await server.tickets()).filter(({ fields }) => fields["email"] === email)).toHaveLength(1);
});
