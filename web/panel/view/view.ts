// The view: draws the core's screens into a shadow root and reports what the customer does. It knows nothing of the
// product; tests/web/ feeds it screens without a core.
import { h, render } from "preact";
import { accentColours } from "../../shared/accent.ts";
import type { Message, Screen } from "../protocol.ts";
import base from "./base.css";
import controls from "./controls.css";
import documents from "./document.css";
import { focusKey, focusPath } from "./focus.ts";
import { screen as drawScreen } from "./screen.tsx";

export interface ViewOptions {
    accent: string;
    /** Whether there is anybody who can put the panel away. */
    closable: boolean;
    send(message: Message): void;
}

// What Escape sends before there is a screen.
const kClose: Message = { m: "press", command: "close" };
const kBeforeNews = 300; // milliseconds
const kSurface = "#ffffff";
const kDarkSurface = "#15181d";

export class View {
    private readonly root: ShadowRoot;
    private readonly ground = document.createElement("div");
    private readonly live = document.createElement("div");
    private readonly options: ViewOptions;
    private current: Screen | null = null;
    private news = 0;

    constructor(place: HTMLElement, options: ViewOptions) {
        this.options = options;
        this.root = place.attachShadow({ mode: "open" });
        this.root.adoptedStyleSheets = [styleSheet(base + controls + documents), accentSheet(options.accent)];
        this.live.className = "unseen";
        this.live.setAttribute("role", "status");
        this.root.append(this.ground, this.live);
        document.addEventListener("keydown", this.onKey);
        new ResizeObserver(this.onResize).observe(this.ground);
    }

    draw(screen: Screen, focus: string | null): void {
        const before = this.current;
        const path = focusPath(this.root);
        const focused = this.root.activeElement;
        this.current = screen;
        const stage = {
            language: screen.language,
            title: screen.title ?? "",
            send: this.options.send,
            focused: () => this.root.activeElement,
        };
        // A landmark of its own name, beside the host page's.
        this.root.host.setAttribute("aria-label", screen.eyebrow ?? "");
        render(h(drawScreen, { screen, stage, closable: this.options.closable }), this.ground);

        const elsewhere = before !== null && (before.id !== screen.id || before.title !== screen.title);
        const kept = focused !== null && this.root.activeElement === focused;
        if (elsewhere) {
            // What was said of the screen before is no news any more.
            clearTimeout(this.news);
            this.live.replaceChildren();
        }
        if (elsewhere && !kept) {
            scrollTo(0, 0);
        }
        if (focus !== null && focusKey(this.root, focus)) {
            return;
        }
        if (path.length > 0 && this.root.activeElement === null) {
            [...path, "title"].some((key) => focusKey(this.root, key));
        }
    }

    /** Says it once, at the first pause: while somebody types, each key has other news. The same text is said again. */
    announce(text: string): void {
        clearTimeout(this.news);
        this.news = window.setTimeout(() => {
            const line = document.createElement("p");
            line.textContent = text;
            this.live.replaceChildren(line);
        }, kBeforeNews);
    }

    copy(text: string): void {
        if (isSecureContext) {
            navigator.clipboard.writeText(text).catch(() => this.copySelected(text));
        } else {
            this.copySelected(text);
        }
    }

    /** For pages without a clipboard, which plain HTTP has not. */
    private copySelected(text: string): void {
        const focused = this.root.activeElement;
        const field = document.createElement("textarea");
        field.className = "unseen";
        field.value = text;
        this.root.append(field);
        field.select();
        document.execCommand("copy");
        field.remove();
        if (focused instanceof HTMLElement) {
            focused.focus({ preventScroll: true });
        }
    }

    /** Escape puts the panel away; in a search box with a text in it, the browser empties the box first. */
    private readonly onKey = (event: KeyboardEvent): void => {
        const close = this.current?.close?.message ?? kClose;
        const [target] = event.composedPath();
        const empties = target instanceof HTMLInputElement && target.type === "search" && target.value !== "";
        if (event.key === "Escape" && !event.isComposing && !empties && this.options.closable) {
            this.options.send(close);
        }
    };

    /** What takes the focus is scrolled to below the head, which stays in place. */
    private readonly onResize = (): void => {
        const head = this.ground.querySelector("header");
        document.documentElement.style.scrollPaddingBlockStart = `${(head?.offsetHeight ?? 0) + 12}px`;
    };
}

function styleSheet(text: string): CSSStyleSheet {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    return sheet;
}

function accentSheet(accent: string): CSSStyleSheet {
    const rule = (surface: string) => {
        const { accent: fill, on, ink, soft } = accentColours(accent, surface);
        return `:host{--accent:${fill};--on-accent:${on};--accent-ink:${ink};--accent-soft:${soft}}`;
    };
    return styleSheet(`${rule(kSurface)}@media (prefers-color-scheme:dark){${rule(kDarkSurface)}}`);
}
