"use client";

// The widget as a React component, and its methods as a hook.
//
//   <Ventanilla origin="https://help.example.com" onTicketSent={() => count("help: sent")} />
import { createElement, type ReactElement, useEffect, useRef } from "react";
import type { VentanillaEvents, VentanillaListener } from "../embed/api.d.ts";
import { load, type LoadOptions, ventanilla, type VentanillaMethods } from "./load.ts";

/** "ticket-sent" is heard by onTicketSent. */
type Joined<Name extends string> = Name extends `${infer Head}-${infer Tail}` ? `${Capitalize<Head>}${Joined<Tail>}` : Capitalize<Name>;

export type VentanillaHandlers = {
    [Event in keyof VentanillaEvents as `on${Joined<Event>}`]?: VentanillaListener<Event> | undefined;
};

/** `origin`, `nonce` and `trustedTypesPolicy` are read when it is mounted, the others whenever they change. */
export type VentanillaProps = Omit<LoadOptions, "element"> & VentanillaHandlers;

/** Without `destroy`: that is unmounting. */
export type VentanillaHook = Omit<VentanillaMethods, "destroy">;

const eventOf = (prop: string) => `ventanilla:${prop.slice(2).replace(/\B[A-Z]/g, "-$&").toLowerCase()}`;

/** Is <ventanilla-widget> where it is rendered; its button and its panel stand in the window's corner all the same, unless `mode` is "inline". */
export function Ventanilla(props: VentanillaProps): ReactElement {
    const { origin, nonce, trustedTypesPolicy, lang, position, view, launcher, mode, theme, density, accent, font, offset } = props;
    const element = useRef<HTMLElement>(null);
    useEffect(() => {
        load({ origin, nonce, trustedTypesPolicy, element: "own" });
    }, []);
    useEffect(() => {
        const listening = new AbortController();
        for (const [name, listener] of Object.entries(props)) {
            if (/^on[A-Z]/.test(name) && listener) {
                element.current?.addEventListener(eventOf(name), listener as EventListener, { signal: listening.signal });
            }
        }
        return () => listening.abort();
    });
    // Another element where a language comes or goes: React takes one away by writing "undefined" into it. Likewise the mode,
    // which is that of an element for good.
    const key = `${lang ? "own" : "page's"} language ${mode ?? ""}`;
    return createElement("ventanilla-widget", {
        key, ref: element, lang, position, view, launcher, mode, theme, density, accent, font, offset, "z-index": props["z-index"],
    });
}

/** The methods of the page's widget, the same for every component and every rendering. */
export function useVentanilla(): VentanillaHook {
    return ventanilla;
}
