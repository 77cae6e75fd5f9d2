// Promises 1 and 6: nothing written is lost, nothing arrives twice, and whatever fails leaves a way on.
import AxeBuilder from "@axe-core/playwright";
import type { Page, Request } from "@playwright/test";
import { expect, test } from "../support/product.ts";
import type { Widget } from "../support/widget.ts";

async function fillForm(widget: Widget, email: string): Promise<void> {
    const { panel, demo } = widget;
    await widget.open();
    await widget.button("person.contact").click();
    await expect(widget.title).toHaveText(demo.text("form.title"));
    await panel.getByRole("radio").first().check();
    await widget.field("message").fill("No sé qué más probar.");
    await widget.field("name").fill("Íñigo");
    await widget.field("email").fill(email);
}

test("a request whose answer was lost is sent again with the same key, and counts once", async ({ page, widget, demo, server, email, faults }) => {
    faults.allow(/net::ERR_FAILED/);
    const keys: string[] = [];
    page.on("request", (request: Request) => {
        if (request.url().endsWith("/api/v1/tickets")) {
            keys.push(request.headers()["idempotency-key"] ?? "");
        }
    });
    // The server stores it; the customer never hears of it.
    let isCut = true;
    await page.route("**/api/v1/tickets", async (route) => {
        await route.fetch();
        await (isCut ? route.abort() : route.continue());
    });

    await fillForm(widget, email);
    await widget.button("form.send").click();
    await expect(widget.title).toHaveText(demo.text("form.waiting.title"));
    const notice = widget.panel.getByRole("form").getByRole("status");
    await expect(notice).toHaveText(demo.text("form.waiting"));
    await expect(notice).toBeFocused();
    await expect(widget.field("message")).toHaveValue("No sé qué más probar.");
    await expect(widget.field("message")).not.toBeEditable();

    // At once if she likes, and else by itself.
    await widget.button("form.send_again").click();
    await expect.poll(() => keys.length).toBeGreaterThan(1);
    isCut = false;
    await expect(widget.title).toHaveText(demo.text("receipt.title"));
    expect(keys.length).toBeGreaterThan(1);
    expect(keys[0]).toMatch(/.{16,}/);
    expect(new Set(keys).size).toBe(1);
    expect((await server.tickets()).filter(({ fields }) => fields["email"] === email)).toHaveLength(1);
});

test("a form with faults sends nothing, leads to the first of them and says what is wrong", async ({ page, widget, demo }) => {
    const posts: string[] = [];
    page.on("request", (request) => request.method() === "POST" && posts.push(request.url()));
    await widget.open();
    await widget.button("person.contact").click();
    await widget.button("form.send").click();
    await expect(widget.panel.getByRole("radio").first()).toBeFocused();
    await expect(widget.panel.getByRole("radiogroup", { name: demo.field("kind") })).toHaveAttribute("aria-invalid", "true");
    await widget.panel.getByRole("radio").first().check();
    await widget.field("message").fill("Hola");
    await widget.field("name").fill("Ana");
    await widget.field("email").fill("ana@");
    await widget.field("email").press("Enter");
    await expect(widget.field("email")).toBeFocused();
    await expect(widget.field("email")).toHaveAccessibleDescription(new RegExp(demo.fault("email").slice(0, 20)));
    expect(posts).toEqual([]);
});

test("what was written survives closing, and a reload of the page", async ({ page, widget, demo }) => {
    await fillForm(widget, "draft@example.org");
    await page.keyboard.press("Escape");
    await expect(widget.dialog).toBeHidden();
    await expect(widget.launcher).toBeFocused();
    await page.reload();
    await widget.launcher.click();
    await expect(widget.title).toHaveText(demo.text("form.title"));
    await expect(widget.field("message")).toHaveValue("No sé qué más probar.");
    await expect(widget.field("email")).toHaveValue("draft@example.org");
    await expect(widget.panel.getByRole("radio").first()).toBeChecked();
});

test("without a connection there is a screen that says so, with the telephone and another try", async ({ widget, demo, page, faults }) => {
    faults.allow(/ERR_INTERNET_DISCONNECTED/);
    await widget.open();
    await page.context().setOffline(true);
    await widget.panel.getByRole("link", { name: demo.article("no-internet") }).click();
    await expect(widget.title).toHaveText(demo.text("offline.title"));
    await expect(widget.panel.getByRole("link", { name: demo.telephone })).toBeVisible();
    await expect(widget.button("action.retry")).toBeVisible();
    await page.context().setOffline(false);
    await expect(widget.title).toHaveText(demo.article("no-internet"));
});

