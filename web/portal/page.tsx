// A screen's frame on a page of the portal, element for element as widget/html/drawn_screen.cpp writes it: what stands
// around a screen is the page's own.
import type { JSX } from "preact";
import type { Node, Screen } from "../panel/protocol.ts";
import { action, nodes } from "../panel/view/nodes.tsx";
import type { Stage } from "../panel/view/stage.ts";

/** An article's page leads on by itself. */
const hasWayBack = ({ id }: Screen): boolean => id !== "article";

/** What needs a script is not drawn, so that a page is the same with and without one; an article's, a file, takes no answers. */
const isOnPage = (node: Node): boolean => node.message?.["command"] !== "copy-code" && node.key !== "print" && node.key !== "vote";

/** A link to the page that this is. */
const withoutOwnPage = (node: Node): Node =>
    node.key === "tools" ? { ...node, children: node.children?.filter(({ value }) => value !== "page") ?? [] } : node;

/** What a screen is part of, unless that stands above every page. */
const wholeOf = ({ eyebrow }: Screen): string | undefined =>
    eyebrow === document.querySelector(".site-name")?.textContent ? undefined : eyebrow;

export function page({ screen, stage }: { screen: Screen; stage: Stage }): JSX.Element {
    const { id, title, back } = screen;
    const whole = wholeOf(screen);
    return (
        <div class="screen" data-screen={id}>
            <header>
                {whole && <p>{whole}</p>}
                <h1 key="title" id="title" data-key="title" tabIndex={-1}>{title}</h1>
                {back && hasWayBack(screen) && action(back, stage)}
            </header>
            {nodes(screen.nodes?.filter(isOnPage).map(withoutOwnPage), stage)}
            <footer>{nodes(screen.person, stage)}</footer>
        </div>
    );
}
