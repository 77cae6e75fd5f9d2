// <ventanilla-widget mode="inline"> on pages of the help's own origin, with the real server.
import AxeBuilder from "@axe-core/playwright";
import type { Locator, Page } from "@playwright/test";
import { Inline, kInline, visitOwnPage } from "../support/inline.ts";
import { byKeyboard, byMouse, travel } from "../support/journey.ts";
import { expect, test } from "../support/visit_host.ts";
import { Widget } from "../support/widget.ts";

type WidgetElement = HTMLElementTagNameMap["ventanilla-widget"];

const kTall = { style: ".tall { block-size: 5000px }", above: '<p class="tall">Sobre</p>' };

const widgetOf = (page: Page) => page.locator("ventanilla-widget");
const calls = (widget: Locator, work: (element: WidgetElement) => void) => (widget as Locator).evaluate(work as (element: unknown) => void);

/** What the page hears, by names. */
async function hear(page: Page): Promise<() => Promise<string[]>> {
    await page.addInitScript(() => {
        const heard: string[] = [];
        Object.assign(window, { heard });
        for (const event of ["ready", "open", "close", "search", "article-view", "guide-start", "ticket-sent", "error"]) {
            document.addEventListener(`ventanilla:${event}`, (told) => heard.push(`${event} ${JSON.stringify((told as CustomEvent).detail)}`));
        }
    });
    return () => page.evaluate(() => (window as unknown as { heard: string[] }).heard);
}

for (const [means, use] of Object.entries({ mouse: byMouse, keyboard: byKeyboard })) {
    for (const language of ["es", "en"] as const) {
        test.describe(`${language}, ${means}`, () => {
            test.use({ language });

            test("from a query to a tracking code within the page, under a strict policy with Trusted Types", async ({ page, server, demo, email }) => {
                test.slow();
                const heard = await hear(page);
                await visitOwnPage(page, server.origin, { language, body: kInline });
                const help = new Inline(page, demo);
                const open = () => help.search.focus();
                await travel(help, { ...use(help), open }, server, email);
                expect(await page.evaluate(() => [document.title, location.href, history.length])).toEqual(["Faro", `${server.origin}/?own#here`, 2]);
                expect(new Set((await heard()).map((event) => event.split(" ")[0]))).toEqual(new Set(["ready", "search", "article-view", "guide-start", "ticket-sent"]));
                await expect(page.locator("iframe")).toHaveCount(0);
            });
        });
    }
}

for (const colorScheme of ["light", "dark"] as const) {
    for (const width of [320, 1280]) {
        test(`at ${width} px, ${colorScheme}, it can be used by everyone, and nothing stands beside the page`, async ({ page, server, demo }) => {
            await page.setViewportSize({ width, height: 800 });
            await page.emulateMedia({ colorScheme });
            await visitOwnPage(page, server.origin, { body: kInline, style: "html { color-scheme: light dark }" });
            const help = new Inline(page, demo);
            for (const [path, title] of [
                ["/es/", demo.text("home.title")],
                [`/es/${demo.text("path.articles")}/no-tengo-internet`, demo.article("no-internet")],
                [`/es/${demo.text("path.guides")}/no-internet`, demo.step("power")],
                [`/es/${demo.text("path.contact")}`, demo.text("form.title")],
            ] as const) {
                await widgetOf(page).evaluate((element, route) => (element as WidgetElement).open(route), path);
                await expect(help.title).toHaveText(title);
                const { violations } = await new AxeBuilder({ page }).analyze();
                expect(violations, title).toEqual([]);
            }
            expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
        });
    }
}

