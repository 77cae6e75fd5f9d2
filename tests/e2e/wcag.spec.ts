// What WCAG 2.2 asks for that can be measured, on every screen of the panel and in both languages; docs/accessibility.md
// says which test stands for which criterion.
import AxeBuilder from "@axe-core/playwright";
import type { FrameLocator, Locator } from "@playwright/test";
import { expect, test } from "../support/product.ts";
import { visitScreens } from "../support/visit.ts";
import type { Widget } from "../support/widget.ts";

const kControls = "a, button, input, textarea, summary";

/** Every element that is painted, in the panel's shadow tree too. */
const painted = (panel: FrameLocator) => panel.locator("body *:visible");

/** What sticks out of the panel at its side, or is cut off by a box around it. */
async function cutOff(panel: FrameLocator): Promise<string[]> {
    const wide = await panel.locator("html").evaluate(({ scrollWidth, clientWidth }) => (scrollWidth > clientWidth ? [`${scrollWidth} of ${clientWidth} px`] : []));
    const clipped = await painted(panel).evaluateAll((elements) =>
        elements
            .filter((element) => {
                const { overflowX, overflowY } = getComputedStyle(element);
                const hides = (overflow: string, whole: number, seen: number) => /hidden|clip/.test(overflow) && whole > seen + 1;
                return (
                    element.textContent?.trim() && !element.closest(".unseen, svg") &&
                    (hides(overflowX, element.scrollWidth, element.clientWidth) || hides(overflowY, element.scrollHeight, element.clientHeight))
                );
            })
            .map((element) => `${element.localName}.${element.className} ${element.textContent}`.slice(0, 120)),
    );
    return [...wide, ...clipped];
}

/** Presses Tab from the head to where it leads out again; calls `look` at each stop that is in the panel. */
async function tabThrough(widget: Widget, look: (stop: Locator) => Promise<void>): Promise<number> {
    // The ring of an option is around its label.
    const stop = widget.panel.locator(`:is(${kControls}):not(.option > *):focus, .option:has(:focus)`);
    await widget.title.focus();
    for (let stops = 0; stops < 90; stops += 1) {
        await widget.page.keyboard.press("Tab");
        if (await widget.page.evaluate(() => document.activeElement?.localName !== "ventanilla-widget")) {
            return stops;
        }
        if ((await stop.count()) > 0) {
            await look(stop);
        } else if (await widget.panel.locator("html").evaluate(() => !document.hasFocus())) {
            return stops;
        }
    }
    throw new Error("Tab does not lead out of the panel");
}

/** How far the colour of each one's ring or edge can be told from the ground that it stands on. */
function contrastOf(elements: Locator, colour: "outlineColor" | "borderTopColor"): Promise<number[]> {
    return elements.evaluateAll((all, property) => {
        const context = document.createElement("canvas").getContext("2d", { willReadFrequently: true }) as CanvasRenderingContext2D;
        const luminance = (layers: string[]) => {
            for (const layer of ["white", ...layers]) {
                context.fillStyle = layer;
                context.fillRect(0, 0, 1, 1);
            }
            const linear = [...context.getImageData(0, 0, 1, 1).data].map((value) => ((value / 255 + 0.055) / 1.055) ** 2.4);
            const [r, g, b] = linear as [number, number, number];
            return 0.2126 * r + 0.7152 * g + 0.0722 * b;
        };
        const around = (from: Element): Element[] => {
            const root = from.getRootNode();
            const parent = from.parentElement ?? (root instanceof ShadowRoot ? root.host : null);
            return parent ? [...around(parent), parent] : [];
        };
        return all.map((element) => {
            const styles = [getComputedStyle(element), getComputedStyle(element, "::after")];
            const style = (property === "outlineColor" && styles.find(({ outlineStyle }) => outlineStyle !== "none")) || getComputedStyle(element);
            const ground = around(element).map((each) => getComputedStyle(each).backgroundColor);
            const [light, dark] = [luminance(ground), luminance([...ground, style[property]])].sort((a, b) => b - a) as [number, number];
            return (light + 0.05) / (dark + 0.05);
        });
    }, colour);
}

