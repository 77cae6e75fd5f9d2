// Looks a page in the pseudo-language over (`ventanilla serve --pseudo`): whether every text of it comes from the product's
// texts or from the site's author, fits, and stands where a page that is written from the right has it.
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Frame, Page } from "@playwright/test";

const kDemo = fileURLToPath(new URL("../../assets/demo/", import.meta.url));

/** What may be between texts of ours: numbers, signs, and a tracking code, also spelled. */
const kNoWords = /^(?:[\d\s\p{P}\p{S}]|UTC|[A-Z0-9]{4}(?:-[A-Z0-9]{4})+|\b[A-Z0-9]\b)*$/u;

const plain = (text: string) => text.replace(/\s+/g, " ").trim();

function textsIn(json: unknown): string[] {
    return typeof json === "string" ? [json] : Object.values(json ?? {}).flatMap(textsIn);
}

/** All that the demo's author has written, without its markup. */
const written = plain(
    readdirSync(kDemo, { recursive: true, encoding: "utf8" })
        .filter((name) => /\.(md|json)$/.test(name))
        .map((name) => readFileSync(kDemo + name, "utf8"))
        .map((text) => (text.startsWith("{") ? textsIn(JSON.parse(text)).join("\n") : text))
        .join("\n")
        .replace(/^\s*(?:[-*>]|\d+\.|#+)\s+/gm, "")
        .replace(/!?\[([^\]]*)\]\([^)]*\)/g, "$1")
        .replace(/[*_`\\|]/g, ""),
);

/** The parts of a text that are neither in brackets nor the author's. */
function foreignParts(text: string): string[] {
    let rest = text;
    for (let before = ""; before !== rest; ) {
        before = rest;
        rest = rest.replace(/⟦[^⟦⟧]*⟧/g, "\n");
    }
    return rest.split(/[\n…·]/).map(plain).filter((part) => !kNoWords.test(part) && !written.includes(part));
}

export interface Looks {
    /** Texts that are not translated. */
    foreign: string[];
    /** What is cut off, or lies outside of the page. */
    clipped: string[];
    /** What stands on the wrong side. */
    misplaced: string[];
}

/** `typed`: what the customer herself has written. */
export async function lookOver(page: Page | Frame, typed: readonly string[] = []): Promise<Looks> {
    const { texts, clipped, misplaced } = await page.evaluate(() => {
        const name = (element: Element) => {
            const { left, right, width } = element.getBoundingClientRect();
            return `<${element.tagName.toLowerCase()} class="${element.getAttribute("class") ?? ""}" ${Math.round(left)}–${Math.round(right)}, ` +
                `${element.scrollWidth} in ${Math.round(width)}> ${(element.textContent ?? "").slice(0, 60)}`;
        };
        // The panel draws in a shadow tree.
        const within = (root: ParentNode): Element[] =>
            [...root.querySelectorAll("*")].flatMap((element) => [element, ...(element.shadowRoot ? within(element.shadowRoot) : [])]);
        const all = within(document.body);
        const find = (selector: string) => all.filter((element) => element.matches(selector));
        // What is for screen readers alone is cut off on purpose; so is a link that waits for the focus.
        const isSeen = (element: Element) => {
            const { width, height, bottom } = element.getBoundingClientRect();
            return width > 1 && height > 1 && bottom > -scrollY && getComputedStyle(element).clipPath === "none" && element.checkVisibility({ visibilityProperty: true });
        };
        const style = (element: Element) => getComputedStyle(element);
        const scrolls = (element: Element) => /auto|scroll/.test(style(element).overflowX);
        const texts: string[] = [];
        for (const element of all) {
            for (const node of element.childNodes) {
                if (node instanceof Text && !element.closest("script, style, noscript, time, code")) {
                    // What was searched for is marked within its text.
                    texts.push((element.closest(":has(> mark)") ?? node).textContent ?? "");
                }
            }
            for (const attribute of ["aria-label", "placeholder", "alt", "title"]) {
                texts.push(element.getAttribute(attribute) ?? "");
            }
        }
        texts.push(document.title);
        const clipped: string[] = [];
        if (document.documentElement.scrollWidth > innerWidth) {
            clipped.push(`the page is ${document.documentElement.scrollWidth} px wide`);
        }
        const scroller = (element: Element): boolean => scrolls(element) || (element.parentElement ? scroller(element.parentElement) : false);
        for (const element of all.filter(isSeen)) {
            const { left, right } = element.getBoundingClientRect();
            const hides = style(element).overflowX !== "visible" && !scrolls(element);
            const isTooWide = hides && element.scrollWidth > element.clientWidth + 1;
            const isTooHigh = hides && !/auto|scroll/.test(style(element).overflowY) && element.scrollHeight > element.clientHeight + 1;
            const isOutside = (left < -1 || right > innerWidth + 1) && !scroller(element);
            if (!element.closest("svg") && (isTooWide || isTooHigh || isOutside)) {
                clipped.push(name(element));
            }
        }
        const misplaced: string[] = [];
        const middle = (element: Element) => {
            const { left, right } = element.getBoundingClientRect();
            return (left + right) / 2;
        };
        const expectRight = (element: Element | null, other: Element | null, what: string) => {
            if (element && other && isSeen(element) && middle(element) < middle(other)) {
                misplaced.push(what);
            }
        };
        if (style(document.body).direction !== "rtl") {
            misplaced.push("the page is written from the left");
        }
        for (const heading of find("h1, h2, h3, p, label, legend")) {
            if (!/^(start|right|center)$/.test(style(heading).textAlign)) {
                misplaced.push(name(heading));
            }
        }
        const head = find(".screen > header")[0];
        expectRight(head?.querySelector(".head-start") ?? null, head?.querySelector("h1") ?? null, "the way back stands left of the title");
        for (const back of find('[data-icon="back"]')) {
            if (new DOMMatrix(style(back).transform).a !== -1) {
                misplaced.push("the arrow back points to the left");
            }
        }
        for (const entry of find('ul[role="list"] > li')) {
            const arrow = getComputedStyle(entry, "::after");
            if (arrow.content === '""' && arrow.display !== "none" && arrow.inlineSize === "8px") {
                const pointsLeft = new DOMMatrix(arrow.transform).b < 0;
                if (!pointsLeft || parseFloat(arrow.left) > parseFloat(arrow.right)) {
                    misplaced.push(`the arrowhead of ${name(entry)}`);
                }
            }
        }
        return { texts, clipped, misplaced };
    });
    const own = new Set(typed.map(plain));
    return { foreign: texts.flatMap(foreignParts).filter((part) => !own.has(part)), clipped, misplaced };
}
