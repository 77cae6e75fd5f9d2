// <ventanilla-inline>: to the widget around it (web/embed/frame.ts) it is what a frame with the panel is. It is told and
// tells the same, by postMessage() of its `contentWindow` and by the window's event "message". It begins when it comes near
// the window or is asked for something, and ends when it is taken away.
import type { VentanillaEvents } from "../embed/api.d.ts";
import { sayMistake } from "../panel/mistakes.ts";
import type { FromHost, FromPanel, HostContext } from "../shared/envelope.ts";
import { warn } from "../shared/warn.ts";
import elementStyle from "./element.css";
import { Help } from "./help.ts";
import { type PanelPage, panelPage } from "./panel_page.ts";
import { styleSheet } from "./style.ts";
import widgetStyle from "./widget.css";

type Widget = HTMLElementTagNameMap["ventanilla-widget"];

const kNear = "200px";

/** Says where it is to be, if it stands in the body. */
const kTag = 'script[src*="/embed.js"][data-mode="inline"]';

const widgetSheet = styleSheet(widgetStyle);

/** Of the panel's page in it, such as "https://help.example.com/widget/en/canvas/": the canvas is for a frame. */
function languageOf(address: string): string {
    return /\/widget\/([^/]+)/.exec(address)?.[1] ?? "";
}

export class InlinePanel extends HTMLElement {
    static readonly observedAttributes = ["loading"];

    /** As of a frame: the panel's page. */
    declare src: string;

    #life: AbortController | null = null;
    // Of the help that is shown: in another language it is another one.
    #turn: AbortController | null = null;
    #help: Help | null = null;
    #context: HostContext | null = null;
    #name = "";

    constructor() {
        super();
        this.attachShadow({ mode: "open" }).adoptedStyleSheets = [styleSheet(elementStyle)];
    }

    get contentWindow(): this {
        return this;
    }

    connectedCallback(): void {
        if (this.#life) {
            return; // it was moved
        }
        this.#life = new AbortController();
        this.#settle();
        // The page's own size of letters is not that of the help.
        this.style.setProperty("--letters", getComputedStyle(this).fontSize);
        const near = new IntersectionObserver((seen) => seen.some(({ isIntersecting }) => isIntersecting) && this.#begin(), { rootMargin: kNear });
        near.observe(this);
        this.#life.signal.addEventListener("abort", () => near.disconnect());
        this.#tell({ ventanilla: 1, type: "hello" });
        if (this.hasAttribute("loading")) {
            this.#begin();
        }
    }

    /** Out of what floats over a page, into the page. */
    #settle(): void {
        this.#name = this.title;
        this.removeAttribute("title"); // it is no hint for a mouse
        this.parentElement?.before(this);
        const root = this.getRootNode() as ShadowRoot;
        if (!root.adoptedStyleSheets.includes(widgetSheet)) {
            root.adoptedStyleSheets = [...root.adoptedStyleSheets, widgetSheet];
        }
        const tag = document.body.querySelector(kTag);
        if (this.#widget.parentNode === document.documentElement && tag) {
            tag.after(this.#widget);
        }
    }

    /** What is put back in the same breath was moved, and goes on. */
    disconnectedCallback(): void {
        queueMicrotask(() => this.isConnected || this.#end());
    }

    /** It is wanted now, wherever it stands. */
    attributeChangedCallback(): void {
        this.#begin();
    }

    postMessage(message: FromHost): void {
        if (message.type === "context") {
            this.#context = message;
            this.#help?.describe(message);
        } else if (message.type === "call") {
            this.#widget.show();
            this.#bringNear();
            this.#help?.call(message);
        } else {
            this.#help?.show();
        }
    }

    get #widget(): Widget {
        return (this.getRootNode() as ShadowRoot).host as Widget;
    }

    #begin(): void {
        if (this.#life && !this.#turn) {
            // What the page says of itself may have changed since it was loaded.
            this.#tell({ ventanilla: 1, type: "hello" });
            void this.#show(`/widget/${languageOf(this.src)}/`);
        }
    }

    async #show(address: string, path = ""): Promise<void> {
        this.#turn?.abort();
        this.#help = null;
        const turn = new AbortController();
        this.#turn = turn;
        this.lang = languageOf(address);
        const page = await panelPage(address);
        if (turn.signal.aborted) {
            return;
        }
        const fail = (): void => {
            if (!turn.signal.aborted) {
                turn.abort();
                this.#showFallback(page);
            }
        };
        if (!page) {
            fail();
            return;
        }
        try {
            const help = new Help(page, {
                within: this,
                path,
                kept: this.#nameOfKept(),
                signal: turn.signal,
                tell: (message) => turn.signal.aborted || this.#tell(message),
                toTop: () => this.#bringNear(),
                toLanguage: (path) => void this.#show(`/widget/${path.split("/")[1] ?? ""}/`, path),
                fail,
            });
            this.#help = help;
            if (this.#context) {
                help.describe(this.#context);
            }
            await help.start();
        } catch (fault) {
            if (!turn.signal.aborted) {
                warn(`plain links instead of help: ${String(fault)}`);
            }
            fail();
        }
    }

    /** Each of a page's has its own. */
    #nameOfKept(): string {
        const place = [...document.querySelectorAll(this.#widget.localName)].indexOf(this.#widget);
        return `ventanilla:inline:${this.lang}:${place}`;
    }

    #tell(message: FromPanel): void {
        if (message.type === "emit" && message.event === "error") {
            sayMistake(message.detail as VentanillaEvents["error"]);
        }
        dispatchEvent(Object.assign(new Event("message"), { data: message, origin: location.origin, source: this }));
    }

    /** Its beginning, unless that is in sight. */
    #bringNear(): void {
        const { top } = this.getBoundingClientRect();
        if (top < 0 || top > innerHeight / 2) {
            this.scrollIntoView();
        }
    }

    #showFallback(page: PanelPage | null): void {
        this.#help = null;
        this.shadowRoot?.replaceChildren(page?.fallback ? document.importNode(page.fallback, true) : this.#link());
        this.#tell({ ventanilla: 1, type: "failed" });
        this.#tell({ ventanilla: 1, type: "emit", event: "error", detail: { reason: "unavailable" } });
    }

    /** To the portal. */
    #link(): Element {
        const section = document.createElement("section");
        const link = document.createElement("a");
        section.id = "fallback";
        link.href = `/${this.lang}/`;
        link.textContent = this.#name;
        section.append(link);
        return section;
    }

    #end(): void {
        this.#life?.abort();
        this.#turn?.abort();
        this.#life = this.#turn = this.#help = null;
        this.shadowRoot?.replaceChildren();
    }
}
