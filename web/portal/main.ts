// portal.js, on every page that our server draws: whoever reads pays for this file and nothing more. At the first sign
// that the customer wants to search, choose or write, it loads the app, which takes the page over (take_over.ts).
import { draftName } from "./draft_name.ts";
import { isTouched } from "./written.ts";

const kControls = "input,textarea,button,label";
const kSigns = ["focusin", "pointerover", "pointerdown", "input"];

function watch(place: HTMLElement): void {
    const onSign = ({ target }: Event): void => {
        if (target instanceof Element && target.closest(kControls)) {
            load();
        }
    };
    const load = (): void => {
        kSigns.forEach((sign) => place.removeEventListener(sign, onSign));
        const { script = "", core = "", catalog = "" } = place.dataset;
        [core, catalog].forEach(fetchAhead);
        import(script).catch(() => {
            // The page stays what it is: one that needs no script.
        });
    };
    kSigns.forEach((sign) => place.addEventListener(sign, onSign, { passive: true }));
    // It may have happened before this script was there.
    if (place.querySelector(`:is(${kControls}):focus`) || isTouched(place) || hasDraftFor(place)) {
        load();
    }
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

const place = document.querySelector<HTMLElement>("#app");
if (place) {
    watch(place);
}
