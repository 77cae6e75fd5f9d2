// <ventanilla-inline> on pages of the help's own origin, with the real server.
import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { Inline, visitOwnPage } from "../support/inline.ts";
import { byKeyboard, byMouse, travel } from "../support/journey.ts";
import { expect, test } from "../support/product.ts";

type VentanillaElement = HTMLElementTagNameMap["ventanilla-inline"];

const kElement = "<ventanilla-inline></ventanilla-inline>";

/** What the page hears, by names. */
async function hear(page: Page): Promise<() => Promise<string[]>> {
    await page.addInitScript(() => {
        const heard: string[] = [];
        Object.assign(window, { heard });
        for (const event of ["ready", "search", "article-view", "guide-start", "ticket-sent", "error"]) {
            document.addEventListener(`ventanilla:${event}`, ({ target }) => heard.push(`${event} ${(target as Element).localName}`));
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
                await visitOwnPage(page, server.origin, { language, body: kElement });
                const help = new Inline(page, demo);
                const open = () => help.search.focus();
                await travel(help, { ...use(help), open }, server, email);
                expect(await page.evaluate(() => [document.title, location.href, history.length, scrollY])).toEqual(["Faro", `${server.origin}/?own#here`, 2, 0]);
                expect(new Set(await heard())).toEqual(new Set(["ready", "search", "article-view", "guide-start", "ticket-sent"].map((name) => `${name} ventanilla-inline`)));
            });
        });
    }
}

for (const colorScheme of ["light", "dark"] as const) {
    for (const width of [320, 1280]) {
        test(`at ${width} px, ${colorScheme}, it can be used by everyone, and nothing stands beside the page`, async ({ page, server, demo }) => {
            await page.setViewportSize({ width, height: 800 });
            await page.emulateMedia({ colorScheme });
            await visitOwnPage(page, server.origin, { body: '<ventanilla-inline route="/es/"></ventanilla-inline>' });
            const help = new Inline(page, demo);
            for (const [path, title] of [
                ["", demo.text("home.title")],
                [`/es/${demo.text("path.articles")}/no-tengo-internet`, demo.article("no-internet")],
                [`/es/${demo.text("path.guides")}/no-internet`, demo.step("power")],
                [`/es/${demo.text("path.contact")}`, demo.text("form.title")],
            ] as const) {
                await help.element.evaluate((element, route) => route && (element as VentanillaElement).open(route), path);
                await expect(help.title).toHaveText(title);
                const { violations } = await new AxeBuilder({ page }).analyze();
                expect(violations, title).toEqual([]);
            }
            expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
        });
    }
}

test("within the element the screen scrolls below its head, and the page stays where it is", async ({ page, server, demo }) => {
    await visitOwnPage(page, server.origin, { body: `<p id="above">Sobre</p>${kElement}<p id="tall">Bajo</p>`, style: "#tall { block-size: 3000px }" });
    const help = new Inline(page, demo);
    await help.element.evaluate((element) => (element as VentanillaElement).openArticle("no-internet"));
    await expect(help.title).toHaveText(demo.article("no-internet"));
    const scroller = help.element.locator(".scroller");
    const box = await help.element.boundingBox();
    await scroller.evaluate((element) => element.scrollTo(0, 400));
    await expect.poll(() => scroller.evaluate((element) => element.scrollTop)).toBe(400);
    expect((await help.panel.locator("header").boundingBox())?.y).toBe(box?.y);
    await help.button("action.back").click();
    await expect(help.title).toHaveText(demo.text("home.title"));
    expect(await scroller.evaluate((element) => element.scrollTop)).toBe(0);
    expect(await page.evaluate(() => scrollY)).toBe(0);
});

test("nothing is fetched, and nothing takes the page's focus, until the element comes near the window", async ({ page, server, demo }) => {
    const asked: string[] = [];
    page.on("request", (request) => asked.push(new URL(request.url()).pathname));
    await visitOwnPage(page, server.origin, { body: `<p id="tall">Sobre</p>${kElement}`, style: "#tall { block-size: 5000px }" });
    await page.waitForFunction(() => customElements.get("ventanilla-inline"));
    expect(asked.filter((path) => path.startsWith("/widget/"))).toEqual([]);
    await page.evaluate(() => scrollTo(0, 5000));
    const help = new Inline(page, demo);
    await expect(help.title).toHaveText(demo.text("home.title"));
    expect(await page.evaluate(() => document.activeElement === document.body)).toBe(true);
});

