// The launcher and its panel on pages of other sites that are hostile to them, by carelessness or on purpose: she sees
// the button, presses it, finds an answer, puts the help away and is back where she was; the page hears no error of ours.
import type { Page } from "@playwright/test";
import type { HostPage } from "../support/host_site.ts";
import { expect, test } from "../support/visit_host.ts";
import type { Widget } from "../support/widget.ts";

/** By pointer; asks the page's own scripts for nothing, which may not work. */
async function open(widget: Widget): Promise<void> {
    await expect(widget.launcher).toBeInViewport({ ratio: 1 });
    await widget.launcher.click();
    await expect(widget.title).toHaveText(widget.demo.text("home.title"));
    await expect(widget.panel.locator("h1:focus, input:focus")).toHaveCount(1);
}

/** With the panel open: a search, by pointer and keys. */
async function findAnswer(widget: Widget): Promise<void> {
    const { demo } = widget;
    await widget.search.click();
    await widget.search.pressSequentially(demo.query);
    await expect(widget.hit(demo.article("no-internet"))).toBeVisible();
    await expect(widget.panel.locator("body")).toBeInViewport();
}

async function putAway(widget: Widget): Promise<void> {
    await widget.button("action.close").click();
    await expect(widget.dialog).toBeHidden();
    await expect(widget.launcher).toBeFocused();
}

async function getHelp(widget: Widget): Promise<void> {
    await open(widget);
    await findAnswer(widget);
    await putAway(widget);
}

const openByScript = (page: Page) =>
    page.locator("ventanilla-widget").evaluate((element) => (element as unknown as { open(): void }).open());

const style = (rules: string): HostPage => ({ head: `<style>${rules}</style>` });
const script = (code: string): string => `<script>${code}</script>`;

const kStyles: Record<string, string> = {
    "unsets everything": "* { all: unset !important }",
    "hides every button": "button { display: none !important }",
    "hides every division": "div, span, svg, path { display: none !important }",
    "shrinks every frame to nothing": "iframe { width: 0 !important; height: 0 !important; visibility: hidden !important }",
    "hides everything": "body *, ventanilla-widget { display: none !important; visibility: hidden !important; opacity: 0 !important }",
    "has huge letters": "html { font-size: 40px } * { letter-spacing: .5em !important; line-height: 4 !important; text-transform: uppercase !important }",
    "turns, blurs and zooms its body": "body { transform: rotate(2deg); filter: blur(1px); zoom: 1.4 }",
    "turns into its own negative": "html { filter: invert(1) hue-rotate(180deg) }",
    "is not shown until its own scripts say so": "html { opacity: 0; visibility: hidden }",
    "styles the launcher's element": "ventanilla-widget { display: none !important; position: static !important; transform: scale(0) !important; clip-path: inset(50%) !important; pointer-events: none !important }",
    "writes rules for a host that it is not": ":host, :host * { display: none !important } ::slotted(*) { display: none !important }",
    "has variables of the same names": "* { --fill: transparent !important; --on-fill: transparent !important }",
    "does not scroll": "html, body { overflow: hidden !important; height: 0 !important } body { position: fixed; width: 100% }",
    "animates and delays everything": "@keyframes gone { to { opacity: 0; visibility: hidden } } * { animation: gone 1s forwards !important; transition: all 60s 60s !important }",
};

for (const [what, rules] of Object.entries(kStyles)) {
    test(`a page whose style sheet ${what} leaves the help as it is`, async ({ visit }) => {
        await getHelp(await visit(style(rules)));
    });
}

test("the launcher's colours are the help's, whatever the page calls its own", async ({ visit }) => {
    const widget = await visit(style(kStyles["has variables of the same names"] as string));
    await expect(widget.launcher).toHaveCSS("background-color", "rgb(11, 92, 107)");
    await expect(widget.launcher).toHaveCSS("color", "lab(100 0 0)");
});

