// A picture over all of the window, or of the panel: whole, or in its own size, to be scrolled. Escape, the button and a
// press beside it put it away, and the focus is where it was.
import { ownSize } from "./pictures.ts";
import type { ReadingTexts } from "./texts.ts";
import viewerStyle from "./viewer.css";

const style = new CSSStyleSheet();
style.replaceSync(viewerStyle);

/** Whole, it would be hardly larger than it is on the page: it begins in its own size. */
const kHardly = 1.3;

function button(text: string, press: () => void): HTMLButtonElement {
    const made = document.createElement("button");
    made.type = "button";
    made.textContent = text;
    made.addEventListener("click", press);
    return made;
}

export function openViewer(picture: HTMLImageElement, opener: HTMLElement, root: ShadowRoot | Document, texts: ReadingTexts): void {
    const own = ownSize(picture);
    const shown = picture.clientWidth;
    const dialog = document.createElement("dialog");
    const tools = document.createElement("div");
    const ground = document.createElement("div");
    const copy = document.createElement("img");
    dialog.className = "viewer";
    dialog.setAttribute("aria-label", texts.viewer);
    ground.className = "ground";
    ground.tabIndex = 0;
    ground.setAttribute("role", "group");
    copy.src = picture.src;
    copy.alt = picture.alt;

    let full = false;
    const whole = (): number => own.width * Math.min(ground.clientWidth / own.width, ground.clientHeight / own.height);
    const draw = (): void => {
        const fits = whole() >= own.width;
        copy.width = Math.round(full && !fits ? own.width : whole());
        copy.height = Math.round((copy.width * own.height) / own.width);
        size.hidden = fits;
        size.textContent = full ? texts.fit : texts.full;
        dialog.classList.toggle("sizes", !fits);
    };
    const turn = (): void => {
        full = !full;
        draw();
    };
    const size = button(texts.full, turn);
    const close = button(texts.close, () => dialog.close());

    tools.append(size, close);
    ground.append(copy);
    dialog.append(tools, ground);
    copy.addEventListener("click", () => size.hidden || turn());
    ground.addEventListener("click", ({ target }) => target === ground && dialog.close());
    // Escape is the picture's, and not the panel's as well.
    dialog.addEventListener("keydown", (event) => event.key === "Escape" && event.stopPropagation());
    const sizes = new ResizeObserver(draw);
    dialog.addEventListener("close", () => {
        sizes.disconnect();
        dialog.remove();
        opener.focus();
    });
    (root instanceof Document ? root.body : root).append(dialog);
    if (!root.adoptedStyleSheets.includes(style)) {
        root.adoptedStyleSheets = [...root.adoptedStyleSheets, style];
    }
    dialog.showModal();
    full = whole() < shown * kHardly;
    sizes.observe(ground);
    close.focus();
}
