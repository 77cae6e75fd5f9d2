// The npm package, as the manual has it installed: its types, its loader and its React component on a site's own pages.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { type BundledSite, codeOf, Shop, startBundledSite } from "../support/npm_package.ts";
import { expect, test as base } from "../support/product.ts";
import { warnings } from "../support/watch.ts";
import { Widget } from "../support/widget.ts";

const kManual = ["docs/site-owners.md", "From npm"] as const;
const kReadme = ["web/npm/README.md", ""] as const;

const test = base.extend<object, { shop: Shop; site: BundledSite }>({
    shop: [
        async ({ browserName: _ }, use) => {
            const shop = await Shop.install();
            await use(shop);
            await shop.remove();
        },
        { scope: "worker" },
    ],
    site: [
        async ({ browserName: _ }, use) => {
            const site = await startBundledSite();
            await use(site);
            site.close();
        },
        { scope: "worker" },
    ],
});

// One worker packs and installs.
test.describe.configure({ mode: "default" });

/** What the manual asks of a page's policy. */
const policyFor = (help: string) => `default-src 'none'; script-src 'self' ${help}; frame-src ${help}`;

const written = (script: string, help: string) => script.replaceAll("https://help.example.com", help);

const elements = (page: Page) => page.locator("ventanilla-widget");
const tags = (page: Page) => page.locator('script[src$="/embed.js"]');

/** The launcher's addresses that are asked for. */
function scriptsOf(page: Page): string[] {
    const asked: string[] = [];
    page.on("request", (request) => request.url().endsWith("/embed.js") && asked.push(request.url()));
    return asked;
}

test.describe("installed", () => {
    test("it says which version it is, and brings nothing with it", async ({ shop }) => {
        const { version } = JSON.parse(readFileSync("package.json", "utf8")) as { version: string };
        expect(await shop.manifest()).toMatchObject({ name: "@ventanilla/widget", version, sideEffects: false });
        expect(await shop.manifest()).not.toHaveProperty("dependencies");
        expect(readdirSync(join(shop.folder, "node_modules/@ventanilla"))).toEqual(["widget"]);
    });

    test("the code of the manual and of its own page compiles, however modules are resolved", async ({ shop }) => {
        for (const page of [kManual, kReadme]) {
            for (const [language, module] of [["ts", "Bundler"], ["ts", "NodeNext"], ["tsx", "Bundler"], ["tsx", "NodeNext"]] as const) {
                const file = await shop.write(`code.${language}`, await codeOf(page[0], language, page[1]));
                expect(shop.typeErrors(file, module), `${page[0]}, ${language}, ${module}`).toEqual([]);
            }
        }
        expect(shop.typeErrors(await shop.copy("react.tsx"))).toEqual([]);
    });

    test("what there is not does not compile, and what an event tells is known", async ({ shop }) => {
        const code = [
            'import { load, type VentanillaEvents } from "@ventanilla/widget";',
            'import { useVentanilla, Ventanilla } from "@ventanilla/widget/react";',
            'const help = load({ origin: "https://help.example.com" });',
            'help.on("search", ({ detail }) => detail.results.toFixed());',
            'help.on("ticket-send", () => {});',
            'help.openArtcle("no-internet");',
            'load({ origin: "https://help.example.com", position: "left" });',
            "load({});",
            'export const sent: VentanillaEvents["ticket-sent"] = { id: "AB12" };',
            'export const good = <Ventanilla origin="https://help.example.com" onGuideEnd={({ detail }) => detail.outcome.trim()} />;',
            'export const bad = <Ventanilla origin="https://help.example.com" onTicketSend={() => {}} />;',
            'export const worse = <Ventanilla lang="en" />;',
            "export const Gone = () => void useVentanilla().destroy();",
        ];
        const errors = shop.typeErrors(await shop.write("wrong.tsx", code.join("\n")));
        expect(errors.map((error) => error.split(":", 2).join(":"))).toEqual([5, 6, 7, 8, 9, 11, 12, 13].map((line) => `wrong.tsx:${line}`));
    });

    test("a bundle has what it uses, and never React a second time", async ({ shop }) => {
        const imports = 'import { load } from "@ventanilla/widget"; import { Ventanilla } from "@ventanilla/widget/react";';
        const unused = await shop.write("unused.js", `${imports} console.log("a");`);
        expect((await shop.bundle(unused)).script.replaceAll(/\/\/.*/g, "").trim()).toBe('console.log("a");');
        const component = await shop.write("component.js", 'export { Ventanilla } from "@ventanilla/widget/react";');
        expect((await shop.bundle(component, ["react"])).inputs.sort()).toEqual([
            "component.js",
            ...["npm/load.js", "npm/react.js", "shared/warn.js"].map((file) => `node_modules/@ventanilla/widget/${file}`),
        ]);
    });

    test("on a server nothing happens, and React writes the element alone", async ({ shop }) => {
        const said = await shop.inNode(`
            import { load } from "@ventanilla/widget";
            import { Ventanilla } from "@ventanilla/widget/react";
            import { createElement } from "react";
            import { renderToString } from "react-dom/server";
            load({ origin: "https://help.example.com" }).open();
            load({ origin: "" }).push(["open"]);
            console.log(renderToString(createElement(Ventanilla, { origin: "https://help.example.com", lang: "en", onOpen() {} })));
            console.log("global: " + globalThis.ventanilla);
        `);
        expect(said.split("\n")).toEqual(['<ventanilla-widget lang="en"></ventanilla-widget>', "global: undefined"]);
    });
});

