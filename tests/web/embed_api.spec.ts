// What a page's own scripts can do with the launcher, and what it tells them; with a stand-in for the panel.
import { expect, type Page, test } from "@playwright/test";
import type { VentanillaCall, VentanillaEvents } from "../../web/embed/api.d.ts";
import { asked as askedOf, heard, launcher, panel, panelFrame, say, serveShop, kShop, visit } from "../support/shop.ts";
import { warnings, watch } from "../support/watch.ts";

/** As the page's own script does, whether the launcher is there or not. */
const push = (page: Page, ...calls: VentanillaCall[]) => page.evaluate((all) => (window.ventanilla ||= []).push(...all), calls);

const call = (name: string, ...args: unknown[]) => ({ ventanilla: 1, type: "call", name, args });
const kShown = { ventanilla: 1, type: "shown" };

/** What the panel hears besides its context, until now. */
const asked = async (page: Page) => askedOf(await panelFrame(page));

/** Writes down what the global tells of these, and what the element's events say. */
async function listen(page: Page, ...events: (keyof VentanillaEvents)[]): Promise<() => Promise<unknown[]>> {
    await page.evaluate((names) => {
        const told: unknown[] = [];
        Object.assign(window, { told });
        for (const name of names) {
            window.ventanilla?.on?.(name, ({ type, detail }) => told.push([type, detail]));
        }
    }, events);
    return () => page.evaluate(() => (window as unknown as { told: unknown[] }).told);
}

/** Once more, on a page that demands Trusted Types. */
const addTag = (page: Page) =>
    page.evaluate(async () => {
        const { trustedTypes } = window as unknown as { trustedTypes: { createPolicy(name: string, rules: object): { createScriptURL(url: string): string } } };
        const script = document.createElement("script");
        script.src = trustedTypes.createPolicy("tag", { createScriptURL: (url: string) => url }).createScriptURL("http://help.localhost/embed.js");
        const loaded = new Promise((resolve) => script.addEventListener("load", resolve));
        document.head.append(script);
        await loaded;
    });

test("calls from before the script is there are carried out in order, and later ones at once", async ({ page }) => {
    await page.addInitScript(() => (window.ventanilla ||= []).push(["openArticle", "no-internet"], ["search", "wifi"]));
    await visit(page);
    await expect(panel(page)).toBeVisible();
    await say(await panelFrame(page), { type: "ready" });
    await expect.poll(() => asked(page)).toEqual([call("openArticle", "no-internet"), call("search", "wifi"), kShown]);
    await push(page, ["startGuide", "slow-wifi"]);
    await expect.poll(async () => (await asked(page)).slice(3)).toEqual([call("startGuide", "slow-wifi"), kShown]);
});

test("what the panel is called for waits until it has loaded", async ({ page }) => {
    await visit(page);
    await page.evaluate(() => window.ventanilla?.newTicket?.({ kind: "fault", fields: { message: "Hola" } }));
    const frame = await panelFrame(page);
    await expect.poll(async () => (await heard(frame)).length).toBe(1); // its context
    await say(frame, { type: "ready" });
    await expect.poll(() => asked(page)).toEqual([call("newTicket", { kind: "fault", fields: { message: "Hola" } }), kShown]);
});

test("the launcher is hidden and shown, the panel opens and closes, and the focus goes back to the page's own button", async ({ page }) => {
    const faults = watch(page);
    await visit(page);
    await push(page, ["hide"]);
    await expect(launcher(page)).toBeHidden();
    await page.evaluate(() => {
        const own = document.querySelector("a") as HTMLElement;
        own.focus();
        window.ventanilla?.toggle?.();
    });
    await expect(panel(page)).toBeVisible();
    await push(page, ["toggle"]);
    await expect(panel(page)).toBeHidden();
    await expect(page.getByRole("link", { name: "Contacto" })).toBeFocused();
    await push(page, ["open", "/es/contacto"], ["hide"]);
    await expect(panel(page)).toBeHidden();
    await push(page, ["show"]);
    await expect(launcher(page)).toBeVisible();
    faults.expectNone();
});

test("whoever is busy on the page while the panel is closed stays there", async ({ page }) => {
    await visit(page);
    await launcher(page).click();
    await page.getByRole("link", { name: "Contacto" }).focus();
    await push(page, ["close"]);
    await expect(panel(page)).toBeHidden();
    await expect(page.getByRole("link", { name: "Contacto" })).toBeFocused();
});

