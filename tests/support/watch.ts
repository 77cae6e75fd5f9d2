// Listens for what must not happen on any page: errors on the console, uncaught exceptions, violations of the policy.
import { type ConsoleMessage, expect, type Page } from "@playwright/test";

export interface Faults {
    /** Everything heard until now, that is not allowed for. */
    readonly heard: string[];
    /** From now on, what matches is expected: a request that the test itself cuts. */
    allow(pattern: RegExp): void;
    expectNone(): void;
}

export function watch(page: Page): Faults {
    const heard: string[] = [];
    const allowed: RegExp[] = [];
    const hear = (text: string): void => {
        if (!allowed.some((pattern) => pattern.test(text))) {
            heard.push(text);
        }
    };
    // Chromium reports a violation of the policy as an error on the console, in every frame.
    page.on("console", (message: ConsoleMessage) => {
        if (message.type() === "error" || /Content Security Policy|Trusted ?Type/i.test(message.text())) {
            hear(`console: ${message.text()}`);
        }
    });
    page.on("pageerror", (error) => hear(`exception: ${error.message}`));
    return {
        heard,
        allow: (pattern) => void allowed.push(pattern),
        expectNone: () => expect(heard).toEqual([]),
    };
}

/** What Ventanilla has told the page's developer until now; browsers have warnings of their own, which come when they like. */
export function warnings(page: Page): string[] {
    const heard: string[] = [];
    page.on("console", (message: ConsoleMessage) => message.type() === "warning" && message.text().startsWith("Ventanilla: ") && heard.push(message.text()));
    return heard;
}
