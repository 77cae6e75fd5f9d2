// Debian's Firefox, driven over WebDriver BiDi: pages that hear whatever goes wrong on them, and what a customer finds on
// them by role and name, in shadow trees and in frames of other sites.
import { execFileSync } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test as base } from "@playwright/test";
import { type Browser, type ElementHandle, type Frame, launch, type Page } from "puppeteer-core";
import { Demo, type Language } from "./demo.ts";
import { type HostSite, startHostSite } from "./host_site.ts";
import { type Server, startServer } from "./server.ts";
import { shopPolicy } from "./shop.ts";

export type Role = "button" | "link" | "textbox" | "searchbox" | "radio" | "heading" | "article" | "status" | "dialog";

/** What a customer sees of one document: the page's own, or the panel's. */
export class View {
    readonly frame: Frame;

    constructor(frame: Frame) {
        this.frame = frame;
    }

    /** The first one that is seen; without a name, whichever has the role. */
    async find(role: Role, name?: string): Promise<ElementHandle<HTMLElement> | undefined> {
        const found = await this.frame.evaluateHandle(
            (wanted, named) => {
                const selectors = {
                    button: "button, summary",
                    link: "a[href]",
                    textbox: "input:not([type=radio], [type=search]), textarea",
                    searchbox: "input[type=search]",
                    radio: "input[type=radio]",
                    heading: "h1",
                    article: "article",
                    status: "[role=status], [role=alert], .notice",
                    dialog: "[role=dialog]",
                };
                const all = (root: Document | ShadowRoot): HTMLElement[] =>
                    [...root.querySelectorAll<HTMLElement>("*")].flatMap((element) => [
                        ...(element.matches(selectors[wanted]) ? [element] : []),
                        ...(element.shadowRoot ? all(element.shadowRoot) : []),
                    ]);
                const textOf = (element: HTMLElement): string => {
                    const heard = element.cloneNode(true) as HTMLElement;
                    heard.querySelectorAll("[aria-hidden=true]").forEach((unheard) => unheard.remove());
                    return heard.textContent;
                };
                const nameOf = (element: HTMLElement): string => {
                    const root = element.getRootNode() as Document | ShadowRoot;
                    const labels = (element.getAttribute("aria-labelledby")?.split(" ") ?? []).map((id) => root.getElementById(id));
                    const texts = [...labels, ...((element as HTMLInputElement).labels ?? [])].map((label) => label?.textContent);
                    return (element.ariaLabel ?? (texts.join(" ") || textOf(element))).trim();
                };
                // A field's label goes on with what is expected in it.
                const isCalled = (name: string): boolean => name === named || (/textbox|status/.test(wanted) && name.startsWith(named ?? ""));
                return all(document).find(
                    (element) =>
                        element.checkVisibility({ visibilityProperty: true }) && !element.closest("[aria-hidden=true]") &&
                        (named === undefined || isCalled(nameOf(element))),
                );
            },
            role,
            name,
        );
        return (found.asElement() as ElementHandle<HTMLElement> | null) ?? undefined;
    }

    async see(role: Role, name?: string): Promise<ElementHandle<HTMLElement>> {
        let found: ElementHandle<HTMLElement> | undefined;
        await expect.poll(async () => (found = await this.find(role, name)) !== undefined, `${role} "${name ?? ""}"`).toBe(true);
        return found as ElementHandle<HTMLElement>;
    }

    async doNotSee(role: Role, name?: string): Promise<void> {
        await expect.poll(async () => (await this.find(role, name)) === undefined, `no ${role} "${name ?? ""}"`).toBe(true);
    }

    async press(role: Role, name?: string): Promise<void> {
        await (await this.see(role, name)).click();
    }

    async write(name: string, text: string): Promise<void> {
        await (await this.see("textbox", name)).type(text);
    }

    /** All that is written on it, in its shadow trees too. */
    text(): Promise<string> {
        return this.frame.evaluate(() => {
            const all = (root: Document | ShadowRoot): string =>
                [...root.querySelectorAll("*")].map(({ shadowRoot }) => (shadowRoot ? shadowRoot.textContent + all(shadowRoot) : "")).join(" ");
            return document.body.innerText + all(document);
        });
    }

