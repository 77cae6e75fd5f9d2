// The widget for a page's own scripts, in TypeScript: copy this file into your project, or install the package, which has
// it (web/npm). What everything does: docs/site-owners.md, "From JavaScript".

type Nothing = Record<string, never>;

/** What is told, with its `detail`; nothing of it was typed by a person. */
export interface VentanillaEvents {
    ready: Nothing;
    open: Nothing;
    close: Nothing;
    search: { results: number };
    "search-empty": Nothing;
    "article-view": { id: string };
    /** A reason comes after a "no". */
    "article-vote": { id: string; vote: "yes" | "no" | "unanswered" | "unclear" | "wrong" };
    "guide-start": { id: string };
    "guide-step": { id: string; step: string };
    "guide-end": { id: string; outcome: string };
    "guide-abandon": { id: string; step: string };
    "ticket-draft": Nothing;
    "ticket-sent": Nothing;
    /** `guide`: the one whose answers go along. */
    handoff: { guide?: string };
    /** `id`: of what the site does not have, or the method that was called wrongly. */
    error: { reason: VentanillaReason; id?: string };
}

export type VentanillaReason =
    | "no-such-article" | "no-such-guide" | "no-such-field" | "no-such-option" | "bad-call" | "unavailable" | "unreachable";

export type VentanillaListener<E extends keyof VentanillaEvents> = (event: CustomEvent<VentanillaEvents[E]>) => void;

/** By the form's field ids; `kind` is the field of that id. */
export interface VentanillaPrefill {
    kind?: string;
    fields?: Record<string, string>;
}

/** What a page sets of the looks; "auto" leaves it to the site, and light or dark to the customer's device. */
export interface VentanillaTheme {
    /** Any colour of CSS. */
    accent?: string;
    theme?: "auto" | "light" | "dark";
    density?: "auto" | "comfortable" | "compact";
    /** Families that are on the customer's device; "inherit": those of the page. */
    font?: string;
    /** The button's distance from the window's edges: "24px". */
    offset?: string;
    "z-index"?: string;
}

/**
 * The methods of <ventanilla-widget>, and of the global `ventanilla`: for the one of the tag, else the page's first. With
 * mode="inline" the help is always there: close() does nothing, toggle() is open(), and there is no "open" and "close".
 */
export interface Ventanilla {
    /** `route`: such as "/es/contacto"; where left out, where the customer was. */
    open(route?: string): void;
    close(): void;
    toggle(): void;
    /** Shows the launcher, whatever the site's rules say; with mode="inline" the help. */
    show(): void;
    /** Closes the panel and hides the launcher; with mode="inline" it hides the help. */
    hide(): void;
    destroy(): void;
    search(query: string): void;
    openArticle(id: string): void;
    startGuide(id: string): void;
    newTicket(prefill?: VentanillaPrefill): void;
    setLocale(language: string): void;
    setTheme(theme: VentanillaTheme): void;
    /** What the site's rules and requests may know of this page and its customer, by name; in the place of what was said before. */
    setContext(values: Record<string, string>): void;
    /** Articles and guides for this page, as "no-internet" and "guide:no-internet"; in the place of those before. */
    suggest(...ids: string[]): void;
    on<E extends keyof VentanillaEvents>(event: E, listener: VentanillaListener<E>): void;
    off<E extends keyof VentanillaEvents>(event: E, listener: VentanillaListener<E>): void;
    once<E extends keyof VentanillaEvents>(event: E, listener: VentanillaListener<E>): void;
}

type Listening = "on" | "off" | "once";

/** A method's name and its arguments: ["openArticle", "no-internet"]. */
export type VentanillaCall =
    | { [M in Exclude<keyof Ventanilla, Listening>]: [M, ...Parameters<Ventanilla[M]>] }[Exclude<keyof Ventanilla, Listening>]
    | { [E in keyof VentanillaEvents]: [Listening, E, VentanillaListener<E>] }[keyof VentanillaEvents];

/** Until the script is there an array, whose calls wait. */
export type VentanillaGlobal = Partial<Ventanilla> & { push(...calls: VentanillaCall[]): unknown };

type VentanillaEventMap = { [E in keyof VentanillaEvents as `ventanilla:${E}`]: CustomEvent<VentanillaEvents[E]> };

declare global {
    interface Window {
        ventanilla?: VentanillaGlobal;
    }
    interface HTMLElementTagNameMap {
        "ventanilla-widget": HTMLElement & Ventanilla;
    }
    // eslint-disable-next-line @typescript-eslint/no-empty-object-type -- an interface is what can be added to
    interface GlobalEventHandlersEventMap extends VentanillaEventMap {}
}
