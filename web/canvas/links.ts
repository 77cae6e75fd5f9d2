// Links that lead out of the app: the same as in the DOM view.
import { targetOf } from "../panel/view/links.ts";

export function followLink(address: string): void {
    const target = targetOf(address);
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
