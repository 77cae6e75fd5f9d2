// What the buttons at a text do. They stand in what a view draws, or in the page as it came.
import { showCaptions } from "./captions.ts";
import { copyText } from "./clipboard.ts";
import { sayOn } from "./saying.ts";
import type { ReadingTexts } from "./texts.ts";
import { openViewer } from "./viewer.ts";

/** Listens to all of `root`, now and later. */
export function attachAids(root: ShadowRoot | Document, texts: ReadingTexts, announce: (text: string) => void): void {
    // It does not come up to here by itself.
    root.addEventListener("play", ({ target }) => target instanceof HTMLVideoElement && showCaptions(target), true);
    root.addEventListener("click", ({ target }) => {
        const button = target instanceof Element ? target.closest<HTMLElement>(".copy, .enlarge") : null;
        const picture = button?.previousElementSibling;
        const code = button?.nextElementSibling;
        if (button && picture instanceof HTMLImageElement) {
            openViewer(picture, button, root, texts);
        } else if (button && code instanceof HTMLPreElement) {
            void copyText((code.textContent ?? "").replace(/\n$/, ""), root).then(() => {
                announce(texts.copied);
                sayOn(button, texts.copied);
            });
        }
    });
}
