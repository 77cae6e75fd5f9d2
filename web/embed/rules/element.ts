// <ventanilla-widget> on a site whose rules hint or hide the launcher: the same element, which decides by them where the
// page is, and again when that, or what is known of the page, changes. Why so: docs/decisions/0022-hints.md.
import { type Conditions, holds } from "../../shared/rules.ts";
import { warn } from "../../shared/warn.ts";
import { type Labels, nearestLanguage, type SiteConfig } from "../site.ts";
import { type WidgetElement, widgetElement } from "../widget.ts";
import { address, watchAddress } from "./address.ts";
import { Hint, hintStyle } from "./hint.ts";
import { rememberOffer, wasOffered } from "./visit.ts";

interface LauncherRule extends Conditions {
    /** Of the widget; all where left out. */
    languages?: string[];
    hidden?: boolean;
    /** By language. */
    hint?: Record<string, string>;
}

export interface RuledSite extends SiteConfig {
    labels: Record<string, Labels & { dismiss: string }>;
    rules: LauncherRule[];
}

// Milliseconds on the page before a hint: screen readers have found the place where its words will come.
const kBreath = 1000;

export function ruledElement(origin: string, site: RuledSite): new () => WidgetElement {
    const Plain = widgetElement(origin, site);
    const style = hintStyle();
    class RuledWidget extends Plain {
        static readonly observedAttributes = ["lang", "launcher", "open"];

        readonly #launcher: HTMLElement;
        readonly #hint = new Hint({
            onPress: () => this.open(),
            onDismiss: (byKey) => {
                this.#putAway();
                if (byKey) {
                    this.#launcher.focus();
                }
            },
        });
        /** The rule whose hint stands there. */
        #hinting: LauncherRule | null = null;
        /** While it is on the page. */
        #life: AbortController | null = null;
        #timer = 0;
        /** Where she is, since when, and from when on a hint would be heard: milliseconds of performance.now(). */
        #page = "";
        #came = 0;
        #heard = 0;
        /** The page has called show(), against which no rule stands. */
        #shown = false;

        constructor() {
            super();
            const root = this.shadowRoot as ShadowRoot;
            this.#launcher = root.querySelector(".launcher") as HTMLElement;
            root.adoptedStyleSheets = [...root.adoptedStyleSheets, style];
            root.prepend(this.#hint.element);
        }

        override connectedCallback(): void {
            super.connectedCallback();
            if (!this.#life) {
                this.#life = new AbortController();
                const { signal } = this.#life;
                this.#heard = performance.now() + kBreath;
                watchAddress(() => this.#decide(), signal);
                const Observer = window.MutationObserver as typeof MutationObserver | undefined;
                const watch = Observer && new Observer(() => this.#decide());
                watch?.observe(document.documentElement, { attributeFilter: ["lang"] });
                signal.addEventListener("abort", () => watch?.disconnect());
            }
            this.#decide();
        }

        override disconnectedCallback(): void {
            super.disconnectedCallback();
            queueMicrotask(() => this.isConnected || this.#end());
        }

        attributeChangedCallback(): void {
            this.#decide();
        }

        override show(): void {
            this.#shown = true;
            super.show();
            this.#decide();
        }

        override hide(): void {
            this.#shown = false;
            super.hide();
        }

        override setContext(values: Record<string, string>): void {
            super.setContext(values);
            this.#decide();
        }

        #decide(): void {
            if (this.#life) {
                try {
                    this.#apply();
                } catch (fault) {
                    warn(`no rules on this page, which has changed the browser: ${String(fault)}`);
                }
            }
        }

        #apply(): void {
            const now = performance.now();
            const page = address();
            if (this.#page !== page) {
                this.#came = this.#page ? now : 0;
                this.#page = page;
            }
            const here = { page, seconds: (now - this.#came) / 1000, values: Object(this.told) as Record<string, string> };
            const language = nearestLanguage(site, this) ?? (site.languages[0] as string);
            const spoken = site.rules.filter(({ languages }) => languages?.includes(language) ?? true);
            const holding = spoken.filter((rule) => holds(rule, here));
            this.#launcher.hidden = !this.#shown && holding.some(({ hidden }) => hidden);
            this.#offer(holding, language, now);
            const moments = spoken.map(({ after = 0 }) => this.#came + after * 1000);
            this.#wakeAt([...moments, this.#heard].filter((moment) => moment > now), now);
        }

        /** Once a visit the first hint of rules that hold, for as long as its own does. */
        #offer(holding: LauncherRule[], language: string, now: number): void {
            const isOpen = this.hasAttribute("open");
            const hinting = this.#hinting ?? (now < this.#heard ? undefined : holding.find(({ hint }) => hint));
            const text = hinting && holding.includes(hinting) ? hinting.hint?.[language] : "";
            if (isOpen && site.rules.some(({ hint }) => hint)) {
                rememberOffer();
            }
            if (!text || isOpen || !this.#launcher.getClientRects().length || (!this.#hinting && wasOffered())) {
                this.#putAway();
                return;
            }
            rememberOffer();
            this.#hinting = hinting as LauncherRule;
            this.#hint.show(text, language, (site.labels[language] as RuledSite["labels"][string]).dismiss);
        }

        #putAway(): void {
            this.#hinting = null;
            this.#hint.hide();
        }

        #wakeAt(moments: number[], now: number): void {
            clearTimeout(this.#timer);
            if (moments.length > 0) {
                this.#timer = window.setTimeout(() => this.#decide(), Math.min(...moments) - now);
            }
        }

        #end(): void {
            clearTimeout(this.#timer);
            this.#putAway();
            this.#life?.abort();
            this.#life = null;
        }
    }
    // What the launcher makes its interface of (launch.ts) are the class's own methods.
    const own = Object.getOwnPropertyDescriptors(RuledWidget.prototype);
    Object.defineProperties(RuledWidget.prototype, { ...Object.getOwnPropertyDescriptors(Plain.prototype), ...own });
    return RuledWidget;
}
