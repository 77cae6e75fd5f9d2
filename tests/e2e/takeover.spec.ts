// Promise 6, the other way about: where a script runs, the app takes over the page that is already there. Nothing
// flashes, nothing is lost, and the page is to everybody what it was.
import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import type { Demo } from "../support/demo.ts";
import { hold, isTaken, isWhole, kScript, openHeld, pagesOf, sameNodes, withoutScript } from "../support/portal.ts";
import { expect, test } from "../support/product.ts";

async function sendPlainForm(page: Page, demo: Demo, origin: string, email: string): Promise<void> {
    await openHeld(page, `${origin}/${demo.language}/${demo.text("path.contact")}`);
    await page.getByRole("radio").first().check();
    await page.getByRole("textbox", { name: demo.field("message") }).fill("Hola\nadiós");
    await page.getByRole("textbox", { name: demo.field("name") }).fill("Ana");
    await page.getByRole("textbox", { name: demo.field("email") }).fill(email);
    await page.getByRole("button", { name: demo.text("form.send"), exact: true }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(demo.text("receipt.title"));
    await isWhole(page);
}

for (const language of ["es", "en"] as const) {
    test.describe(language, () => {
        test.use({ language, timezoneId: "UTC", contextOptions: { reducedMotion: "reduce" } });

        test("the accessibility tree is the same before the app is there and after", async ({ page, browser, server, demo }) => {
            test.slow();
            for (const [kind, path] of Object.entries(pagesOf(demo))) {
                const address = `${server.origin}/${language}/${path}`;
                const before = await withoutScript(browser, async (plain) => {
                    await plain.goto(address);
                    return plain.getByRole("main").ariaSnapshot();
                });
                await page.goto(address);
                await page.locator("#app [type=submit]").or(page.getByRole("searchbox")).first().focus();
                await isTaken(page);
                await page.locator("[data-key=tools], .copy, .enlarge, .files").evaluateAll((parts) => parts.forEach((part) => ((part as HTMLElement).style.display = "none")));
                expect(await page.getByRole("main").ariaSnapshot(), kind).toBe(before);
                expect((await new AxeBuilder({ page }).analyze()).violations.map(({ id }) => id), kind).toEqual([]);
            }
        });

        test("a receipt from a page without a script is the same receipt in the app", async ({ page, server, demo, email }) => {
            const release = await hold(page, kScript);
            await sendPlainForm(page, demo, server.origin, email);
            const before = await page.getByRole("main").ariaSnapshot();
            release();
            await page.getByRole("button", { name: demo.text("action.home") }).focus();
            await isTaken(page);
            // The server knows no more of the customer's clock than UTC.
            const withoutTime = (snapshot: string) => snapshot.replaceAll(/- time: .*/g, "- time");
            expect(withoutTime(await page.getByRole("main").ariaSnapshot())).toBe(withoutTime(before));
        });
    });
}

test("a query typed before the script is there is searched, in the same box, with focus and selection kept", async ({ page, server, demo }) => {
    const release = await hold(page, kScript);
    await openHeld(page, `${server.origin}/es/`);
    const box = page.getByRole("searchbox");
    await box.pressSequentially(demo.query);
    await box.evaluate((input: HTMLInputElement) => input.setSelectionRange(3, 8));
    const same = await sameNodes(box);
    release();
    const hits = page.getByRole("list", { name: demo.text("search.results") });
    await expect(hits.getByRole("link", { name: demo.article("no-internet") })).toBeVisible();
    expect(await same()).toBe(true);
    await expect(box).toBeFocused();
    await expect(box).toHaveValue(demo.query);
    expect(await box.evaluate((input: HTMLInputElement) => [input.selectionStart, input.selectionEnd])).toEqual([3, 8]);
    await expect(page).toHaveURL(`${server.origin}/es/${demo.text("path.search")}?q=${encodeURIComponent(demo.query)}`);
});

test("a form half filled in before the script is there keeps its elements, and moves nothing", async ({ page, server, demo, email: address }) => {
    const release = await hold(page, kScript);
    await page.setViewportSize({ width: 360, height: 640 });
    await openHeld(page, `${server.origin}/es/${demo.text("path.contact")}`);
    const controls = page.locator("#app").locator("input, textarea");
    const message = page.getByRole("textbox", { name: demo.field("message") });
    await page.getByRole("radio").first().check();
    await page.getByRole("textbox", { name: demo.field("name") }).fill("Íñigo");
    await message.fill("No sé qué más probar.");
    await message.evaluate((area: HTMLTextAreaElement) => area.setSelectionRange(2, 5));
    const places = () => controls.evaluateAll((all) => all.map((one) => JSON.stringify(one.getBoundingClientRect())));
    const [same, before, scrolled] = [await sameNodes(controls), await places(), await page.evaluate(() => scrollY)];
    expect(scrolled).toBeGreaterThan(0);
    release();
    await isTaken(page);
    expect(await same()).toBe(true);
    expect(await places()).toEqual(before);
    expect(await page.evaluate(() => scrollY)).toBe(scrolled);
    await expect(message).toBeFocused();
    await expect(message).toHaveValue("No sé qué más probar.");
    expect(await message.evaluate((area: HTMLTextAreaElement) => [area.selectionStart, area.selectionEnd])).toEqual([2, 5]);

    // What was written is the app's: she sends it, and it arrives.
    const email = page.getByRole("textbox", { name: demo.field("email") });
    await email.fill(address);
    await email.press("Enter");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(demo.text("receipt.title"));
    const [ticket] = (await server.tickets()).filter(({ fields }) => fields["email"] === address);
    expect(ticket?.fields).toMatchObject({ kind: "query", message: "No sé qué más probar.", name: "Íñigo" });
});

test("a choice made before the script is there asks for what it needs once the app is", async ({ page, server, demo }) => {
    const release = await hold(page, kScript);
    await openHeld(page, `${server.origin}/es/${demo.text("path.contact")}`);
    const fault = page.getByRole("radio").nth(1);
    await fault.check();
    await page.getByRole("textbox", { name: demo.field("name") }).fill("Íñigo");
    const same = await sameNodes(page.locator('[data-key="field.kind"] input, [data-key="field.name"] input'));
    release();
    await page.getByLabel(demo.field("since")).fill("2026-11-20");
    expect(await same()).toBe(true);
    await expect(fault).toBeChecked();
    await expect(page.getByRole("textbox", { name: demo.field("name") })).toHaveValue("Íñigo");
});

test("a text that the server wrote back into the form keeps what is selected in it", async ({ page, server, demo }) => {
    const release = await hold(page, kScript);
    const from = `/es/${demo.text("path.guides")}/no-internet/on`;
    await openHeld(page, `${server.origin}/es/${demo.text("path.contact")}?from=${encodeURIComponent(from)}`);
    const message = page.getByRole("textbox", { name: demo.field("message") });
    await message.fill("Primera línea\nSegunda línea");
    await page.getByRole("button", { name: demo.text("form.strike.guide") }).click();
    await expect(page.getByText(demo.choice("power", "on"))).toHaveCount(0);
    await message.focus();
    await isWhole(page);
    await message.evaluate((area: HTMLTextAreaElement) => area.setSelectionRange(3, 7));
    release();
    await isTaken(page);
    await expect(message).toHaveValue("Primera línea\nSegunda línea");
    await expect(page.getByText(demo.choice("power", "on"))).toHaveCount(0);
    expect(await message.evaluate((area: HTMLTextAreaElement) => [area.selectionStart, area.selectionEnd])).toEqual([3, 7]);
});

test("taking over adds nothing, removes nothing and shifts nothing", async ({ page, server, demo }) => {
    for (const [kind, path] of Object.entries(pagesOf(demo))) {
        const release = await hold(page, kScript);
        await openHeld(page, `${server.origin}/es/${path}`);
        const control = page.locator("#app").getByRole("button").or(page.getByRole("searchbox")).first();
        await control.focus();
        await page.evaluate(() => {
            const changes: string[] = [];
            const since = performance.now();
            // What moved while the page came is told later, too.
            const shifts = new PerformanceObserver((list) =>
                list.getEntries().forEach(({ startTime }) => startTime > since && changes.push("layout shift")),
            );
            shifts.observe({ type: "layout-shift" });
            Object.assign(window, { changes });
            new MutationObserver((records) => {
                for (const { addedNodes, removedNodes } of records) {
                    for (const node of [...addedNodes, ...removedNodes]) {
                        // Drawn for browsers without scripts alone, and so for nobody here.
                        if (node instanceof Element && node.localName !== "noscript") {
                            changes.push(`${node.localName} ${node.className}`);
                        }
                    }
                }
            }).observe(document.querySelector("#app") as Element, { childList: true, subtree: true });
        });
        release();
        await isTaken(page);
        // What is painted is known a frame later.
        await page.evaluate(() => new Promise((painted) => requestAnimationFrame(() => requestAnimationFrame(painted))));
        expect(await page.evaluate(() => (window as unknown as { changes: string[] }).changes), kind).toEqual([]);
        await expect(control).toBeFocused();
        await page.unroute(kScript);
    }
});

test("who reads an article loads nothing of the app, and nothing is stored", async ({ page, server, demo }) => {
    const loaded: string[] = [];
    page.on("request", (request) => loaded.push(new URL(request.url()).pathname));
    await page.goto(`${server.origin}/es/${demo.text("path.articles")}/${demo.slug("no-internet")}`);
    await page.getByRole("article").click({ position: { x: 5, y: 5 } });
    await page.keyboard.press("End");
    await page.keyboard.press("Home");
    await page.getByRole("article").getByRole("link").first().focus();
    await page.waitForLoadState("networkidle");
    expect(loaded.filter((path) => /wasm|take-over|^\/data\//.test(path))).toEqual([]);
    expect(await page.evaluate(() => [localStorage.length, sessionStorage.length, document.cookie])).toEqual([0, 0, ""]);
});

for (const [what, pattern] of [["core", "**/*.wasm"], ["script", "**/take-over.*.js"], ["catalog", "**/data/**/catalog.*.json"]] as const) {
    test(`when the ${what} cannot be had, the page stays what it is, and works`, async ({ page, server, demo, faults }) => {
        faults.allow(/status of 404|dynamically imported/);
        await page.route(pattern, (route) => route.fulfill({ status: 404 }));
        await page.goto(`${server.origin}/es/`);
        const refused = page.waitForResponse(pattern);
        await page.getByRole("searchbox").fill(demo.query);
        await refused;
        await page.keyboard.press("Enter");
        await expect(page.getByRole("main").getByRole("list").getByRole("link").first()).toHaveText(demo.article("no-internet"));
        await expect(page.getByRole("searchbox")).toHaveValue(demo.query);
        await page.goto(`${server.origin}/es/${demo.text("path.guides")}/no-internet`);
        await page.getByRole("radio").first().check();
        await page.getByRole("button", { name: demo.text("guide.continue") }).click();
        await expect(page.getByRole("heading", { level: 1 })).toHaveText(demo.step("lights"));
    });
}

test("a form that came back with faults says so until it is sent again", async ({ page, server, demo, email, faults }) => {
    faults.allow(/status of 422/);
    const release = await hold(page, kScript);
    await openHeld(page, `${server.origin}/es/${demo.text("path.contact")}`);
    await page.getByRole("button", { name: demo.text("form.send"), exact: true }).click();
    const alert = page.getByRole("alert");
    await expect(alert).toBeVisible();
    await expect(page.locator("#app")).toHaveCount(0);
    release();
    await page.getByRole("radio").first().check();
    await page.getByRole("textbox", { name: demo.field("message") }).fill("Hola");
    await expect(alert).toBeVisible();
    await page.getByRole("textbox", { name: demo.field("name") }).fill("Ana");
    await page.getByRole("textbox", { name: demo.field("email") }).fill(email);
    await page.keyboard.press("Enter");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(demo.text("receipt.title"));
});
