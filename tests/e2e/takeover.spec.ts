// Promise 6, the other way about: where a script runs, the app takes over the page that is already there. Nothing
// flashes, nothing is lost, and the page is to everybody what it was.
import AxeBuilder from "@axe-core/playwright";
import type { Browser, Locator, Page } from "@playwright/test";
import type { Demo } from "../support/demo.ts";
import { expect, test } from "../support/product.ts";

const kScript = "**/assets/portal.*.js";

/** What a page needs without the app goes when the app is there. */
const isTaken = (page: Page) => expect(page.locator("#form-parts")).toHaveCount(0);

/** Holds requests back until the function that it answers is called. */
async function hold(page: Page, pattern: string): Promise<() => void> {
    let release = (): void => {};
    const released = new Promise<void>((resolve) => (release = resolve));
    await page.route(pattern, async (route) => {
        await released;
        await route.continue();
    });
    return release;
}

/** Remembers an element, to be compared with what is there later. */
async function sameNodes(controls: Locator): Promise<() => Promise<boolean>> {
    const before = await controls.elementHandles();
    return async () => {
        const after = await controls.elementHandles();
        const same = await Promise.all(before.map((node, at) => node.evaluate((one, other) => one === other && one.isConnected, after[at])));
        return after.length === before.length && same.every(Boolean);
    };
}

/** The pages of a portal, one of each kind. */
const pagesOf = (demo: Demo): Record<string, string> => ({
    home: "",
    results: `${demo.text("path.search")}?q=${encodeURIComponent(demo.query)}`,
    "no results": `${demo.text("path.search")}?q=xyzzy`,
    article: `${demo.text("path.articles")}/${demo.slug("no-internet")}`,
    "article with a table": `${demo.text("path.articles")}/${demo.slug("router-lights")}`,
    question: `${demo.text("path.guides")}/no-internet`,
    instruction: `${demo.text("path.guides")}/no-internet/all-off`,
    outcome: `${demo.text("path.guides")}/no-internet/all-off/still-off`,
    form: demo.text("path.contact"),
    "form after a guide": `${demo.text("path.contact")}?from=${encodeURIComponent(`/${demo.language}/${demo.text("path.guides")}/no-internet/on`)}`,
});

async function withoutScript<T>(browser: Browser, run: (page: Page) => Promise<T>): Promise<T> {
    const context = await browser.newContext({ javaScriptEnabled: false, locale: "es-ES", timezoneId: "UTC" });
    try {
        return await run(await context.newPage());
    } finally {
        await context.close();
    }
}

