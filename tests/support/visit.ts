// A visit that comes past every screen of the panel, for what has to hold on each of them.
import { expect } from "@playwright/test";
import type { Widget } from "./widget.ts";

/** Opens the panel and calls `look` with the name of each screen while that is shown. `email`: of nobody who has written. */
export async function visitScreens(widget: Widget, email: string, look: (screen: string) => Promise<void>): Promise<void> {
    const { panel, title, demo } = widget;
    const shows = async (screen: string, heading: string) => {
        await expect(title).toHaveText(heading);
        await look(screen);
    };
    await widget.open();
    await look("home");
    await widget.search.fill(demo.query);
    await expect(widget.hit(demo.article("no-internet"))).toBeVisible();
    await look("results");
    await widget.hit(demo.article("no-internet")).click();
    await expect(panel.getByRole("article")).toBeVisible();
    await look("article");
    await widget.button("action.back").click();
    await expect(widget.search).toHaveValue(demo.query);
    await widget.search.fill("xyzzy");
    await expect(widget.hit(demo.article("no-internet"))).toHaveCount(0);
    await look("no results");
    await widget.search.fill("");
    await expect(title).toHaveText(demo.text("home.title"));
    await panel.getByRole("link", { name: demo.categoryTitle, exact: true }).click();
    await shows("category", demo.categoryTitle);
    await widget.button("action.back").click();
    await panel.getByRole("link", { name: demo.guideTitle, exact: true }).click();
    await shows("question", demo.step("power"));
    await panel.getByRole("radio", { name: demo.choice("power", "all-off") }).check();
    await widget.button("guide.continue").click();
    await shows("instruction", demo.step("plug"));
    await panel.getByRole("button", { name: demo.choice("plug", "still-off") }).click();
    await shows("outcome", demo.step("line-fault"));
    await widget.button("guide.contact").click();
    await shows("form", demo.text("form.title"));
    await widget.button("privacy.title").click();
    await shows("privacy", demo.text("privacy.title"));
    await widget.button("action.back").click();
    await widget.button("form.send").click();
    await expect(panel.locator("[aria-invalid]").first()).toBeFocused();
    await look("form with faults");
    await panel.getByLabel(demo.field("since")).fill("2025-10-10");
    await widget.field("message").fill("Hola");
    await widget.field("name").fill("Ana");
    await widget.field("email").fill(email);
    await widget.button("form.send").click();
    await shows("receipt", demo.text("receipt.title"));
}
