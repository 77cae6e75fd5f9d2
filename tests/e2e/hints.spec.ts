// What a site's rules do with the launcher on pages of other sites: a hint above it, once a visit, and where it is not there.
import AxeBuilder from "@axe-core/playwright";
import type { Locator, Page } from "@playwright/test";
import { type HostPage, type HostSite, startHostSite } from "../support/host_site.ts";
import { expect, test as base } from "../support/product.ts";
import { startRuledServer } from "../support/ruled_server.ts";
import type { Server } from "../support/server.ts";
import { Widget } from "../support/widget.ts";

const kHint = { es: "¿Dudas con el pago? Te ayudamos.", en: "Questions about paying? We can help." };
const kLong = "Si algo de tu tarifa, tu factura o tu pago no está claro, pregúntanos desde aquí";

const kRules = [
    { pages: ["/*/checkout"], suggest: ["bill-higher-than-usual"], hint: kHint },
    { pages: ["/*/slow"], after: 20, hint: kHint },
    { pages: ["/*/english"], languages: ["en"], hint: kHint },
    { pages: ["/*/long"], hint: { es: kLong, en: kLong } },
    { context: { plan: ["pro"] }, hint: kHint },
    { pages: ["/*/game*"], hidden: true },
    { pages: ["/*/film"], after: 20, hidden: true },
    { context: { plan: ["none"] }, hidden: true },
];

const kFewSeconds = 5_000; // milliseconds, in which every hint has come that will

/** The browser's own dark ground. */
const kDark = "rgb(18, 18, 18)";

class HintedWidget extends Widget {
    /** Its words, by what they say. */
    hint(words = kHint[this.demo.language]): Locator {
        return this.page.getByRole("status").getByRole("button", { name: words, exact: true });
    }

    get cross(): Locator {
        return this.page.getByRole("button", { name: this.demo.portal("hint.dismiss"), exact: true });
    }

    /** On this page by the page's own script, without loading it. */
    async go(path: string, how: "pushState" | "replaceState" = "pushState"): Promise<void> {
        await this.page.evaluate(([to, method]) => history[method](null, "", to), [path, how] as const);
    }
}

interface HintFixtures {
    /** Opens a page at `path` below its address. */
    visit(path: string, hostPage?: HostPage): Promise<HintedWidget>;
}

const test = base.extend<HintFixtures, { ruled: Server; site: HostSite }>({
    ruled: [
        async ({ browserName: _ }, use) => {
            const server = await startRuledServer(kRules);
            await use(server);
            await server.stop();
        },
        { scope: "worker" },
    ],
    site: [
        async ({ ruled }, use) => {
            const site = await startHostSite(ruled.help);
            await use(site);
            site.close();
        },
        { scope: "worker" },
    ],
    visit: async ({ page, site, demo }, use) =>
        use(async (path, hostPage = {}) => {
            await page.goto(`${site.add(hostPage)}/${path}`);
            return new HintedWidget(page, demo);
        }),
});

/** Lets the time pass in which a hint would have come. */
async function expectNoHint(widget: HintedWidget): Promise<void> {
    await widget.page.clock.runFor(kFewSeconds);
    await expect(widget.hint()).toHaveCount(0);
}

/** From the next page on time passes as the test lets it. */
const stopTime = (page: Page) => page.clock.pauseAt(Date.now() + 60_000);

const stored = (page: Page) => page.evaluate(() => [localStorage.length, { ...sessionStorage }]);

const box = async (locator: Locator) => (await locator.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };

/** The words and their cross, which are all that it covers. */
async function wholeHint(widget: HintedWidget) {
    const [words, cross] = [await box(widget.page.getByRole("status").getByRole("button")), await box(widget.cross)];
    const left = Math.min(words.x, cross.x);
    return { left, right: Math.max(words.x + words.width, cross.x + cross.width), top: words.y, bottom: Math.max(words.y + words.height, cross.y + cross.height) };
}

test.beforeEach(async ({ page }) => {
    await page.clock.install();
});

