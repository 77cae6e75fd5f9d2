// The launcher on a hostile page, with a stand-in for the panel.
import { expect, test } from "@playwright/test";
import { asked, heard, kShop, launcher, panel, panelFrame, say, visit } from "../support/shop.ts";
import { watch } from "../support/watch.ts";

test("a page that allows nothing and hides everything still shows the launcher, and nothing is asked for before it is used", async ({ page }) => {
    const faults = watch(page);
    const requests = await visit(page);
    await expect(launcher(page)).toBeVisible();
    expect(await page.evaluate(() => document.querySelector("ventanilla-widget")?.parentElement === document.documentElement)).toBe(true);
    expect(requests.filter((address) => address.includes("help.localhost"))).toEqual(["http://help.localhost/embed.js"]);
    expect(await page.evaluate(() => [localStorage.length, sessionStorage.length, document.cookie])).toEqual([0, 0, ""]);
    await launcher(page).click();
    await expect(panel(page)).toBeVisible();
    faults.expectNone();
});

test("intent warms the panel up, unseen; a press shows it and puts it away", async ({ page }) => {
    await visit(page);
    await launcher(page).focus();
    const frame = await panelFrame(page);
    await expect.poll(() => frame.url()).toBe("http://help.localhost/widget/es/");
    await expect(panel(page)).toBeHidden();
    await expect(launcher(page)).toHaveAttribute("aria-expanded", "false");

    await page.keyboard.press("Enter");
    await expect(panel(page)).toBeVisible();
    await expect(panel(page)).toHaveAttribute("aria-modal", "false");
    await expect(launcher(page)).toHaveAttribute("aria-expanded", "true");
    await page.keyboard.press("Escape");
    await expect(panel(page)).toBeHidden();
    await expect(launcher(page)).toBeFocused();
});

test("a page that asks for the view on a canvas gets the panel's page with it", async ({ page }) => {
    await visit(page, 'data-view="canvas"');
    await launcher(page).focus();
    const frame = await panelFrame(page);
    await expect.poll(() => frame.url()).toBe("http://help.localhost/widget/es/canvas/");
    await expect(page.locator("ventanilla-widget")).toHaveAttribute("view", "canvas");
});

test("the panel is told the page's address without query and fragment, and that it is shown once it is ready", async ({ page }) => {
    await visit(page);
    await launcher(page).click();
    const frame = await panelFrame(page);
    await expect.poll(() => heard(frame)).toMatchObject([{ ventanilla: 1, type: "context", page: `${kShop}/zapatos` }]);
    await say(frame, { type: "ready" });
    await expect.poll(async () => (await asked(frame)).at(-1)).toEqual({ ventanilla: 1, type: "shown" });
    expect(JSON.stringify(await heard(frame))).not.toMatch(/secret|fragment/);
});

test("until the panel is ready, and when it cannot work, the launcher offers its own way out", async ({ page }) => {
    await visit(page);
    await launcher(page).click();
    const close = page.getByRole("button", { name: "Cerrar la ayuda" });
    await expect(close).toBeVisible();
    const frame = await panelFrame(page);
    await say(frame, { type: "ready" });
    await expect(close).toBeHidden();
    await say(frame, { type: "failed" });
    await close.click();
    await expect(panel(page)).toBeHidden();
    await expect(launcher(page)).toBeFocused();
});

test("the panel closes itself, and its events come out on the element", async ({ page }) => {
    await visit(page);
    await launcher(page).click();
    const frame = await panelFrame(page);
    await page.evaluate(() => {
        const events: unknown[] = [];
        Object.assign(window, { events });
        addEventListener("ventanilla:ticket-sent", (event) => events.push((event as CustomEvent).detail));
    });
    await say(frame, { type: "emit", event: "ticket-sent", detail: { language: "es" } });
    await say(frame, { type: "emit", event: "Not an event", detail: {} });
    await say(frame, { type: "close" });
    await expect(panel(page)).toBeHidden();
    expect(await page.evaluate(() => (window as unknown as { events: unknown[] }).events)).toEqual([{ language: "es" }]);
});

