// A line above the launcher: words that open the panel, and a cross that puts them away.
import { icon } from "../icon.ts";
import css from "./hint.css";

export interface HintEvents {
    onPress(): void;
    /** `byKey`: the focus was in it. */
    onDismiss(byKey: boolean): void;
}

export function hintStyle(): CSSStyleSheet {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    return sheet;
}

export class Hint {
    readonly element = document.createElement("div");
    /** There before its words, which are heard when they come. */
    readonly #status = document.createElement("div");
    readonly #words = document.createElement("button");
    /** Runs as its own letters do, on a page that runs the other way too. */
    readonly #text = document.createElement("bdi");
    readonly #cross = document.createElement("button");

    constructor({ onPress, onDismiss }: HintEvents) {
        this.element.className = "hint";
        this.#status.setAttribute("role", "status");
        this.#words.className = "words";
        this.#words.append(this.#text);
        this.#cross.className = "cross";
        this.#cross.append(icon("close"));
        this.element.append(this.#status);
        this.#words.addEventListener("click", onPress);
        this.#cross.addEventListener("click", ({ detail }) => onDismiss(detail === 0));
        this.element.addEventListener("keydown", (event) => {
            if (event.key === "Escape") {
                // The key has done its work: a dialog of the page's stays open.
                event.preventDefault();
                event.stopPropagation();
                onDismiss(true);
            }
        });
    }

    show(text: string, language: string, dismiss: string): void {
        if (this.#text.textContent !== text) {
            this.#text.textContent = text;
        }
        this.#words.lang = this.#cross.lang = language;
        this.#cross.setAttribute("aria-label", dismiss);
        if (!this.#words.isConnected) {
            this.#status.append(this.#words);
            this.element.append(this.#cross);
        }
    }

    hide(): void {
        this.#words.remove();
        this.#cross.remove();
    }
}
