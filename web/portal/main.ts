// portal.js, on every page that our server draws: whoever reads pays for this file and nothing more. At the first sign
// that the customer wants to search, choose or write, it loads the app, which takes the page over (take_over.ts).
import { isMarked } from "../outbox/mark.ts";
import { draftName } from "./draft_name.ts";
import { isTouched } from "./written.ts";

// A pointer on its way down an article crosses a button without meaning it; to what is filled in, it has come.
const kSigns: Record<string, string> = {
    pointerover: "input,textarea,label",
    pointerdown: "input,textarea,label,[type=submit]",
    focusin: "input,textarea,[type=submit]",
};

function watch(place: HTMLElement): void {
    const onSign = ({ type, target }: Event): void => {
        if (target instanceof Element && target.closest(kSigns[type] ?? "")) {
            load();
        }
    };
    const load = (): void => {
        Object.keys(kSigns).forEach((sign) => place.removeEventListener(sign, onSign));
        const { script = "", core = "", catalog = "" } = place.dataset;
        [core, catalog].forEach(fetchAhead);
        import(script).catch(() => {
            // The page stays what it is: one that needs no script.
        });
    };
    Object.keys(kSigns).forEach((sign) => place.addEventListener(sign, onSign, { passive: true }));
    // It may have happened before this script was there.
    if (place.contains(document.activeElement) || isTouched(place) || isInGuide(place) || isOfRequest(place) || hasDraftFor(place) || isMarked()) {
        load();
    }
}

/** She has answered a guide's first question, and will answer the next. */
function isInGuide(place: HTMLElement): boolean {
    return place.querySelector('[data-key="guide.back"]') !== null;
}

/** Only the app keeps a request open for the tab: she comes to it to open it, or has done so. */
function isOfRequest(place: HTMLElement): boolean {
    return place.querySelector('[data-screen="request"]') !== null;
}

/** The app's script asks for it next. */
function fetchAhead(address: string): void {
    const link = document.createElement("link");
    link.rel = "preload";
    link.as = "fetch";
    link.crossOrigin = "";
    link.href = address;
    document.head.append(link);
}

/** A form that she began, or the receipt of one, in this tab. */
function hasDraftFor(place: HTMLElement): boolean {
    try {
        const isOfForm = place.querySelector('[data-screen="form"],[data-screen="receipt"]') !== null;
        return isOfForm && sessionStorage.getItem(draftName(place.dataset["language"] ?? "")) !== null;
    } catch {
        return false;
    }
}

/** Back leads to where an app was that a reload has ended: nothing but the address has changed, and the page is to be
    fetched. A place within the page is none of this. */
function followAddress(): void {
    const page = (): string => location.pathname + location.search;
    const opened = page();
    addEventListener("popstate", () => {
        const isTaken = document.querySelector("#form-parts") === null;
        if (!isTaken && page() !== opened) {
            location.reload();
        }
    });
}

// In a panel of plain pages the launcher's own way out lies over a corner.
document.documentElement.classList.toggle("framed", window.parent !== window);

const place = document.querySelector<HTMLElement>("#app");
if (place) {
    watch(place);
    followAddress();
}