test("messages of other origins, other windows and other shapes are not heard", async ({ page }) => {
    await visit(page);
    await launcher(page).click();
    const frame = await panelFrame(page);
    await page.evaluate(() => window.postMessage({ ventanilla: 1, type: "close" }, "*"));
    for (const shape of [null, "close", { type: "close" }, { ventanilla: 2, type: "close" }, { ventanilla: 1, type: 7 }]) {
        await frame.evaluate((message) => parent.postMessage(message, "*"), shape);
    }
    // Heard in order: when this one has had its effect, those before it have been passed over.
    await say(frame, { type: "ready" });
    await expect(page.getByRole("button", { name: "Cerrar la ayuda" })).toBeHidden();
    await expect(panel(page)).toBeVisible();
});

test("it speaks the page's language, also when that changes", async ({ page }) => {
    await visit(page);
    await page.evaluate(() => (document.documentElement.lang = "en-GB"));
    await launcher(page, "Help").click();
    await expect(panel(page, "Help")).toBeVisible();
    const frame = await panelFrame(page);
    await expect.poll(() => frame.url()).toBe("http://help.localhost/widget/en/");
    await page.evaluate(() => (document.documentElement.lang = "fr"));
    await page.keyboard.press("Escape");
    await expect(launcher(page, "Ayuda")).toBeFocused();
});

test("it speaks the language that the script says, whatever the page's", async ({ page }) => {
    await visit(page, 'data-lang="en"');
    await expect(launcher(page, "Help")).toBeVisible();
});

test("a link with a route opens the panel there; with a modifier it is the browser's", async ({ page }) => {
    await visit(page);
    const link = page.getByRole("link", { name: "Contacto" });
    await link.click();
    const frame = await panelFrame(page);
    await say(frame, { type: "ready" });
    await expect.poll(() => asked(frame)).toEqual([
        { ventanilla: 1, type: "call", name: "open", args: ["/es/contacto"] },
        { ventanilla: 1, type: "shown" },
    ]);
    await frame.getByRole("button", { name: "Dentro" }).press("Escape");
    await expect(link).toBeFocused();

    const opened = page.context().waitForEvent("page");
    await link.click({ modifiers: ["Control"] });
    await opened;
    await expect(panel(page)).toBeHidden();
});

test("where there is little room it is a sheet over the page, which is out of reach until it is closed", async ({ page }) => {
    await page.emulateMedia({ reducedMotion: "reduce" });
    await page.setViewportSize({ width: 360, height: 640 });
    await visit(page);
    await launcher(page).click();
    await expect(panel(page)).toHaveAttribute("aria-modal", "true");
    await expect.poll(() => panel(page).boundingBox()).toEqual({ x: 0, y: 0, width: 360, height: 640 });
    await expect(launcher(page)).toBeHidden();
    expect(await page.evaluate(() => document.body.inert)).toBe(true);
    await page.getByRole("button", { name: "Cerrar la ayuda" }).click();
    await expect(launcher(page)).toBeFocused();
    expect(await page.evaluate(() => document.body.inert)).toBe(false);
});

test("beside the page it is 400 by 640, and smaller where the window is", async ({ page }) => {
    await page.emulateMedia({ reducedMotion: "reduce" });
    await page.setViewportSize({ width: 1280, height: 900 });
    await visit(page);
    await launcher(page).click();
    await expect.poll(() => panel(page).boundingBox()).toMatchObject({ width: 400, height: 640 });
    await page.setViewportSize({ width: 1280, height: 500 });
    await expect.poll(async () => (await panel(page).boundingBox())?.height).toBe(404);
    expect((await panel(page).boundingBox())?.y).toBeGreaterThanOrEqual(0);
});

test("a page that swaps its body, or carries the script twice, keeps one launcher", async ({ page }) => {
    await visit(page);
    await launcher(page).click();
    await page.evaluate(() => {
        document.documentElement.replaceChild(document.createElement("body"), document.body);
    });
    await expect(panel(page)).toBeVisible();
    await expect(page.locator("ventanilla-widget")).toHaveCount(1);
});

test("data-position puts it at the line's start", async ({ page }) => {
    await visit(page, 'data-position="start"');
    expect((await launcher(page).boundingBox())?.x).toBe(16);
});
