// Invariants 2 and 3: nodes that survive keep their elements in place, and the focus is never on the body.
import { expect, test } from "../support/harness.ts";
import type { Node, Screen } from "../../web/panel/protocol.ts";
import { makeScreen } from "./screens.ts";

const texts = (keys: string[]): Screen => {
    const nodes = keys.map((key): Node => ({ kind: "action", key, text: key, message: { m: "press", command: key } }));
    return makeScreen("error", "es", { title: "Orden", nodes });
};

/** The same random numbers in every run. */
function* dice(seed: number): Generator<number> {
    for (let state = seed; ; ) {
        state = (state * 1664525 + 1013904223) % 4294967296;
        yield state / 4294967296;
    }
}

test("a focus effect focuses the node after drawing: a title, a field's input, the chosen radio button", async ({ harness, page }) => {
    await harness.draw(makeScreen("home"), "title");
    await expect(page.getByRole("heading", { level: 1 })).toBeFocused();
    await harness.draw(makeScreen("home"), "search");
    await expect(page.getByRole("searchbox")).toBeFocused();
    await harness.draw(makeScreen("form"), "field.kind");
    await expect(page.getByRole("radio", { name: "Una avería" })).toBeFocused();
    await harness.draw(makeScreen("form-faults"), "field.name");
    const field = page.getByRole("textbox", { name: "Tu nombre" });
    await expect(field).toBeFocused();
    await expect(field).toHaveAttribute("aria-invalid", "true");
    await expect(field).toHaveAccessibleDescription("Esto hace falta para poder responderte.");
    await harness.draw(makeScreen("form-unknown"), "trouble");
    expect(await harness.focus()).toBe("trouble");
});

test("a focused node that goes leaves the focus to the nearest node around it that stays", async ({ harness, page }) => {
    const screen = makeScreen("results");
    await harness.draw(screen);
    await page.getByRole("link", { name: "No tengo internet" }).focus();
    expect(await harness.focus()).toBe("no-internet");

    const hits = screen.nodes?.[2] as Node;
    const fewer = { ...hits, children: hits.children?.slice(1) ?? [] };
    await harness.draw({ ...screen, nodes: [...(screen.nodes?.slice(0, 2) ?? []), fewer] });
    expect(await harness.focus()).toBe("hits");
});

test("where nothing around it stays, the title takes the focus", async ({ harness, page }) => {
    await harness.draw(makeScreen("question"));
    await page.getByRole("radio").first().focus();
    await harness.draw(makeScreen("receipt"));
    expect(await harness.focus()).toBe("title");
});

test("without the focus in the view, a new screen does not take it", async ({ harness }) => {
    await harness.draw(makeScreen("home"));
    await harness.draw(makeScreen("article"));
    expect(await harness.focus()).toBe("body");
});

test("siblings that survive are never moved in the document, whatever comes and goes around them", async ({ harness, page }) => {
    const next = dice(7);
    const random = () => next.next().value as number;
    let keys = ["a", "b", "c", "d", "e"];
    await harness.draw(texts(keys));
    await page.evaluate(() => {
        const moved: string[] = [];
        const place = document.querySelector("main")?.shadowRoot?.querySelector(".body") as Element;
        new MutationObserver((records) => {
            const touched = (list: "addedNodes" | "removedNodes") =>
                records.flatMap((record) => [...record[list]]);
            const removed = new Set(touched("removedNodes"));
            moved.push(...touched("addedNodes").filter((node) => removed.has(node)).map((node) => node.textContent ?? ""));
        }).observe(place, { childList: true });
        Object.assign(window, { moved });
    });
    for (let step = 0, fresh = 0; step < 120; step += 1) {
        keys = keys.filter(() => random() > 0.3);
        for (let more = Math.floor(random() * 4); more > 0; more -= 1) {
            keys.splice(Math.floor(random() * (keys.length + 1)), 0, `n${(fresh += 1)}`);
        }
        await harness.draw(texts(keys));
        await expect(page.locator(".body > button")).toHaveText(keys);
    }
    expect(await page.evaluate(() => (window as unknown as { moved: string[] }).moved)).toEqual([]);
});

test("a focused node keeps the focus while its siblings come and go", async ({ harness, page }) => {
    await harness.draw(texts(["a", "b", "c"]));
    await page.getByRole("button", { name: "b", exact: true }).focus();
    await harness.draw(texts(["x", "y", "b", "z"]));
    expect(await harness.focus()).toBe("b");
    await harness.draw(texts(["b"]));
    expect(await harness.focus()).toBe("b");
});

test("from the first screen to the results the search box is the same element", async ({ harness, page }) => {
    await harness.draw(makeScreen("home"), "search");
    const box = await page.getByRole("searchbox").elementHandle();
    await harness.draw(makeScreen("results"));
    expect(await page.getByRole("searchbox").evaluate((now, before) => now === before, box)).toBe(true);
    await expect(page.getByRole("searchbox")).toBeFocused();
});

test("what takes the focus is not under the head", async ({ harness, page }) => {
    await page.setViewportSize({ width: 360, height: 640 });
    await harness.draw(makeScreen("form-faults"));
    // How high the head is, the view hears with the next frame.
    const room = () => page.evaluate(() => parseFloat(getComputedStyle(document.documentElement).scrollPaddingBlockStart) || 0);
    await expect.poll(room).toBeGreaterThan(20);
    await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
    await harness.draw(makeScreen("form-faults"), "field.name");
    const head = await page.locator("header").boundingBox();
    const field = await page.getByRole("textbox", { name: "Tu nombre" }).boundingBox();
    expect(field?.y).toBeGreaterThanOrEqual((head?.y ?? 0) + (head?.height ?? 0));
});
