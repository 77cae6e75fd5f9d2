// <ventanilla-widget>: a button that waits, and the panel that it opens. Its methods and events: api.d.ts.
//
//   <ventanilla-widget lang="en" position="start" view="canvas" launcher="hidden"></ventanilla-widget>
//   <ventanilla-widget mode="inline"></ventanilla-widget>, which web/inline makes a part of its page
import { type CallName, type HostContext, kCalls, kLooks } from "../shared/envelope.ts";
import { isMarked } from "../outbox/mark.ts";
import { warn } from "../shared/warn.ts";
import type { Ventanilla, VentanillaEvents, VentanillaListener, VentanillaTheme } from "./api.d.ts";
import { PanelFrame } from "./frame.ts";
import { icon } from "./icon.ts";
import { isKnown } from "./mistakes.ts";
import { type Labels, nearestLanguage, type SiteConfig } from "./site.ts";
import { launcherStyle } from "./style.ts";

const kNarrow = "(max-width: 480px), (max-height: 430px)";
const kInline = '[mode=inline]';
const kModal = "dialog:modal";
const kEvents = [
    "ready", "open", "close", "search", "search-empty", "article-view", "article-vote", "guide-start", "guide-step", "guide-end",
    "guide-abandon", "ticket-draft", "ticket-sent", "handoff", "error",
] as const satisfies (keyof VentanillaEvents)[];

/** Attributes besides `lang`, with what they may say. */
const kChoices = { position: ["start", "end"], view: ["canvas"], mode: ["inline"], launcher: ["hidden"] } as const;

export const kAttributes = ["lang", ...Object.keys(kChoices), ...kLooks];

type Event = keyof VentanillaEvents;

export interface WidgetElement extends HTMLElement, Ventanilla {
    /** What setContext() was given last. */
    told: Record<string, string>;
    connectedCallback(): void;
    disconnectedCallback(): void;
}