test("two elements are two, one that is moved goes on, and one that is taken away is gone with all that it heard", async ({ page, server, demo }) => {
    await visitOwnPage(page, server.origin, { body: `<div id="one">${kElement}</div><div id="two"><ventanilla-inline lang="en-GB"></ventanilla-inline></div>` });
    const [one, two] = [0, 1].map((place) => page.locator("ventanilla-inline").nth(place)) as [ReturnType<Page["locator"]>, ReturnType<Page["locator"]>];
    const help = new Inline(page, demo, one);
    await expect(help.title).toHaveText(demo.text("home.title"));
    await two.scrollIntoViewIfNeeded();
    await expect(two.getByRole("searchbox")).toBeVisible();
    await expect(two.locator(".screen")).toHaveAttribute("lang", "en");
    await help.search.fill("wifi");
    await expect(two.getByRole("searchbox")).toHaveValue("");
    await page.evaluate(() => document.querySelector("#one")?.before(document.querySelector("#one ventanilla-inline") as Element));
    await expect(help.search).toHaveValue("wifi");
    const kept = await one.evaluateHandle((element) => element);
    await kept.evaluate((element) => element.remove());
    await expect.poll(() => kept.evaluate((element) => element.shadowRoot?.querySelector(".scroller")?.childElementCount)).toBe(0);
    await kept.evaluate((element) => document.body.append(element));
    await expect(page.locator("body > ventanilla-inline").getByRole("searchbox")).toBeVisible();
});

test("a page's style sheet that is against everything leaves it usable, and its own looks are heard", async ({ page, server, demo }) => {
    await visitOwnPage(page, server.origin, {
        body: '<ventanilla-inline theme="dark" density="compact"></ventanilla-inline>',
        style: "* { all: unset !important } ventanilla-inline { --ventanilla-accent: rebeccapurple }",
    });
    const help = new Inline(page, demo);
    await expect(help.panel.locator("header")).toHaveCSS("background-color", "rgb(102, 51, 153)");
    await expect(help.panel.locator(".screen").locator("..").locator("..")).toHaveCSS("background-color", "rgb(21, 24, 29)");
    await help.search.fill(demo.query);
    await help.hit(demo.article("no-internet")).click();
    await expect(help.title).toHaveText(demo.article("no-internet"));
    expect((await help.element.boundingBox())?.height).toBeGreaterThanOrEqual(320);
});

test("a page of another origin has a link to the portal, and its author one warning that says what to do", async ({ page, server }) => {
    const heard: string[] = [];
    page.on("console", (message) => message.type() === "warning" && heard.push(message.text()));
    await visitOwnPage(page, server.origin, { body: kElement + kElement, help: server.help, policy: `script-src ${server.help}; style-src 'self'` });
    const links = page.locator("ventanilla-inline").getByRole("link", { name: "Ayuda" });
    await expect(links).toHaveCount(2);
    await expect(links.first()).toHaveAttribute("href", `${server.help}/es/`);
    expect(heard).toEqual([`Ventanilla: <ventanilla-inline> is for pages of ${server.help}, as it lies open to the scripts of its page; here use embed.js, which has a frame.`]);
});

test("where the policy lets no WebAssembly run, there are the panel's plain links", async ({ page, server, demo, faults }) => {
    faults.allow(/WebAssembly|wasm|Content Security Policy/i);
    await visitOwnPage(page, server.origin, { body: kElement, policy: "script-src 'self'; connect-src 'self'; style-src 'self'" });
    const links = page.locator("ventanilla-inline").getByRole("link");
    await expect(links.filter({ hasText: demo.portal("portal.fallback.home") })).toHaveAttribute("href", "/es/");
    await expect(links.filter({ hasText: demo.portal("portal.fallback.contact") })).toHaveAttribute("href", "/es/contacto");
});

test("what she has written is there after a reload", async ({ page, server, demo }) => {
    await visitOwnPage(page, server.origin, { body: `<ventanilla-inline route="/es/${demo.text("path.contact")}"></ventanilla-inline>` });
    const help = new Inline(page, demo);
    await help.field("message").fill("Sigue apagado.");
    await page.reload();
    await expect(help.field("message")).toHaveValue("Sigue apagado.");
});
