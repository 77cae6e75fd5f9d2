// The widget on a page, as a customer finds it: by role and name.
import { expect, type FrameLocator, type Locator, type Page } from "@playwright/test";
import type { Demo } from "./demo.ts";

export class Widget {
    readonly page: Page;
    readonly demo: Demo;

    constructor(page: Page, demo: Demo) {
        this.page = page;
        this.demo = demo;
    }

    get launcher(): Locator {
        return this.page.getByRole("button", { name: this.demo.text("launcher.open"), exact: true });
    }

    get dialog(): Locator {
        return this.page.getByRole("dialog", { name: this.demo.text("panel.title") });
    }

    get panel(): FrameLocator {
        return this.page.getByTitle(this.demo.text("panel.title"), { exact: true }).contentFrame();
    }

    get title(): Locator {
        return this.panel.getByRole("heading", { level: 1 });
    }

    get search(): Locator {
        return this.panel.getByRole("searchbox", { name: this.demo.text("search.label") });
    }

    button(key: string): Locator {
        return this.panel.getByRole("button", { name: this.demo.text(key), exact: true });
    }

    field(id: string): Locator {
        return this.panel.getByRole("textbox", { name: this.demo.field(id) });
    }

    /** What the search has found, by its title. */
    hit(title: string): Locator {
        return this.panel.getByRole("list", { name: this.demo.text("search.results") }).getByRole("link", { name: title, exact: true });
    }

    /** The tracking code on the receipt. */
    get code(): Locator {
        return this.panel.getByText(/^[A-Z0-9]{4}(-[A-Z0-9]{4})+$/);
    }

    /** Opened, with the focus where the panel puts it once it hears that it is seen, and at rest. */
    async open(): Promise<void> {
        await this.launcher.click();
        await expect(this.title).toHaveText(this.demo.text("home.title"));
        await expect(this.panel.locator("h1:focus, input:focus")).toHaveCount(1);
        await this.dialog.evaluate(async (panel) => void (await Promise.allSettled(panel.getAnimations().map(({ finished }) => finished))));
    }

    /** Opened, with a request in the form that is ready to be sent. */
    async write(email: string, message: string): Promise<void> {
        await this.open();
        await this.button("person.contact").click();
        await this.panel.getByRole("radio").first().check();
        await this.field("message").fill(message);
        await this.field("name").fill("Íñigo");
        await this.field("email").fill(email);
    }

    /** Presses Tab until `target` has the focus: a customer without a mouse. */
    async tabTo(target: Locator, key: "Tab" | "Shift+Tab" = "Tab"): Promise<void> {
        for (let step = 0; step < 90; step += 1) {
            if ((await target.count()) > 0 && (await target.evaluate((element) => {
                const root = element.getRootNode() as Document | ShadowRoot;
                return root.activeElement === element && element.ownerDocument.hasFocus();
            }))) {
                return;
            }
            await this.page.keyboard.press(key);
        }
        throw new Error(`${key} does not lead to ${target.toString()}`);
    }
}
