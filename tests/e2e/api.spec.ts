// What a site owner's scripts do with the real product, and what they are told.
import type { ConsoleMessage, Page } from "@playwright/test";
import type { VentanillaCall, VentanillaEvents } from "../../web/embed/api.d.ts";
import { expect, test } from "../support/product.ts";

const push = (page: Page, ...calls: VentanillaCall[]) => page.evaluate((all) => (window.ventanilla ||= []).push(...all), calls);

const kEvents: (keyof VentanillaEvents)[] = [
    "ready", "open", "close", "search", "search-empty", "article-view", "article-vote", "guide-start", "guide-step", "guide-end",
    "guide-abandon", "ticket-draft", "ticket-sent", "handoff", "error",
];

/** What the page has been told from now on, but when the panel was ready, opened and closed. */
async function listen(page: Page): Promise<() => Promise<unknown[]>> {
    await page.evaluate((names) => {
        const told: unknown[] = [];
        Object.assign(window, { told });
        for (const name of names) {
            addEventListener(`ventanilla:${name}`, ({ detail }) => told.push([name, detail]));
        }
    }, kEvents.slice(3));
    return () => page.evaluate(() => (window as unknown as { told: unknown[] }).told);
}

for (const view of ["", "&view=canvas"]) {
    test.describe(view ? "on a canvas" : "in the page's boxes", () => {
        test("a page opens an article, starts a guide and shows results by what they are called", async ({ page, server, widget, demo }) => {
            await page.goto(`${server.origin}/?lang=${demo.language}${view}`);
            await push(page, ["openArticle", "no-internet"]);
            await expect(widget.title).toHaveText(demo.article("no-internet"));
            await push(page, ["startGuide", "no-internet"]);
            await expect(widget.title).toHaveText(demo.step("power"));
            await push(page, ["search", demo.query]);
            await expect(widget.hit(demo.article("no-internet"))).toBeVisible();
            await expect(widget.search).toHaveValue(demo.query);
        });
    });
}

test("a call from before the script is there opens the panel where it is loaded", async ({ page, server, demo, widget }) => {
    await page.addInitScript(() => {
        if (window.parent === window) {
            (window.ventanilla ||= []).push(["openArticle", "slow-wifi"]);
        }
    });
    await page.goto(`${server.origin}/?lang=${demo.language}`);
    await expect(widget.title).toHaveText(demo.article("slow-wifi"));
    await expect(widget.title).toBeFocused();
});

test("a page opens the form with what it knows, and leaves what she has written", async ({ page, widget, demo }) => {
    await push(page, ["newTicket", { kind: "complaint", fields: { reference: "FF-2026-17", message: "Pedido 17" } }]);
    await expect(widget.title).toHaveText(demo.text("form.title"));
    await expect(widget.field("reference")).toHaveValue("FF-2026-17");
    await expect(widget.field("message")).toHaveValue("Pedido 17");
    await widget.field("message").fill("Lo mío");
    await push(page, ["close"], ["newTicket", { kind: "query", fields: { message: "Pedido 18", name: "Ana" } }]);
    await expect(widget.field("name")).toHaveValue("Ana");
    await expect(widget.field("message")).toHaveValue("Lo mío");
    await expect(widget.field("reference")).toHaveValue("FF-2026-17");
});

test("from a search over a guide to a request, the page is told what happened and nothing that was typed", async ({ page, widget, demo, email }) => {
    const told = await listen(page);
    await widget.open();
    await widget.search.pressSequentially(demo.query);
    await widget.hit(demo.article("no-internet")).click();
    await expect(widget.title).toHaveText(demo.article("no-internet"));
    await push(page, ["startGuide", "no-internet"]);
    await widget.panel.getByRole("radio", { name: demo.choice("power", "all-off") }).check();
    await widget.button("guide.continue").click();
    await expect(widget.title).toHaveText(demo.step("plug"));
    await push(page, ["openArticle", "slow-wifi"]);
    await widget.button("action.back").click();
    await widget.panel.getByRole("button", { name: demo.choice("plug", "still-off") }).click();
    await widget.button("guide.contact").click();
    await widget.field("message").fill("secreto");
    await widget.panel.getByLabel(demo.field("since")).fill("2025-10-10");
    await widget.field("name").fill("secreto");
    await widget.field("email").fill(email);
    await widget.button("form.send").click();
    await expect(widget.title).toHaveText(demo.text("receipt.title"));
    await expect.poll(told).toContainEqual(["ticket-sent", {}]);
    const all = await told();
    expect(all).toEqual([
        ["search", { results: expect.any(Number) }],
        ["article-view", { id: "no-internet" }],
        ["guide-start", { id: "no-internet" }],
        ["guide-step", { id: "no-internet", step: "plug" }],
        ["guide-abandon", { id: "no-internet", step: "plug" }],
        ["article-view", { id: "slow-wifi" }],
        ["guide-step", { id: "no-internet", step: "plug" }],
        ["guide-end", { id: "no-internet", outcome: "line-fault" }],
        ["handoff", { guide: "no-internet" }],
        ["ticket-draft", {}],
        ["ticket-sent", {}],
    ]);
    expect(JSON.stringify(all)).not.toMatch(/secreto|@|interent|conection/);
});

test("what the site does not have is told to the page and said on the console, once", async ({ page, widget, demo }) => {
    const warnings: string[] = [];
    page.on("console", (message: ConsoleMessage) => message.type() === "warning" && warnings.push(message.text()));
    const told = await listen(page);
    await push(page, ["openArticle", "no-internt"], ["openArticle", "no-internt"], ["startGuide", "no-internt"]);
    await push(page, ["newTicket", { fields: { colour: "red" } }], ["openArticle", 7 as unknown as string]);
    await expect(widget.title).toHaveText(demo.text("form.title"));
    await expect.poll(told).toEqual([
        ["error", { reason: "no-such-article", id: "no-internt" }],
        ["error", { reason: "no-such-article", id: "no-internt" }],
        ["error", { reason: "no-such-guide", id: "no-internt" }],
        ["handoff", {}],
        ["error", { reason: "bad-call", id: "openArticle" }],
        ["error", { reason: "no-such-field", id: "colour" }], // the form has to come first
    ]);
    expect(warnings.filter((text) => text.startsWith("Ventanilla: "))).toEqual([
        expect.stringContaining('there is no article "no-internt"'),
        expect.stringContaining('there is no guide "no-internt"'),
        expect.stringContaining("openArticle() was called with what it does not take"),
        expect.stringContaining('the form has no field "colour"'),
    ]);
});

test("a widget that is moved while open goes on where it was", async ({ page, widget, demo }) => {
    await push(page, ["openArticle", "slow-wifi"]);
    await expect(widget.title).toHaveText(demo.article("slow-wifi"));
    await page.evaluate(() => document.body.append(document.querySelector("ventanilla-widget") as Element));
    await expect(widget.title).toHaveText(demo.article("slow-wifi"));
    await expect(widget.title).toBeFocused();
});
