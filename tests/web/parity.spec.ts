// On a tour through every screen of the app, in every state, the DOM view, the canvas and the plain pages show the same
// nodes, names and actions. What the canvas draws is measured in tests/parity/.
import { expect, test } from "../support/harness.ts";
import { readDom, readHtml } from "../support/read_view.ts";
import { recordTour } from "../support/tour.ts";
import type { Node, Screen } from "../../web/panel/protocol.ts";

const kPicture = '<svg xmlns="http://www.w3.org/2000/svg"/>';

/** What needs a script is on no page, or hidden on it. */
const kNeedsScript = "copy-code";
const kTools = "tools";

/** What a plain page has of a screen: nobody can put it away, and above it stands whose help this is. */
function onPage({ close: _close, eyebrow = "", ...screen }: Screen, siteLine: string): Screen {
    const isOnPage = ({ key, message }: Node) => message?.["command"] !== kNeedsScript && key !== "print" && key !== kTools;
    return { ...screen, eyebrow: eyebrow === siteLine ? "" : eyebrow, nodes: screen.nodes?.filter(isOnPage) ?? [] };
}

/** The server knows no clock but UTC, and says so. */
const withoutTime = (tree: string[]) => tree.map((line) => line.replace(/- time: .*\d\d:\d\d.*/, "- time"));

for (const language of ["es", "en"] as const) {
    test.describe(language, () => {
        test.beforeEach(({ page }) => page.route("**/media/**", (route) => route.fulfill({ contentType: "image/svg+xml", body: kPicture })));

        test("the canvas shows the nodes, names, texts and actions of the DOM view, in the same order", async ({ harness, page }) => {
            test.slow();
            for (const { name, screen, canvas } of recordTour(language)) {
                await harness.draw(screen);
                const dom = await readDom(page);
                expect.soft(canvas, name).toEqual(dom.drawn);
            }
        });

        test("a plain page shows the nodes, names, texts and actions of the DOM view, with the same accessibility tree", async ({ harness, page, context }) => {
            test.slow();
            const plainPage = await context.newPage();
            const tour = recordTour(language);
            const siteLine = tour.find(({ screen }) => screen.id === "home")?.screen.eyebrow ?? "";
            for (const { name, screen, html } of tour) {
                await harness.draw(onPage(screen, siteLine));
                const dom = await readDom(page);
                await plainPage.setContent(`<main>${html}</main>`);
                // Without a script nothing moves the focus to what is wrong: it stands first, once more.
                await plainPage.locator(".screen > [role=alert]:not([data-key])").evaluateAll((faults) => faults.forEach((fault) => fault.remove()));
                await plainPage.locator(`[data-key=${kTools}]`).evaluateAll((tools) => tools.forEach((part) => part.remove()));
                const plain = await readHtml(plainPage, screen);
                expect.soft(plain.drawn.body, name).toEqual(dom.drawn.body);
                expect.soft(withoutTime(plain.tree.body), name).toEqual(withoutTime(dom.tree.body));
                // A page's title stands before the way back, which is written out.
                expect.soft(plain.drawn.head.controls, name).toEqual(dom.drawn.head.controls);
                expect.soft(plain.drawn.head.nodes.toSorted(), name).toEqual(dom.drawn.head.nodes.toSorted());
                expect.soft(plain.tree.head.toSorted(), name).toEqual(dom.tree.head.toSorted());
            }
        });
    });
}