    /** Whether keys go to it. */
    async hasFocus(role: Role, name?: string): Promise<boolean> {
        const found = await this.find(role, name);
        return (
            (await found?.evaluate((element) => document.hasFocus() && (element.getRootNode() as Document).activeElement === element)) ?? false
        );
    }
}

/** One page of a browser that has not been anywhere. */
export class Customer {
    readonly page: Page;
    readonly demo: Demo;

    constructor(page: Page, demo: Demo) {
        this.page = page;
        this.demo = demo;
    }

    get host(): View {
        return new View(this.page.mainFrame());
    }

    /** Of the help's own pages. */
    async panel(): Promise<View> {
        return new View(await this.page.waitForFrame((frame) => frame.url().includes("/widget/")));
    }

    /** Opened by pointer, with the focus where the panel puts it. */
    async open(): Promise<View> {
        await this.host.press("button", this.demo.text("launcher.open"));
        const panel = await this.panel();
        await panel.see("heading", this.demo.text("home.title"));
        await expect.poll(() => panel.hasFocus("searchbox")).toBe(true);
        return panel;
    }

    /** Presses Tab until it has the focus: a customer without a mouse. */
    async tabTo(view: View, role: Role, name?: string, key: "Tab" | "Shift+Tab" = "Tab"): Promise<void> {
        await view.see(role, name);
        for (let step = 0; step < 90 && !(await view.hasFocus(role, name)); step += 1) {
            if (key === "Shift+Tab") {
                await this.page.keyboard.down("Shift");
            }
            await this.page.keyboard.press("Tab");
            await this.page.keyboard.up("Shift");
        }
        expect(await view.hasFocus(role, name), `${key} leads to ${role} "${name ?? ""}"`).toBe(true);
    }
}

interface Fixtures {
    language: Language;
    demo: Demo;
    customer: Customer;
}

interface Workers {
    /** What is set in the browser besides. */
    settings: Record<string, unknown>;
    firefox: Browser;
    server: Server;
    site: HostSite;
    /** A page of another site, which trusts nobody but the help. */
    shop: string;
}

export const test = base.extend<Fixtures, Workers>({
    settings: [{}, { option: true, scope: "worker" }],
    firefox: [
        async ({ settings }, use) => {
            // Firefox refuses a home of somebody else's, as where tests run as root.
            const home = await mkdtemp(join(tmpdir(), "ventanilla-firefox-"));
            const firefox = await launch({
                browser: "firefox",
                executablePath: execFileSync("tools/find_firefox", { encoding: "utf8" }).trim(),
                headless: true,
                env: { ...process.env, HOME: home, XDG_CACHE_HOME: home, XDG_CONFIG_HOME: home },
                extraPrefsFirefox: settings,
            });
            await use(firefox);
            await firefox.close();
            await rm(home, { recursive: true, force: true, maxRetries: 10 });
        },
        { scope: "worker", timeout: 60_000 },
    ],
    server: [
        async ({ browserName: _ }, use) => {
            const server = await startServer();
            await use(server);
            await server.stop();
        },
        { scope: "worker" },
    ],
    site: [
        async ({ server }, use) => {
            const site = await startHostSite(server.help);
            await use(site);
            site.close();
        },
        { scope: "worker" },
    ],
    shop: [
        // Firefox tells of an icon that a page does not let it ask for.
        async ({ site }, use) => use(site.add({ policy: (help) => `${shopPolicy(help)}; img-src 'self'` })),
        { scope: "worker" },
    ],
    language: ["es", { option: true }],
    demo: async ({ language }, use) => use(new Demo(language)),
    customer: async ({ firefox, demo }, use) => {
        const context = await firefox.createBrowserContext();
        const page = await context.newPage();
        await page.setViewport({ width: 1280, height: 740 });
        const faults: string[] = [];
        page.on("console", (message) => message.type() === "error" && faults.push(message.text()));
        page.on("pageerror", (error) => faults.push(String(error)));
        await use(new Customer(page, demo));
        await context.close();
        expect(faults).toEqual([]);
    },
});

export { expect } from "@playwright/test";