test("a page that has a button of its own says so in the tag", async ({ page }) => {
    const heardWarnings = warnings(page);
    await visit(page, 'data-launcher="hidden"');
    await expect(launcher(page)).toBeHidden();
    await push(page, ["open"]);
    await expect(panel(page)).toBeVisible();
    expect(heardWarnings).toEqual([]);
});

test("a page that places the element itself, and later, has that one alone", async ({ page }) => {
    await visit(page, 'data-element="own"');
    await expect(page.locator("ventanilla-widget")).toHaveCount(0);
    await page.evaluate(() => document.body.append(document.createElement("ventanilla-widget")));
    await push(page, ["open"]);
    await expect(panel(page)).toBeVisible();
    await expect(page.locator("ventanilla-widget")).toHaveCount(1);
});

test("to show, to hide and to listen load nothing", async ({ page }) => {
    const requests = await visit(page);
    await push(page, ["setLocale", "en"], ["hide"], ["show"]);
    await listen(page, "ready", "open");
    await expect(launcher(page, "Help")).toBeVisible();
    expect(requests.filter((address) => address.includes("help.localhost"))).toEqual(["http://help.localhost/embed.js"]);
    await expect(page.locator("iframe")).toHaveCount(0);
});

test("a page hears what happens, for as long as it listens", async ({ page }) => {
    await visit(page);
    const told = await listen(page, "ready", "open", "close", "guide-step");
    await page.evaluate(() => {
        const { told } = window as unknown as { told: unknown[] };
        const never = () => told.push("never");
        const once = ({ detail }: CustomEvent<{ id: string }>) => told.push(["once", detail.id]);
        window.ventanilla?.on?.("guide-step", never);
        window.ventanilla?.off?.("guide-step", never);
        document.querySelector("ventanilla-widget")?.once("guide-step", once);
    });
    await push(page, ["open"]);
    const frame = await panelFrame(page);
    await say(frame, { type: "ready" });
    const step = { type: "emit", event: "guide-step", detail: { id: "slow-wifi", step: "where" } };
    await say(frame, step);
    await say(frame, step);
    await say(frame, { type: "close" });
    await expect.poll(told).toEqual([
        ["ventanilla:open", {}],
        ["ventanilla:ready", {}],
        ["ventanilla:guide-step", step.detail],
        ["once", "slow-wifi"],
        ["ventanilla:guide-step", step.detail],
        ["ventanilla:close", {}],
    ]);
});

test("each mistake is one warning that says what is allowed, and never an exception", async ({ page }) => {
    const faults = watch(page);
    const heardWarnings = warnings(page);
    await page.clock.install(); // so that the panel's stand-in is never late
    await visit(page, 'data-position="left"');
    for (let again = 0; again < 2; again += 1) {
        await page.evaluate(() => {
            const widget = window.ventanilla as unknown as Record<string, (...args: unknown[]) => void>;
            widget["push"]?.(["openArtcle", "no-internet"], undefined);
            widget["on"]?.("opened", () => {});
            widget["off"]?.("opened", () => {});
            widget["on"]?.("open", "not a function");
            widget["setLocale"]?.("fr");
            widget["setTheme"]?.({ colour: "#0b5c6b" });
            widget["newTicket"]?.(document.body); // as `button.onclick = ventanilla.newTicket` would
        });
    }
    await say(await panelFrame(page), { type: "ready" });
    const methods = "close, toggle, show, hide, destroy, setTheme, setContext, suggest, setLocale, on, once, off, open, search, openArticle, startGuide, newTicket";
    await expect.poll(() => heardWarnings).toEqual([
        'Ventanilla: there is no position "left"; there is start, end.',
        `Ventanilla: there is no method "openArtcle"; there is ${methods}.`,
        `Ventanilla: there is no method "undefined"; there is ${methods}.`,
        expect.stringMatching(/^Ventanilla: there is no event "opened"; there is ready, open, close, .*error\.$/),
        'Ventanilla: on("open") takes a function.',
        'Ventanilla: there is no language "fr"; there is es, en.',
        'Ventanilla: there is no look "colour"; there is accent, theme, density, font, offset, z-index.',
        expect.stringContaining("could not be cloned"),
    ]);
    faults.expectNone();
});