test("nothing is fetched, kept or focused until it comes near the window, and nothing is kept until she uses it", async ({ page, server, demo }) => {
    const asked: string[] = [];
    page.on("request", (request) => asked.push(new URL(request.url()).pathname));
    await visitOwnPage(page, server.origin, { body: kTall.above + kInline, style: kTall.style });
    await page.waitForFunction(() => customElements.get("ventanilla-inline"));
    expect(asked.filter((path) => path.startsWith("/widget/"))).toEqual([]);
    await page.evaluate(() => scrollTo(0, 5000));
    const help = new Inline(page, demo);
    await expect(help.title).toHaveText(demo.text("home.title"));
    // What waits to be kept is kept now.
    await page.evaluate(() => document.dispatchEvent(new Event("visibilitychange")));
    const state = () => page.evaluate(() => [document.activeElement === document.body, sessionStorage.length, localStorage.length, document.cookie]);
    expect(await state()).toEqual([true, 0, 0, ""]);
    await help.search.fill("wifi");
    await expect.poll(() => page.evaluate(() => sessionStorage.length)).toBe(1);
});

test("what the page asks for is shown, wherever the help stands, and the focus and the window go there", async ({ page, server, demo }) => {
    await visitOwnPage(page, server.origin, { body: kTall.above + kInline, style: kTall.style });
    const help = new Inline(page, demo);
    await page.evaluate(() => (window.ventanilla ||= []).push(["openArticle", "no-internet"]));
    await expect(help.title).toHaveText(demo.article("no-internet"));
    await expect(help.title).toBeFocused();
    await expect(help.title).toBeInViewport();
    await page.evaluate(() => scrollTo(0, 0));
    await page.evaluate(() => window.ventanilla?.search?.("wifi"));
    await expect(help.title).toHaveText(demo.text("search.title"));
    await expect(help.title).toBeInViewport();
    await page.evaluate(() => window.ventanilla?.startGuide?.("no-internet"));
    await expect(help.title).toHaveText(demo.step("power"));
    await page.evaluate(() => window.ventanilla?.newTicket?.({ fields: { message: "Se ha roto." } }));
    await expect(help.field("message")).toHaveValue("Se ha roto.");
    await expect(page.getByRole("dialog")).toHaveCount(0);
});

test("another screen begins at its head, and a page that shows the head stays where it is", async ({ page, server, demo }) => {
    await visitOwnPage(page, server.origin, { body: `<p>Sobre</p>${kInline}<p class="tall">Bajo</p>`, style: kTall.style });
    const help = new Inline(page, demo);
    await calls(widgetOf(page), (element) => element.openArticle("no-internet"));
    await expect(help.title).toHaveText(demo.article("no-internet"));
    await expect(help.element.getByRole("article")).toBeVisible(); // and not its title alone
    expect(await page.evaluate(() => scrollY)).toBe(0);
    await help.element.locator("footer").getByRole("button").first().click();
    await expect(help.title).toHaveText(demo.text("form.title"));
    await expect(help.title).toBeInViewport();
    expect(await page.evaluate(() => scrollY)).toBeGreaterThan(0);
});

test("hide() takes it off the page, show() and whatever is asked for bring it back, Escape and close() leave it", async ({ page, server, demo }) => {
    const heard = await hear(page);
    await visitOwnPage(page, server.origin, { body: kInline });
    const help = new Inline(page, demo);
    await expect(help.search).toBeVisible();
    await calls(widgetOf(page), (element) => element.hide());
    await expect(help.element).toBeHidden();
    await calls(widgetOf(page), (element) => element.show());
    await expect(help.search).toBeVisible();
    await calls(widgetOf(page), (element) => element.hide());
    await calls(widgetOf(page), (element) => element.toggle());
    await expect(help.search).toBeFocused();
    await page.keyboard.press("Escape");
    await calls(widgetOf(page), (element) => element.close());
    await expect(help.search).toBeVisible();
    expect(await heard()).toEqual(["ready {}"]);
});

