// panel.js: brings the core, the view and the host page together, on the page that the publisher made:
//
//   <main id="ventanilla" data-language data-core data-catalog data-accent data-reading data-reading-script data-idle data-expand data-shrink data-corner data-rules></main>
//
// data-idle is a script that is imported once the panel is used, data-time-zone (where the site has hours) its clocks' zone.
// Where the page is that of the canvas, also data-canvas (a script), data-canvas-core and data-canvas-fonts.
//
//   <section id="fallback">plain texts and links, for when nothing works</section>
//
// The fallback is there from the start, panel.css keeps it back for a moment; the first screen puts it away.
import type { CanvasView } from "../canvas/canvas_view.ts";
import type { VentanillaEvents } from "../embed/api.d.ts";
import type { Placing } from "../idle/placing.ts";
import { isMarked } from "../outbox/mark.ts";
import type { Outbox } from "../outbox/outbox.ts";
import type { ReadingTexts } from "../reading/texts.ts";
import { Address, fragment } from "./address.ts";
import { messageOf } from "./calls.ts";
import { clock } from "./clock.ts";
import { contextMessage, type SuggestRule } from "./context.ts";
import { Core, loadCore } from "./core.ts";
import { Draft } from "./draft.ts";
import { Host } from "./host.ts";
import { Looks } from "./looks.ts";
import type { Message, Screen } from "./protocol.ts";
import { Session, type Display, type Sending } from "./session.ts";
import { type Reading, View } from "./view/view.ts";

const place = document.querySelector<HTMLElement>("#ventanilla") as HTMLElement;
const fallback = document.querySelector<HTMLElement>("#fallback") as HTMLElement;
const { language = "", core: coreAddress = "", catalog = "", accent = "", canvas: canvasScript } = place.dataset;
const rules = JSON.parse(place.dataset["rules"] ?? "[]") as SuggestRule[];
const { canvasCore = "", canvasFonts = "", expand = "", shrink = "", corner = "" } = place.dataset;

const whenIdle = window.requestIdleCallback ?? setTimeout; // Safari has no idle callbacks
const draft = new Draft(`ventanilla:${language}`);
let session: Session | null = null;
let canvas: CanvasView | null = null;
// What the host page asks for before the core is there waits here.
const early: Message[] = [];

const send = (message: Message): void => {
    if (session) {
        session.send(message);
    } else if (message.m === "press") {
        // Before the core is there, the one thing to press is Escape.
        host.tell({ ventanilla: 1, type: "close" });
    } else {
        early.push(message);
    }
};

// Where she has put the panel, and where the host page has it.
const kept = new Draft("ventanilla:place");
let position: unknown;
let placing: Placing | null = null;
let wasShown = false;

const loadIdle = () => import(place.dataset["idle"] ?? "") as Promise<typeof import("../idle/main.ts")>;

const tellWaiting = (waiting: boolean): void => host.tell({ ventanilla: 1, type: "waiting", waiting });
let outbox: Promise<Outbox> | null = null;
const openOutbox = () => (outbox ??= loadIdle().then(({ Outbox }) => new Outbox(tellWaiting)));

/** `instead`: where the file did not come. */
async function withOutbox<T>(use: (outbox: Outbox) => Promise<T>, instead: T): Promise<T> {
    try {
        return await use(await openOutbox());
    } catch {
        outbox = null;
        return instead;
    }
}

const sending: Sending = {
    keep: (name, text) => withOutbox((outbox) => outbox.keep(name, text), false),
    choose: (files) => withOutbox<unknown>((outbox) => outbox.choose(files), []),
    post: (effect, tell) => withOutbox((outbox) => outbox.post(effect, tell), { status: 0, body: new Uint8Array() }),
};

/** Of an earlier visit, or of another tab. */
async function sendWhatWaits(): Promise<void> {
    if (!isMarked()) {
        tellWaiting(false);
        return;
    }
    send({ m: "kept", texts: await withOutbox((outbox) => outbox.kept(), []) });
}

/** Not there, the panel stays where it is and needs a network. */
async function useIdleTime(): Promise<void> {
    try {
        const { keepForOffline, Placing, takeDropped } = await loadIdle();
        if (!placing) {
            placing = new Placing(host, kept, { expand, shrink, corner }, () => view.redraw());
            takeDropped(view.root);
        }
        placing.startAt(position);
        if (wasShown) {
            placing.seen();
            await keepForOffline();
        }
    } catch {
        // What it does is welcome, and nobody waits for it.
    }
}

const shown = (): void => {
    send(clock(place.dataset["timeZone"]));
    // A finger wants no keyboard on the screen before it asks for one.
    send({ m: "shown", touch: matchMedia("(pointer: coarse)").matches });
    if (!wasShown) {
        wasShown = true;
        placing?.seen();
        whenIdle(() => void useIdleTime());
    }
};

