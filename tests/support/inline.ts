// A page of the help's own origin with the help as a part of it, as strict as a page can be.
import type { FrameLocator, Locator, Page } from "@playwright/test";
import type { Demo } from "./demo.ts";
import { Widget } from "./widget.ts";

export const kInline = '<ventanilla-widget mode="inline"></ventanilla-widget>';

export const kStrict =
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; style-src 'self'; img-src 'self'; base-uri 'none'; " +
    "require-trusted-types-for 'script'; trusted-types 'none'";

export interface OwnPage {
    body: string;
    /** A style sheet of the page's. */
    style?: string;
    language?: string;
    policy?: string;
    /** Attributes of the tag in the head; null for no tag there. */
    tag?: string | null;
}

/** Opens the page, at an address of `origin`. */
export async function visitOwnPage(page: Page, origin: string, own: OwnPage): Promise<void> {
    const { body, style = "", language = "es", policy = kStrict, tag = "" } = own;
    const script = tag === null ? "" : `<script src="/embed.js" data-element="own" defer ${tag}></script>`;
    const markup =
        `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><title>Faro</title>` +
        '<meta name="viewport" content="width=device-width, initial-scale=1"><link rel="icon" href="/own.svg">' +
        `<link rel="stylesheet" href="/own.css">${script}</head><body><main><h1>Faro</h1>${body}</main></body></html>`;
    await page.route(/\/(\?own|own\.css|own\.svg)$/, async (route) => {
        const [, kind = ""] = /own\.(\w+)$/.exec(route.request().url()) ?? [];
        await route.fulfill({
            contentType: { css: "text/css", svg: "image/svg+xml" }[kind] ?? "text/html",
            headers: kind ? {} : { "Content-Security-Policy": policy },
            body: { css: style, svg: '<svg xmlns="http://www.w3.org/2000/svg"/>' }[kind] ?? markup,
        });
    });
    await page.goto(`${origin}/?own#here`);
}

/** What a customer finds in the element, by the names that it has in the widget's panel. */
export class Inline extends Widget {
    readonly element: Locator;

    constructor(page: Page, demo: Demo, widget = page.locator("ventanilla-widget").first()) {
        super(page, demo);
        this.element = widget.locator("ventanilla-inline");
    }

    // All that tests ask of a frame's contents an element has as well.
    override get panel(): FrameLocator {
        return this.element as unknown as FrameLocator;
    }

    override get launcher(): Locator {
        return this.search;
    }
}
