// Hands what is read on: to somebody else, or to paper.
import { copyText } from "./clipboard.ts";

const kPatience = 3000; // milliseconds until it is printed without a picture that does not come

/** By what the browser has for it; "copied" where the address went to the clipboard instead. */
export async function share(title: string, url: string, root: ShadowRoot | Document): Promise<"shared" | "copied"> {
    const data = { title, url };
    if (navigator.canShare?.(data)) {
        try {
            await navigator.share(data);
            return "shared";
        } catch (fault) {
            if (fault instanceof DOMException && fault.name === "AbortError") {
                return "shared"; // she has thought better of it
            }
        }
    }
    await copyText(url, root);
    return "copied";
}

/** With the pictures that she has not come to yet. */
export async function printPage(root: ShadowRoot | Document): Promise<void> {
    const pictures = [...root.querySelectorAll<HTMLImageElement>("article img")].map((picture) => {
        picture.loading = "eager";
        return picture.decode().catch(() => {});
    });
    await Promise.race([Promise.all(pictures), new Promise((resolve) => setTimeout(resolve, kPatience))]);
    window.print();
}