test("a help origin that does not answer is told of, once", async ({ page }) => {
    const heardWarnings = warnings(page);
    await page.clock.install();
    await serveShop(page);
    await page.route("http://help.localhost/widget/**", (route) => route.fulfill({ contentType: "text/html", body: "<p>503</p>" }));
    await page.goto(kShop);
    const told = await listen(page, "error");
    await push(page, ["open"]);
    await page.clock.fastForward("00:19");
    expect(await told()).toEqual([]);
    await page.clock.fastForward("00:02");
    expect(await told()).toEqual([["ventanilla:error", { reason: "unreachable" }]]);
    expect(heardWarnings).toEqual([expect.stringContaining("http://help.localhost does not answer")]);
});

test("a panel that answers, and one that is put away before it could, are not told of", async ({ page }) => {
    const heardWarnings = warnings(page);
    await page.clock.install();
    await visit(page);
    await push(page, ["open"]);
    await say(await panelFrame(page), { type: "ready" });
    await expect(page.getByRole("button", { name: "Cerrar la ayuda" })).toBeHidden();
    await page.evaluate(() => document.body.append(document.createElement("ventanilla-widget")));
    await page.locator("body > ventanilla-widget").evaluate((widget) => {
        (widget as HTMLElementTagNameMap["ventanilla-widget"]).open();
        (widget as HTMLElementTagNameMap["ventanilla-widget"]).destroy();
    });
    await page.clock.fastForward("01:00");
    expect(heardWarnings).toEqual([]);
});

test("a language is set at once, for what the panel is called for next", async ({ page }) => {
    await visit(page);
    await push(page, ["setLocale", "en"], ["openArticle", "no-internet"]);
    await expect(panel(page, "Help")).toBeVisible();
    await expect.poll(async () => (await panelFrame(page)).url()).toBe("http://help.localhost/widget/en/");
});

test("what is destroyed is gone, and a later script starts afresh", async ({ page }) => {
    const faults = watch(page);
    await visit(page, 'data-lang="en"');
    await push(page, ["open"]);
    await say(await panelFrame(page), { type: "ready" });
    await push(page, ["destroy"]);
    await expect(page.locator("ventanilla-widget")).toHaveCount(0);
    await expect.poll(() => page.frames().length).toBe(1);
    expect(await page.evaluate(() => "ventanilla" in window)).toBe(false);

    await push(page, ["toggle"]);
    await addTag(page);
    await expect(page.locator("ventanilla-widget")).toHaveCount(1);
    await expect(panel(page)).toBeVisible();
    faults.expectNone();
});

test("the tag twice makes one launcher, and what was listened to is still", async ({ page }) => {
    await visit(page);
    const told = await listen(page, "open");
    await addTag(page);
    await expect(page.locator("ventanilla-widget")).toHaveCount(1);
    await push(page, ["open"]);
    expect(await told()).toEqual([["ventanilla:open", {}]]);
});

test("several widgets of a page have a panel each", async ({ page }) => {
    await visit(page);
    await page.evaluate(() => {
        const second = document.createElement("ventanilla-widget");
        second.lang = "en";
        second.setAttribute("position", "start");
        document.body.append(second);
    });
    await page.locator("body > ventanilla-widget").evaluate((widget) => (widget as HTMLElementTagNameMap["ventanilla-widget"]).search("wifi"));
    await expect(panel(page, "Help")).toBeVisible();
    await expect(panel(page)).toBeHidden();
    await push(page, ["open"]);
    await expect(panel(page)).toBeVisible();
    const panels = () => page.frames().slice(1).map((frame) => frame.url()).sort();
    await expect.poll(panels).toEqual(["http://help.localhost/widget/en/", "http://help.localhost/widget/es/"]);
    await page.getByTitle("Help").contentFrame().getByRole("button").evaluate(() => parent.postMessage({ ventanilla: 1, type: "close" }, "*"));
    await expect(panel(page, "Help")).toBeHidden();
    await expect(panel(page)).toBeVisible();
});

test("a widget that is moved stays open, and asks its panel again once that has reloaded", async ({ page }) => {
    await visit(page);
    const told = await listen(page, "close", "ready");
    await push(page, ["open"]);
    await say(await panelFrame(page), { type: "ready" });
    await expect.poll(told).toEqual([["ventanilla:ready", {}]]);
    await page.evaluate(() => document.body.append(document.querySelector("ventanilla-widget") as Element));
    await expect(panel(page)).toBeVisible();
    await push(page, ["search", "wifi"]);
    await expect(page.getByRole("button", { name: "Cerrar la ayuda" })).toBeVisible();
    await say(await panelFrame(page), { type: "ready" });
    await expect.poll(() => asked(page)).toEqual([call("search", "wifi"), kShown]);
    expect(await told()).toEqual([["ventanilla:ready", {}], ["ventanilla:ready", {}]]);
});