/** How wide the ring of what has the focus is, and whether any of it is in sight. */
function ringOf(ringed: Locator): Promise<{ what: string; width: number; seen: boolean }> {
    return ringed.evaluate((element) => {
        const styles = [getComputedStyle(element), getComputedStyle(element, "::after")];
        const { left, top, width, height } = element.getBoundingClientRect();
        const points = [0.1, 0.5, 0.9].flatMap((across) => [0.1, 0.5, 0.9].map((down) => [left + across * width, top + down * height] as const));
        const root = element.getRootNode() as ShadowRoot;
        return {
            what: `${element.localName}.${element.className} ${element.textContent}`.slice(0, 120),
            width: parseFloat(styles.find(({ outlineStyle }) => outlineStyle !== "none")?.outlineWidth ?? "0"),
            seen: points.some(([x, y]) => element.contains(root.elementFromPoint(x, y))),
        };
    });
}

/** Lines, letters, words and paragraphs as far apart as the criterion says, until it is undone. */
async function space(panel: FrameLocator): Promise<{ undo: () => Promise<void> }> {
    const place = panel.locator("#ventanilla");
    await place.evaluate(({ shadowRoot }) => {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(
            "* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }" +
                "p { margin-block-end: 2em !important }",
        );
        (shadowRoot as ShadowRoot).adoptedStyleSheets.push(sheet);
    });
    return { undo: () => place.evaluate(({ shadowRoot }) => void (shadowRoot as ShadowRoot).adoptedStyleSheets.pop()) };
}

/** Those that are less than 24 px wide or high, and do not stand in a sentence. */
const small = (controls: Locator): Promise<string[]> =>
    controls.evaluateAll((elements) =>
        elements
            .map((element) => element.closest("label") ?? element)
            .filter((element) => getComputedStyle(element).display !== "inline")
            .map((element) => ({ element, box: element.getBoundingClientRect() }))
            .filter(({ box }) => box.width < 24 || box.height < 24)
            .map(({ element, box }) => `${box.width} × ${box.height}: ${element.localName}.${element.className} ${element.textContent}`),
    );

/** Those that have no edge. */
const bare = (controls: Locator): Promise<string[]> =>
    controls.evaluateAll((elements) =>
        elements
            .map((element) => element.closest("label") ?? element)
            .filter((element) => {
                const { borderTopStyle, borderTopColor, backgroundColor } = getComputedStyle(element);
                return borderTopStyle === "none" || borderTopColor === backgroundColor;
            })
            .map((element) => `${element.localName}.${element.className} ${element.textContent}`),
    );

/** Those that change their place or size by and by. */
const moving = (elements: Locator): Promise<string[]> =>
    elements.evaluateAll((all) =>
        all
            .filter((element) => {
                const { transitionProperty, transitionDuration, animationName } = getComputedStyle(element);
                const moves = /transform|translate|scale|rotate|inset|top|left|size|width|height|margin|all/.test(transitionProperty);
                return (moves && transitionDuration !== "0s") || animationName !== "none";
            })
            .map((element) => `${element.localName}.${element.className}`),
    );

