// Two line drawings. Made node by node: a page that demands Trusted Types takes no markup.

const kSvg = "http://www.w3.org/2000/svg";
const kDrawings = {
    help: "M12 3a9 9 0 0 0-7.8 13.5L3 21l4.5-1.2A9 9 0 1 0 12 3M9.6 9.4a2.5 2.5 0 1 1 3.4 2.4c-.7.3-1 .8-1 1.6M12 16.5v.01",
    close: "M6 6l12 12M18 6L6 18",
} as const;

export function icon(name: keyof typeof kDrawings): SVGSVGElement {
    const svg = document.createElementNS(kSvg, "svg");
    svg.setAttribute("viewBox", "0 0 24 24");
    svg.setAttribute("aria-hidden", "true");
    svg.setAttribute("class", name);
    const path = document.createElementNS(kSvg, "path");
    path.setAttribute("d", kDrawings[name]);
    svg.append(path);
    return svg;
}
