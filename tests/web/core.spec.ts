// The panel's page with a stand-in for the core: loading, traps, and what is shown when nothing works.
import { fileURLToPath } from "node:url";
import { expect, type Page, type Route, test } from "@playwright/test";
import { build } from "esbuild";
import { styleText } from "../../web/build.mjs";
import type { Effect } from "../../web/panel/protocol.ts";
import { tinyCore } from "../support/tiny_core.ts";
import { makeScreen } from "./screens.ts";

const kPolicy =
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self'; connect-src 'self'; " +
    "base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'";
const kPage =
    '<!doctype html><html lang="es"><head><meta charset="utf-8"><title>Ayuda</title><link rel="stylesheet" href="/panel.css">' +
    '<script type="module" src="/panel.js"></script></head><body><main id="ventanilla" data-language="es" ' +
    'data-core="/core.wasm" data-catalog="/catalog.json" data-accent="#0b5c6b"></main>' +
    '<section id="fallback" aria-labelledby="t"><h1 id="t">Ayuda</h1><ul><li><a href="/es/">Páginas</a></li></ul></section></body></html>';

const root = fileURLToPath(new URL("../../", import.meta.url));

async function open(page: Page, core: (route: Route) => Promise<void>): Promise<void> {
    const result = await build({
        entryPoints: [`${root}web/panel/main.ts`, `${root}web/panel/panel.css`],
        bundle: true,
        write: false,
        outdir: "/",
        format: "esm",
        jsx: "automatic",
        jsxImportSource: "preact",
        plugins: [styleText],
    });
    const file = (end: string) => result.outputFiles.find(({ path }) => path.endsWith(end))?.text ?? "";
    await page.route("http://help.localhost/**", async (route) => {
        const { pathname } = new URL(route.request().url());
        if (pathname === "/core.wasm") {
            await core(route);
        } else if (pathname === "/panel.js") {
            await route.fulfill({ contentType: "text/javascript", body: file(".js") });
        } else if (pathname === "/panel.css") {
            await route.fulfill({ contentType: "text/css", body: file(".css") });
        } else if (pathname === "/widget/es/") {
            await route.fulfill({ contentType: "text/html", body: kPage, headers: { "Content-Security-Policy": kPolicy } });
        } else {
            await route.fulfill({ status: 404, body: "" });
        }
    });
    await page.goto("http://help.localhost/widget/es/");
}

const save: Effect = { id: 1, e: "save", text: "what was written" };
const working = { screen: makeScreen("home"), effects: [save] };
const serve = (body: Buffer, contentType = "application/wasm") => (route: Route) => route.fulfill({ contentType, body });
const title = (page: Page) => page.getByRole("heading", { level: 1, name: "¿En qué podemos ayudarte?" });
const fallback = (page: Page) => page.getByRole("link", { name: "Páginas" });

test("the first screen puts the fallback away", async ({ page }) => {
    await open(page, serve(tinyCore(working, 0)));
    await expect(title(page)).toBeVisible();
    await expect(fallback(page)).toBeHidden();
    // Kept once the customer pauses.
    await expect.poll(() => page.evaluate(() => sessionStorage.getItem("ventanilla:es"))).toBe("what was written");
});

test("a server that gives the module a wrong type is put up with", async ({ page }) => {
    await open(page, serve(tinyCore(working, 0), "application/octet-stream"));
    await expect(title(page)).toBeVisible();
});

test("a trap costs the instance, not the customer: the next one goes on, each time she does something", async ({ page }) => {
    // A press is a short message, the start a long one, and what nobody has pressed for the shortest.
    await open(page, serve(tinyCore(working, 60, 37)));
    for (const name of ["Escribir a una persona", "Escribir a una persona"]) {
        await page.getByRole("button", { name }).click();
        await expect(title(page)).toBeVisible();
        await expect(fallback(page)).toBeHidden();
    }
});

test("a core that traps whatever it is told leaves the fallback", async ({ page }) => {
    await open(page, serve(tinyCore(working, 100_000)));
    await expect(fallback(page)).toBeVisible();
});

for (const [what, core] of Object.entries({
    "a module that is not there": (route: Route) => route.fulfill({ status: 404, body: "" }),
    "a module that is cut off": (route: Route) => route.abort(),
    "a module that is none": serve(Buffer.from("no module"), "application/wasm"),
    "a catalog that cannot be had": serve(tinyCore({ screen: { id: "unavailable", language: "es" } }, 0)),
})) {
    test(`${what} leaves the fallback`, async ({ page }) => {
        await open(page, core);
        await expect(fallback(page)).toBeVisible();
    });
}

test("without scripts the fallback is there", async ({ browser }) => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await open(page, (route) => route.abort());
    await expect(fallback(page)).toBeVisible();
    await context.close();
});

test("storage that throws is not needed", async ({ page }) => {
    await page.addInitScript(() => {
        Object.defineProperty(window, "sessionStorage", {
            get: () => {
                throw new DOMException("blocked", "SecurityError");
            },
        });
    });
    await open(page, serve(tinyCore(working, 60, 37)));
    await page.getByRole("button", { name: "Escribir a una persona" }).click();
    await expect(title(page)).toBeVisible();
});
