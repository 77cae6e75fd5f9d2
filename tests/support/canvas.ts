// The widget with its view on a canvas: what is found in the hidden tree is pressed where the canvas draws it.
import { execFileSync } from "node:child_process";
import { inflateSync } from "node:zlib";
import { expect, type Frame, type Locator, type Page } from "@playwright/test";
import type { Customer } from "./journey.ts";
import { byMouse } from "./journey.ts";
import { test as product } from "./product.ts";
import { Widget } from "./widget.ts";

export interface Point {
    x: number;
    y: number;
}

export interface Box extends Point {
    width: number;
    height: number;
}

export class CanvasWidget extends Widget {
    get canvas(): Locator {
        return this.panel.locator("canvas");
    }

    get frame(): Frame {
        return this.page.frames().find((frame) => frame.url().includes("/widget/")) as Frame;
    }

    /** Opened, with the canvas there and drawn. */
    override async open(): Promise<void> {
        await super.open();
        await expect(this.canvas).toBeAttached();
        await this.drawn();
    }

    /** Until what the app has told the canvas is drawn. */
    async drawn(): Promise<void> {
        await this.frame.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
    }

    /** Until the frame has heard of the event that `act` leads to, which input may bring later, and it is drawn. */
    async until(event: string, act: () => Promise<void>): Promise<void> {
        const listening = await this.frame.evaluateHandle((name) => {
            const options = { capture: true, once: true, passive: true };
            return { heard: new Promise<void>((done) => addEventListener(name, () => done(), options)) };
        }, event);
        await act();
        await listening.evaluate(({ heard }) => heard);
        await this.drawn();
    }

    /** Where the canvas draws it, once nothing moves it any more. */
    async rest(target: Locator): Promise<Box> {
        await target.waitFor({ state: "attached" });
        for (let before = ""; ; ) {
            await this.drawn();
            const box = (await target.boundingBox()) as Box;
            const now = JSON.stringify(box);
            if (now === before) {
                return box;
            }
            before = now;
        }
    }

    /** The middle of where the canvas draws it, brought into view with the wheel. */
    async place(target: Locator): Promise<Point> {
        const inner = (await this.canvas.boundingBox()) as Box;
        const head = (await this.panel.locator("header").boundingBox())?.height ?? 0;
        for (let before = Infinity; ; ) {
            const box = await this.rest(target);
            const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
            // Of something higher than the panel, the middle will do.
            const half = Math.min(box.height / 2, 60);
            const past = middle.y + half - (inner.y + inner.height - 12);
            const above = inner.y + head + 12 - (middle.y - half);
            const fixed = await target.evaluate((element) => element.closest("header") !== null);
            if (fixed || (past <= 0 && above <= 0) || middle.y === before) {
                return middle;
            }
            before = middle.y;
            await this.page.mouse.move(inner.x + inner.width / 2, inner.y + inner.height / 2);
            await this.until("wheel", () => this.page.mouse.wheel(0, past > 0 ? past + 40 : -above - 40));
        }
    }

    async press(target: Locator): Promise<void> {
        const { x, y } = await this.place(target);
        await this.page.mouse.click(x, y);
    }
}

/** With the mouse on the canvas; text is written into the page's own inputs. */
export const byMouseOnCanvas = (widget: CanvasWidget): Customer => ({
    ...byMouse(widget),
    press: (target) => widget.press(target),
    pressBefore: (target) => widget.press(target),
    chooseSecond: (question) => widget.press(question.getByRole("radio").nth(1)),
    write: async (target, text) => {
        await widget.press(target);
        await expect(target).toBeFocused();
        await widget.page.keyboard.type(text);
    },
});

/** The colour of one pixel of what the page shows, 0..255 each. */
export async function colourAt(page: Page, { x, y }: Point): Promise<number[]> {
    const png = await page.screenshot({ clip: { x, y, width: 1, height: 1 }, scale: "css" });
    const data: Buffer[] = [];
    for (let at = 8; at < png.length; at += png.readUInt32BE(at) + 12) {
        if (png.toString("latin1", at + 4, at + 8) === "IDAT") {
            data.push(png.subarray(at + 8, at + 8 + png.readUInt32BE(at)));
        }
    }
    const pixels = inflateSync(Buffer.concat(data));
    return [...pixels.subarray(1, 4)]; // after the filter of the one row
}

/** `test` on the demo's page that asks for the canvas, in a browser that draws without a graphics card. */
export const test = product.extend<{ widget: CanvasWidget }>({
    launchOptions: {
        executablePath: execFileSync("tools/find_chromium", { encoding: "utf8" }).trim(),
        args: [
            "--no-sandbox", "--disable-quic", "--no-first-run", "--disable-background-networking",
            "--use-angle=swiftshader", "--enable-unsafe-swiftshader", "--ignore-gpu-blocklist",
        ],
    },
    widget: async ({ page, server, demo, faults: _ }, use) => {
        await page.goto(`${server.origin}/?lang=${demo.language}&view=canvas`);
        await use(new CanvasWidget(page, demo));
    },
});

export { expect } from "@playwright/test";