test.describe("load()", () => {
    const visit = async (page: Page, shop: Shop, site: BundledSite, policy: string) => {
        await page.goto(site.add((await shop.bundle(await shop.copy("plain.ts"))).script, policy));
    };

    test("the manual's page opens the panel from its own button, and hears that a request was sent", async ({ page, shop, site, server, demo, email }) => {
        const { script } = await shop.bundle(await shop.write("manual.ts", await codeOf(kManual[0], "ts", kManual[1])));
        const said: string[] = [];
        page.on("console", (message) => message.type() === "log" && said.push(message.text()));
        await page.goto(site.add(written(script, server.help), policyFor(server.help)));
        const widget = new Widget(page, demo);
        await page.locator("#help").click();
        await expect(widget.title).toHaveText(demo.text("home.title"));
        await expect(widget.launcher).toBeHidden();
        await widget.button("person.contact").click();
        await widget.panel.getByRole("radio").first().check();
        await widget.field("message").fill("Zapatos");
        await widget.field("name").fill("Ana");
        await widget.field("email").fill(email);
        await widget.button("form.send").click();
        await expect(widget.title).toHaveText(demo.text("receipt.title"));
        expect(said).toEqual(["a request was sent"]);
    });

    test("however often it is called there is one script and one launcher, and what was called before is done", async ({ page, shop, site, server, demo }) => {
        const scripts = scriptsOf(page);
        await visit(page, shop, site, policyFor(server.help));
        await page.evaluate((origin) => {
            for (let again = 0; again < 3; again += 1) {
                window.load({ origin, position: "start", lang: "es" }).openArticle("no-internet");
                window.load({ origin: `${origin}/` });
            }
        }, server.help);
        await expect(new Widget(page, demo).title).toHaveText(demo.article("no-internet"));
        await page.evaluate((origin) => void window.load({ origin }), server.help);
        await expect(elements(page)).toHaveCount(1);
        await expect(elements(page)).toHaveAttribute("position", "start");
        await expect(tags(page)).toHaveCount(0);
        expect(scripts).toEqual([`${server.help}/embed.js`]);
    });

    test("what it has returned works before, after, and once destroyed and loaded again", async ({ page, shop, site, server, demo }) => {
        const { launcher, dialog } = new Widget(page, demo);
        await visit(page, shop, site, policyFor(server.help));
        const help = await page.evaluateHandle((origin) => window.load({ origin }), server.help);
        await expect(launcher).toBeVisible();
        await help.evaluate((methods) => methods.open());
        await expect(dialog).toBeVisible();
        await help.evaluate((methods) => methods.destroy());
        await expect(elements(page)).toHaveCount(0);
        await help.evaluate((methods, origin) => {
            methods.open();
            window.load({ origin });
        }, server.help);
        await expect(dialog).toBeVisible();
        await expect(elements(page)).toHaveCount(1);
    });

    test("it passes a policy of nonces that demands Trusted Types", async ({ page, shop, site, server, demo }) => {
        await visit(page, shop, site, `default-src 'none'; script-src 'nonce-abc'; frame-src ${server.help}; require-trusted-types-for 'script'; trusted-types help`);
        const options = { origin: server.help, nonce: "abc", trustedTypesPolicy: "help" };
        await page.evaluate((given) => window.load(given), options);
        await expect(new Widget(page, demo).launcher).toBeVisible();
        await page.evaluate((given) => {
            window.load(given).destroy();
            window.load(given); // under the same name
        }, options);
        await expect(new Widget(page, demo).launcher).toBeVisible();
    });

    test("a page that forbids it, or an origin that is none, hears one warning each and no exception", async ({ page, shop, site, server, faults }) => {
        faults.allow(/Trusted ?(ScriptURL|Type)/);
        const heard = warnings(page);
        await visit(page, shop, site, "default-src 'none'; script-src 'nonce-abc'; require-trusted-types-for 'script'; trusted-types help");
        await page.evaluate((origin) => {
            for (let again = 0; again < 2; again += 1) {
                window.load({ origin }).open();
                window.load({ origin, trustedTypesPolicy: "other" });
                window.load({ origin: "help.example.com" });
            }
        }, server.help);
        expect(heard).toHaveLength(3);
        for (const text of heard) {
            expect(text).toMatch(/^Ventanilla: no help on this page; see the origin and the page's Trusted Types\. TypeError: /);
        }
        await expect(tags(page)).toHaveCount(0);
    });

    test("a script that does not come is one warning, and the next call tries again", async ({ page, shop, site, server, demo, faults }) => {
        faults.allow(/ERR_FAILED/);
        const heard = warnings(page);
        await page.route("**/embed.js", (route) => route.abort());
        await visit(page, shop, site, policyFor(server.help));
        for (let again = 0; again < 2; again += 1) {
            await page.evaluate((origin) => window.load({ origin }).openArticle("no-internet"), server.help);
            await expect(tags(page)).toHaveCount(0);
        }
        expect(heard).toEqual([`Ventanilla: ${server.help}/embed.js did not load; is it there, and does this page's script-src allow it?`]);
        await page.unroute("**/embed.js");
        await page.evaluate((origin) => window.load({ origin }), server.help);
        await expect(new Widget(page, demo).title).toHaveText(demo.article("no-internet"));
    });
});

test.describe("in React", () => {
    const visit = async (page: Page, shop: Shop, site: BundledSite, help: string) => {
        await page.goto(site.add((await shop.bundle(await shop.copy("react.tsx"))).script, policyFor(help)));
    };

    test.describe("in English", () => {
        test.use({ language: "en" });

        test("the manual's component is the help, and its hook opens an article", async ({ page, shop, site, server, demo }) => {
            await shop.write("code.tsx", await codeOf(kManual[0], "tsx", kManual[1]));
            const start = 'import { createElement } from "react"; import { createRoot } from "react-dom/client"; import { App } from "./code.tsx";';
            const main = await shop.write("manual.js", `${start} createRoot(document.querySelector("main")).render(createElement(App));`);
            await page.goto(site.add(written((await shop.bundle(main)).script, server.help), policyFor(server.help)));
            await page.getByRole("button", { name: "No internet?" }).click();
            await expect(new Widget(page, demo).title).toHaveText(demo.article("no-internet"));
            await expect(elements(page)).toHaveCount(1);
        });
    });

    test("events are props, heard by the newest one and once, and props that change are followed", async ({ page, shop, site, server }) => {
        await visit(page, shop, site, server.help);
        const told = await page.evaluateHandle((origin) => {
            const told: string[] = [];
            window.render({ origin, position: "start", onOpen: () => told.push("never") });
            window.render({ origin, position: "start", onOpen: ({ type }) => told.push(type), onArticleView: ({ detail }) => told.push(detail.id) });
            return told;
        }, server.help);
        await expect(page.getByRole("button", { name: "Ayuda", exact: true })).toBeVisible();
        await expect(elements(page)).toHaveAttribute("position", "start");
        await page.getByRole("button", { name: "Internet?" }).click();
        await expect.poll(() => told.jsonValue()).toEqual(["ventanilla:open", "no-internet"]);
        await page.evaluate((origin) => window.render({ origin, lang: "en", launcher: "hidden" }), server.help);
        await expect(elements(page)).toHaveCount(1);
        await expect(elements(page)).toHaveAttribute("lang", "en");
        await expect(elements(page)).not.toHaveAttribute("position");
        await expect(page.getByRole("button", { name: "Help", exact: true })).toBeHidden();
        await page.evaluate((origin) => window.render({ origin }), server.help);
        await expect(page.getByRole("button", { name: "Ayuda", exact: true })).toBeVisible();
    });

    test("a mode is that of an element for good, and on a page of another origin it is the framed panel", async ({ page, shop, site, server, demo }) => {
        await visit(page, shop, site, server.help);
        await page.evaluate((origin) => window.render({ origin }), server.help);
        const first = await elements(page).elementHandle();
        await page.evaluate((origin) => window.render({ origin, mode: "inline" }), server.help);
        await expect.poll(() => first?.evaluate((element) => element.isConnected)).toBe(false);
        await expect(elements(page)).toHaveCount(1);
        await new Widget(page, demo).open();
    });

    test("a page that has gone on before the script is there is left without help, until it has it again", async ({ page, shop, site, server, demo }) => {
        const scripts = scriptsOf(page);
        let release = () => {};
        const held = new Promise<void>((go) => (release = go));
        await page.route("**/embed.js", async (route) => {
            await held;
            await route.continue();
        });
        await visit(page, shop, site, server.help);
        await page.evaluate((origin) => {
            window.render({ origin });
            window.render(null);
        }, server.help);
        const loaded = page.waitForFunction(() => window.ventanilla?.open);
        release();
        await loaded;
        await expect(elements(page)).toHaveCount(0);
        await page.evaluate((origin) => window.render({ origin }), server.help);
        await expect(new Widget(page, demo).launcher).toBeVisible();
        expect(scripts).toHaveLength(1);
    });

    test("mounted and unmounted a thousand times, it leaves nothing", async ({ page, shop, site, server }) => {
        await visit(page, shop, site, server.help);
        const devtools = await page.context().newCDPSession(page);
        await devtools.send("Performance.enable");
        const mount = (times: number) =>
            page.evaluate(async ([origin, count]) => {
                for (let i = 0; i < count; i += 1) {
                    window.render({ origin, lang: "en", onOpen: () => {}, onTicketSent: () => {} });
                    window.render(null);
                    await Promise.resolve();
                }
            }, [server.help, times] as const);
        const measure = async () => {
            await devtools.send("HeapProfiler.collectGarbage");
            const { metrics } = await devtools.send("Performance.getMetrics");
            const value = (name: string) => metrics.find((metric) => metric.name === name)?.value ?? NaN;
            return { listeners: value("JSEventListeners"), nodes: value("Nodes"), documents: value("Documents") };
        };
        await mount(1);
        await page.waitForFunction(() => window.ventanilla?.open);
        await mount(50);
        const before = await measure();
        await mount(1000);
        await expect.poll(measure).toEqual(before);
        await expect(elements(page)).toHaveCount(0);
    });
});
