// <ventanilla-inline>. Two shadow trees, one in the other: the page's style sheets reach the element, which holds its own
// size against them, and nothing within. It begins when it comes near the window, ends when it is taken away, and says what
// happens by the same events as the widget (web/embed/api.d.ts).
import type { VentanillaEvents } from "../embed/api.d.ts";
import { isKnown } from "../embed/mistakes.ts";
import { type Labels, nearestLanguage, site } from "../embed/site.ts";
import { sayMistake } from "../panel/mistakes.ts";
import { type CallName, isRoute, kLooks } from "../shared/envelope.ts";
import fallback from "../shared/fallback.css";
import colours from "../shared/colours.css";
import { warn } from "../shared/warn.ts";
import frame from "./element.css";
import { Help } from "./help.ts";
import { panelPage } from "./panel_page.ts";
import { styleSheet } from "./style.ts";

const kNear = "200px";
const origin = new URL(import.meta.url).origin;

export class InlineHelp extends HTMLElement {
    static readonly observedAttributes = ["lang", "route", "accent", "theme", "density", "font"];

    private readonly scroller = document.createElement("div");
    private life: AbortController | null = null;
    // Of the help that is shown: in another language it is another one.
    private turn: AbortController | null = null;
    private help: Help | null = null;
    private spoken = "";
    private readonly early: [CallName, unknown[]][] = [];

    constructor() {
        super();
        const root = this.attachShadow({ mode: "open" });
        root.adoptedStyleSheets = [styleSheet(colours + frame + fallback)];
        this.scroller.className = "scroller";
        root.append(this.scroller);
    }

    connectedCallback(): void {
        if (this.life) {
            return; // it was moved
        }
        this.life = new AbortController();
        const { signal } = this.life;
        if (origin !== location.origin) {
            warn(`<${this.localName}> is for pages of ${origin}, as it lies open to the scripts of its page; here use embed.js, which has a frame.`);
            this.showLink();
            return;
        }
        const near = new IntersectionObserver((seen) => seen.some(({ isIntersecting }) => isIntersecting) && this.begin(), { rootMargin: kNear });
        near.observe(this);
        signal.addEventListener("abort", () => near.disconnect());
        matchMedia("(prefers-color-scheme: dark)").addEventListener("change", this.dress, { signal });
    }

    /** What is put back in the same breath was moved, and goes on. */
    disconnectedCallback(): void {
        queueMicrotask(() => this.isConnected || this.end());
    }

    attributeChangedCallback(name: string, before: string | null, value: string | null): void {
        if (name === "lang") {
            if (this.turn && this.language() !== this.spoken) {
                void this.speak(this.language());
            }
        } else if (name === "route") {
            if (this.turn && before !== value && isRoute(value)) {
                this.call("open", [value]);
            }
        } else {
            this.dress();
        }
    }

    open(route: string): void {
        this.call("open", [route]);
    }

    search(query: string): void {
        this.call("search", [query]);
    }

    openArticle(id: string): void {
        this.call("openArticle", [id]);
    }

    startGuide(id: string): void {
        this.call("startGuide", [id]);
    }

    newTicket(prefill?: unknown): void {
        this.call("newTicket", [prefill]);
    }

    /** What a page calls for is wanted now, wherever it stands. */
    private call(name: CallName, args: unknown[]): void {
        if (this.help) {
            this.help.call(name, args);
        } else if (origin === location.origin) {
            this.early.push([name, args]);
            this.begin();
        }
    }

    private language(): string {
        const nearest = nearestLanguage(site, this);
        if (this.lang && !nearest) {
            isKnown("language", this.lang, site.languages);
        }
        return nearest ?? (site.languages[0] as string);
    }

    /** Where to begin: in another language than the route's, at its first page. */
    private route(language: string): string {
        const route = this.getAttribute("route") ?? "";
        return isRoute(route) && route.split("/")[1] === language ? route : "";
    }

    private begin(): void {
        if (this.life && !this.turn) {
            void this.speak(this.language());
        }
    }

    private async speak(language: string): Promise<void> {
        this.turn?.abort();
        this.help = null;
        const turn = new AbortController();
        const { signal } = turn;
        this.turn = turn;
        this.spoken = this.scroller.lang = language;
        const page = await panelPage(language);
        if (signal.aborted) {
            return;
        }
        const fail = (): void => {
            if (!signal.aborted) {
                turn.abort();
                this.showFallback(page?.fallback ?? null);
            }
        };
        if (!page) {
            fail();
            return;
        }
        try {
            this.help = new Help(page, {
                language,
                route: this.route(language),
                name: this.draftName(language),
                scroller: this.scroller,
                signal,
                tell: this.tell,
                toLanguage: (path) => {
                    this.early.push(["open", [path]]);
                    void this.speak(path.split("/")[1] ?? "");
                },
                fail,
            });
            this.dress();
            this.early.splice(0).forEach(([name, args]) => this.help?.call(name, args));
            await this.help.start();
        } catch (fault) {
            if (fault instanceof WebAssembly.CompileError) {
                warn(`plain links instead of help: ${fault.message}`);
            }
            fail();
        }
    }

    /** Of elements for the same, each has its own. */
    private draftName(language: string): string {
        const place = [...document.querySelectorAll(this.localName)].indexOf(this);
        return `ventanilla:inline:${language}:${this.getAttribute("route") ?? ""}:${place}`;
    }

    private readonly tell = (event: string, detail: unknown = {}): void => {
        if (event === "error") {
            sayMistake(detail as VentanillaEvents["error"]);
        }
        this.dispatchEvent(new CustomEvent(`ventanilla:${event}`, { detail, bubbles: true, composed: true }));
    };

    /** As the page's style sheets say, or the element's attributes. */
    private readonly dress = (): void => {
        const style = getComputedStyle(this);
        const looks: Record<string, string> = {};
        for (const name of kLooks) {
            looks[name] = this.getAttribute(name) || style.getPropertyValue(`--ventanilla-${name}`);
        }
        looks["font"] ||= style.fontFamily;
        this.help?.dress(looks);
    };

    private showFallback(links: Element | null): void {
        this.help = null;
        if (links) {
            this.scroller.replaceChildren(document.importNode(links, true));
        } else {
            this.showLink();
        }
        this.tell("error", { reason: "unavailable" });
    }

    /** To the portal. */
    private showLink(): void {
        const language = this.language();
        const section = document.createElement("section");
        const link = document.createElement("a");
        section.id = "fallback";
        section.lang = language;
        link.href = `${origin}/${language}/`;
        link.textContent = (site.labels[language] as Labels).panel;
        section.append(link);
        this.scroller.replaceChildren(section);
    }

    private end(): void {
        this.life?.abort();
        this.turn?.abort();
        this.life = this.turn = this.help = null;
        this.scroller.replaceChildren();
    }
}
