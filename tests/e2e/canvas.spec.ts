// The view on a canvas: what a mouse, a finger, a keyboard and an input method find on it, and when it does not draw.
import AxeBuilder from "@axe-core/playwright";
import type { CDPSession, Page, Route } from "@playwright/test";
import { type Box, type CanvasWidget, colourAt, expect, type Point, test } from "../support/canvas.ts";
import type { Demo } from "../support/demo.ts";

const kSurface = [255, 255, 255];
const kDarkSurface = [21, 24, 29];
const kAccent = [11, 92, 107];

/** A place on the canvas with nothing on it: in the margin, beside the first list. */
async function margin(widget: CanvasWidget): Promise<Point> {
    const { x, y, height } = (await widget.canvas.boundingBox()) as Box;
    return { x: x + 4, y: y + height / 2 };
}

async function violations(page: Page): Promise<string[]> {
    const { violations } = await new AxeBuilder({ page }).analyze();
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 120)).join(" | ")}`);
}

/** What the panel shows, once it shows nothing else any more. */
async function picture(widget: CanvasWidget): Promise<Buffer> {
    for (let before: Buffer = Buffer.alloc(0); ; ) {
        await widget.drawn();
        const now = await widget.dialog.screenshot();
        if (now.equals(before)) {
            return now;
        }
        before = now;
    }
}

/** The article has its picture answered when what this answers is called. */
async function openArticleWithPicture(page: Page, widget: CanvasWidget, demo: Demo, answer: (route: Route) => Promise<void>): Promise<() => void> {
    let release = (): void => {};
    const held = new Promise<void>((resolve) => (release = resolve));
    await page.route("**/media/**", async (route) => {
        await held;
        await answer(route);
    });
    await widget.open();
    await widget.search.fill(demo.article("restart-router"));
    await widget.press(widget.hit(demo.article("restart-router")));
    await expect(widget.title).toHaveText(demo.article("restart-router"));
    await widget.place(widget.panel.getByRole("article").getByRole("img").first());
    return release;
}

test.describe("reading and pressing", () => {
    test.use({ viewport: { width: 400, height: 740 } });

    test("the canvas is for the eyes, and what it shows is there for everybody else", async ({ widget, demo }) => {
        await widget.open();
        await expect(widget.canvas).toHaveAttribute("aria-hidden", "true");
        const link = widget.panel.getByRole("list").getByRole("link", { name: demo.article("no-internet"), exact: true });
        await expect(link).toHaveCount(1);
        // A button stands where it is drawn, and the canvas is what is met there.
        const { x, y } = await widget.place(widget.button("person.contact"));
        const { x: left, y: top } = (await widget.canvas.boundingBox()) as Point;
        const met = widget.frame.evaluate(
            (at) => document.elementFromPoint(...at)?.shadowRoot?.elementFromPoint(...at)?.tagName,
            [x - left, y - top] as const,
        );
        expect(await met).toBe("CANVAS");
    });

    test("axe finds nothing on the screens of a visit", async ({ page, widget, demo }) => {
        test.slow();
        await widget.open();
        expect(await violations(page), "home").toEqual([]);
        await widget.search.pressSequentially(demo.query);
        const hit = widget.hit(demo.article("no-internet"));
        await expect(hit).toBeVisible();
        expect(await violations(page), "results").toEqual([]);
        await widget.press(hit);
        await expect(widget.title).toHaveText(demo.article("no-internet"));
        expect(await violations(page), "article").toEqual([]);
        await widget.press(widget.button("person.contact"));
        await widget.press(widget.button("form.send"));
        await expect(widget.panel.getByRole("radio").first()).toBeFocused();
        expect(await violations(page), "form").toEqual([]);
    });

    test("a picture of an article is drawn when it has come, and moves nothing", async ({ page, widget, demo }) => {
        const release = await openArticleWithPicture(page, widget, demo, (route) => route.continue());
        const below = widget.panel.getByRole("article").getByRole("link").last();
        const place = await widget.rest(below);
        const before = await picture(widget);
        release();
        await expect.poll(async () => (await widget.dialog.screenshot()).equals(before)).toBe(false);
        expect(await widget.rest(below)).toEqual(place);
    });

    test("in the room of a picture that cannot be had stands its alternative text", async ({ page, widget, demo, faults }) => {
        faults.allow(/status of 404/);
        const release = await openArticleWithPicture(page, widget, demo, (route) => route.fulfill({ status: 404 }));
        const before = await picture(widget);
        release();
        await expect.poll(async () => (await widget.dialog.screenshot()).equals(before)).toBe(false);
    });

    test("the wheel scrolls a long text to its end, and then the page", async ({ page, widget }) => {
        await widget.open();
        await widget.press(widget.button("person.contact"));
        await expect(widget.title).toBeFocused();
        const message = widget.field("message");
        await message.fill("Una línea\n".repeat(60));
        const { x, y } = await widget.place(message);
        await page.mouse.move(x, y);
        const top = (await message.boundingBox())?.y ?? 0;
        await message.evaluate((area) => (area.scrollTop = area.scrollHeight - area.clientHeight - 60));
        await page.mouse.wheel(0, 60);
        // To the very end: until then the wheel is the text's.
        await expect.poll(() => message.evaluate((area) => area.scrollHeight - area.clientHeight - Math.ceil(area.scrollTop))).toBeLessThanOrEqual(0);
        expect((await message.boundingBox())?.y).toBe(top);
        await page.mouse.wheel(0, 80);
        await expect.poll(async () => (await message.boundingBox())?.y).toBeLessThan(top - 60);
    });

    test("keys scroll the page", async ({ page, widget }) => {
        await widget.open();
        const button = widget.button("person.contact");
        const { y: before } = await widget.rest(button);
        await widget.title.focus();
        await page.keyboard.press("End");
        await expect.poll(async () => (await button.boundingBox())?.y).toBeLessThan(before - 100);
    });

    test("the focus of the keyboard is drawn around what has it, and not that of the mouse", async ({ page, widget }) => {
        await widget.open();
        const button = widget.button("person.contact");
        const ring = async () => {
            const { x, y, width } = await widget.rest(button);
            return colourAt(page, { x: Math.round(x + width / 2), y: Math.round(y) - 4 });
        };
        await widget.place(button);
        expect(await ring()).not.toEqual(kAccent);
        await widget.tabTo(button);
        await expect.poll(ring).toEqual(kAccent);
        const { x, y } = await margin(widget);
        await page.mouse.click(x, y);
        await expect.poll(ring).not.toEqual(kAccent);
        await expect(button).not.toBeFocused();
    });
});

test.describe("writing", () => {
    test.use({ viewport: { width: 400, height: 740 } });

    test("accents, compositions and what is pasted go into the page's own inputs", async ({ page, context, widget, demo }) => {
        await widget.open();
        await widget.press(widget.button("person.contact"));
        const message = widget.field("message");
        const devtools = await context.newCDPSession(page);
        await widget.press(message);
        await expect(message).toBeFocused();
        await page.keyboard.type("Ñandú ");
        for (const composing of ["´", "é"]) {
            await devtools.send("Input.imeSetComposition", { text: composing, selectionStart: 1, selectionEnd: 1 });
        }
        await devtools.send("Input.insertText", { text: "é" });
        await devtools.send("Input.imeSetComposition", { text: "こん", selectionStart: 2, selectionEnd: 2 });
        await devtools.send("Input.insertText", { text: "今日は" });
        await expect(message).toHaveValue("Ñandú é今日は");
        await page.keyboard.press("ControlOrMeta+a");
        await page.keyboard.press("ControlOrMeta+c");
        const name = widget.field("name");
        await widget.press(name);
        await expect(name).toBeFocused();
        await page.keyboard.press("ControlOrMeta+v");
        await expect(name).toHaveValue("Ñandú é今日は");
        expect(demo.language).toBe("es");
    });

    test("an input lies in the frame that is drawn for it, also when the page is scrolled", async ({ page, widget }) => {
        await widget.open();
        await widget.press(widget.button("person.contact"));
        await expect(widget.title).toBeFocused();
        const name = widget.field("name");
        const { x, y } = await widget.place(name);
        const box = (await name.boundingBox()) as Box;
        const edge = await colourAt(page, { x: Math.round(x), y: Math.round(box.y) });
        expect(edge).not.toEqual(kSurface);
        expect(await colourAt(page, { x: Math.round(x), y: Math.round(y) })).toEqual(kSurface);
        expect(await colourAt(page, { x: Math.round(x), y: Math.round(box.y + box.height) - 1 })).toEqual(edge);
        // What is written in it is seen.
        const clip = { x: box.x + 6, y: box.y + 6, width: box.width / 2, height: box.height - 12 };
        const empty = await page.screenshot({ clip });
        await name.fill("Ángela Núñez");
        await expect.poll(async () => (await page.screenshot({ clip })).equals(empty)).toBe(false);
    });
});

test.describe("with a finger", () => {
    test.use({ viewport: { width: 400, height: 740 }, hasTouch: true });

    async function swipe(devtools: CDPSession, from: Point, distance: number): Promise<void> {
        const touch = (type: "touchStart" | "touchMove" | "touchEnd", y: number) =>
            devtools.send("Input.dispatchTouchEvent", { type, touchPoints: type === "touchEnd" ? [] : [{ x: from.x, y }] });
        await touch("touchStart", from.y);
        for (let step = 1; step <= 6; step += 1) {
            await touch("touchMove", from.y + (distance * step) / 6);
        }
        await touch("touchEnd", from.y + distance);
    }

    test("it drags the page, which comes to rest, and presses nothing on the way", async ({ page, context, widget, demo }) => {
        await widget.open();
        const link = widget.panel.getByRole("link", { name: demo.article("no-internet"), exact: true });
        const start = await widget.place(link);
        const guide = widget.panel.getByRole("link", { name: demo.guideTitle, exact: true });
        const { y: before } = await widget.rest(guide);
        const devtools = await context.newCDPSession(page);
        await widget.until("pointerup", () => swipe(devtools, start, -150));
        const dragged = (await guide.boundingBox())?.y ?? 0;
        expect(dragged).toBeLessThanOrEqual(before - 140);
        expect((await widget.rest(guide)).y).toBeLessThanOrEqual(dragged);
        await expect(widget.title).toHaveText(demo.text("home.title"));
    });

    test("a touch that is taken away leaves the page where the finger left it", async ({ page, context, widget, demo }) => {
        await page.emulateMedia({ reducedMotion: "reduce" }); // nothing glides
        await widget.open();
        const start = await widget.place(widget.panel.getByRole("link", { name: demo.article("no-internet"), exact: true }));
        const guide = widget.panel.getByRole("link", { name: demo.guideTitle, exact: true });
        const { y: before } = await widget.rest(guide);
        const devtools = await context.newCDPSession(page);
        await devtools.send("Input.dispatchTouchEvent", { type: "touchStart", touchPoints: [start] });
        await devtools.send("Input.dispatchTouchEvent", { type: "touchMove", touchPoints: [{ x: start.x, y: start.y - 40 }] });
        await expect.poll(async () => (await guide.boundingBox())?.y).toBe(before - 40);
        await widget.until("pointercancel", async () => {
            await devtools.send("Input.dispatchTouchEvent", { type: "touchCancel", touchPoints: [] });
        });
        expect((await widget.rest(guide)).y).toBe(before - 40);
    });

    test("on a box for a text it drags the page, and a text that is longer than its box", async ({ page, context, widget, demo }) => {
        await page.emulateMedia({ reducedMotion: "reduce" });
        await widget.open();
        await widget.press(widget.button("person.contact"));
        await expect(widget.title).toHaveText(demo.text("form.title"));
        const devtools = await context.newCDPSession(page);
        const message = widget.field("message");
        const middle = await widget.place(message);
        const { y: before } = await widget.rest(message);
        await widget.until("pointerup", () => swipe(devtools, middle, -90));
        expect((await widget.rest(message)).y).toBeLessThan(before - 80);
        await message.fill("Una línea\n".repeat(60));
        await expect(message).toHaveClass(/\blong\b/);
        await message.evaluate((area) => area.scrollTo(0, 0));
        // That the box is the finger's own reaches the part of the browser that scrolls with some later frame.
        await expect(async () => {
            await swipe(devtools, await widget.place(message), -90);
            expect(await message.evaluate((area) => area.scrollTop)).toBeGreaterThan(30);
        }).toPass();
    });

    test("a tap opens what it meets, and a tap on an input writes there", async ({ page, widget, demo }) => {
        await widget.open();
        const { x, y } = await widget.place(widget.search);
        await page.touchscreen.tap(x, y);
        await expect(widget.search).toBeFocused();
        await page.keyboard.type(demo.query);
        const hit = widget.hit(demo.article("no-internet"));
        await expect(hit).toBeVisible();
        const place = await widget.place(hit);
        await page.touchscreen.tap(place.x, place.y);
        await expect(widget.title).toHaveText(demo.article("no-internet"));
    });
});

test.describe("looks", () => {
    test("the colours follow the system's while the panel is open", async ({ page, widget }) => {
        await widget.open();
        const place = await margin(widget);
        await expect.poll(() => colourAt(page, place)).toEqual(kSurface);
        await page.emulateMedia({ colorScheme: "dark" });
        await expect.poll(() => colourAt(page, place)).toEqual(kDarkSurface);
    });

    test("the canvas has the pixels of the screen, also when the browser zooms", async ({ page, context, widget }) => {
        await widget.open();
        const pixels = () => widget.canvas.evaluate((canvas: HTMLCanvasElement) => canvas.width / canvas.clientWidth);
        await expect.poll(pixels).toBe(1);
        const devtools = await context.newCDPSession(page);
        await devtools.send("Emulation.setDeviceMetricsOverride", { width: 640, height: 360, deviceScaleFactor: 2, mobile: false });
        await expect.poll(pixels).toBe(2);
        await expect.poll(async () => colourAt(page, await margin(widget))).toEqual(kSurface);
    });
});

test.describe("at rest", () => {
    test("five seconds in which nothing changes ask for no frame and draw none", async ({ page, widget }) => {
        await page.addInitScript(() => {
            const count = { asked: 0, drawn: 0 };
            Object.assign(window, { count });
            const ask = window.requestAnimationFrame.bind(window);
            window.requestAnimationFrame = (callback) => {
                count.asked += 1;
                return ask(callback);
            };
            const draw = WebGL2RenderingContext.prototype.drawElements;
            WebGL2RenderingContext.prototype.drawElements = function (...values) {
                count.drawn += 1;
                draw.apply(this, values);
            };
        });
        await page.reload();
        await widget.open();
        const frames = () => widget.frame.evaluate(() => ({ ...(window as unknown as { count: { asked: number; drawn: number } }).count }));
        // The counter sees what is drawn.
        expect((await frames()).drawn).toBeGreaterThan(0);
        await page.mouse.move(5, 5);
        // What is loaded ahead may still come, and is drawn; then there is such a time.
        await expect(async () => {
            const before = await frames();
            await page.waitForTimeout(5000);
            expect(await frames()).toEqual(before);
        }).toPass({ timeout: 60_000 });
    });
});

test.describe("without a canvas", () => {
    const expectOrdinaryView = async (widget: CanvasWidget) => {
        await widget.launcher.click();
        await expect(widget.title).toHaveText(widget.demo.text("home.title"));
        await expect(widget.canvas).toHaveCount(0);
        // Seen, and pressed where it is seen.
        await widget.panel.getByRole("link", { name: widget.demo.article("no-internet"), exact: true }).click();
        await expect(widget.title).toHaveText(widget.demo.article("no-internet"));
    };

    test("a browser without WebGL 2 shows the ordinary view", async ({ page, widget }) => {
        await page.addInitScript(() => {
            HTMLCanvasElement.prototype.getContext = () => null;
        });
        await page.reload();
        await expectOrdinaryView(widget);
    });

    for (const [what, pattern] of [["module", "**/ventanilla-canvas.*"], ["script", "**/widget/canvas.*.js"], ["font", "**/*.ttf"]] as const) {
        test(`a ${what} that does not come leaves the ordinary view`, async ({ page, widget, faults }) => {
            faults.allow(/Failed to load resource/);
            await page.route(pattern, (route) => route.abort());
            await expectOrdinaryView(widget);
        });
    }

    test("colours that the customer has forced are kept by the ordinary view", async ({ page, widget }) => {
        await page.emulateMedia({ forcedColors: "active" });
        await expectOrdinaryView(widget);
    });

    test("a graphics card that goes away leaves the ordinary view, with what was written", async ({ widget }) => {
        await widget.open();
        await widget.search.pressSequentially(widget.demo.query);
        await expect(widget.hit(widget.demo.article("no-internet"))).toBeVisible();
        await widget.canvas.evaluate((canvas: HTMLCanvasElement) => canvas.getContext("webgl2")?.getExtension("WEBGL_lose_context")?.loseContext());
        await expect(widget.canvas).toHaveCount(0);
        await expect(widget.search).toHaveValue(widget.demo.query);
        await widget.panel.getByRole("link", { name: widget.demo.article("no-internet"), exact: true }).click();
        await expect(widget.title).toHaveText(widget.demo.article("no-internet"));
    });

    test("nothing of the canvas is loaded where nobody asked for it, and no second core where somebody did", async ({ page, server, widget }) => {
        const requests: string[] = [];
        page.on("request", (request) => requests.push(new URL(request.url()).pathname));
        await widget.open();
        expect(requests.filter((path) => /\.wasm$/.test(path)).map((path) => path.split(".")[0])).toEqual(["/widget/ventanilla-canvas"]);
        requests.length = 0;
        await page.goto(`${server.origin}/`);
        await widget.launcher.click();
        await expect(widget.title).toHaveText(widget.demo.text("home.title"));
        expect(requests.filter((path) => /canvas|\.ttf$/.test(path))).toEqual([]);
    });
});