test("mistakes are said on the console and by the event, and what makes no sense changes nothing", async ({ page, server, demo }) => {
    const warnings: string[] = [];
    page.on("console", (message) => message.type() === "warning" && warnings.push(message.text()));
    const heard = await hear(page);
    await visitOwnPage(page, server.origin, { body: kInline });
    const help = new Inline(page, demo);
    await expect(help.search).toBeVisible();
    await calls(widgetOf(page), (element) => {
        element.openArticle("none");
        element.search(7 as unknown as string);
        element.setTheme({ accent: "yellow" });
    });
    await expect.poll(heard).toContain('error {"reason":"no-such-article","id":"none"}');
    expect(await heard()).toContain('error {"reason":"bad-call","id":"search"}');
    await expect(help.panel.locator("header")).toHaveCSS("background-color", "rgb(255, 255, 0)");
    expect(warnings).toEqual(expect.arrayContaining([expect.stringContaining('no article "none"'), expect.stringContaining('"yellow" cannot be read as text')]));
});

test("a picture of an article is enlarged over the window, and Escape leads back to the help", async ({ page, server, demo }) => {
    await page.setViewportSize({ width: 360, height: 740 });
    await visitOwnPage(page, server.origin, { body: kInline });
    const help = new Inline(page, demo);
    await calls(widgetOf(page), (element) => element.openArticle("no-internet"));
    await help.element.locator(".picture").first().scrollIntoViewIfNeeded();
    const enlarge = help.element.locator(".enlarge").first();
    await enlarge.click();
    const viewer = help.element.locator("dialog[open]");
    await expect(viewer.locator("img")).toBeVisible();
    expect((await viewer.boundingBox())?.width).toBe(360);
    await page.keyboard.press("Escape");
    await expect(viewer).toHaveCount(0);
    await expect(enlarge).toBeFocused();
});

test("the page's suggestions are there as in the panel", async ({ page, server, demo }) => {
    await visitOwnPage(page, server.origin, { body: kInline });
    const help = new Inline(page, demo);
    await expect(help.search).toBeVisible();
    await calls(widgetOf(page), (element) => element.suggest("roaming"));
    await expect(help.panel.getByRole("link", { name: demo.article("roaming") }).first()).toBeVisible();
});

test("the language follows the page and setLocale(), what she wrote in each stays", async ({ page, server, demo }) => {
    await visitOwnPage(page, server.origin, { body: '<ventanilla-widget mode="inline" lang="en-GB"></ventanilla-widget>' });
    const help = new Inline(page, demo);
    await expect(help.element.locator(".screen")).toHaveAttribute("lang", "en");
    await help.panel.getByRole("searchbox").fill("wifi");
    await calls(widgetOf(page), (element) => element.setLocale("es"));
    await expect(help.search).toHaveValue("");
    await expect(help.element.locator(".screen")).toHaveAttribute("lang", "es");
    await expect(help.element).toHaveCount(1);
});

test("a link of the help to another language leads there, with the focus", async ({ page, server, demo }) => {
    await visitOwnPage(page, server.origin, { body: kInline });
    const help = new Inline(page, demo);
    await expect(help.search).toBeVisible();
    await help.panel.getByRole("link", { name: "English" }).click();
    await expect(help.element.locator(".screen")).toHaveAttribute("lang", "en");
    await expect(help.panel.getByRole("searchbox")).toBeFocused();
});

test("two are two, one that is moved goes on, and one that is taken away is gone with all that it heard", async ({ page, server, demo }) => {
    await visitOwnPage(page, server.origin, { body: `<div id="one">${kInline}</div><div id="two">${kInline}</div>` });
    const [one, two] = [new Inline(page, demo, widgetOf(page).nth(0)), new Inline(page, demo, widgetOf(page).nth(1))];
    await expect(one.search).toBeVisible();
    await two.search.fill("router");
    await one.search.fill("wifi");
    await expect(two.search).toHaveValue("router");
    await page.evaluate(() => document.querySelector("#one")?.before(document.querySelector("#one ventanilla-widget") as Element));
    await expect(one.search).toHaveValue("wifi");
    await page.waitForFunction(() => sessionStorage.length === 2);
    await page.evaluate(() => document.querySelector("main > ventanilla-widget")?.remove());
    await expect(widgetOf(page)).toHaveCount(1);
    await expect(two.search.or(one.search)).toHaveValue("router");
});

