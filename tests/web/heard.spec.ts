// What a screen reader gets of the panel's screens, written down for whoever reviews a change: the accessibility tree of
// each is in tests/web/heard/. `npx playwright test --project=view heard --update-snapshots` writes them anew.
import { expect, test } from "../support/harness.ts";
import { recordTour } from "../support/tour.ts";
import type { Node } from "../../web/panel/protocol.ts";

const kPicture = '<svg xmlns="http://www.w3.org/2000/svg"/>';

const kStops = [
    "home", "results, after Enter", "results with nothing found", "category", "article of every kind of block", "article without a network",
    "article that cannot be had", "address that leads nowhere", "question", "instruction", "outcome: not solved", "outcome: handed over",
    "form after a guide", "form with faults", "form without an answer", "receipt after a guide",
];

function never(name: string): never {
    throw new Error(`the tour does not come past "${name}"`);
}

/** Two entries say what all are like, and there may be more articles one day. */
const shortened = (nodes: Node[]): Node[] =>
    nodes.map(({ children, ...node }) => (children ? { ...node, children: shortened(node.kind === "list" ? children.slice(0, 2) : children) } : node));

for (const language of ["es", "en"] as const) {
    test(`a screen reader gets of each screen what is written down of it, in ${language}`, async ({ harness, page }) => {
        const tour = new Map(recordTour(language).map(({ name, screen }) => [name, screen]));
        await page.route("**/media/**", (route) => route.fulfill({ contentType: "image/svg+xml", body: kPicture }));
        for (const name of kStops) {
            const { nodes = [], ...screen } = tour.get(name) ?? never(name);
            await harness.draw({ ...screen, nodes: shortened(nodes) });
            // As text: a snapshot of the tree's own kind is also met by a tree that has more.
            const heard = `${await page.locator("main").ariaSnapshot()}\n`;
            expect.soft(heard, name).toMatchSnapshot([language, `${name.replace(/\W+/g, "-")}.yml`]);
        }
    });
}
