// take-over.js: the app takes over the page that is already there. It starts where the server's app stood, from the
// page's address and what its form holds, and so has the same screen; then its view keeps the elements that are there.
// A page whose screen the app does not come to stays as it is. docs/decisions/0009-take-over.md
import { isMarked } from "../outbox/mark.ts";
import { takeDropped } from "../outbox/dropped.ts";
import { Outbox } from "../outbox/outbox.ts";
import { Address, wholePath } from "../panel/address.ts";
import { clock } from "../panel/clock.ts";
import { Core, loadCore } from "../panel/core.ts";
import { Draft } from "../panel/draft.ts";
import type { Message, Screen } from "../panel/protocol.ts";
import { Session, type Display } from "../panel/session.ts";
import { Drawing } from "../panel/view/drawing.ts";
import { readingTexts } from "../reading/texts.ts";
import { draftName } from "./draft_name.ts";
import { page } from "./page.tsx";
import { keepTexts, removeWhatIsNotDrawn } from "./standing.ts";
import { showWhereabouts } from "./whereabouts.ts";
import { served, written } from "./written.ts";

const place = document.querySelector<HTMLElement>("#app") as HTMLElement;
const parts = document.querySelector<HTMLElement>("#form-parts") as HTMLElement;
const { language = "", core: coreAddress = "", catalog = "", session: handedOver = "" } = place.dataset;
// The guide that led to the form.
const from = parts.querySelector<HTMLInputElement>("[name=from]")?.value ?? "";
const siteName = document.querySelector(".site-name")?.textContent ?? "";
const home = `/${language}/`;
const path = location.pathname === "/" ? home : wholePath.read();

const draft = new Draft(draftName(language));
const address = new Address(wholePath, true);

// Until the app is where the page is, nothing of what it does is seen or kept.
let opening = true;
let taken = false;
let leaving = false;
// The page that the server drew says nothing of now, and nothing on it moves for that: what comes after it does.
let timed = false;
let latest: Screen = { id: "loading", language };
let saved = "";
let last: Message = { m: "start" };

function send(message: Message): void {
    last = message;
    session.send(message);
}

const drawing = new Drawing({ root: document, ground: place, frame: page, icon: () => null, reading: readingTexts() ?? undefined, send });

/** The first page and articles are files with more on them than the app's screens; typing leaves no page, though. */
function isElsewhere(route: string, { id }: Screen): boolean {
    return (id === "home" || id === "article") && route !== path && last.m !== "typed";
}

const display: Display = {
    showAddress(route, step, screen) {
        if (!opening && isElsewhere(route, screen)) {
            leaving = true;
            address.keep();
            location.assign(route);
        } else if (!opening) {
            // The first letter of a query leaves the page; those that follow make it another one.
            address.show(route, step || (screen.id === "results" && latest.id !== "results"));
            showWhereabouts(route);
        }
    },
    draw(screen, focus) {
        if (taken && !timed && screen.id !== latest.id) {
            timed = true;
            session.send(clock(place.dataset["timeZone"]));
        }
        latest = screen;
        if (!taken || leaving || screen.id === "loading") {
            return;
        }
        if (screen.id === "unavailable") {
            location.reload();
            return;
        }
        drawing.draw(screen, focus);
        document.title = [screen.id === "home" ? "" : screen.title, siteName].filter(Boolean).join(" · ");
    },
    announce: (text) => opening || drawing.announce(text),
    copy() {
        // The button for it needs a script, and is on no page.
    },
    share() {
        // The page does it by itself (web/reading/), taken over or not.
    },
    print() {
        // Likewise.
    },
    switchLanguage: (path) => location.assign(path),
    fail: () => taken && location.reload(),
};

const core = new Core(await loadCore(coreAddress), () => ({
    m: "start",
    language,
    catalog,
    path: taken ? address.path : handedOver ? "" : from || path,
    page: "",
    saved: taken ? draft.read() : saved,
    online: navigator.onLine,
    browser: true,
    keeps: true,
    files: true,
}));
const outbox = new Outbox(() => {});
const session = new Session(
    core,
    display,
    { tell: () => {} },
    { write: (text) => opening || draft.write(text) },
    outbox,
);

/** As server/portal/desk.cpp comes to a page's screen. */
async function open(text: string): Promise<Screen> {
    saved = text;
    session.start();
    await session.rest();
    if (from) {
        session.send({ m: "press", command: "guide-contact" });
    }
    served(place).forEach((message) => session.send(message));
    if (latest.id === "results") {
        session.send({ m: "press", command: "show-results" });
    }
    await session.rest();
    return latest;
}

/** The browser has kept the page, as it was when she left it for another one. */
function comeBack(follow: () => void): void {
    leaving = false;
    follow();
}

/** In one go: nothing can be typed meanwhile. */
function takeOver(screen: Screen): void {
    opening = false;
    written(place).forEach(send);
    taken = true;
    keepTexts(place);
    removeWhatIsNotDrawn(place);
    drawing.takeOver(screen);
    parts.remove();
    document.body.append(drawing.live);
    takeDropped(place);
    display.draw(latest, null);
    if (handedOver) {
        draft.write(handedOver);
    }
    const follow = () => send({ m: "address-changed", path: wholePath.read() });
    addEventListener(wholePath.event, follow);
    if (isMarked()) {
        void outbox.kept().then((texts) => send({ m: "kept", texts }));
    }
    addEventListener("pageshow", ({ persisted }) => persisted && comeBack(follow));
    addEventListener("online", () => send({ m: "connection-changed", online: true }));
    addEventListener("offline", () => send({ m: "connection-changed", online: false }));
}

const kept = handedOver ? "" : draft.read();
const asServed = await open(handedOver);
if (kept) {
    await open(kept);
}
if (asServed.id === place.querySelector<HTMLElement>("[data-screen]")?.dataset["screen"]) {
    takeOver(asServed);
} else {
    // What a script alone can do.
    place.querySelector(".files")?.remove();
}