// Since the panel has the focus: a host page that is busy says late that the panel is seen, and whoever has begun is not
// sent elsewhere then.
let inUse = false;
["pointerdown", "keydown"].forEach((sign) => addEventListener(sign, () => (inUse = true), true));
addEventListener("blur", () => (inUse = false));

const host = new Host({
    onShown: () => inUse || shown(),
    onContext(context) {
        looks.take(context.looks);
        canvas?.setLooks(looks.current);
        position = context.position;
        placing?.startAt(position);
        send(contextMessage(context, rules, (id) => tellError({ reason: "bad-call", id })));
    },
    onCall: (name, args) => {
        if (name === "open" && Array.isArray(args) && args[0] === undefined) {
            return; // where she was
        }
        const message = messageOf(name, args);
        if (message) {
            send(message);
        } else {
            tellError({ reason: "bad-call", id: name });
        }
    },
});

function tellError(detail: VentanillaEvents["error"]): void {
    host.tell({ ventanilla: 1, type: "emit", event: "error", detail });
}

const address = new Address(fragment, !host.framed);

const reading: Reading = {
    texts: JSON.parse(place.dataset["reading"] ?? "null") as ReadingTexts,
    load: () => import(place.dataset["readingScript"] ?? ""),
};
const view = new View(place, {
    accent,
    closable: host.framed,
    reading,
    place: ({ id }) => (canvas ? [] : (placing?.controls(id) ?? [])),
    send,
});
const looks = new Looks(view, accent);

function showFallback(instead: boolean): void {
    place.hidden = instead;
    fallback.hidden = !instead;
    fallback.classList.add("now");
    host.tell({ ventanilla: 1, type: instead ? "failed" : "ready" });
    if (instead) {
        tellError({ reason: "unavailable" });
    }
    if (!instead && !host.framed) {
        shown();
    }
}

const display: Display = {
    showAddress: (path, step) => address.show(path, step),
    draw(screen: Screen, focus: string | null): void {
        if (screen.id === "loading") {
            return;
        }
        if (screen.id === "unavailable") {
            showFallback(true);
            return;
        }
        view.draw(screen, focus);
        canvas?.show();
        const title = [screen.title, screen.eyebrow].filter(Boolean).join(" · ");
        if (document.title !== title) {
            document.title = title;
        }
        if (!fallback.hidden) {
            showFallback(false);
        }
    },
    announce: (text) => view.announce(text),
    copy: (text) => void view.copy(text),
    share: (path, title) => void view.share(path, title),
    print: () => void view.print(),
    switchLanguage(path) {
        const [, other = ""] = path.split("/");
        location.replace(`/widget/${other}/${canvasScript ? "canvas/" : ""}#${path}`);
    },
    fail: () => showFallback(true),
};

/** The module that the app runs in; with the view on a canvas where the page asks for it and the browser can. */
async function loadModule(): Promise<WebAssembly.Module> {
    if (canvasScript) {
        try {
            const { openCanvas } = (await import(canvasScript)) as typeof import("../canvas/main.ts");
            const files = { core: canvasCore, fonts: canvasFonts.split(" ") };
            const opened = await openCanvas(view.root, files, { looks: looks.current, language, closable: host.framed, send, onLost: onCanvasLost });
            canvas = opened.view;
            canvas.setLooks(looks.current);
            return opened.module;
        } catch {
            // The DOM view is the whole of it.
        }
    }
    return loadCore(coreAddress);
}

/** What broke the canvas may have broken the app behind it: it goes on from what is saved. */
function onCanvasLost(): void {
    canvas = null;
    session?.start();
}

async function run(): Promise<void> {
    const [module, page] = await Promise.all([loadModule(), host.pageAddress()]);
    const isWhole = canvas !== null; // with the canvas the core is one file
    const start = (): Message => ({
        m: "start",
        language,
        catalog,
        path: address.path,
        page,
        saved: draft.read(),
        online: navigator.onLine,
        browser: true,
        annex: isWhole,
        keeps: true,
        files: !isWhole, // the canvas has no way to choose them
    });
    const core = new Core(module, start, (door) => canvas?.attach(door));
    session = new Session(core, display, host, draft, sending);
    session.start();
    send(clock(place.dataset["timeZone"])); // before the first screen, of which nothing moves for it
    early.splice(0).forEach(send);
    void sendWhatWaits();
    addEventListener(fragment.event, () => send({ m: "address-changed", path: fragment.read() }));
    addEventListener("online", () => send({ m: "connection-changed", online: true }));
    addEventListener("offline", () => send({ m: "connection-changed", online: false }));
}

function giveUp(): void {
    showFallback(true);
    // Without WebAssembly the server's plain pages do everything; where it is a file that does not come, they would not either.
    const hasWebAssembly = "WebAssembly" in window;
    if (!hasWebAssembly) {
        window.name = "ventanilla-widget";
        location.replace(address.path || `/${language}/`);
    }
}

if (kept.read()) {
    void useIdleTime(); // the panel opens as she has left it
}
run().catch(giveUp);