test("a hint stands above the launcher once its rule holds; it takes no focus, opens nothing and asks for nothing", async ({ page, visit }) => {
    const requests: string[] = [];
    page.on("request", (request) => requests.push(new URL(request.url()).pathname));
    await stopTime(page);
    const widget = await visit("checkout", { body: "<input autofocus>" });
    await expect(widget.launcher).toBeVisible();
    expect(await stored(page)).toEqual([0, {}]);
    await page.clock.runFor(kFewSeconds);
    await expect(widget.hint()).toBeVisible();
    expect(await page.locator(".hint").evaluate((hint) => hint.getAnimations({ subtree: true }))).toEqual([]);
    await expect(page.locator("input")).toBeFocused();
    await expect(widget.dialog).toBeHidden();
    expect(requests.filter((path) => path !== new URL(page.url()).pathname && path !== "/favicon.ico")).toEqual(["/embed.js"]);
    expect(await stored(page)).toEqual([0, { "ventanilla-hint": "1" }]);
    expect(await page.context().cookies()).toEqual([]);
});

test("its words are in a polite region that was there before them, and the launcher follows it", async ({ page, visit }) => {
    await stopTime(page);
    const widget = await visit("checkout");
    const client = await page.context().newCDPSession(page);
    const status = async () => {
        const { nodes } = await client.send("Accessibility.getFullAXTree");
        const found = nodes.filter(({ role, ignored }) => !ignored && role?.value === "status");
        return found.map(({ properties = [], childIds = [] }) => ({
            live: properties.find(({ name }) => name === "live")?.value.value as unknown,
            says: nodes.filter(({ nodeId }) => childIds.includes(nodeId)).map(({ role, name }) => [role?.value, name?.value] as unknown[]),
        }));
    };
    await expect.poll(status).toEqual([{ live: "polite", says: [] }]);
    await page.clock.runFor(kFewSeconds);
    await expect.poll(status).toEqual([{ live: "polite", says: [["button", kHint.es]] }]);
    await widget.hint().focus();
    await page.keyboard.press("Tab");
    await expect(widget.cross).toBeFocused();
    await page.keyboard.press("Tab");
    await expect(widget.launcher).toBeFocused();
});

test("it comes once a visit: not on the next page, and not after a reload", async ({ page, visit }) => {
    const widget = await visit("checkout");
    await expect(widget.hint()).toBeVisible();
    await page.reload();
    await expectNoHint(widget);
    await expectNoHint(await visit("checkout"));
});

test("its words open the panel, which begins with what the rule suggests, and then it is gone", async ({ page, visit }) => {
    const widget = await visit("checkout");
    await widget.hint().click();
    await expect(widget.title).toHaveText(widget.demo.text("home.title"));
    await expect(widget.panel.getByRole("link", { name: widget.demo.article("bill-higher-than-usual") }).first()).toBeVisible();
    await expect(widget.cross).toBeHidden();
    await page.keyboard.press("Escape");
    await expect(widget.launcher).toBeFocused();
    await expect(widget.hint()).toHaveCount(0);
});

test("it goes when the panel is opened otherwise", async ({ page, visit }) => {
    const widget = await visit("checkout");
    await expect(widget.hint()).toBeVisible();
    await page.evaluate(() => window.ventanilla?.open?.());
    await expect(widget.hint()).toHaveCount(0);
});

test("a press on the cross puts it away and loads nothing", async ({ page, visit }) => {
    const widget = await visit("checkout");
    await widget.cross.click();
    await expect(widget.hint()).toHaveCount(0);
    await expect(widget.cross).toHaveCount(0);
    expect(page.frames()).toHaveLength(1);
    await expectNoHint(widget);
});

for (const [what, key] of [["Escape", "Escape"], ["the cross", "Enter"]] as const) {
    test(`by keyboard, ${what} puts it away, and the focus is at the launcher`, async ({ page, visit }) => {
        const widget = await visit("checkout", { body: "<script>addEventListener('keydown', ({ key }) => key === 'Escape' && document.body.remove())</script>" });
        await expect(widget.cross).toBeVisible();
        await widget.tabTo(widget.cross);
        await page.keyboard.press(key);
        await expect(widget.hint()).toHaveCount(0);
        await expect(widget.launcher).toBeFocused();
        await expect(page.locator("main")).toBeVisible();
    });
}

test("it waits for the seconds of its rule, which begin anew where the page shows another", async ({ page, visit }) => {
    await stopTime(page);
    const widget = await visit("slow");
    await page.clock.runFor(15_000);
    await widget.go("elsewhere");
    await page.clock.runFor(15_000);
    await widget.go("slow");
    await page.clock.runFor(15_000);
    await expect(widget.hint()).toHaveCount(0);
    await page.clock.runFor(6_000);
    await expect(widget.hint()).toBeVisible();
});

