// A page of the help's own origin with <ventanilla-inline> on it, as strict as a page can be.
import type { FrameLocator, Locator, Page } from "@playwright/test";
import type { Demo } from "./demo.ts";
import { Widget } from "./widget.ts";

export const kStrict =
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; style-src 'self'; img-src 'self'; base-uri 'none'; " +
    "require-trusted-types-for 'script'; trusted-types 'none'";

export interface OwnPage {
    body: string;
    /** A style sheet of the page's. */
    style?: string;
    language?: string;
    policy?: string;
    /** Where inline.js comes from. */
    help?: string;
}

/** Opens the page, at an address of `origin`. */
export async function visitOwnPage(page: Page, origin: string, own: OwnPage): Promise<void> {
    const { body, style = "", language = "es", policy = kStrict, help = "" } = own;
    await page.route(/\/(\?own|own\.css)$/, async (route) => {
        const isStyle = route.request().url().endsWith(".css");
        await route.fulfill({
            contentType: isStyle ? "text/css" : "text/html",
            headers: isStyle ? {} : { "Content-Security-Policy": policy },
            body: isStyle
                ? style
                : `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><title>Faro</title>` +
                  '<meta name="viewport" content="width=device-width, initial-scale=1"><link rel="icon" href="/media/none.svg">' +
                  `<link rel="stylesheet" href="/own.css"><script type="module" src="${help}/inline.js"></script></head>` +
                  `<body><main><h1>Faro</h1>${body}</main></body></html>`,
        });
    });
    await page.goto(`${origin}/?own#here`);
}

/** What a customer finds in the element by the names that it has in the widget's panel. */
export class Inline extends Widget {
    readonly element: Locator;

    constructor(page: Page, demo: Demo, element = page.locator("ventanilla-inline").first()) {
        super(page, demo);
        this.element = element;
    }

    // All that tests ask of a frame's contents an element has as well.
    override get panel(): FrameLocator {
        return this.element as unknown as FrameLocator;
    }

    override get launcher(): Locator {
        return this.search;
    }
}
