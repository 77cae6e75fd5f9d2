// reading.js, on the page of an article, whoever answers with it: what a page can do that only a script can. The buttons
// for it are in the page already, hidden until this runs.
import { aid, aidOf } from "./aids.ts";
import { showCaptions } from "./captions.ts";
import { printPage, share } from "./handing.ts";
import { watchPicture } from "./pictures.ts";
import { sayOn } from "./saying.ts";
import printStyle from "../shared/print.css";
import { readingTexts } from "./texts.ts";

/** The panel does the same by these, once there is something to read. */
export { aid, printPage, printStyle, sayOn, share, showCaptions };

const live = document.createElement("div");

/** The region is there when something is first said, and the text after it: only a change is read out. */
function announce(text: string): void {
    if (!live.isConnected) {
        live.className = "unseen";
        live.setAttribute("role", "status");
        document.querySelector("main")?.append(live);
    }
    live.textContent = "";
    requestAnimationFrame(() => (live.textContent = text));
}

const texts = readingTexts();
if (texts) {
    // It does not come up to here by itself.
    document.addEventListener("play", ({ target }) => target instanceof HTMLVideoElement && showCaptions(target), true);
    document.querySelectorAll("article .picture").forEach(watchPicture);
    document.querySelectorAll<HTMLElement>(".copy[hidden], section[hidden]").forEach((part) => (part.hidden = false));
    document.addEventListener("click", ({ target }) => {
        const pressed = aidOf(target);
        if (pressed) {
            aid(pressed, document, texts, announce);
        }
        const button = target instanceof Element ? target.closest<HTMLElement>("[data-key^='tools.']") : null;
        if (button?.dataset["key"] === "tools.print") {
            void printPage(document);
        } else if (button) {
            const address = location.origin + location.pathname;
            void share(document.querySelector("h1")?.textContent ?? "", address, document).then((how) => {
                if (how === "copied") {
                    announce(texts.shared);
                    sayOn(button, texts.shared);
                }
            });
        }
    });
}
