// Links on the canvas: drawn by it, and links to the browser as any other.
import type { Locator, Page } from "@playwright/test";
import { type Box, type CanvasWidget, expect, type Point, test } from "../support/canvas.ts";

const kLong = "todo lo que dicen las luces del router, una por una, y lo que puedes hacer con cada una";

/** The address of the link that the pointer meets there, if it is one. */
async function linkAt(widget: CanvasWidget, { x, y }: Point): Promise<string | null> {
    const { x: left, y: top } = (await widget.canvas.boundingBox()) as Point;
    return widget.frame.evaluate(
        (at) => document.elementFromPoint(...at)?.shadowRoot?.elementFromPoint(...at)?.closest("a")?.getAttribute("href") ?? null,
        [x - left, y - top] as const,
    );
}

test.use({ viewport: { width: 400, height: 740 } });

const listed = (widget: CanvasWidget): Locator =>
    widget.panel.getByRole("link", { name: widget.demo.article("no-internet"), exact: true });

/** The first link of each article is another one; `$1` is its address. */
async function replaceLink(page: Page, link: string): Promise<void> {
    await page.route("**/data/es/articles/*", async (route) => {
        const response = await route.fetch();
        await route.fulfill({ response, body: (await response.text()).replace(/\["link",("\/es\/[^"]*"),\["[^"]*"\]/, link) });
    });
}

test("a link on several lines is met on each of them, within one box", async ({ page, widget, demo }) => {
    await replaceLink(page, `["link",$1,["${kLong}"]`);
    await widget.open();
    await widget.press(listed(widget));
    const link = widget.panel.getByRole("article").getByRole("link", { name: kLong });
    await widget.place(link);
    const href = await link.getAttribute("href");
    const { x, y, width, height } = (await link.boundingBox()) as Box;
    const line = 25.6;
    const lines = Math.round(height / line);
    expect(lines).toBeGreaterThan(1);
    // Its first line begins behind other words, and its last one ends before the column does.
    expect(await linkAt(widget, { x: x + 8, y: y + line / 2 })).toBeNull();
    expect(await linkAt(widget, { x: x + width - 8, y: y + height - line / 2 })).toBeNull();
    expect(await linkAt(widget, { x: x + width - 40, y: y + line / 2 })).toBe(href);
    const last = { x: x + 8, y: y + height - line / 2 };
    expect(await linkAt(widget, last)).toBe(href);
    await page.mouse.click(last.x, last.y);
    await expect(widget.title).not.toHaveText(demo.article("no-internet"));
});

for (const [what, key, button] of [
    ["Ctrl or Cmd", "ControlOrMeta", "left"],
    ["Shift", "Shift", "left"],
    ["the middle button", null, "middle"],
] as const) {
    test(`with ${what} a link opens beside the page, and the app stays where it is`, async ({ page, context, widget, demo }) => {
        await widget.open();
        const link = listed(widget);
        const href = await link.getAttribute("href");
        const { x, y } = await widget.place(link);
        const opened = context.waitForEvent("page");
        if (key) {
            await page.keyboard.down(key);
        }
        await page.mouse.click(x, y, { button });
        if (key) {
            await page.keyboard.up(key);
        }
        const other = await opened;
        await expect.poll(() => new URL(other.url()).pathname).toBe(href);
        await widget.drawn();
        await expect(widget.title).toHaveText(demo.text("home.title"));
        // The canvas holds nothing pressed: a plain press is one again.
        await page.mouse.click(x, y);
        await expect(widget.title).toHaveText(demo.article("no-internet"));
    });
}

test("the right button asks for the menu of the link", async ({ page, widget, demo }) => {
    await widget.open();
    const link = listed(widget);
    const { x, y } = await widget.place(link);
    const menu = await widget.frame.evaluateHandle(() => ({
        asked: new Promise<string | null | undefined>((done) =>
            addEventListener("contextmenu", (event) => {
                const [met] = event.composedPath();
                done(event.defaultPrevented ? null : (met as Element).closest("a")?.getAttribute("href"));
            }),
        ),
    }));
    await page.mouse.click(x, y, { button: "right" });
    expect(await menu.evaluate(({ asked }) => asked)).toBe(await link.getAttribute("href"));
    await expect(widget.title).toHaveText(demo.text("home.title"));
});

test("a link that leads out opens beside the panel, once", async ({ page, context, widget }) => {
    const outside = "https://estado.farofibra.example/";
    await context.route(outside, (route) => route.fulfill({ contentType: "text/html", body: "<title>Estado</title>" }));
    await replaceLink(page, `["link","${outside}",["Estado"]`);
    await widget.open();
    await widget.press(listed(widget));
    const link = widget.panel.getByRole("article").locator(`a[href="${outside}"]`);
    await expect(link).toBeAttached();
    const popup = page.waitForEvent("popup");
    await widget.press(link);
    await expect(await popup).toHaveURL(outside);
    await widget.drawn();
    expect(context.pages()).toHaveLength(2);
});

test.describe("with a finger", () => {
    test.use({ hasTouch: true });

    test("a link that a tap has brought under the finger is not followed by the same tap", async ({ page, widget, demo }) => {
        await replaceLink(page, `["link","/es/",["${kLong.repeat(20)}"]`);
        await widget.open();
        const below = await widget.place(widget.panel.getByRole("list").first().getByRole("link").last());
        expect(await linkAt(widget, below)).not.toBeNull();
        await widget.press(listed(widget));
        await expect(widget.panel.getByRole("article").getByRole("link").first()).toContainText(kLong);
        await expect.poll(() => linkAt(widget, below)).toBe("/es/");
        // The browser makes a click of the tap, and that last.
        await widget.until("click", () => page.touchscreen.tap(below.x, below.y));
        await expect(widget.title).toHaveText(demo.text("home.title"));
    });
});
