// What the first open does without comes when it is needed first: the annex of the core (docs/decisions/0024-two-files.md).
import type { Frame, Page, Route } from "@playwright/test";
import { isTaken, isWhole } from "../support/portal.ts";
import { expect, test } from "../support/product.ts";

const kAnnex = "**/annex-*.wasm";

/** How often it was asked for. */
function annexes(page: Page): () => number {
    let asked = 0;
    page.on("request", (request) => (asked += /\/annex-..\.\w+\.wasm$/.test(request.url()) ? 1 : 0));
    return () => asked;
}

/** A core that traps with the message after `trap()`. */
async function trapOnDemand(page: Page): Promise<(frame: Frame) => Promise<void>> {
    await page.addInitScript(() => {
        const { Instance } = WebAssembly;
        WebAssembly.Instance = function (module: WebAssembly.Module, imports: WebAssembly.Imports) {
            const exports = { ...new Instance(module, imports).exports } as Record<string, (length: number) => number>;
            const dispatch = exports["vt_dispatch"];
            if (dispatch) {
                exports["vt_dispatch"] = (length) => {
                    if (Reflect.get(window, "trap")) {
                        Reflect.set(window, "trap", false);
                        throw new WebAssembly.RuntimeError("unreachable");
                    }
                    return dispatch(length);
                };
            }
            return { exports };
        } as unknown as typeof WebAssembly.Instance;
    });
    return (frame) => frame.evaluate(() => Reflect.set(window, "trap", true)).then(() => {});
}

for (const language of ["es", "en"] as const) {
    test.describe(language, () => {
        test.use({ language });

        test("the first screen and a search do without it, an article brings it, and nothing else does again", async ({ page, widget, demo }) => {
            const asked = annexes(page);
            await widget.open();
            await widget.search.fill(demo.query);
            await expect(widget.hit(demo.article("no-internet"))).toBeVisible();
            await page.waitForLoadState("networkidle");
            expect(asked()).toBe(0);
            await widget.hit(demo.article("no-internet")).click();
            await expect(widget.panel.getByText(demo.text("vote.title"))).toBeVisible();
            expect(asked()).toBe(1);
            await widget.button("person.contact").click();
            await expect(widget.field("message")).toBeVisible();
            await page.waitForLoadState("networkidle");
            expect(asked()).toBe(1);
        });

        for (const [what, answer, says] of [
            ["does not come", (route: Route) => route.abort(), "offline"],
            ["is refused", (route: Route) => route.fulfill({ status: 404 }), "error.broken"],
            ["is something else", (route: Route) => route.fulfill({ contentType: "application/wasm", body: "<html>" }), "error.broken"],
        ] as const) {
            test(`when it ${what}, the panel says so and has its ways to a person; another try brings what was opened`, async ({ page, widget, demo, faults }) => {
                faults.allow(/Failed to load resource/);
                await page.route(kAnnex, answer);
                await widget.open();
                for (const open of [() => widget.panel.getByRole("link", { name: demo.article("no-internet") }).click(), () => widget.button("person.contact").click()]) {
                    await open();
                    await expect(widget.title).toHaveText(demo.text(`${says}.title`));
                    await expect(widget.panel.getByRole("link", { name: demo.telephone })).toBeVisible();
                }
                await page.unroute(kAnnex);
                await widget.button("action.retry").click();
                await expect(widget.title).toHaveText(demo.text("form.title"));
                await expect(widget.title).toBeFocused();
                await widget.field("message").fill("Hola");
                await widget.button("action.back").click();
                await expect(widget.title).toHaveText(demo.article("no-internet"));
            });
        }
    });
}

test("a trap when it is there costs nothing that was written, and it is fetched no more", async ({ page, server, widget }) => {
    const asked = annexes(page);
    const trap = await trapOnDemand(page);
    await page.goto(`${server.origin}/?lang=es`);
    await widget.open();
    await widget.button("person.contact").click();
    await widget.field("message").fill("No sé qué más probar.");
    const panel = page.frames()[1] as Frame;
    await expect.poll(() => panel.evaluate(() => sessionStorage.getItem("ventanilla:es"))).toContain("probar.");
    for (const letters of ["Ana", "Anabel"]) {
        await trap(panel);
        await widget.field("name").fill(letters);
        await expect.poll(() => panel.evaluate(() => Reflect.get(window, "trap"))).toBe(false);
        await expect(widget.field("message")).toHaveValue("No sé qué más probar.");
        await expect(widget.field("name")).toBeFocused();
    }
    expect(asked()).toBe(1);
});

test("a page of the portal that needs it stays what it is where it does not come, and is taken over where it does", async ({ page, server, demo, faults }) => {
    faults.allow(/status of (404|422)/);
    await page.route(kAnnex, (route) => route.fulfill({ status: 404 }));
    const refused = page.waitForResponse(kAnnex);
    await page.goto(`${server.origin}/es/${demo.text("path.contact")}`);
    await isWhole(page);
    const message = page.getByRole("textbox", { name: demo.field("message") });
    await message.fill("Hola");
    await refused;
    await expect(message).toHaveValue("Hola");
    await page.getByRole("button", { name: demo.text("form.send"), exact: true }).click();
    await expect(page.getByRole("alert")).toBeVisible();
    await page.unroute(kAnnex);
    await page.goto(`${server.origin}/es/${demo.text("path.contact")}`);
    await isWhole(page);
    await message.fill("Hola de nuevo");
    await isTaken(page);
    await expect(message).toHaveValue("Hola de nuevo");
});
