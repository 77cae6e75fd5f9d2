// How large the panel is and in which corner, as the customer wants it.
import { expect, test } from "../support/visit_host.ts";
import type { Widget } from "../support/widget.ts";

const box = async (widget: Widget) => (await widget.dialog.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
const larger = (widget: Widget) => widget.panel.getByRole("button", { name: widget.demo.portal("portal.panel.expand") });
const usual = (widget: Widget) => widget.panel.getByRole("button", { name: widget.demo.portal("portal.panel.shrink") });
const other = (widget: Widget) => widget.panel.getByRole("button", { name: widget.demo.portal("portal.panel.corner") });

for (const language of ["es", "en"] as const) {
    test.describe(language, () => {
        test.use({ language });

        test("by keyboard the panel grows for reading and is its usual size again, and the focus stays", async ({ visit, page }) => {
            const widget = await visit({ tag: `data-lang="${language}"` });
            await widget.open();
            await widget.tabTo(larger(widget), "Shift+Tab");
            await page.keyboard.press("Enter");
            await expect.poll(() => box(widget)).toMatchObject({ width: 760 });
            expect((await box(widget)).height).toBeGreaterThan(600);
            await expect(usual(widget)).toBeFocused();
            await page.keyboard.press("Enter");
            await expect.poll(() => box(widget)).toMatchObject({ width: 400 });
        });
    });
}

test("it goes to the other side, and stays there when the page is loaded again", async ({ visit, page }) => {
    const widget = await visit({});
    await widget.open();
    await other(widget).click();
    await expect.poll(() => box(widget)).toMatchObject({ x: 16 });
    await page.reload();
    await widget.open();
    await expect.poll(() => box(widget)).toMatchObject({ x: 16 });
    await other(widget).click();
    await expect.poll(() => box(widget)).toMatchObject({ x: 1280 - 400 - 16 });
});

test("where she has it on the other side, the launcher stays under the pointer until the panel is open", async ({ visit, page }) => {
    const widget = await visit({});
    await widget.open();
    await other(widget).click();
    await expect.poll(() => box(widget)).toMatchObject({ x: 16 });
    await page.reload();
    const before = await widget.launcher.boundingBox();
    await widget.launcher.hover();
    await expect(widget.title).toHaveText(widget.demo.text("home.title"));
    await expect(page.locator("ventanilla-widget").locator("[ready]")).toHaveCount(1);
    expect(await widget.launcher.boundingBox()).toEqual(before);
    await widget.open();
    await expect.poll(() => box(widget)).toMatchObject({ x: 16 });
});

for (const position of ["end", "start"] as const) {
    test(`a mouse pulls its free corner, at the ${position}`, async ({ visit, page }) => {
        const widget = await visit({ tag: `data-position="${position}"` });
        await widget.open();
        const { x, y, width, height } = await box(widget);
        const free = position === "end" ? { x: x + 10, y: y + 10 } : { x: x + width - 10, y: y + 10 };
        const away = position === "end" ? -100 : 100;
        await page.mouse.move(free.x, free.y);
        await page.mouse.down();
        await page.mouse.move(free.x + away, free.y + 60, { steps: 5 });
        await page.mouse.up();
        await expect.poll(() => box(widget)).toMatchObject({ width: width + 100, height: height - 60 });
        await larger(widget).click();
        await usual(widget).click();
        await expect.poll(() => box(widget)).toMatchObject({ width: width + 100, height: height - 60 });
    });
}

test.describe("on a phone", () => {
    test.use({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true });

    test("the panel fills the screen and offers no other size", async ({ visit }) => {
        const widget = await visit({});
        await widget.open();
        await expect(larger(widget)).toHaveCount(0);
        await expect(other(widget)).toHaveCount(0);
    });
});

test.describe("on a phone that is held sideways", () => {
    test.use({ viewport: { width: 740, height: 360 }, hasTouch: true, isMobile: true });

    test("the panel fills the screen", async ({ visit }) => {
        const widget = await visit({});
        await widget.open();
        await expect.poll(() => box(widget)).toEqual({ x: 0, y: 0, width: 740, height: 360 });
    });
});