test.describe("what lies over the page", () => {
    const kCover = "position: fixed; inset: 0; z-index: 2147483647; background: #c0c0c0e0";

    test("does not cover the launcher, which comes last among what is on top", async ({ visit }) => {
        await getHelp(await visit({ body: `<div style="${kCover}"></div>` }));
    });

    test("does not cover the open panel, whenever it came", async ({ visit, page }) => {
        const widget = await visit({});
        await widget.open();
        await page.evaluate((cover) => {
            const wall = document.createElement("div");
            wall.style.cssText = cover;
            document.documentElement.append(wall);
        }, kCover);
        await findAnswer(widget);
        await putAway(widget);
    });

    test("and is in the top layer itself gets the panel above it", async ({ visit, page }) => {
        const widget = await visit({ body: `<div popover="manual" style="${kCover}; inset: 0 0 50% 0; width: 100%; height: 50%"></div>` });
        await page.locator("body > [popover]").evaluate((element: HTMLElement) => element.showPopover());
        await getHelp(widget);
    });
});

test("on a page that turns its root the panel stands in the window all the same", async ({ visit, page }) => {
    const widget = await visit(style("html { transform: rotate(2deg) } main { height: 300vh }"));
    await openByScript(page);
    await findAnswer(widget);
    expect(await widget.dialog.boundingBox()).toMatchObject({ x: 864, y: 16, width: 400, height: 624 });
    await putAway(widget);
});

test("on a page that zooms its root the panel is larger, and within the window", async ({ visit }) => {
    const widget = await visit(style("html { zoom: 1.4 }"));
    await open(widget);
    await expect(widget.dialog).toBeInViewport({ ratio: 1 });
    await widget.search.pressSequentially(widget.demo.query);
    await expect(widget.hit(widget.demo.article("no-internet"))).toBeVisible();
    await widget.search.press("Escape");
    await widget.search.press("Escape");
    await expect(widget.launcher).toBeFocused();
});

for (const [what, element] of Object.entries({
    "to another site": '<base href="https://elsewhere.example/">',
    "into other windows": '<base target="_blank">',
})) {
    test(`a page that sends its links ${what} does not send the panel's there`, async ({ visit, page }) => {
        const widget = await visit({ head: element });
        await open(widget);
        await findAnswer(widget);
        await widget.hit(widget.demo.article("no-internet")).click();
        await expect(widget.title).toHaveText(widget.demo.article("no-internet"));
        await putAway(widget);
        expect(page.context().pages()).toHaveLength(1);
    });
}

// What a page does to the language and the browser: methods that throw, and members that everything has from then on.
const kBroken: Record<string, string> = {
    "the methods of arrays and strings": `for (const { prototype } of [Array, String])
        for (const name of Object.getOwnPropertyNames(prototype))
            if (name !== "constructor" && typeof prototype[name] === "function") prototype[name] = () => { throw new Error(name); };`,
    "how functions are called": 'for (const name of ["call", "apply", "bind"]) Function.prototype[name] = () => { throw new Error(name); };',
    "fetch, messages and media queries": "fetch = postMessage = matchMedia = () => { throw new Error('none'); };",
    "custom elements and observers": "customElements.define = () => { throw new Error('define'); }; MutationObserver = undefined;",
};

const kAdded = `for (const { prototype } of [Object, Array, String, Function])
    for (const name of ["each", "extend", "route", "frame", "type", "detail"]) prototype[name] = function () { throw new Error(name); };`;

for (const [what, code] of Object.entries(kBroken)) {
    test(`a page that breaks ${what} once the launcher has loaded does not break the help`, async ({ visit }) => {
        await getHelp(await visit({ body: script(code) }));
    });
}

for (const [when, hostPage] of Object.entries({ before: { head: script(kAdded) }, after: { body: script(kAdded) } })) {
    test(`a page that adds members to everything ${when} the launcher loads does not disturb the help`, async ({ visit }) => {
        await getHelp(await visit(hostPage));
    });
}

test("a page that wraps listeners, messages and elements before gets the help through its wrappers", async ({ visit }) => {
    const wrapped = `const wrap = (owner, name) => { const method = owner[name]; owner[name] = function (...words) { return method.apply(this, words); }; };
        wrap(EventTarget.prototype, "addEventListener"); wrap(EventTarget.prototype, "removeEventListener"); wrap(window, "postMessage");
        wrap(Element.prototype, "append"); wrap(Node.prototype, "appendChild"); wrap(document, "createElement"); wrap(customElements, "define"); wrap(window, "fetch");`;
    await getHelp(await visit({ head: script(wrapped) }));
});

for (const [what, code] of Object.entries({
    "without MutationObserver": "delete window.MutationObserver;",
    "where matchMedia answers nothing": "matchMedia = () => null;",
    "where matchMedia answers a stand-in": "matchMedia = () => ({ matches: false });",
    "without matchMedia": "matchMedia = undefined;",
})) {
    test(`a page ${what} has the help all the same`, async ({ visit }) => {
        await getHelp(await visit({ head: script(code) }));
    });
}

