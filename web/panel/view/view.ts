// The panel's view: draws the core's screens into a shadow root and reports what the customer does. It knows nothing
// of the product; tests/web/ feeds it screens without a core.
import { copyText } from "../../reading/clipboard.ts";
import type { ReadingTexts } from "../../reading/texts.ts";
import { accentColours, kDarkSurface, kSurface } from "../../shared/accent.ts";
import colours from "../../shared/colours.css";
import article from "../../shared/article.css";
import reading from "../../shared/reading.css";
import filters from "../../shared/filter.css";
import type { Message, Screen } from "../protocol.ts";
import base from "./base.css";
import controls from "./controls.css";
import documents from "./document.css";
import { Drawing, type Frame } from "./drawing.ts";
import { keyed } from "./focus.ts";
import { icon } from "./icons.tsx";
import lists from "./list.css";
import { type PlaceControl, screen as drawScreen } from "./screen.tsx";

/** What is done with a text beyond reading it. */
export interface Reading {
    /** What the buttons at a text say. */
    texts: ReadingTexts;
    /** Loads what they do. */
    load(): Promise<typeof import("../../reading/main.ts")>;
}

export interface ViewOptions {
    accent: string;
    /** Whether there is anybody who can put the panel away. */
    closable: boolean;
    /** Without it there are no buttons at a text. */
    reading: Reading | null;
    /** Where it is a part of a page: its direction, and what brings its beginning into sight. */
    within?: { direction: string; toTop(): void };
    /** What stands in the head of a screen besides the app's own. */
    place(screen: Screen): PlaceControl[];
    send(message: Message): void;
}

// What Escape sends before there is a screen.
const kClose: Message = { m: "press", command: "close" };

export class View {
    readonly root: ShadowRoot;
    readonly accentSheet = new CSSStyleSheet();
    readonly #ground = document.createElement("div");
    readonly #drawing: Drawing;
    readonly #options: ViewOptions;
    #isPrintable = false;

    constructor(place: HTMLElement, options: ViewOptions) {
        this.#options = options;
        this.root = place.attachShadow({ mode: "open" });
        this.root.adoptedStyleSheets = [styleSheet(colours + base + controls + lists + filters + article + documents + reading), this.accentSheet];
        this.setAccent(options.accent);
        this.#drawing = new Drawing({ root: this.root, ground: this.#ground, frame: this.#frame, icon, reading: options.reading?.texts, toTop: options.within?.toTop, send: options.send });
        this.root.append(this.#ground, this.#drawing.live);
        this.root.addEventListener("click", this.#onAid);
        // It does not come up to here by itself.
        this.root.addEventListener("play", this.#onPlay, true);
        if (!options.within) {
            document.addEventListener("keydown", this.#onKey);
            new ResizeObserver(this.#onResize).observe(this.#ground);
        }
    }

    /** `accent`: "#rrggbb". */
    setAccent(accent: string): void {
        const rule = (surface: string) => {
            const { accent: fill, on, ink, soft } = accentColours(accent, surface);
            return `:host{--accent:${fill};--on-accent:${on};--accent-ink:${ink};--accent-soft:${soft}}`;
        };
        this.accentSheet.replaceSync(`${rule(kSurface)}@media screen and (prefers-color-scheme:dark){${rule(kDarkSurface)}}`);
    }

    draw(screen: Screen, focus: string | null): void {
        // A landmark of its own name, beside the host page's.
        this.root.host.setAttribute("aria-label", screen.eyebrow ?? "");
        this.#drawing.draw(screen, focus);
        if (screen.id === "article") {
            void this.#aids();
        }
    }

    redraw(): void {
        if (this.#drawing.current) {
            this.#drawing.draw(this.#drawing.current, null);
        }
    }

    announce(text: string): void {
        this.#drawing.announce(text);
    }

    /** Until it is on the clipboard. */
    async copy(text: string): Promise<void> {
        await copyText(text, this.root);
    }

    /** What the button for it has come to. */
    async share(path: string, title: string): Promise<void> {
        const aids = await this.#aids();
        const shared = this.#options.reading?.texts.shared ?? "";
        if ((await aids?.share(title, location.origin + path, this.root)) === "copied") {
            this.announce(shared);
            aids?.sayOn(keyed(this.root, "tools.share"), shared);
        }
    }

    async print(): Promise<void> {
        await (await this.#aids())?.printPage(this.root);
    }

    /** Null where there are none, or they cannot be had now. */
    async #aids(): Promise<typeof import("../../reading/main.ts") | null> {
        const aids = await this.#options.reading?.load().catch(() => null);
        if (aids && !this.#isPrintable) {
            this.#isPrintable = true;
            this.root.adoptedStyleSheets = [...this.root.adoptedStyleSheets, styleSheet(aids.printStyle)];
        }
        return aids ?? null;
    }

    readonly #onAid = async ({ target }: Event): Promise<void> => {
        const button = target instanceof Element ? target.closest<HTMLElement>(".copy, .enlarge") : null;
        const { reading } = this.#options;
        if (button && reading) {
            (await this.#aids())?.aid(button, this.root, reading.texts, (text) => this.announce(text));
        }
    };

    readonly #onPlay = async ({ target }: Event): Promise<void> => {
        if (target instanceof HTMLVideoElement) {
            (await this.#aids())?.showCaptions(target);
        }
    };

    readonly #frame: Frame = ({ screen, stage }) =>
        drawScreen({ screen, stage, direction: this.#options.within?.direction ?? document.dir, closable: this.#options.closable, place: this.#options.place(screen) });

    /** Escape puts the panel away; in a search box with a text in it, the browser empties the box first. */
    readonly #onKey = (event: KeyboardEvent): void => {
        const close = this.#drawing.current?.close?.message ?? kClose;
        const [target] = event.composedPath();
        const empties = target instanceof HTMLInputElement && target.type === "search" && target.value !== "";
        if (event.key === "Escape" && !event.isComposing && !empties && this.#options.closable) {
            this.#options.send(close);
        }
    };

    /** What takes the focus is scrolled to below the head, which stays in place. */
    readonly #onResize = (): void => {
        const head = this.#ground.querySelector("header");
        document.documentElement.style.scrollPaddingBlockStart = `${(head?.offsetHeight ?? 0) + 12}px`;
    };
}

function styleSheet(text: string): CSSStyleSheet {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    return sheet;
}
