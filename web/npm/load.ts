// The widget on a page that is bundled: adds the launcher's tag, and calls the launcher whether it is there or not.
//
//   const help = load({ origin: "https://help.example.com" });
//   help.openArticle("no-internet");
import type { Ventanilla, VentanillaCall, VentanillaTheme } from "../embed/api.d.ts";
import { warn } from "../shared/warn.ts";

export type * from "../embed/api.d.ts";

export interface LoadOptions {
    /** Where the help is, such as "https://help.example.com". */
    origin: string;
    /** The language; where left out, the page's own. */
    lang?: string | undefined;
    /** The corner; "end" where left out. */
    position?: "start" | "end" | undefined;
    view?: "canvas" | undefined;
    /** "hidden": no button, the page opens the panel itself. */
    launcher?: "hidden" | undefined;
    /** "inline": the help is a part of the page, without a button and without a frame; on pages of the help's own origin. */
    mode?: "inline" | undefined;
    theme?: VentanillaTheme["theme"];
    density?: VentanillaTheme["density"];
    accent?: VentanillaTheme["accent"];
    font?: VentanillaTheme["font"];
    offset?: VentanillaTheme["offset"];
    "z-index"?: VentanillaTheme["z-index"];
    /** "own": the page places <ventanilla-widget> itself, and the launcher places none. */
    element?: "own" | undefined;
    /** Of the page's policy, where it lets scripts in by nonce. */
    nonce?: string | undefined;
    /** A name that the page's `trusted-types` allows, where it demands Trusted Types. */
    trustedTypesPolicy?: string | undefined;
}

/** The methods of the widget. Before the launcher is there calls wait for it; where there is no window nothing happens. */
export type VentanillaMethods = Ventanilla & { push(...calls: VentanillaCall[]): void };

/** Of Trusted Types, which TypeScript's DOM does not have; what it makes goes where a string does. */
interface Policy {
    createScriptURL(url: string): string;
}

const kSettings = [
    "lang", "position", "view", "launcher", "mode", "theme", "density", "accent", "font", "offset", "z-index", "element",
] as const;

/** By name: each can be made once. */
const policies = /* @__PURE__ */ new Map<string, Policy>();

/** The tag, until its script is there or has failed. */
let loading: HTMLScriptElement | null = null;

function push(...calls: VentanillaCall[]): void {
    if (typeof window !== "undefined") {
        (window.ventanilla ||= []).push(...calls);
    }
}

function methodsOf<Method extends keyof Ventanilla>(...names: Method[]): Pick<Ventanilla, Method> {
    const call = (name: Method) => (...args: unknown[]) => push([name, ...args] as VentanillaCall);
    return Object.fromEntries(names.map((name) => [name, call(name)])) as Pick<Ventanilla, Method>;
}

export const ventanilla: VentanillaMethods = /* @__PURE__ */ Object.freeze({
    ...methodsOf("open", "close", "toggle", "show", "hide", "destroy", "search", "openArticle", "startGuide", "newTicket",
        "setLocale", "setTheme", "setContext", "suggest", "on", "off", "once"),
    push,
});

/** The address, as a page takes it that demands Trusted Types. */
function trusted(address: string, name: string | undefined): string {
    const factory = (window as { trustedTypes?: { createPolicy(name: string, rules: Policy): Policy } }).trustedTypes;
    if (!name || !factory) {
        return address;
    }
    const policy = policies.get(name) ?? factory.createPolicy(name, { createScriptURL: (url) => url });
    policies.set(name, policy);
    return policy.createScriptURL(address);
}

function addTag({ origin, nonce, trustedTypesPolicy, ...settings }: LoadOptions): void {
    const address = new URL("/embed.js", origin).href;
    const script = document.createElement("script");
    if (nonce) {
        script.nonce = nonce;
    }
    for (const name of kSettings) {
        const value = settings[name];
        if (value) {
            script.setAttribute(`data-${name}`, value);
        }
    }
    const settle = () => {
        script.remove();
        loading = null;
    };
    script.addEventListener("load", settle);
    script.addEventListener("error", () => {
        settle();
        warn(`${address} did not load; is it there, and does this page's script-src allow it?`);
    });
    script.src = trusted(address, trustedTypesPolicy);
    document.head.append((loading = script));
}

/**
 * Puts the launcher on the page, once however often it is called; `destroy()` takes it away, and the next load() puts
 * it back. Never throws: what does not work is one warning on the console, and can be tried again by another call.
 */
export function load(options: LoadOptions): VentanillaMethods {
    if (typeof window !== "undefined" && !loading && !window.ventanilla?.open) {
        try {
            addTag(options);
        } catch (fault) {
            warn(`no help on this page; see the origin and the page's Trusted Types. ${String(fault)}`);
        }
    }
    return ventanilla;
}