for (const [what, code] of Object.entries({
    "custom elements": "customElements.define = () => { throw new Error('define'); };",
    "custom elements, saying nothing,": "customElements.define = () => {};",
    "listeners": "EventTarget.prototype.addEventListener = () => { throw new Error('listen'); };",
    "shadow roots": "Element.prototype.attachShadow = () => { throw new Error('shadow'); };",
    "making elements": "document.createElement = Node.prototype.appendChild = undefined;",
})) {
    test(`on a page that broke ${what} before the launcher loads there is none, and one warning`, async ({ visit, page }) => {
        const warnings: string[] = [];
        page.on("console", (message) => message.type() === "warning" && warnings.push(message.text()));
        const widget = await visit({ head: script(code) });
        await expect(widget.launcher).toHaveCount(0);
        expect(warnings).toEqual([expect.stringContaining("Ventanilla: no help here")]);
    });
}

test.describe("navigation without loading", () => {
    test("keeps the launcher and the open panel where the body is swapped for another", async ({ visit, page }) => {
        const widget = await visit({});
        await open(widget);
        await page.evaluate(() => document.body.replaceWith(document.createElement("body")));
        await findAnswer(widget);
        await putAway(widget);
    });

    test("keeps them through a view transition", async ({ visit, page }) => {
        const widget = await visit({});
        await open(widget);
        await page.evaluate(async () => {
            const { finished } = document.startViewTransition(() => document.body.replaceWith(document.createElement("body")));
            await finished;
        });
        await findAnswer(widget);
        await putAway(widget);
    });

    test("below a sheet leaves the new page out of reach until the sheet is closed", async ({ visit, page }) => {
        await page.setViewportSize({ width: 360, height: 640 });
        const widget = await visit({});
        await open(widget);
        await page.evaluate(() => document.body.replaceWith(document.createElement("body")));
        await expect(page.locator("body")).toHaveJSProperty("inert", true);
        await putAway(widget);
        await expect(page.locator("body")).toHaveJSProperty("inert", false);
    });

    test("a window made wider turns the sheet into a panel beside the page, which is in reach again", async ({ visit, page }) => {
        await page.setViewportSize({ width: 360, height: 640 });
        const widget = await visit({});
        await open(widget);
        await expect(widget.dialog).toHaveAttribute("aria-modal", "true");
        await page.setViewportSize({ width: 1280, height: 720 });
        await expect(widget.dialog).toHaveAttribute("aria-modal", "false");
        await expect(page.locator("body")).toHaveJSProperty("inert", false);
    });

    for (const [what, tag] of Object.entries({ "with the tag in it": true, "without": false })) {
        test(`a document written anew ${what} has ${tag ? "one launcher" : "none"}`, async ({ visit, page, server }) => {
            const widget = await visit({});
            await open(widget);
            await page.evaluate((help) => {
                const written = document.open();
                written["write"](`<!doctype html><html lang="es"><title>Otra</title><body><p>Botas</p>${help ? `<script src="${help}/embed.js"></${"script"}>` : ""}`);
                written.close();
            }, tag ? server.help : "");
            await expect(page.getByText("Botas")).toBeVisible();
            await expect(widget.launcher).toHaveCount(tag ? 1 : 0);
            if (tag) {
                await widget.launcher.click();
                await findAnswer(widget);
                await putAway(widget);
            }
        });
    }
});

test("a page that takes the element away is without help, undisturbed, until it puts it back", async ({ visit, page }) => {
    await page.setViewportSize({ width: 360, height: 640 });
    const widget = await visit({});
    await open(widget);
    await page.evaluate(() => {
        const root = document.documentElement;
        const element = document.querySelector("ventanilla-widget") as HTMLElement;
        root.replaceChildren(...[...root.children].filter((child) => child !== element));
        Object.assign(window, { element });
    });
    await expect(widget.launcher).toHaveCount(0);
    await expect(page.locator("body")).toHaveJSProperty("inert", false);
    await page.evaluate(() => document.documentElement.append((window as unknown as { element: HTMLElement }).element));
    await widget.launcher.click();
    await findAnswer(widget);
    await putAway(widget);
});