test("put on the page and taken off fifty times, it leaves no listener behind", async ({ page, server, demo }) => {
    await visitOwnPage(page, server.origin, { body: kInline });
    const help = new Inline(page, demo);
    await expect(help.search).toBeVisible();
    const session = await page.context().newCDPSession(page);
    const listeners = async (): Promise<number> => {
        let sum = 0;
        for (const expression of ["window", "document", "visualViewport"]) {
            const { result } = await session.send("Runtime.evaluate", { expression });
            sum += (await session.send("DOMDebugger.getEventListeners", { objectId: result.objectId as string })).listeners.length;
        }
        return sum;
    };
    const before = await listeners();
    for (let round = 0; round < 50; round += 1) {
        await page.evaluate(async () => {
            const widget = document.querySelector("ventanilla-widget") as HTMLElement;
            widget.remove();
            await Promise.resolve();
            document.querySelector("main")?.append(widget);
        });
    }
    await expect(help.search).toBeVisible();
    await expect(help.element).toHaveCount(1);
    await expect.poll(listeners).toBe(before);
    await calls(widgetOf(page), (element) => element.destroy());
    await expect(widgetOf(page)).toHaveCount(0);
});

test("a page's style sheet that is against everything leaves it usable, and its own looks are heard", async ({ page, server, demo }) => {
    await visitOwnPage(page, server.origin, {
        body: '<ventanilla-widget mode="inline" theme="dark" density="compact"></ventanilla-widget>',
        style: "* { all: unset !important; display: none } html { font-size: 62.5% !important } html, body, main { display: block !important } ventanilla-widget { --ventanilla-accent: rebeccapurple }",
    });
    const help = new Inline(page, demo);
    await expect(help.panel.locator("header")).toHaveCSS("background-color", "rgb(102, 51, 153)");
    await expect(help.panel.locator("section").first()).toHaveCSS("background-color", "rgb(21, 24, 29)");
    await expect(help.search).toHaveCSS("font-size", "16px");
    await help.search.fill(demo.query);
    await help.hit(demo.article("no-internet")).click();
    await expect(help.title).toHaveText(demo.article("no-internet"));
    await expect(help.panel.locator("article p").first()).toHaveCSS("font-size", "14.4px");
});

test("with the spacing that readers need, and letters twice as large, nothing is cut off", async ({ page, server, demo }) => {
    await page.setViewportSize({ width: 640, height: 800 });
    await visitOwnPage(page, server.origin, { body: kInline, style: "html { zoom: 2 }" });
    const help = new Inline(page, demo);
    await calls(widgetOf(page), (element) => element.openArticle("no-internet"));
    await expect(help.title).toHaveText(demo.article("no-internet"));
    await help.element.evaluate((element) => {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync("* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } p { margin-block-end: 2em !important }");
        const root = element.shadowRoot?.querySelector("section")?.shadowRoot as ShadowRoot;
        root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
    });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(640);
    const cut = help.element.locator(".screen :is(h1, h2, p, a, button)").evaluateAll((all) =>
        all.filter((element) => element.clientWidth > 1 && element.scrollWidth > element.clientWidth + 1 && getComputedStyle(element).overflow !== "visible").map(({ textContent }) => textContent));
    expect(await cut).toEqual([]);
});

test("on paper there is the help, as wide as the paper", async ({ page, server, demo }) => {
    await visitOwnPage(page, server.origin, { body: kInline });
    const help = new Inline(page, demo);
    await calls(widgetOf(page), (element) => element.openArticle("no-internet"));
    await expect(help.title).toHaveText(demo.article("no-internet"));
    await page.emulateMedia({ media: "print" });
    await expect(help.panel.getByRole("article")).toBeVisible();
    await expect(help.panel.getByRole("contentinfo").or(help.panel.locator("footer"))).toBeHidden();
});