for (const [what, script] of [
    ["tells of addresses", ""],
    ["does not tell of addresses, on a page with an element of that name,", "delete window.Navigation; Object.defineProperty(window, 'navigation', { value: document });"],
] as const) {
    test(`where a browser ${what} a page that shows another has its rules, and keeps its history as it is`, async ({ page, visit }) => {
        await page.addInitScript(script);
        const widget = await visit("elsewhere");
        await expectNoHint(widget);
        await widget.go("game/1");
        await page.clock.runFor(kFewSeconds);
        await expect(widget.launcher).toBeHidden();
        await widget.go("../checkout", "replaceState");
        await page.clock.runFor(kFewSeconds);
        await expect(widget.launcher).toBeVisible();
        await expect(widget.hint()).toBeVisible();
        await page.goBack();
        await page.clock.runFor(kFewSeconds);
        await expect(widget.hint()).toHaveCount(0);
        expect(await page.evaluate(() => [history.pushState, history.replaceState].map(String).join())).toMatch(/^(\S+ \w+\(\) \{ \[native code\] \},?){2}$/);
    });
}

test("what the page says of itself decides anew", async ({ page, visit }) => {
    const widget = await visit("elsewhere");
    const say = (plan: string) => page.evaluate((value) => window.ventanilla?.setContext?.({ plan: value }), plan);
    await expectNoHint(widget);
    await say("none");
    await expect(widget.launcher).toBeHidden();
    await say("pro");
    await expect(widget.launcher).toBeVisible();
    await expect(widget.hint()).toBeVisible();
    await say("none");
    await expect(widget.hint()).toHaveCount(0);
    await say("pro");
    await expectNoHint(widget);
});

test("a rule for English is one for English, and the hint speaks the language of the launcher", async ({ page, visit }) => {
    const widget = await visit("english");
    await expectNoHint(widget);
    await page.evaluate(() => (document.documentElement.lang = "en-GB"));
    await expect(widget.hint(kHint.en)).toBeVisible();
    await expect(widget.hint(kHint.en)).toHaveAttribute("lang", "en");
    await expect(page.getByRole("button", { name: "Dismiss this hint" })).toBeVisible();
    await page.evaluate(() => window.ventanilla?.setLocale?.("es"));
    await expect(widget.hint(kHint.en)).toHaveCount(0);
});

test("who had the panel open in this visit sees no hint, on the next page neither", async ({ page, visit }) => {
    const widget = await visit("elsewhere");
    await widget.open();
    await widget.button("action.close").click();
    await widget.go("checkout");
    await expectNoHint(widget);
    await expectNoHint(await visit("checkout"));
    expect(await stored(page)).toEqual([0, { "ventanilla-hint": "1" }]);
});

test("without its launcher there is no hint, nor a mark that there was one", async ({ page, visit }) => {
    const widget = await visit("checkout", { tag: 'data-launcher="hidden"' });
    await expectNoHint(widget);
    expect(await stored(page)).toEqual([0, {}]);
    await page.evaluate(() => window.ventanilla?.show?.());
    await expect(widget.hint()).toBeVisible();
    await page.evaluate(() => window.ventanilla?.hide?.());
    await expect(widget.hint()).toHaveCount(0);
});

test("where storage is blocked it comes once a page", async ({ page, visit }) => {
    await page.addInitScript(() => {
        Object.defineProperty(window, "sessionStorage", {
            get: () => {
                throw new DOMException("blocked", "SecurityError");
            },
        });
    });
    const widget = await visit("checkout");
    await widget.cross.click();
    await widget.go("elsewhere");
    await widget.go("checkout");
    await expectNoHint(widget);
    await page.reload();
    await expect(widget.hint()).toBeVisible();
});

test("on paper there is no hint", async ({ page, visit }) => {
    const widget = await visit("checkout");
    await expect(widget.hint()).toBeVisible();
    await page.emulateMedia({ media: "print" });
    await expect(widget.hint()).toBeHidden();
});