const kPolicies: Record<string, { policy: (help: string) => string; tag?: string }> = {
    "allows the help's script and frame, and nothing else": { policy: (help) => `default-src 'none'; script-src ${help}; frame-src ${help}` },
    "also forbids Trusted Types": {
        policy: (help) => `default-src 'none'; script-src ${help}; frame-src ${help}; require-trusted-types-for 'script'; trusted-types 'none'`,
    },
    "trusts a nonce and what it loads": {
        policy: (help) => `default-src 'none'; script-src 'nonce-s3cret' 'strict-dynamic'; frame-src ${help}; base-uri 'none'`,
        tag: 'nonce="s3cret"',
    },
    "allows no style": { policy: (help) => `style-src 'none'; style-src-attr 'none'; script-src ${help}; frame-src ${help}` },
};

for (const [what, hostPage] of Object.entries(kPolicies)) {
    test(`a page whose policy ${what} has the help, and nothing is reported`, async ({ visit, page }) => {
        await page.addInitScript(() => addEventListener("securitypolicyviolation", ({ violatedDirective }) => console.error(violatedDirective)));
        await getHelp(await visit(hostPage));
    });
}

for (const [what, code] of Object.entries({
    "takes every key for itself": "addEventListener('keydown', (event) => { event.preventDefault(); event.stopImmediatePropagation(); }, true);",
    "prevents what every key does": "document.addEventListener('keydown', (event) => event.preventDefault());",
    "lets no key pass": "document.addEventListener('keydown', (event) => event.stopPropagation(), true);",
    "takes the focus back": "document.addEventListener('focusin', (event) => event.stopImmediatePropagation(), true);",
})) {
    test(`on a page that ${what} she types, tabs and leaves by Escape in the panel`, async ({ visit, page }) => {
        const widget = await visit({ head: script(code) });
        await open(widget);
        await widget.tabTo(widget.search);
        await page.keyboard.type(widget.demo.query);
        await expect(widget.hit(widget.demo.article("no-internet"))).toBeVisible();
        await widget.tabTo(widget.hit(widget.demo.article("no-internet")));
        await page.keyboard.press("Escape");
        await expect(widget.dialog).toBeHidden();
        await expect(widget.launcher).toBeFocused();
    });
}

test("a page that prevents what every key does does not keep Escape from closing the panel at the launcher", async ({ visit, page }) => {
    const widget = await visit({ head: script("document.addEventListener('keydown', (event) => event.preventDefault());") });
    await open(widget);
    await widget.launcher.focus();
    await page.keyboard.press("Escape");
    await expect(widget.dialog).toBeHidden();
});

test.describe("a modal dialog of the page's", () => {
    const kDialog: HostPage = {
        body: '<dialog><p>¿Seguro?</p><a href="#sin-panel" data-ventanilla-route="/es/contacto">Contacto</a><form method="dialog"><button>Sí</button></form></dialog>',
    };
    const showDialog = (page: Page) => page.locator("dialog").evaluate((dialog: HTMLDialogElement) => dialog.showModal());
    const answer = (page: Page) => page.getByRole("button", { name: "Sí" }).click();

    test("keeps the help out of reach as it does the page, until it is closed", async ({ visit, page }) => {
        const widget = await visit(kDialog);
        await showDialog(page);
        await widget.launcher.focus();
        await expect(widget.launcher).not.toBeFocused();
        await answer(page);
        await getHelp(widget);
    });

    test("lies over a panel that was open, which is there again afterwards", async ({ visit, page }) => {
        const widget = await visit(kDialog);
        await open(widget);
        await showDialog(page);
        await answer(page);
        await findAnswer(widget);
        await putAway(widget);
    });

    test("is not covered by a panel that a script opens", async ({ visit, page }) => {
        const widget = await visit(kDialog);
        await showDialog(page);
        await openByScript(page);
        await expect(widget.dialog).toBeVisible();
        expect(await widget.dialog.evaluate((panel) => panel.matches(":popover-open"))).toBe(false);
        await answer(page);
        await findAnswer(widget);
    });

    test("has links that are links, since the panel would be out of reach", async ({ visit, page }) => {
        const widget = await visit(kDialog);
        await showDialog(page);
        await page.getByRole("link", { name: "Contacto" }).click();
        await expect(page).toHaveURL(/#sin-panel$/);
        await expect(widget.dialog).toBeHidden();
    });
});
