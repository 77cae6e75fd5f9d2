// Each result on the canvas leads down to its section.
import { expect, test } from "../support/canvas.ts";
import { firstHit, kQuery, sectionOf } from "../support/sections.ts";

test("a result on the canvas opens the article at its section", async ({ widget, demo }) => {
    await widget.open();
    await widget.search.fill(kQuery.es);
    const hits = widget.panel.getByRole("list", { name: demo.text("search.results") });
    await expect(hits.locator("a[href*='#']").first()).toBeAttached();
    const { link, trail } = await firstHit(hits);
    await widget.press(link);
    const heading = widget.panel.getByRole("article").getByRole("heading", { name: sectionOf(trail), exact: true });
    await expect(heading).toBeFocused();
    await widget.drawn();
    // It stands where it is drawn: just below the head.
    const box = await heading.boundingBox();
    const head = await widget.panel.locator("header").boundingBox();
    expect(box).not.toBeNull();
    expect((box?.y ?? 0) - ((head?.y ?? 0) + (head?.height ?? 0))).toBeLessThan(40);
});