test.describe("where a rule hides the launcher", () => {
    // Whether it can be seen when the page's next script runs, which is before anything is drawn.
    const kLooks = `<script>addEventListener("DOMContentLoaded", () => {
        window.seen = document.querySelector("ventanilla-widget").shadowRoot.querySelector(".launcher").getClientRects().length;
    })</script>`;
    const seen = (page: Page) => page.evaluate(() => (window as unknown as { seen: number }).seen);

    test("it is never seen, by its page and by what the page has said before", async ({ page, visit }) => {
        const widget = await visit("game", { body: kLooks });
        await expect(widget.launcher).toBeHidden();
        expect(await seen(page)).toBe(0);
        await visit("elsewhere", { head: '<script>(window.ventanilla ||= []).push(["setContext", { plan: "none" }])</script>', body: kLooks });
        await expect(widget.launcher).toBeHidden();
        expect(await seen(page)).toBe(0);
        await visit("elsewhere", { body: kLooks });
        await expect(widget.launcher).toBeVisible();
        expect(await seen(page)).toBe(1);
    });

    test("scripts and links open the panel all the same", async ({ page, visit }) => {
        const widget = await visit("game", { body: '<a href="#page" data-ventanilla-route="/es/contacto">Contacto</a>' });
        await page.evaluate(() => window.ventanilla?.open?.());
        await expect(widget.title).toHaveText(widget.demo.text("home.title"));
        await widget.button("action.close").click();
        await expect(widget.dialog).toBeHidden();
        await page.getByRole("link", { name: "Contacto" }).click();
        await expect(widget.title).toHaveText(widget.demo.text("form.title"));
        await expect(widget.launcher).toBeHidden();
    });

    test("the page's show() stands against it, until its hide()", async ({ page, visit }) => {
        const widget = await visit("game");
        await expect(widget.launcher).toBeHidden();
        await page.evaluate(() => window.ventanilla?.show?.());
        await expect(widget.launcher).toBeVisible();
        await widget.go("game2");
        await page.clock.runFor(kFewSeconds);
        await expect(widget.launcher).toBeVisible();
        await page.evaluate(() => window.ventanilla?.hide?.());
        await widget.go("elsewhere");
        await page.clock.runFor(kFewSeconds);
        await expect(widget.launcher).toBeHidden();
        await expect(page.locator("ventanilla-widget")).toHaveAttribute("launcher", "hidden");
    });

    test("after some seconds, it goes then", async ({ page, visit }) => {
        await stopTime(page);
        const widget = await visit("film");
        await page.clock.runFor(15_000);
        await expect(widget.launcher).toBeVisible();
        await page.clock.runFor(6_000);
        await expect(widget.launcher).toBeHidden();
    });
});

for (const [width, height] of [[320, 256], [360, 640], [1280, 720]] as const) {
    for (const [where, hostPage] of Object.entries<HostPage>({
        "in its corner": {},
        "in the other corner": { tag: 'data-position="start"' },
        "on a page from right to left": { head: '<script>document.documentElement.dir = "rtl"</script>' },
        "at a distance": { tag: 'data-offset="30px"' },
    })) {
        test(`at ${width} by ${height} it stands ${where}, above the launcher and within the window`, async ({ page, visit }) => {
            await page.setViewportSize({ width, height });
            const widget = await visit("long", hostPage);
            await expect(widget.hint(kLong)).toBeVisible();
            const [hint, launcher] = [await wholeHint(widget), await box(widget.launcher)];
            expect(hint.left).toBeGreaterThanOrEqual(0);
            expect(hint.right).toBeLessThanOrEqual(width);
            expect(hint.top).toBeGreaterThanOrEqual(0);
            expect(hint.bottom).toBeLessThan(launcher.y);
            expect(hint.bottom).toBeGreaterThan(launcher.y - 16);
            const atLeft = where === "in the other corner" || where === "on a page from right to left";
            expect(atLeft ? hint.left - launcher.x : hint.right - (launcher.x + launcher.width)).toBe(0);
            expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
            for (const part of [widget.hint(kLong), widget.cross]) {
                const { width: wide, height: high } = await box(part);
                expect(Math.min(wide, high)).toBeGreaterThanOrEqual(44);
            }
        });
    }
}

