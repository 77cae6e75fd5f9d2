// What the buttons at a text do. They stand in what a view draws, or in the page as it came.
import { copyText } from "./clipboard.ts";
import { sayOn } from "./saying.ts";
import type { ReadingTexts } from "./texts.ts";
import { openViewer } from "./viewer.ts";

/** The button for a picture or a code that has been pressed, if one has. */
export function aidOf(target: EventTarget | null): HTMLElement | null {
    return target instanceof Element ? target.closest<HTMLElement>(".copy, .enlarge") : null;
}

/** Does what such a button is for. */
export function aid(button: HTMLElement, root: ShadowRoot | Document, texts: ReadingTexts, announce: (text: string) => void): void {
    const picture = button.previousElementSibling;
    const code = button.nextElementSibling;
    if (picture instanceof HTMLImageElement) {
        openViewer(picture, button, root, texts);
    } else if (code instanceof HTMLPreElement) {
        void copyText((code.textContent ?? "").replace(/\n$/, ""), root).then(() => {
            announce(texts.copied);
            sayOn(button, texts.copied);
        });
    }
}
