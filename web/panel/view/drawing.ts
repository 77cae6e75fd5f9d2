// Draws the core's screens into an element and reports what the customer does. It knows nothing of the product, nor
// of what stands around the screen: that is the frame's.
import { h, hydrate, render, type JSX } from "preact";
import type { Message, Screen } from "../protocol.ts";
import { focused, focusKey, focusPath, type Root } from "./focus.ts";
import type { Stage } from "./stage.ts";

export type Frame = (props: { screen: Screen; stage: Stage }) => JSX.Element;

export interface DrawingOptions {
    root: Root;
    /** Holds the screen. */
    ground: HTMLElement;
    frame: Frame;
    icon: Stage["icon"];
    reading: Stage["reading"];
    /** Where another screen begins; where left out, at the top of the window. */
    toTop?: (() => void) | undefined;
    send(message: Message): void;
}

const kBeforeNews = 300; // milliseconds

export class Drawing {
    current: Screen | null = null;
    /** Where announcements go: a polite live region, to be put on the page. */
    readonly live = document.createElement("div");
    readonly #options: DrawingOptions;
    #news = 0;

    constructor(options: DrawingOptions) {
        this.#options = options;
        this.live.className = "unseen";
        this.live.setAttribute("role", "status");
    }

    /** The elements of this screen are on the ground already: keeps them, with what is typed into them. */
    takeOver(screen: Screen): void {
        this.current = screen;
        hydrate(this.#element(screen), this.#options.ground);
    }

    draw(screen: Screen, focus: string | null): void {
        const { root, ground, toTop = () => scrollTo(0, 0) } = this.#options;
        const before = this.current;
        const path = focusPath(root);
        const focusedBefore = focused(root);
        this.current = screen;
        render(this.#element(screen), ground);

        const elsewhere = before !== null && (before.id !== screen.id || before.title !== screen.title);
        const kept = focusedBefore !== null && focused(root) === focusedBefore;
        if (elsewhere) {
            // What was said of the screen before is no news any more.
            clearTimeout(this.#news);
            this.live.replaceChildren();
            root.querySelector("dialog")?.close();
        }
        if (elsewhere && !kept) {
            toTop();
        }
        if (focus !== null && focusKey(root, focus)) {
            return;
        }
        if (path.length > 0 && focused(root) === null) {
            [...path, "title"].some((key) => focusKey(root, key));
        }
    }

    /** Says it once, at the first pause: while somebody types, each key has other news. The same text is said again. */
    announce(text: string): void {
        clearTimeout(this.#news);
        this.#news = window.setTimeout(() => {
            const line = document.createElement("p");
            line.textContent = text;
            this.live.replaceChildren(line);
        }, kBeforeNews);
    }

    #element(screen: Screen): JSX.Element {
        const { root, frame, icon, reading, send } = this.#options;
        const stage: Stage = {
            language: screen.language,
            title: screen.title ?? "",
            send,
            icon,
            reading,
            focused: () => focused(root),
        };
        return h(frame, { screen, stage });
    }
}
