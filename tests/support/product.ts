// `test` with the real product: a server for each worker, and a page on which nothing may go wrong unheard.
import { test as base } from "@playwright/test";
import { Demo, type Language } from "./demo.ts";
import { type Server, startServer } from "./server.ts";
import { type Faults, watch } from "./watch.ts";
import { Widget } from "./widget.ts";

export interface ProductFixtures {
    language: Language;
    demo: Demo;
    faults: Faults;
    /** A customer's address, which nobody has written from to this server. */
    email: string;
    /** On the demo company's page, in `language`, not yet used. */
    widget: Widget;
}

let customers = 0;

export const test = base.extend<ProductFixtures, { server: Server }>({
    language: ["es", { option: true }],
    server: [
        async ({ browserName: _ }, use) => {
            const server = await startServer();
            await use(server);
            await server.stop();
        },
        { scope: "worker" },
    ],
    email: async ({ language }, use) => use(`ana.${(customers += 1)}.${language}@example.org`),
    demo: async ({ language }, use) => use(new Demo(language)),
    faults: [
        async ({ page }, use) => {
            const faults = watch(page);
            await use(faults);
            faults.expectNone();
        },
        { auto: true },
    ],
    widget: async ({ page, server, demo, faults: _ }, use) => {
        await page.goto(`${server.origin}/?lang=${demo.language}`);
        await use(new Widget(page, demo));
    },
});

export { expect } from "@playwright/test";
