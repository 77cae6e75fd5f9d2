// The DOM view beside the canvas: unseen, but whole for assistive technology and the keyboard. Each node stands where
// the canvas draws it, so that a finger that explores, a magnifier that follows the focus and a voice that names a
// button find it there. Text inputs alone are seen: they lie in the frames that the canvas draws for them. Links alone
// are met by the pointer: what a browser does with one (another tab, its menu, its address) it does here as well.
import type { Layer, Placed, Report } from "./module.ts";
import styles from "./hidden_tree.css";

type Line = [x: number, y: number, width: number, height: number];

export class HiddenTree {
    readonly #root: ShadowRoot;
    readonly #host: HTMLElement;
    readonly #sheet = new CSSStyleSheet();

    constructor(root: ShadowRoot) {
        this.#root = root;
        this.#host = root.host as HTMLElement;
        this.#sheet.replaceSync(styles);
        root.adoptedStyleSheets = [...root.adoptedStyleSheets, this.#sheet];
    }

    place({ scroll, head_height: headHeight, head, body }: Report): void {
        this.#host.style.setProperty("--scroll", `${scroll}px`);
        if (headHeight === undefined || !head || !body) {
            return;
        }
        this.#host.style.setProperty("--head", `${headHeight}px`);
        const nodes = new Map<string, HTMLElement>();
        for (const node of this.#root.querySelectorAll<HTMLElement>("[data-key]")) {
            nodes.set(node.dataset["key"] as string, node);
        }
        [head, body].forEach((layer) => placeLayer(layer, nodes));
        this.markLongTexts();
    }

    /** A finger scrolls a text that is longer than its box, and the page with any other. */
    markLongTexts(): void {
        for (const area of this.#root.querySelectorAll("textarea")) {
            area.classList.toggle("long", area.scrollHeight > area.clientHeight);
        }
    }

    /** The key of the focused node; empty where nothing in the tree has the focus. */
    get focused(): string {
        return this.#root.activeElement?.closest<HTMLElement>("[data-key]")?.dataset["key"] ?? "";
    }

    /** The DOM view is seen again, as if there had been no canvas. */
    reveal(): void {
        this.#host.removeAttribute("style");
        this.#root.adoptedStyleSheets = this.#root.adoptedStyleSheets.filter((sheet) => sheet !== this.#sheet);
        for (const node of this.#root.querySelectorAll("[data-key],[data-target]")) {
            node.removeAttribute("style");
        }
    }
}

function placeLayer({ places, targets }: Layer, nodes: Map<string, HTMLElement>): void {
    for (const placed of places) {
        placeElement(nodes.get(placed[0]), placed);
    }
    for (const placed of targets) {
        const node = nodes.get(placed[0]);
        placeElement(node?.querySelector<HTMLElement>("[data-target]") ?? node, placed);
    }
}

/** As a box around all lines; of a link on several, the lines alone are met in it. */
function placeElement(element: HTMLElement | undefined, [, ...sides]: Placed): void {
    if (!element) {
        return;
    }
    const lines: Line[] = [];
    for (let at = 0; at < sides.length; at += 4) {
        lines.push(sides.slice(at, at + 4) as Line);
    }
    const left = Math.min(...lines.map(([x]) => x));
    const top = Math.min(...lines.map(([, y]) => y));
    const { style } = element;
    style.left = `${left}px`;
    style.top = `${top}px`;
    style.width = `${Math.max(...lines.map(([x, , width]) => x + width)) - left}px`;
    style.height = `${Math.max(...lines.map(([, y, , height]) => y + height)) - top}px`;
    const path = lines.map(([x, y, width, height]) => `M${x - left} ${y - top}h${width}v${height}h${-width}z`);
    style.clipPath = lines.length > 1 ? `path("${path.join("")}")` : "";
}