for (const [what, pattern, answer] of [
    ["the core is refused", "**/*.wasm", { status: 404 }],
    ["the catalog is refused", "**/data/**/catalog.*.json", { status: 503 }],
] as const) {
    test(`when ${what} the fallback's links are there, and the panel can be closed`, async ({ page, widget, server, demo, faults }) => {
        faults.allow(/status of (404|503)/);
        await page.emulateMedia({ reducedMotion: "reduce" });
        await page.route(pattern, (route) => route.fulfill(answer));
        await widget.launcher.click();
        const links = widget.panel.getByRole("list").getByRole("link");
        await expect(links.first()).toBeVisible();
        const addresses = await links.evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).href));
        expect(addresses.some((address) => address.startsWith("tel:"))).toBe(true);
        for (const address of addresses.filter((each) => each.startsWith("http"))) {
            expect((await page.request.get(address)).ok(), address).toBe(true);
        }
        expect(addresses).toContain(`${server.origin}/${demo.language}/`);
        expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
        await page.getByRole("button", { name: demo.text("launcher.close") }).click();
        await expect(widget.dialog).toBeHidden();
    });
}

test("in a browser without WebAssembly the panel is the server's plain pages, which search, answer and take a request", async ({ page, widget, demo, server, email }) => {
    await page.addInitScript(() => Reflect.deleteProperty(window, "WebAssembly"));
    await page.reload();
    await widget.launcher.click();
    const { panel } = widget;
    await expect(panel.getByRole("heading", { level: 1 })).toHaveText(demo.text("home.title"));
    await panel.getByRole("searchbox").fill(demo.query);
    await panel.getByRole("searchbox").press("Enter");
    await panel.getByRole("link", { name: demo.article("no-internet"), exact: true }).first().click();
    await expect(panel.getByRole("heading", { level: 1 })).toHaveText(demo.article("no-internet"));
    await expect(panel.getByRole("button", { name: demo.text("launcher.open"), exact: true })).toHaveCount(0);
    await panel.getByRole("button", { name: demo.text("person.contact"), exact: true }).click();
    await panel.getByRole("radio").first().check();
    await panel.getByRole("textbox", { name: demo.field("message") }).fill("Sin WebAssembly");
    await panel.getByRole("textbox", { name: demo.field("name") }).fill("Ana");
    await panel.getByRole("textbox", { name: demo.field("email") }).fill(email);
    await panel.getByRole("button", { name: demo.text("form.send"), exact: true }).click();
    await expect(panel.getByRole("heading", { level: 1 })).toHaveText(demo.text("receipt.title"));
    expect((await server.tickets()).filter(({ fields }) => fields["email"] === email)).toHaveLength(1);
    await page.getByRole("button", { name: demo.text("launcher.close") }).click();
    await expect(widget.dialog).toBeHidden();
});

test("a dead key and an input method write what they should into the search box", async ({ page, widget, demo }) => {
    await widget.open();
    await expect(widget.search).toBeFocused();
    const devtools = await page.context().newCDPSession(page);
    for (const [composing, letter] of [["´", "á"], ["~", "ñ"], ["¨", "ü"]] as const) {
        await devtools.send("Input.imeSetComposition", { text: composing, selectionStart: 1, selectionEnd: 1 });
        await devtools.send("Input.insertText", { text: letter });
    }
    await page.keyboard.type("o");
    await expect(widget.search).toHaveValue("áñüo");
    await expect(widget.search).toBeFocused();
    await expect(widget.title).toHaveText(demo.text("search.title"));
});

/** As where the host page is busy: that word of the panel's waits until what this answers is called. */
async function holdWord(page: Page, type: string): Promise<() => Promise<void>> {
    await page.evaluate((held) => {
        const waiting: MessageEvent<unknown>[] = [];
        const hold = (event: MessageEvent<{ type?: string }>) => {
            if (event.data.type === held) {
                event.stopImmediatePropagation();
                waiting.push(event);
            }
        };
        addEventListener("message", hold);
        const release = () => {
            removeEventListener("message", hold);
            waiting.forEach(({ data, origin, source }) => dispatchEvent(new MessageEvent("message", { data, origin, source })));
        };
        Object.assign(window, { release });
    }, type);
    return () => page.evaluate(() => (window as unknown as { release: () => void }).release());
}

test("who writes already keeps the focus when the host page is late to say that the panel is seen", async ({ page, widget }) => {
    const release = await holdWord(page, "ready");
    await widget.launcher.click();
    await widget.button("person.contact").click();
    const name = widget.field("name");
    await name.pressSequentially("Íñi");
    const seen = await name.evaluateHandle(() => ({
        told: new Promise<void>((done) =>
            addEventListener("message", ({ data }: MessageEvent<{ type?: string }>) => data.type === "shown" && done()),
        ),
    }));
    await release();
    await seen.evaluate(({ told }) => told);
    await expect(name).toBeFocused();
    await page.keyboard.type("go");
    await expect(name).toHaveValue("Íñigo");
});

test("a host page that answers when the panel is long there still hears all that it was told", async ({ page, widget, demo }) => {
    const release = await holdWord(page, "hello");
    await widget.launcher.click();
    await expect(widget.title).toHaveText(demo.text("home.title"));
    const leave = page.getByRole("button", { name: demo.text("launcher.close") });
    await expect(leave).toBeVisible();
    await release();
    await expect(leave).toBeHidden();
    await expect(widget.search).toBeFocused();
});
