// Makes <ventanilla-widget>, places one where the page has none, and is the global `ventanilla`; api.d.ts. With
// data-element="own" it places none: the page will.
import { warn } from "../shared/warn.ts";
import type { VentanillaGlobal } from "./api.d.ts";
import { isKnown } from "./mistakes.ts";
import { type SiteConfig, site } from "./site.ts";
import { kAttributes } from "./widget.ts";

const kName = "ventanilla-widget";

/** The element's class, for a site whose panel is on `origin`. Its methods are those of its own prototype. */
type ElementOf = (origin: string, site: SiteConfig) => CustomElementConstructor;

type Methods = Record<string, (...args: unknown[]) => void>;

/** The one that a tag has placed, else the page's first. */
const widgetOfPage = () => document.querySelector(`html > ${kName}`) ?? document.querySelector(kName);

/** The methods of the page's widget, and an array's `push`, which calls one at once. */
function widgetInterface(element: CustomElementConstructor): VentanillaGlobal {
    const names = Object.getOwnPropertyNames(element.prototype).filter((name) => !/^constructor|Callback$/.test(name));
    const methods: Methods = {};
    for (const name of names) {
        methods[name] = (...args) => {
            const widget = widgetOfPage() as Methods | null;
            if (widget) {
                widget[name]?.(...args);
            } else {
                warn(`there is no <${kName}> on this page.`);
            }
        };
    }
    methods["push"] = (...calls) => {
        for (const call of calls) {
            const [name, ...args] = Array.isArray(call) ? (call as unknown[]) : [call];
            if (isKnown("method", name, names)) {
                methods[name]?.(...args);
            }
        }
    };
    const { destroy } = methods;
    methods["destroy"] = () => {
        destroy?.();
        delete window.ventanilla; // what is pushed from now on waits for another script
    };
    return methods as VentanillaGlobal;
}

function start(script: HTMLScriptElement, element: ElementOf): void {
    if (!customElements.get(kName)) {
        customElements.define(kName, element(new URL(script.src).origin, site));
    }
    const Widget = customElements.get(kName) as CustomElementConstructor;
    // Made now: what the page breaks before it has its body is needed no more.
    const methods = widgetInterface(Widget);
    const widget = new Widget();
    for (const name of kAttributes) {
        const value = script.getAttribute(`data-${name}`);
        if (value) {
            widget.setAttribute(name, value);
        }
    }
    const place = () => {
        // A panel of plain pages, which name their window so, needs no help of its own.
        if (!script.dataset["element"] && !widgetOfPage() && window.name !== kName) {
            // On the root: a page that swaps its <body> does not take the way to help along.
            document.documentElement.append(widget);
        }
        const waiting = window.ventanilla;
        if (!waiting?.open) {
            window.ventanilla = methods;
            if (Array.isArray(waiting)) {
                methods.push(...(waiting as Parameters<typeof methods.push>));
            }
        }
    };
    if (document.readyState === "loading") {
        document.addEventListener("DOMContentLoaded", place);
    } else {
        place();
    }
}

/** Its tag says the origin, and what the page wants. */
const script = document.currentScript;

export function launch(element: ElementOf): void {
    if (script instanceof HTMLScriptElement) {
        try {
            start(script, element);
        } catch (fault) {
            warn(`no help here: ${String(fault)}`);
        }
    }
}
