// A shop that embeds the launcher, on an origin of its own, as hostile as a page can be: it allows nothing but the
// help origin's script and frame, demands Trusted Types, and its style sheet hides whatever it does not know.
import { fileURLToPath } from "node:url";
import { expect, type Frame, type Locator, type Page } from "@playwright/test";
import { build } from "esbuild";
import { styleText } from "../../web/build.mjs";

export const kShop = "http://shop.localhost";
const kStyle = "* { display: none !important; color: red !important } html, body, main, p, a { display: block !important }";

/** The policy of a page that trusts nobody but `help`; its one style sheet is its own. */
export function shopPolicy(help: string): string {
    return `default-src 'none'; script-src ${help}; frame-src ${help}; style-src 'self'; base-uri 'none'; require-trusted-types-for 'script'`;
}

export function shopPage(help: string, attributes = ""): string {
    return (
        '<!doctype html><html lang="es"><head><meta charset="utf-8"><title>Tienda</title>' +
        '<meta name="viewport" content="width=device-width, initial-scale=1"><link rel="stylesheet" href="/shop.css"></head>' +
        `<body><main><p>Zapatos</p><p><a href="/contact" data-ventanilla-route="/es/contacto">Contacto</a></p></main>` +
        `<script src="${help}/embed.js" ${attributes}></script></body></html>`
    );
}

export const shopStyle = kStyle;

const kSite = {
    languages: ["es", "en"],
    nearest: [["en", "en"], ["es", "es"]],
    labels: {
        es: { launcher: "Ayuda", close: "Cerrar la ayuda", panel: "Ayuda" },
        en: { launcher: "Help", close: "Close help", panel: "Help" },
    },
    accent: "#0b5c6b",
    on: "#ffffff",
};

/** The launcher as the publisher makes it. */
export async function launcherScript(): Promise<string> {
    const root = fileURLToPath(new URL("../../", import.meta.url));
    const result = await build({
        entryPoints: [`${root}web/embed/main.ts`],
        bundle: true,
        write: false,
        format: "iife",
        plugins: [styleText],
    });
    return (result.outputFiles[0]?.text ?? "").replace('"__VENTANILLA_SITE__"', JSON.stringify(kSite));
}

/** A stand-in for the panel: it does what the test tells it to, and writes down what it hears. */
const kPanel = `<!doctype html><title>Panel</title><script>
const tell = (message) => parent.postMessage({ ventanilla: 1, ...message }, "*");
window.heard = [];
addEventListener("message", (event) => event.source === parent && heard.push(event.data));
addEventListener("keydown", (event) => event.key === "Escape" && tell({ type: "close" }));
tell({ type: "hello" });
</script><button>Dentro</button>`;

/** Serves the shop and the help origin from the test itself; answers every request that was made. */
export async function serveShop(page: Page, attributes = ""): Promise<string[]> {
    const help = "http://help.localhost";
    const requests: string[] = [];
    const script = await launcherScript();
    await page.route(/^http:\/\/(shop|help|other)\.localhost\//, async (route) => {
        const url = new URL(route.request().url());
        requests.push(url.href);
        const answer = (contentType: string, body: string, headers = {}) => route.fulfill({ contentType, body, headers });
        if (url.pathname === "/embed.js") {
            await answer("text/javascript", script);
        } else if (url.pathname === "/shop.css") {
            await answer("text/css", shopStyle);
        } else if (url.pathname.startsWith("/widget/")) {
            await answer("text/html", kPanel);
        } else {
            await answer("text/html", shopPage(help, attributes), { "Content-Security-Policy": shopPolicy(help) });
        }
    });
    return requests;
}

/** On a page of the shop; answers every request that was made. */
export async function visit(page: Page, attributes = ""): Promise<string[]> {
    const requests = await serveShop(page, attributes);
    await page.goto(`${kShop}/zapatos?session=secret#fragment`);
    return requests;
}

export const launcher = (page: Page, name = "Ayuda"): Locator => page.getByRole("button", { name, exact: true });
export const panel = (page: Page, name = "Ayuda"): Locator => page.getByRole("dialog", { name });

/** The stand-in, which has said hello. */
export async function panelFrame(page: Page): Promise<Frame> {
    await expect.poll(() => page.frames().length).toBe(2);
    const frame = page.frames()[1] as Frame;
    await frame.getByRole("button", { name: "Dentro" }).waitFor({ state: "attached" });
    return frame;
}

/** What the launcher has told it. */
export const heard = (frame: Frame): Promise<unknown[]> => frame.evaluate(() => (window as unknown as { heard: unknown[] }).heard);

/** The same without what it was told of the page. */
export const asked = async (frame: Frame): Promise<unknown[]> =>
    (await heard(frame)).filter((message) => (message as { type: string }).type !== "context");

export const say = (frame: Frame, message: object): Promise<void> =>
    frame.evaluate((told) => parent.postMessage({ ventanilla: 1, ...told }, "*"), message);
