// embed.js: <script src="https://help.example/embed.js" data-lang="en" data-position="start" data-view="canvas" async></script>
//
// Makes <ventanilla-widget>, places one where the page has none, and is the global `ventanilla`; api.d.ts.
import { warn } from "../shared/warn.ts";
import type { VentanillaGlobal } from "./api.d.ts";
import { isKnown } from "./mistakes.ts";
import { site } from "./site.ts";
import { kAttributes, widgetElement } from "./widget.ts";

const kName = "ventanilla-widget";

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

const script = document.currentScript;

if (site && script instanceof HTMLScriptElement) {
    const element = customElements.get(kName) ?? widgetElement(new URL(script.src).origin, site);
    if (!customElements.get(kName)) {
        customElements.define(kName, element);
    }

    const place = () => {
        if (!widgetOfPage()) {
            const widget = document.createElement(kName);
            for (const name of ["lang", ...Object.keys(kAttributes)]) {
                const value = script.dataset[name];
                if (value) {
                    widget.setAttribute(name, value);
                }
            }
            // On the root: a page that swaps its <body> does not take the way to help along.
            document.documentElement.append(widget);
        }
        const waiting = window.ventanilla;
        if (!waiting?.open) {
            window.ventanilla = widgetInterface(element);
            if (Array.isArray(waiting)) {
                window.ventanilla.push(...waiting);
            }
        }
    };
    if (document.readyState === "loading") {
        document.addEventListener("DOMContentLoaded", place);
    } else {
        place();
    }
}
