// Invariant 1: a focused field is overwritten on a newer revision only, and never during composition.
import type { CDPSession, Page } from "@playwright/test";
import { expect, type HarnessPage, test } from "../support/harness.ts";
import { makeScreen } from "./screens.ts";

const withQuery = (value: string, revision: number) => {
    const screen = makeScreen("results");
    const [search, ...rest] = screen.nodes ?? [];
    return { ...screen, nodes: search ? [{ ...search, value, revision }, ...rest] : rest };
};
const box = (page: Page) => page.getByRole("searchbox", { name: "Buscar en la ayuda" });
const typed = async (harness: HarnessPage) => (await harness.sent()).filter((message) => message.m === "typed");

test("each change is reported with the next revision", async ({ harness, page }) => {
    await harness.draw(withQuery("a", 4));
    await box(page).focus();
    await page.keyboard.press("End");
    await page.keyboard.type("bc");
    expect(await typed(harness)).toEqual([
        { m: "typed", key: "search", value: "ab", revision: 5 },
        { m: "typed", key: "search", value: "abc", revision: 6 },
    ]);
});

test("an echo of what was typed, or an older text, does not overwrite what is being typed", async ({ harness, page }) => {
    await harness.draw(withQuery("", 0));
    await box(page).pressSequentially("abc");
    await harness.draw(withQuery("ab", 2));
    await expect(box(page)).toHaveValue("abc");
    await harness.draw(withQuery("ABC", 3));
    await expect(box(page)).toHaveValue("abc");
});

test("a newer revision overwrites a focused field, and typing goes on from it", async ({ harness, page }) => {
    await harness.draw(withQuery("", 0));
    await box(page).pressSequentially("abc");
    await harness.sent();
    await harness.draw(withQuery("xy", 9));
    await expect(box(page)).toHaveValue("xy");
    await page.keyboard.type("z");
    expect(await typed(harness)).toEqual([{ m: "typed", key: "search", value: "xyz", revision: 10 }]);
});

test("a field without the focus takes the app's text whatever its revision", async ({ harness, page }) => {
    await harness.draw(withQuery("one", 5), "title");
    await harness.draw(withQuery("two", 5));
    await expect(box(page)).toHaveValue("two");
});

test("nothing is overwritten while an input method is composing", async ({ harness, page }) => {
    const devtools: CDPSession = await page.context().newCDPSession(page);
    await harness.draw(withQuery("", 0), "search");
    await devtools.send("Input.imeSetComposition", { text: "´", selectionStart: 1, selectionEnd: 1 });
    await expect(box(page)).toHaveValue("´");
    await harness.draw(withQuery("the app's", 50));
    await expect(box(page)).toHaveValue("´");
    await devtools.send("Input.insertText", { text: "é" });
    await expect(box(page)).toHaveValue("é");
    const last = (await typed(harness)).pop();
    expect(last).toMatchObject({ key: "search", value: "é" });
    expect(last?.["revision"]).toBeGreaterThan(50);
});

test("Enter in a text field sends the form once; in a long text it makes a line", async ({ harness, page }) => {
    await harness.draw(makeScreen("form"));
    await harness.sent();
    await page.getByRole("textbox", { name: "Tu nombre" }).press("Enter");
    expect(await harness.sent()).toEqual([{ m: "press", command: "send" }]);
    await page.getByRole("textbox", { name: "Cuéntanos qué pasa" }).press("Enter");
    expect((await harness.sent()).map((message) => message.m)).toEqual(["typed"]);
});

test("Enter in the search box sends its message", async ({ harness, page }) => {
    await harness.draw(makeScreen("home"));
    await box(page).press("Enter");
    expect(await harness.sent()).toEqual([{ m: "press", command: "show-results" }]);
});

test("Escape empties a search box with a text in it, and otherwise puts the panel away", async ({ harness, page }) => {
    await harness.draw(withQuery("abc", 3), "search");
    await page.keyboard.press("Escape");
    await expect(box(page)).toHaveValue("");
    expect((await harness.sent()).map((message) => message.m)).toEqual(["typed"]);
    await page.keyboard.press("Escape");
    expect(await harness.sent()).toEqual([{ m: "press", command: "close" }]);
});

test("Escape puts the panel away also while nothing has the focus", async ({ harness, page }) => {
    await harness.draw(makeScreen("article"));
    await page.evaluate(() => getSelection()?.selectAllChildren(document.body));
    await expect.poll(() => page.evaluate(() => document.activeElement === document.body)).toBe(true);
    await page.keyboard.press("Escape");
    expect(await harness.sent()).toEqual([{ m: "press", command: "close" }]);
});
