// The portal's pages, as the server draws them and as the app has taken them over.
import { type Browser, expect, type Locator, type Page } from "@playwright/test";
import type { Demo } from "./demo.ts";

/** The script that waits for a sign of intent; held back, the page is one without a script for as long. */
export const kScript = "**/assets/portal.*.js";

/** All of the page has come, whatever becomes of its scripts. */
export const isWhole = (page: Page) => expect.poll(() => page.evaluate(() => document.readyState)).not.toBe("loading");

/** What the app says its news in comes with the app. */
export const isTaken = (page: Page) => expect(page.locator("body > [role=status]")).toHaveCount(1);

/** Opens a page that waits for what is held back. */
export async function openHeld(page: Page, address: string): Promise<void> {
    await page.goto(address, { waitUntil: "commit" });
    await isWhole(page);
}

/** Holds requests back until the function that it answers is called. */
export async function hold(page: Page, pattern: string): Promise<() => void> {
    let release = (): void => {};
    const released = new Promise<void>((resolve) => (release = resolve));
    await page.route(pattern, async (route) => {
        await released;
        await route.continue();
    });
    return release;
}

/** Remembers an element, to be compared with what is there later. */
export async function sameNodes(controls: Locator): Promise<() => Promise<boolean>> {
    const before = await controls.elementHandles();
    return async () => {
        const after = await controls.elementHandles();
        const same = await Promise.all(before.map((node, at) => node.evaluate((one, other) => one === other && one.isConnected, after[at])));
        return after.length === before.length && same.every(Boolean);
    };
}

/** The pages of a portal, one of each kind. */
export const pagesOf = (demo: Demo): Record<string, string> => ({
    home: "",
    results: `${demo.text("path.search")}?q=${encodeURIComponent(demo.query)}`,
    "no results": `${demo.text("path.search")}?q=xyzzy`,
    article: `${demo.text("path.articles")}/${demo.slug("no-internet")}`,
    "article with a table": `${demo.text("path.articles")}/${demo.slug("router-lights")}`,
    category: `${demo.text("path.categories")}/${demo.category}`,
    question: `${demo.text("path.guides")}/no-internet`,
    instruction: `${demo.text("path.guides")}/no-internet/all-off`,
    outcome: `${demo.text("path.guides")}/no-internet/all-off/still-off`,
    form: demo.text("path.contact"),
    "form after a guide": `${demo.text("path.contact")}?from=${encodeURIComponent(`/${demo.language}/${demo.text("path.guides")}/no-internet/on`)}`,
    ...Object.fromEntries(demo.places.map((name) => [name, demo.text(`path.${name}`)])),
});

export async function withoutScript<T>(browser: Browser, run: (page: Page) => Promise<T>): Promise<T> {
    const context = await browser.newContext({ javaScriptEnabled: false, locale: "es-ES", timezoneId: "UTC" });
    try {
        return await run(await context.newPage());
    } finally {
        await context.close();
    }
}

/** A browser that knows no time zones: of hours its pages say what pages without a script do, whatever the time. */
export async function withoutZones(page: Page): Promise<void> {
    await page.addInitScript(() => {
        Intl.DateTimeFormat = new Proxy(Intl.DateTimeFormat, {
            construct(Known, [locale, options]: [string, Intl.DateTimeFormatOptions?]) {
                if (options?.timeZone) {
                    throw new RangeError("There are no zones here.");
                }
                return new Known(locale, options);
            },
        });
    });
}