async function sendPlainForm(page: Page, demo: Demo, origin: string, email: string): Promise<void> {
    await page.goto(`${origin}/${demo.language}/${demo.text("path.contact")}`, { waitUntil: "commit" });
    await page.getByRole("radio").first().check();
    await page.getByRole("textbox", { name: demo.field("message") }).fill("Hola\nadiós");
    await page.getByRole("textbox", { name: demo.field("name") }).fill("Ana");
    await page.getByRole("textbox", { name: demo.field("email") }).fill(email);
    await page.getByRole("button", { name: demo.text("form.send"), exact: true }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(demo.text("receipt.title"));
}

for (const language of ["es", "en"] as const) {
    test.describe(language, () => {
        test.use({ language, timezoneId: "UTC" });

        test("the accessibility tree is the same before the app is there and after", async ({ page, browser, server, demo }) => {
            test.slow();
            for (const [kind, path] of Object.entries(pagesOf(demo))) {
                const address = `${server.origin}/${language}/${path}`;
                const before = await withoutScript(browser, async (plain) => {
                    await plain.goto(address);
                    return plain.getByRole("main").ariaSnapshot();
                });
                await page.goto(address);
                await page.locator("#app").getByRole("button").or(page.getByRole("searchbox")).first().hover();
                await isTaken(page);
                expect(await page.getByRole("main").ariaSnapshot(), kind).toBe(before);
                expect((await new AxeBuilder({ page }).analyze()).violations.map(({ id }) => id), kind).toEqual([]);
            }
        });

        test("a receipt from a page without a script is the same receipt in the app", async ({ page, server, demo }) => {
            const release = await hold(page, kScript);
            await sendPlainForm(page, demo, server.origin, `receipt.${language}@example.org`);
            const before = await page.getByRole("main").ariaSnapshot();
            release();
            await page.getByRole("button", { name: demo.text("action.home") }).hover();
            await isTaken(page);
            // The server knows no more of the customer's clock than UTC.
            const withoutTime = (snapshot: string) => snapshot.replace(/- time: .*/, "- time");
            expect(withoutTime(await page.getByRole("main").ariaSnapshot())).toBe(withoutTime(before));
        });
    });
}

test("a query typed before the script is there is searched, in the same box, with focus and selection kept", async ({ page, server, demo }) => {
    const release = await hold(page, kScript);
    await page.goto(`${server.origin}/es/`, { waitUntil: "commit" });
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

test("a form half filled in before the script is there keeps its elements, and moves nothing", async ({ page, server, demo }) => {
    const release = await hold(page, kScript);
    await page.setViewportSize({ width: 360, height: 640 });
    await page.goto(`${server.origin}/es/${demo.text("path.contact")}`, { waitUntil: "commit" });
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
    await email.fill("medio@example.org");
    await email.press("Enter");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(demo.text("receipt.title"));
    const [ticket] = (await server.tickets()).filter(({ fields }) => fields["email"] === "medio@example.org");
    expect(ticket?.fields).toMatchObject({ kind: "query", message: "No sé qué más probar.", name: "Íñigo" });
});

test("a choice made before the script is there asks for what it needs once the app is", async ({ page, server, demo }) => {
    const release = await hold(page, kScript);
    await page.goto(`${server.origin}/es/${demo.text("path.contact")}`, { waitUntil: "commit" });
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

test("taking over adds nothing, removes nothing and shifts nothing", async ({ page, server, demo }) => {
    await page.addInitScript(() => {
        const changes: string[] = [];
        Object.assign(window, { changes });
        new PerformanceObserver((list) => list.getEntries().forEach(() => changes.push("layout shift"))).observe({ type: "layout-shift", buffered: true });
    });
    for (const [kind, path] of Object.entries(pagesOf(demo))) {
        await page.goto(`${server.origin}/es/${path}`);
        const control = page.locator("#app").getByRole("button").or(page.getByRole("searchbox")).first();
        await control.scrollIntoViewIfNeeded();
        await page.evaluate(() => {
            const { changes } = window as unknown as { changes: string[] };
            changes.length = 0;
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
        await control.focus();
        await isTaken(page);
        // What is painted is known a frame later.
        await page.evaluate(() => new Promise((painted) => requestAnimationFrame(() => requestAnimationFrame(painted))));
        expect(await page.evaluate(() => (window as unknown as { changes: string[] }).changes), kind).toEqual([]);
        await expect(control).toBeFocused();
    }
});

test("who reads an article loads nothing of the app, and nothing is stored", async ({ page, server, demo }) => {
    const loaded: string[] = [];
    page.on("request", (request) => loaded.push(new URL(request.url()).pathname));
    await page.goto(`${server.origin}/es/${demo.text("path.articles")}/${demo.slug("no-internet")}`);
    await page.getByRole("article").click({ position: { x: 5, y: 5 } });
    await page.keyboard.press("End");
    await page.keyboard.press("Home");
    await page.getByRole("article").getByRole("link").first().hover();
    await page.waitForLoadState("networkidle");
    expect(loaded.filter((path) => /wasm|take-over|^\/data\//.test(path))).toEqual([]);
    expect(await page.evaluate(() => [localStorage.length, sessionStorage.length, document.cookie])).toEqual([0, 0, ""]);
});

test("steps of a guide are taken without a reload; Back, Forward and reload lead to what the server shows", async ({ page, browser, server, demo }) => {
    const guide = `${server.origin}/es/${demo.text("path.guides")}/no-internet`;
    const title = page.getByRole("heading", { level: 1 });
    await page.goto(guide);
    await page.getByRole("radio").nth(1).check();
    await isTaken(page);
    await page.evaluate(() => Object.assign(window, { stayed: true }));
    await page.getByRole("button", { name: demo.text("guide.continue") }).click();
    await expect(title).toHaveText(demo.step("plug"));
    await expect(title).toBeFocused();
    await expect(page).toHaveURL(`${guide}/all-off`);
    await page.getByRole("button", { name: demo.choice("plug", "still-off") }).click();
    await expect(title).toHaveText(demo.step("line-fault"));
    await page.goBack();
    await expect(title).toHaveText(demo.step("plug"));
    await page.goBack();
    await expect(title).toHaveText(demo.step("power"));
    await page.goForward();
    await expect(title).toHaveText(demo.step("plug"));
    expect(await page.evaluate(() => "stayed" in window)).toBe(true);

    const inApp = await page.getByRole("main").ariaSnapshot();
    const served = await withoutScript(browser, async (plain) => {
        await plain.goto(page.url());
        return plain.getByRole("main").ariaSnapshot();
    });
    expect(inApp).toBe(served);
    await page.reload();
    expect(await page.getByRole("main").ariaSnapshot()).toBe(inApp);
    await expect(page).toHaveTitle(`${demo.step("plug")} · ${demo.text("home.eyebrow", { name: "Faro Fibra" })}`);
});

test("what was tried in a guide goes along to the form in place, and Back leads to the guide", async ({ page, server, demo }) => {
    await page.goto(`${server.origin}/es/${demo.text("path.guides")}/no-internet/all-off/still-off`);
    const title = page.getByRole("heading", { level: 1 });
    const write = page.getByRole("button", { name: demo.text("guide.contact") });
    await write.hover();
    await isTaken(page);
    await write.click();
    await expect(title).toHaveText(demo.text("form.title"));
    await expect(page).toHaveURL(`${server.origin}/es/${demo.text("path.contact")}`);
    await expect(page.getByText(demo.choice("plug", "still-off"))).toBeVisible();
    await page.getByRole("textbox", { name: demo.field("message") }).fill("Sigue todo apagado.");
    await page.goBack();
    await expect(title).toHaveText(demo.step("line-fault"));
    await page.goForward();
    await expect(page.getByRole("textbox", { name: demo.field("message") })).toHaveValue("Sigue todo apagado.");

    // A reload gives the form from the server, and the app what she has written, and tried.
    await page.reload();
    await expect(page.getByRole("textbox", { name: demo.field("message") })).toHaveValue("Sigue todo apagado.");
    await expect(page.getByText(demo.choice("plug", "still-off"))).toBeVisible();
});

test("a link is a link: an article is a page of its own, and Back leads to the results", async ({ page, server, demo }) => {
    await page.goto(`${server.origin}/es/`);
    const box = page.getByRole("searchbox");
    await box.click();
    await box.pressSequentially(demo.query);
    await page.getByRole("link", { name: demo.article("no-internet") }).click();
    await expect(page.getByRole("navigation", { name: demo.portal("portal.breadcrumbs") })).toBeVisible();
    await expect(page.locator("#form-parts")).toHaveCount(1);
    await page.goBack();
    await expect(box).toHaveValue(demo.query);
    await expect(page.getByRole("link", { name: demo.article("no-internet") })).toBeVisible();
});

test("clearing the box brings the first page back, with all that is on it", async ({ page, server, demo }) => {
    await page.goto(`${server.origin}/es/`);
    const before = await page.getByRole("main").ariaSnapshot();
    const box = page.getByRole("searchbox");
    const place = await box.boundingBox();
    await box.pressSequentially("wifi");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(demo.text("search.title"));
    expect(await box.boundingBox()).toEqual(place);
    await expect(page.getByRole("heading", { name: demo.portal("portal.articles") })).toBeHidden();
    await box.fill("");
    await expect(page.getByRole("heading", { name: demo.portal("portal.articles") })).toBeVisible();
    await box.blur();
    expect(await page.getByRole("main").ariaSnapshot()).toBe(before);
});

test("a receipt that the app showed is there after a reload", async ({ page, server, demo }) => {
    await page.goto(`${server.origin}/es/${demo.text("path.contact")}`);
    await page.getByRole("radio").first().check();
    await isTaken(page);
    await page.getByRole("textbox", { name: demo.field("message") }).fill("Hola");
    await page.getByRole("textbox", { name: demo.field("name") }).fill("Ana");
    await page.getByRole("textbox", { name: demo.field("email") }).fill("recarga@example.org");
    await page.keyboard.press("Enter");
    const title = page.getByRole("heading", { level: 1 });
    await expect(title).toHaveText(demo.text("receipt.title"));
    await page.reload();
    await expect(title).toHaveText(demo.text("receipt.title"));
    await expect(page.getByText("recarga@example.org").first()).toBeVisible();
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
        await expect(page.getByRole("main").getByRole("link").first()).toHaveText(demo.article("no-internet"));
        await expect(page.getByRole("searchbox")).toHaveValue(demo.query);
        await page.goto(`${server.origin}/es/${demo.text("path.guides")}/no-internet`);
        await page.getByRole("radio").first().check();
        await page.getByRole("button", { name: demo.text("guide.continue") }).click();
        await expect(page.getByRole("heading", { level: 1 })).toHaveText(demo.step("lights"));
    });
}

test("a form that came back with faults says so until it is sent again", async ({ page, server, demo, faults }) => {
    faults.allow(/status of 422/);
    const release = await hold(page, kScript);
    await page.goto(`${server.origin}/es/${demo.text("path.contact")}`, { waitUntil: "commit" });
    await page.getByRole("button", { name: demo.text("form.send"), exact: true }).click();
    const alert = page.getByRole("alert");
    await expect(alert).toBeVisible();
    release();
    await page.getByRole("radio").first().check();
    await page.getByRole("textbox", { name: demo.field("message") }).fill("Hola");
    await expect(alert).toBeVisible();
    await page.getByRole("textbox", { name: demo.field("name") }).fill("Ana");
    await page.getByRole("textbox", { name: demo.field("email") }).fill("faltas@example.org");
    await page.keyboard.press("Enter");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(demo.text("receipt.title"));
});
