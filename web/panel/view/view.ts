// The panel's view: draws the core's screens into a shadow root and reports what the customer does. It knows nothing
// of the product; tests/web/ feeds it screens without a core.
import { attachAids } from "../../reading/aids.ts";
import { copyText } from "../../reading/clipboard.ts";
import { printPage, share } from "../../reading/handing.ts";
import { sayOn } from "../../reading/saying.ts";
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

export interface ViewOptions {
    accent: string;
    /** Whether there is anybody who can put the panel away. */
    closable: boolean;
    /** What the buttons at a text say; without it there are none. */
    reading: ReadingTexts | null;
    /** What scrolls; the window where left out. */
    scroller?: HTMLElement;
    /** "ltr" or "rtl"; that of the page where left out. */
    direction?: string;
    /** What stands in the head of a screen besides the app's own. */
    place(screen: Screen): PlaceControl[];
    send(message: Message): void;
}

// What Escape sends before there is a screen.
const kClose: Message = { m: "press", command: "close" };

export class View {
    readonly root: ShadowRoot;
    readonly accentSheet = new CSSStyleSheet();
    private readonly ground = document.createElement("div");
    private readonly drawing: Drawing;
    private readonly options: ViewOptions;

    constructor(place: HTMLElement, options: ViewOptions) {
        this.options = options;
        this.root = place.attachShadow({ mode: "open" });
        this.root.adoptedStyleSheets = [styleSheet(colours + base + controls + lists + filters + article + documents + reading), this.accentSheet];
        this.setAccent(options.accent);
        const { root, ground } = this;
        this.drawing = new Drawing({ root, ground, frame: this.frame, icon, reading: options.reading ?? undefined, scroller: options.scroller, send: options.send });
        this.root.append(this.ground, this.drawing.live);
        if (options.reading) {
            attachAids(this.root, options.reading, (text) => this.announce(text));
        }
        if (options.closable) {
            document.addEventListener("keydown", this.onKey);
        }
        new ResizeObserver(this.onResize).observe(this.ground);
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
        this.drawing.draw(screen, focus);
    }

    redraw(): void {
        if (this.drawing.current) {
            this.drawing.draw(this.drawing.current, null);
        }
    }

    announce(text: string): void {
        this.drawing.announce(text);
    }

    /** Until it is on the clipboard. */
    async copy(text: string): Promise<void> {
        await copyText(text, this.root);
    }

    /** What the button for it has come to. */
    async share(path: string, title: string): Promise<void> {
        const { reading } = this.options;
        if (reading && (await share(title, location.origin + path, this.root)) === "copied") {
            this.announce(reading.shared);
            sayOn(keyed(this.root, "tools.share"), reading.shared);
        }
    }

    async print(): Promise<void> {
        await printPage(this.root);
    }

    private readonly frame: Frame = ({ screen, stage }) =>
        drawScreen({
            screen,
            stage,
            direction: this.options.direction ?? document.dir,
            closable: this.options.closable,
            place: this.options.place(screen),
        });

    /** Escape puts the panel away; in a search box with a text in it, the browser empties the box first. */
    private readonly onKey = (event: KeyboardEvent): void => {
        const close = this.drawing.current?.close?.message ?? kClose;
        const [target] = event.composedPath();
        const empties = target instanceof HTMLInputElement && target.type === "search" && target.value !== "";
        if (event.key === "Escape" && !event.isComposing && !empties) {
            this.options.send(close);
        }
    };

    /** What takes the focus is scrolled to below the head, which stays in place. */
    private readonly onResize = (): void => {
        const head = this.ground.querySelector("header");
        const scroller = this.options.scroller ?? document.documentElement;
        scroller.style.scrollPaddingBlockStart = `${(head?.offsetHeight ?? 0) + 12}px`;
    };
}

function styleSheet(text: string): CSSStyleSheet {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    return sheet;
}