test("beside a phone's edges it keeps their distance", async ({ page, visit }) => {
    const client = await page.context().newCDPSession(page);
    await client.send("Emulation.setSafeAreaInsetsOverride", { insets: { bottom: 34, right: 44 } });
    await page.setViewportSize({ width: 640, height: 360 });
    const widget = await visit("long");
    await expect(widget.hint(kLong)).toBeVisible();
    const [hint, launcher] = [await wholeHint(widget), await box(widget.launcher)];
    expect([hint.right, hint.bottom, launcher.y + launcher.height]).toEqual([640 - 44 - 16, launcher.y - 8, 360 - 34 - 16]);
});

for (const colorScheme of ["light", "dark"] as const) {
    test(`axe finds nothing in a hint that is ${colorScheme}`, async ({ page, visit }) => {
        await page.emulateMedia({ colorScheme });
        const widget = await visit("long");
        await expect(widget.hint(kLong)).toBeVisible();
        await expect(page.locator(".hint")).toHaveCSS("background-color", colorScheme === "dark" ? kDark : "rgb(255, 255, 255)");
        const { violations } = await new AxeBuilder({ page }).include("ventanilla-widget").analyze();
        expect(violations).toEqual([]);
    });
}

test("it has the looks that the page gives the help, and an edge in forced colours", async ({ page, visit }) => {
    const widget = await visit("checkout", { tag: 'data-theme="dark" data-font="monospace" data-z-index="7"' });
    const hint = page.locator(".hint");
    await expect(widget.hint()).toBeVisible();
    await expect(hint).toHaveCSS("background-color", kDark);
    await expect(hint).toHaveCSS("z-index", "7");
    await expect(widget.hint()).toHaveCSS("font-family", "monospace, sans-serif");
    await page.emulateMedia({ forcedColors: "active" });
    for (const part of [widget.hint(), widget.cross]) {
        const { edge, ground } = await part.evaluate((element) => {
            const style = getComputedStyle(element);
            return { edge: style.borderTopColor, ground: getComputedStyle(element.closest(".hint") as Element).backgroundColor };
        });
        expect(edge).not.toBe(ground);
    }
});

for (const [what, hostPage] of Object.entries<HostPage>({
    "whose style sheet unsets everything": { head: "<style>* { all: unset !important }</style>" },
    "whose style sheet hides everything": { head: "<style>body *, ventanilla-widget, button, div { display: none !important; opacity: 0 !important }</style>" },
    "that trusts nobody but the help": {
        policy: (help) => `default-src 'none'; script-src ${help}; frame-src ${help}; require-trusted-types-for 'script'; trusted-types 'none'`,
    },
    "without MutationObserver": { head: "<script>delete window.MutationObserver</script>" },
})) {
    test(`a page ${what} has the hint, which opens the panel`, async ({ visit }) => {
        const widget = await visit("checkout", hostPage);
        await expect(widget.hint()).toBeInViewport({ ratio: 1 });
        expect((await box(widget.hint())).height).toBeLessThan(70);
        await widget.hint().click();
        await expect(widget.title).toHaveText(widget.demo.text("home.title"));
    });
}

test("a page that has broken what rules need has its launcher, and is told", async ({ page, visit }) => {
    const heard: string[] = [];
    page.on("console", (message) => heard.push(message.text()));
    const widget = await visit("elsewhere", { body: "<script>Array.prototype.some = () => { throw new Error('some'); }</script>" });
    await expect(widget.launcher).toBeVisible();
    await expect.poll(() => heard.filter((text) => text.startsWith("Ventanilla: no rules on this page")).length).toBe(1);
    await widget.open();
});

test("what is destroyed leaves no listener, timer or element behind", async ({ page, visit }) => {
    await visit("slow", { tag: 'data-element="own"' });
    const client = await page.context().newCDPSession(page);
    const measure = async () => {
        await client.send("HeapProfiler.collectGarbage");
        const { jsEventListeners, nodes } = await client.send("Memory.getDOMCounters");
        return { jsEventListeners, nodes };
    };
    const comeAndGo = (times: number) =>
        page.evaluate(async (count) => {
            for (let i = 0; i < count; i += 1) {
                const widget = document.createElement("ventanilla-widget");
                document.body.append(widget);
                widget.setContext({ plan: "pro" });
                widget.destroy();
                await Promise.resolve();
            }
        }, times);
    await comeAndGo(2);
    const before = await measure();
    await comeAndGo(50);
    expect(await measure()).toEqual(before);
    await page.clock.runFor(60_000);
    expect(await page.evaluate(() => sessionStorage.length)).toBe(0);
});