for (const language of ["es", "en"] as const) {
    test.describe(language, () => {
        test.use({ language, contextOptions: { reducedMotion: "reduce" } });
        test.slow();

        test("nothing is cut off or to be scrolled sideways at 400 %, on its side, with letters twice as large, or with a reader's spacing", async ({ page, widget, email }) => {
            await page.setViewportSize({ width: 360, height: 740 });
            await visitScreens(widget, email, async (screen) => {
                for (const [width, height] of [[320, 256], [640, 320]] as const) {
                    await page.setViewportSize({ width, height });
                    await expect.poll(() => cutOff(widget.panel), `${screen}, ${width} × ${height} px`).toEqual([]);
                }
                await page.setViewportSize({ width: 360, height: 740 });
                const html = widget.panel.locator("html");
                await html.evaluate(({ style }) => (style.fontSize = "200%"));
                await expect.poll(() => cutOff(widget.panel), `${screen}, letters`).toEqual([]);
                await html.evaluate(({ style }) => (style.fontSize = ""));
                const spaced = await space(widget.panel);
                await expect.poll(() => cutOff(widget.panel), `${screen}, spacing`).toEqual([]);
                await spaced.undo();
            });
        });

        test("Tab leads through each screen and out, and what has the focus is in sight with a ring around it, light or dark", async ({ page, widget, email }) => {
            await page.setViewportSize({ width: 1280, height: 480 });
            await visitScreens(widget, email, async (screen) => {
                const title = await widget.title.innerText();
                const stops = await tabThrough(widget, async (stop) => {
                    for (const colorScheme of ["light", "dark"] as const) {
                        await page.emulateMedia({ colorScheme });
                        const { what, width, seen } = await ringOf(stop);
                        expect(seen, `${screen}: ${what} is in sight`).toBe(true);
                        expect(width, `${screen}: ${what} has a ring`).toBeGreaterThanOrEqual(2);
                        expect((await contrastOf(stop, "outlineColor"))[0], `${screen}, ${colorScheme}: the ring of ${what}`).toBeGreaterThanOrEqual(3);
                    }
                });
                expect(stops, screen).toBeGreaterThan(1);
                await expect(widget.title, "the focus alone changes nothing").toHaveText(title);
            });
        });

        test("whatever can be pressed is 24 px or more each way, and fields have an edge, in any colours", async ({ page, widget, email }) => {
            await page.setViewportSize({ width: 360, height: 740 });
            expect(await small(page.locator("ventanilla-widget button:visible"))).toEqual([]);
            await visitScreens(widget, email, async (screen) => {
                expect(await small(widget.panel.locator(kControls).locator("visible=true")), screen).toEqual([]);
                for (const colorScheme of ["light", "dark"] as const) {
                    await page.emulateMedia({ colorScheme });
                    const edges = await contrastOf(widget.panel.locator(".field > :is(input, textarea), .option"), "borderTopColor");
                    expect(Math.min(3, ...edges), `${screen}, ${colorScheme}: edges of fields`).toBe(3);
                }
                await page.emulateMedia({ forcedColors: "active" });
                expect(await bare(widget.panel.locator(".body :is(button, input, textarea)").locator("visible=true")), screen).toEqual([]);
                await page.emulateMedia({ forcedColors: "none" });
            });
        });

        test("on every screen the way to a person stands last under the same name, names say what is written, and nothing moves for who asks for that", async ({ page, widget, demo, email }) => {
            expect(await moving(page.locator("ventanilla-widget *"))).toEqual([]);
            await visitScreens(widget, email, async (screen) => {
                const footer = widget.panel.locator("footer");
                expect(await footer.evaluate(({ nextElementSibling }) => nextElementSibling), screen).toBeNull();
                if (!/form|receipt/.test(screen)) {
                    await expect(footer.getByText(demo.text("person.title")), screen).toBeVisible();
                    await expect(footer.getByRole("button", { name: demo.text("person.contact"), exact: true }), screen).toBeVisible();
                }
                expect(await moving(painted(widget.panel)), screen).toEqual([]);
                // Rules of axe that are not asked for elsewhere.
                const rules = ["label-content-name-mismatch", "target-size", "css-orientation-lock", "p-as-heading", "table-fake-caption"];
                const { violations } = await new AxeBuilder({ page }).withRules(rules).analyze();
                expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`), screen).toEqual([]);
            });
        });

        test("fields about herself say so to the browser, which fills them in", async ({ widget, demo }) => {
            await widget.open();
            await widget.button("person.contact").click();
            await widget.panel.getByRole("radio").nth(1).check();
            for (const [id, purpose] of [["name", "name"], ["email", "email"], ["phone", "tel"]] as const) {
                await expect(widget.panel.getByLabel(demo.field(id))).toHaveAttribute("autocomplete", purpose);
            }
        });

        test("a press that is drawn away before it is let go presses nothing", async ({ page, widget, demo }) => {
            const drawAway = async (target: Locator) => {
                const { x, y, width, height } = (await target.boundingBox()) as { x: number; y: number; width: number; height: number };
                await page.mouse.move(x + width / 2, y + height / 2);
                await page.mouse.down();
                await page.mouse.move(x + width / 2, y - 40, { steps: 3 });
                await page.mouse.up();
            };
            await drawAway(widget.launcher);
            await expect(widget.dialog).toBeHidden();
            await widget.open();
            await drawAway(widget.button("person.contact"));
            await expect(widget.title).toHaveText(demo.text("home.title"));
        });

        test("on paper is what can be read, and nothing that is pressed", async ({ page, server, widget, demo }) => {
            await page.emulateMedia({ media: "print" });
            await expect(widget.launcher).toBeHidden();
            await page.goto(`${server.origin}/${language}/${demo.text("path.articles")}/${demo.slug("no-internet")}`);
            await expect(page.getByRole("article")).toBeVisible();
            await expect(page.getByRole("navigation").first()).toBeHidden();
        });
    });
}
