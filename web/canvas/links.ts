// Links on the canvas: the same as in the DOM view.
import { leadOut, targetOf } from "../panel/view/links.ts";

/** The link of the hidden tree that the pointer has met. */
export function linkMet(event: Event): HTMLAnchorElement | null {
    const [met] = event.composedPath();
    return met instanceof Element ? met.closest("a") : null;
}

/** Out of the app. */
export function followLink(address: string): void {
    const target = leadOut(targetOf(address));
    if (!target) {
        return;
    }
    const link = document.createElement("a");
    link.href = target.href;
    if (target.kind === "outside") {
        link.target = "_blank";
        link.rel = "noopener";
    }
    link.click();
}
