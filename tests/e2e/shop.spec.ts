// On a shop of another site that allows nothing but the launcher's script and frame, with the browser keeping the
// frame's storage from it (Debian's Chromium does by default) and without.
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { chromium, type Page } from "@playwright/test";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test as base } from "../support/product.ts";
import { shopPage, shopPolicy, shopStyle } from "../support/shop.ts";
import { watch } from "../support/watch.ts";
import { Widget } from "../support/widget.ts";

/** The shop's address. */
const test = base.extend<object, { shop: string }>({
    shop: [
        async ({ server }, use) => {
            const shop = createServer((request, response) => {
                if (request.url === "/shop.css") {
                    response.writeHead(200, { "Content-Type": "text/css" }).end(shopStyle);
                    return;
                }
                response.writeHead(200, { "Content-Type": "text/html", "Content-Security-Policy": shopPolicy(server.help) });
                response.end(shopPage(server.help));
            });
            await new Promise<void>((listening) => shop.listen(0, "localhost", listening));
            await use(`http://shop.localhost:${(shop.address() as AddressInfo).port}`);
            shop.close();
        },
        { scope: "worker" },
    ],
});

const canStore = (page: Page) =>
    page.frames()[1]?.evaluate(() => {
        try {
            return sessionStorage.length >= 0;
        } catch {
            return false;
        }
    });

async function visitAndWrite(widget: Widget, shop: string, email: string, told: Record<string, string> = {}): Promise<void> {
    const { page, demo, panel } = widget;
    await page.goto(`${shop}/zapatos?session=secret`);
    await page.evaluate((values) => window.ventanilla?.setContext?.(values), told);
    await widget.open();
    await widget.search.pressSequentially(demo.query);
    await expect(widget.hit(demo.article("no-internet"))).toBeVisible();
    await widget.button("person.contact").click();
    await panel.getByRole("radio").first().check();
    await widget.field("message").fill("Zapatos");
    await widget.field("name").fill("Ana");
    await widget.field("email").fill(email);
}

test("it works where storage is blocked, and says where the customer wrote from, without query", async ({ page, shop, demo, email, server }) => {
    const widget = new Widget(page, demo);
    await visitAndWrite(widget, shop, email);
    expect(await canStore(page)).toBe(false);
    await expect(widget.panel.getByText(`${shop}/zapatos`, { exact: true })).toBeVisible();
    await widget.button("form.send").click();
    await expect(widget.title).toHaveText(demo.text("receipt.title"));
    const ticket = (await server.tickets()).find(({ fields }) => fields["email"] === email);
    expect(ticket?.context).toEqual({ page: `${shop}/zapatos`, searches: demo.query });
    await widget.button("action.close").click();
    await expect(widget.launcher).toBeFocused();
});

test("what she searched for goes along only if she leaves it in", async ({ page, shop, demo, email, server }) => {
    const widget = new Widget(page, demo);
    await visitAndWrite(widget, shop, email);
    await expect(widget.panel.getByText(demo.query, { exact: true })).toBeVisible();
    await widget.button("form.strike.trail").click();
    await expect(widget.panel.getByText(demo.query, { exact: true })).toHaveCount(0);
    await widget.button("form.send").click();
    await expect(widget.title).toHaveText(demo.text("receipt.title"));
    const ticket = (await server.tickets()).find(({ fields }) => fields["email"] === email);
    expect(ticket?.context).toEqual({ page: `${shop}/zapatos` });
});

test("the page's address goes along only if she leaves it in", async ({ page, shop, demo, email, server }) => {
    const widget = new Widget(page, demo);
    await visitAndWrite(widget, shop, email);
    await widget.button("form.strike.page").click();
    await widget.button("form.send").click();
    await expect(widget.title).toHaveText(demo.text("receipt.title"));
    const ticket = (await server.tickets()).find(({ fields }) => fields["email"] === email);
    expect(ticket).toBeDefined();
    expect(ticket?.context?.["page"]).toBeUndefined();
});

test("what the shop knows goes along as it is shown, and only if she leaves it in", async ({ page, shop, demo, email, server }) => {
    const widget = new Widget(page, demo);
    for (const isStruck of [false, true]) {
        const address = isStruck ? `b-${email}` : email;
        await visitAndWrite(widget, shop, address, { plan: "Fibra 600", "": "nameless", long: "x".repeat(2001) });
        await expect(widget.panel.getByText("Fibra 600", { exact: true })).toBeVisible();
        await expect(widget.panel.getByText("nameless")).toHaveCount(0);
        if (isStruck) {
            await widget.button("form.strike.values").click();
            await expect(widget.panel.getByText("Fibra 600")).toHaveCount(0);
        }
        await widget.button("form.send").click();
        await expect(widget.title).toHaveText(demo.text("receipt.title"));
        const ticket = (await server.tickets()).find(({ fields }) => fields["email"] === address);
        expect(ticket?.context?.["plan"]).toBe(isStruck ? undefined : "Fibra 600");
        expect(Object.keys(ticket?.context ?? {}).toSorted()).toEqual(isStruck ? ["page", "searches"] : ["page", "plan", "searches"]);
    }
});

test("a link of the shop's opens the form in the panel", async ({ page, shop, demo }) => {
    const widget = new Widget(page, demo);
    await page.goto(shop);
    await page.getByRole("link", { name: "Contacto" }).click();
    await expect(widget.title).toHaveText(demo.text("form.title"));
    await page.keyboard.press("Escape");
    await expect(page.getByRole("link", { name: "Contacto" })).toBeFocused();
});

test("where storage is allowed, a draft survives the shop's reload", async ({ shop, demo, email, launchOptions }) => {
    const profile = await mkdtemp(join(tmpdir(), "ventanilla-profile-"));
    await mkdir(join(profile, "Default"));
    await writeFile(join(profile, "Default", "Preferences"), JSON.stringify({ profile: { cookie_controls_mode: 0 } }));
    const context = await chromium.launchPersistentContext(profile, { ...launchOptions, locale: "es-ES" });
    const page = await context.newPage();
    const faults = watch(page);
    const widget = new Widget(page, demo);
    await visitAndWrite(widget, shop, email);
    expect(await canStore(page)).toBe(true);
    await page.reload();
    await widget.launcher.click();
    await expect(widget.field("message")).toHaveValue("Zapatos");
    faults.expectNone();
    await context.close();
    // Some of the browser may still be writing.
    await rm(profile, { recursive: true, force: true, maxRetries: 10 });
});
