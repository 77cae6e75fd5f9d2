// Serves the view's harness page under the panel's own policy: strict CSP, Trusted Types.
import { createServer } from "node:http";
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import type { AddressInfo } from "node:net";
import { test as base, type Page } from "@playwright/test";
import { build } from "esbuild";
import { styleText } from "../../web/build.mjs";
import type { Message, Screen } from "../../web/panel/protocol.ts";
import type { Harness } from "../web/harness_page.ts";
import { watch } from "./watch.ts";

const kPolicy =
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; " +
    "require-trusted-types-for 'script'; trusted-types 'none'";
const kPage =
    '<!doctype html><html lang="es"><head><meta charset="utf-8"><title>Ventanilla</title>' +
    '<meta name="viewport" content="width=device-width, initial-scale=1"><link rel="icon" href="/media/router-back.svg">' +
    '<link rel="stylesheet" href="/panel.css"></head><body><main></main><script src="/harness.js"></script></body></html>';

const root = fileURLToPath(new URL("../../", import.meta.url));

async function bundle(): Promise<Uint8Array> {
    const result = await build({
        entryPoints: [`${root}tests/web/harness_page.ts`],
        bundle: true,
        write: false,
        format: "iife",
        jsx: "automatic",
        jsxImportSource: "preact",
        plugins: [styleText],
    });
    return (result.outputFiles[0] as { contents: Uint8Array }).contents;
}

/** The harness in a page: draws a screen, tells what the view reported. */
export class HarnessPage {
    readonly page: Page;

    constructor(page: Page) {
        this.page = page;
    }

    async draw(screen: Screen, focus?: string): Promise<void> {
        await this.page.evaluate(
            ([drawn, key]) => (window as unknown as { harness: Harness }).harness.draw(JSON.parse(drawn) as Screen, key),
            [JSON.stringify(screen), focus] as const,
        );
    }

    async announce(...texts: string[]): Promise<void> {
        await this.page.evaluate((all) => all.forEach((text) => (window as unknown as { harness: Harness }).harness.announce(text)), texts);
    }

    /** Until it is on the clipboard. */
    async copy(text: string): Promise<void> {
        await this.page.evaluate((copied) => (window as unknown as { harness: Harness }).harness.copy(copied), text);
    }

    /** Since the last time that it was asked. */
    async sent(): Promise<Message[]> {
        return this.page.evaluate(() => (window as unknown as { harness: Harness }).harness.sent.splice(0));
    }

    /** The data-key of what has the focus, or of the node around it; "body" where nothing has. */
    async focus(): Promise<string> {
        return this.page.evaluate(() => {
            const active = document.querySelector("main")?.shadowRoot?.activeElement;
            return active?.closest("[data-key]")?.getAttribute("data-key") ?? "body";
        });
    }
}

export const test = base.extend<{ harness: HarnessPage; accent: string }, { harnessServer: string }>({
    accent: ["#0b5c6b", { option: true }],
    harnessServer: [
        async ({ browserName: _ }, use) => {
            const script = await bundle();
            const server = createServer((request, response) => {
                const path = new URL(request.url ?? "/", "http://localhost").pathname;
                const send = (type: string, body: string | Uint8Array) => {
                    response.writeHead(200, { "Content-Type": type, "Content-Security-Policy": kPolicy });
                    response.end(body);
                };
                if (path === "/harness.js") {
                    send("text/javascript", script);
                } else if (path === "/panel.css") {
                    void readFile(`${root}web/panel/panel.css`).then((css) => send("text/css", css));
                } else if (path.startsWith("/media/")) {
                    void readFile(`${root}assets/demo/media/${path.slice(7)}`).then((svg) => send("image/svg+xml", svg));
                } else {
                    send("text/html", kPage);
                }
            });
            await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
            await use(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
            server.close();
        },
        { scope: "worker" },
    ],
    harness: async ({ page, harnessServer, accent }, use) => {
        const faults = watch(page);
        await page.goto(`${harnessServer}/?accent=${encodeURIComponent(accent)}`);
        await use(new HarnessPage(page));
        faults.expectNone();
    },
});

export { expect } from "@playwright/test";