test("the tag in the body puts the help where it stands", async ({ page, server, demo }) => {
    await visitOwnPage(page, server.origin, { tag: null, body: '<p>Sobre</p><script src="/embed.js" data-mode="inline" async></script><p id="below">Bajo</p>' });
    const help = new Inline(page, demo);
    await expect(help.search).toBeVisible();
    expect(await page.evaluate(() => document.querySelector("#below")?.previousElementSibling?.localName)).toBe("ventanilla-widget");
    await page.evaluate(() => window.ventanilla?.openArticle?.("no-internet"));
    await expect(help.title).toHaveText(demo.article("no-internet"));
});

test("a page of another origin has the framed panel, and its author one warning that says why", async ({ page, server, visit }) => {
    const heard: string[] = [];
    page.on("console", (message) => message.text().startsWith("Ventanilla") && heard.push(message.text()));
    const widget = await visit({ tag: 'data-mode="inline"', policy: (help) => `script-src ${help}; frame-src ${help}` });
    await widget.open();
    await expect(widget.search).toBeFocused();
    expect(heard).toEqual([`Ventanilla: mode="inline" is for pages of ${server.help}: without a frame, what a customer writes lies open to the scripts of its page. Here the panel is framed.`]);
});

test("where its script does not come, there is the framed panel", async ({ page, server, demo, faults }) => {
    faults.allow(/inline\.js|ERR_FAILED|Failed to load resource/);
    await page.route("**/inline.js", (route) => route.abort());
    await visitOwnPage(page, server.origin, { body: kInline, policy: "script-src 'self'; frame-src 'self'; style-src 'self'" });
    const widget = new Widget(page, demo);
    await widget.open();
    await expect(widget.search).toBeFocused();
});

test("where the policy lets no WebAssembly run, there are the panel's plain links", async ({ page, server, demo, faults }) => {
    faults.allow(/WebAssembly|wasm|Content Security Policy/i);
    const heard = await hear(page);
    await visitOwnPage(page, server.origin, { body: kInline, policy: "script-src 'self'; connect-src 'self'; style-src 'self'" });
    const links = new Inline(page, demo).panel.getByRole("link");
    await expect(links.filter({ hasText: demo.portal("portal.fallback.home") })).toHaveAttribute("href", "/es/");
    await expect(links.filter({ hasText: demo.portal("portal.fallback.contact") })).toHaveAttribute("href", "/es/contacto");
    expect(await heard()).toEqual(['error {"reason":"unavailable"}']);
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations).toEqual([]);
});

test("where nothing of the help comes, there is a link to the portal", async ({ page, server, demo, faults }) => {
    faults.allow(/ERR_FAILED|Failed to load resource/);
    await page.route("**/widget/**", (route) => route.abort());
    await visitOwnPage(page, server.origin, { body: kInline });
    await expect(new Inline(page, demo).panel.getByRole("link", { name: demo.text("panel.title") })).toHaveAttribute("href", "/es/");
});

test("what she has written is there after a reload, and the line that she is offline while she is", async ({ page, server, demo }) => {
    await visitOwnPage(page, server.origin, { body: kInline });
    const help = new Inline(page, demo);
    await calls(widgetOf(page), (element) => element.newTicket());
    await help.field("message").fill("Sigue apagado.");
    await page.waitForFunction(() => Object.values(sessionStorage).some((kept) => String(kept).includes("Sigue apagado.")));
    await page.reload();
    await expect(help.field("message")).toHaveValue("Sigue apagado.");
    expect(await page.evaluate(() => document.activeElement === document.body)).toBe(true);
    await page.context().setOffline(true);
    await expect(help.panel.getByText(demo.text("offline.line")).first()).toBeVisible();
    await page.context().setOffline(false);
});