/** The element's class, for a site whose panel is on `origin`. */
export function widgetElement(origin: string, site: SiteConfig): new () => WidgetElement {
    const style = launcherStyle(site);
    const Observer = window.MutationObserver as typeof MutationObserver | undefined;
    const narrow = (window as Partial<Window>).matchMedia?.(kNarrow) as Partial<MediaQueryList> | null | undefined;
    return class VentanillaWidget extends HTMLElement implements WidgetElement {
        readonly #button = document.createElement("button");
        readonly #name = document.createElement("span");
        readonly #panel = document.createElement("div");
        readonly #leave = document.createElement("button");
        readonly #watch = Observer && new Observer(() => {
            this.#look();
            this.#arrange();
            this.#speak();
        });
        /** While it is on the page: aborting it takes the page's listeners off. */
        #life: AbortController | null = null;
        #frame: PanelFrame | null = null;
        #opened = false;
        #opener: HTMLElement | null = null;
        #spoken = "";
        #covered: HTMLElement | null = null;
        told: Record<string, string> = {};
        /** What suggest() was given last. */
        #suggested: string[] = [];
        declare open: Ventanilla["open"];
        declare search: Ventanilla["search"];
        declare openArticle: Ventanilla["openArticle"];
        declare startGuide: Ventanilla["startGuide"];
        declare newTicket: Ventanilla["newTicket"];

        static {
            for (const name of kCalls) {
                this.prototype[name] = function (this: VentanillaWidget, ...args: unknown[]): void {
                    this.#call(name, args);
                };
            }
        }

        constructor() {
            super();
            const root = this.attachShadow({ mode: "open" });
            root.adoptedStyleSheets = [style];

            this.#button.className = "launcher";
            this.#button.setAttribute("aria-haspopup", "dialog");
            this.#button.append(icon("help"), icon("close"), this.#name);

            this.#panel.className = "panel";
            this.#panel.setAttribute("role", "dialog");
            this.#panel.setAttribute("popover", "manual");
            this.#leave.className = "leave";
            this.#leave.append(icon("close"));
            this.#panel.append(this.#leave);
            root.append(this.#button, this.#panel);

            for (const intent of ["pointerenter", "focus"]) {
                this.#button.addEventListener(intent, () => this.#warmUp());
            }
            this.#button.addEventListener("click", () => this.toggle());
            this.#leave.addEventListener("click", () => this.close());
            this.addEventListener("keydown", this.#onKey);
        }

        connectedCallback(): void {
            if (this.#life) {
                return; // it was moved
            }
            this.#life = new AbortController();
            const { signal } = this.#life;
            for (const [name, known] of Object.entries(kChoices)) {
                isKnown(name, this.getAttribute(name) || known[0], known);
            }
            this.#look();
            this.#arrange();
            this.#speak();
            if (isMarked()) {
                this.#warmUp(); // to send what she has sent
            }
            for (const speaker of [document.documentElement, this]) {
                this.#watch?.observe(speaker, { attributeFilter: kAttributes, childList: true });
            }
            document.addEventListener("click", this.#onLink, { signal });
            document.addEventListener("keydown", this.#onKey, { signal });
            for (const change of ["resize", "scroll"]) {
                visualViewport?.addEventListener(change, this.#arrange, { signal });
            }
        }

        /** What is put back in the same breath was moved, and stays open. */
        disconnectedCallback(): void {
            queueMicrotask(() => this.isConnected || this.#end());
        }

        /** Puts the panel away and gives the focus back, unless something of the page has it. */
        close(): void {
            if (!this.#opened) {
                return;
            }
            this.#opened = false;
            this.#frame?.hide();
            this.#raise(false);
            this.#arrange();
            // Not `:focus-within`, which does not match while a frame of another process has the focus.
            const { activeElement } = this.getRootNode() as Document | ShadowRoot;
            if (activeElement === this || document.activeElement === document.body) {
                this.#button.focus();
                this.#opener?.focus(); // does nothing where that is gone, or was the page itself
            }
            this.#speak();
            this.#tell("close");
        }

        toggle(): void {
            if (this.#opened) {
                this.close();
            } else {
                this.open();
            }
        }

        show(): void {
            this.toggleAttribute("launcher", false);
        }

        hide(): void {
            this.close();
            this.setAttribute("launcher", "hidden");
        }

        destroy(): void {
            this.remove();
            this.#end();
        }

        setTheme(theme: VentanillaTheme): void {
            for (const [name, value] of Object.entries(theme)) {
                if (isKnown("look", name, kLooks)) {
                    this.style.setProperty(`--ventanilla-${name}`, value === "auto" ? "" : value);
                }
            }
            this.#frame?.describe();
        }

        setContext(values: Record<string, string>): void {
            this.told = values;
            this.#frame?.describe();
        }

        suggest(...ids: string[]): void {
            this.#suggested = ids;
            this.#frame?.describe();
        }

        setLocale(language: string): void {
            this.lang = language;
            this.#speak();
        }

        on<E extends Event>(event: E, listener: VentanillaListener<E>, once = false): void {
            if (typeof listener !== "function") {
                warn(`on("${event}") takes a function.`);
            } else if (isKnown("event", event, kEvents)) {
                this.addEventListener(`ventanilla:${event}`, listener as EventListener, { once });
            }
        }

        once<E extends Event>(event: E, listener: VentanillaListener<E>): void {
            this.on(event, listener, true);
        }

        off<E extends Event>(event: E, listener: VentanillaListener<E>): void {
            if (isKnown("event", event, kEvents)) {
                this.removeEventListener(`ventanilla:${event}`, listener as EventListener);
            }
        }

        #tell(event: string, detail: unknown = {}): void {
            this.dispatchEvent(new CustomEvent(`ventanilla:${event}`, { detail, bubbles: true, composed: true }));
        }

        /** Shows the panel and asks it for something. */
        #call(name: CallName, args: unknown[], opener = document.activeElement): void {
            if (!this.isConnected) {
                return;
            }
            const frame = this.#warmUp();
            if (!this.#opened && !this.matches(kInline)) {
                this.#opener = opener as HTMLElement | null;
                this.#opened = true;
                this.#arrange();
                this.#tell("open");
            }
            frame.show({ ventanilla: 1, type: "call", name, args });
            // Out of reach behind a page's modal dialog, it does not lie over that either.
            this.#raise(this.shadowRoot?.activeElement === frame.element);
        }

        /** Into the browser's top layer, over all that the page has; without one the panel has its z-index alone. */
        #raise(up: boolean): void {
            const panel: Partial<HTMLElement> = this.#panel;
            if (panel.isConnected) {
                panel.togglePopover?.(up);
            }
        }

        /** Names everything in the page's language, which may change; a panel in use keeps the one that it has. */
        #speak(): void {
            const nearest = nearestLanguage(site, this);
            if (this.lang && !nearest) {
                isKnown("language", this.lang, site.languages);
            }
            const language = nearest ?? (site.languages[0] as string);
            if (this.#spoken !== language && !this.#opened) {
                this.#cool();
                this.#spoken = this.#button.lang = this.#panel.lang = language;
                const labels = site.labels[language] as Labels;
                this.#name.textContent = labels.launcher;
                this.#panel.setAttribute("aria-label", labels.panel);
                this.#leave.setAttribute("aria-label", labels.close);
            }
            if (this.matches(kInline)) {
                this.#warmUp("ventanilla-inline");
                // It says itself why it is not for this page.
                import(`${origin}/inline.js`).catch(() => {
                    this.#cool();
                    this.toggleAttribute("mode", false);
                });
            }
        }

        #warmUp(tag = "iframe"): PanelFrame {
            if (this.#frame === null) {
                const { panel } = site.labels[this.#spoken] as Labels;
                const page = this.#spoken + (this.getAttribute("view") === "canvas" ? "/canvas/" : "/");
                this.#frame = new PanelFrame(document.createElement(tag) as HTMLIFrameElement, origin, page, panel, {
                    onReady: (ready) => {
                        this.#panel.toggleAttribute("ready", ready);
                        if (ready) {
                            this.#tell("ready");
                        }
                    },
                    onClose: () => this.close(),
                    onPlace: ({ width, height, position }) => {
                        this.#panel.style.setProperty("--width", `${width}px`);
                        this.#panel.style.setProperty("--height", `${height}px`);
                        this.setAttribute("position", `${position}`);
                    },
                    onDescribe: () => {
                        const style = getComputedStyle(this);
                        const looks = {} as HostContext["looks"];
                        for (const name of kLooks) {
                            looks[name] = style.getPropertyValue(`--ventanilla-${name}`);
                        }
                        return {
                            page: location.origin + location.pathname,
                            seconds: performance.now() / 1000,
                            values: this.told,
                            suggested: this.#suggested,
                            position: this.getAttribute("position"),
                            looks,
                        };
                    },
                    onEmit: (event, detail) => this.#tell(event, detail),
                });
                this.#panel.prepend(this.#frame.element);
            }
            return this.#frame;
        }

        /** Its attributes become properties, beside those that style sheets set. */
        #look(): void {
            for (const name of kLooks) {
                const value = this.getAttribute(name);
                if (value) {
                    this.setTheme({ [name]: value });
                }
            }
        }

        #cool(): void {
            this.#frame?.destroy();
            this.#frame = null;
            this.#panel.toggleAttribute("ready", false);
        }

        #end(): void {
            this.close();
            this.#cool();
            this.#watch?.disconnect();
            this.#life?.abort();
            this.#life = null;
        }

        /** Open or not, beside the page or, where there is little room, over it; a keyboard on the screen takes its part. */
        readonly #arrange = (): void => {
            const sheet = this.#opened && Boolean(narrow?.matches);
            const body = sheet ? document.body : null;
            if (this.#covered && this.#covered !== body) {
                this.#covered.inert = false;
                this.#covered = null;
            }
            if (body && !body.inert) {
                this.#covered = body;
                body.inert = true;
            }
            this.toggleAttribute("open", this.#opened);
            this.#button.setAttribute("aria-expanded", `${this.#opened}`);
            this.#panel.setAttribute("aria-modal", `${sheet}`);
            const view = sheet ? visualViewport : null;
            this.#panel.style.height = view ? `${view.height}px` : "";
            this.#panel.style.top = view ? `${view.offsetTop}px` : "";
        };

        readonly #onKey = (event: KeyboardEvent): void => {
            if (event.key === "Escape" && !event.defaultPrevented && !event.isComposing) {
                this.close();
            }
        };

        /** <a data-ventanilla-route="/es/contacto" href="...">: a page for everyone, the panel where there is one. */
        readonly #onLink = (event: MouseEvent): void => {
            const modified = event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey;
            const link = event.target instanceof Element ? event.target.closest<HTMLElement>("a[data-ventanilla-route]") : null;
            // A modal dialog keeps all else out of reach: from within it, the link is a link.
            const reached = link && link.closest(kModal) === this.closest(kModal);
            if (reached && !modified && !event.defaultPrevented) {
                event.preventDefault();
                this.#call("open", [link.dataset["ventanillaRoute"]], link);
            }
        };
    };
}
