// The button's two drawings, made of a letter and lines by the style sheet: a page's policy may keep pictures out.

export function icon(name: "help" | "close"): HTMLElement {
    const drawing = document.createElement("span");
    drawing.className = name;
    drawing.setAttribute("aria-hidden", "true");
    drawing.textContent = name === "help" ? "?" : "";
    return drawing;
}