test("a page that replaces its body keeps it, as it is", async ({ page }) => {
    await visit(page);
    await push(page, ["open"]);
    const frame = await panelFrame(page);
    await say(frame, { type: "ready" });
    await page.evaluate(() => document.body.replaceWith(document.createElement("body")));
    await push(page, ["search", "wifi"]);
    await expect(panel(page)).toBeVisible();
    await expect.poll(() => asked(page)).toEqual([call("open"), kShown, call("search", "wifi"), kShown]);
});

test("put on a page and taken off a thousand times, it leaves nothing", async ({ page }) => {
    await visit(page);
    const devtools = await page.context().newCDPSession(page);
    await devtools.send("Performance.enable");
    const mount = (times: number, open: boolean) =>
        page.evaluate(async ([count, opens]) => {
            for (let i = 0; i < count; i += 1) {
                const widget = document.createElement("ventanilla-widget");
                document.body.append(widget);
                widget.on("open", () => widget.hide());
                if (opens) {
                    widget.open();
                }
                widget.remove();
                await Promise.resolve();
            }
        }, [times, open] as const);
    const measure = async () => {
        await devtools.send("HeapProfiler.collectGarbage");
        const { metrics } = await devtools.send("Performance.getMetrics");
        const value = (name: string) => metrics.find((metric) => metric.name === name)?.value ?? NaN;
        return { listeners: value("JSEventListeners"), nodes: value("Nodes"), documents: value("Documents"), heap: value("JSHeapUsedSize") };
    };
    await mount(50, false);
    await mount(10, true);
    await expect.poll(() => page.frames().length).toBe(1);
    const { heap, ...before } = await measure();
    await mount(1000, false);
    await mount(50, true);
    await expect.poll(() => page.frames().length).toBe(1);
    await expect.poll(async () => {
        const { heap: _, ...after } = await measure();
        return after;
    }).toEqual(before);
    expect((await measure()).heap - heap).toBeLessThan(100_000); // bytes: under a hundred for each
});

test("the panel is told what the page says of itself, before it is shown and whenever that changes", async ({ page }) => {
    await visit(page, 'data-accent="tomato" data-density="compact"');
    const context = async () => (await heard(await panelFrame(page))).findLast((message) => (message as { type: string }).type === "context");
    await push(page, ["setContext", { plan: "pro" }], ["suggest", "no-internet", "guide:slow-wifi"], ["setTheme", { theme: "dark" }], ["open"]);
    await expect.poll(context).toMatchObject({
        values: { plan: "pro" },
        suggested: ["no-internet", "guide:slow-wifi"],
        looks: { accent: "tomato", theme: "dark", density: "compact", font: "" },
    });
    await say(await panelFrame(page), { type: "ready" });
    await push(page, ["setContext", { plan: "team" }], ["setTheme", { theme: "auto", accent: "" }]);
    await expect.poll(context).toMatchObject({ values: { plan: "team" }, looks: { accent: "", theme: "" } });
    await page.evaluate(() => {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync("ventanilla-widget { --ventanilla-accent: rebeccapurple }");
        document.adoptedStyleSheets = [sheet];
        window.ventanilla?.open?.();
    });
    await expect.poll(context).toMatchObject({ looks: { accent: "rebeccapurple" } });
});

test("the panel is given another size and the other corner by itself alone, and never leaves the window", async ({ page }) => {
    await page.setViewportSize({ width: 900, height: 700 });
    await visit(page);
    await push(page, ["open"]);
    const frame = await panelFrame(page);
    await say(frame, { type: "ready" });
    await say(frame, { type: "place", width: 500, height: 300, position: "start" });
    await expect.poll(() => panel(page).boundingBox()).toMatchObject({ x: 16, width: 500, height: 300 });
    await say(frame, { type: "place", width: 5000, height: 5000, position: "end" });
    await expect.poll(() => panel(page).boundingBox()).toMatchObject({ x: 16, y: 16, width: 868 });
});
