// What the launcher on the host page and the panel in its frame say to each other, by postMessage. Neither trusts
// the other's page: both check the origin, the source and the shape before they read anything else.

/** From the panel: it asks for its context, has drawn its first screen, cannot work, wants to be put away, or elsewhere; and
    whether a request waits there to be sent. */
export type FromPanel =
    | { ventanilla: 1; type: "hello" | "ready" | "failed" | "close" }
    | { ventanilla: 1; type: "waiting"; waiting: boolean }
    | { ventanilla: 1; type: "place"; width: number; height: number; position: "start" | "end" }
    | { ventanilla: 1; type: "emit"; event: string; detail: unknown };

/** What the panel can be called for (web/embed/api.d.ts). */
export const kCalls = ["open", "search", "openArticle", "startGuide", "newTicket"] as const;
export type CallName = (typeof kCalls)[number];

/** What a page may set of the looks: the style sheets' --ventanilla-accent and so on, attributes, setTheme(). */
export const kLooks = ["accent", "theme", "density", "font", "offset", "z-index"] as const;
export type Look = (typeof kLooks)[number];

/** What the page around the panel says of itself, unchecked. */
export interface HostContext {
    /** Its address, without query and fragment. */
    page: string;
    /** For how long it has been shown. */
    seconds: number;
    /** What setContext() was given. */
    values: unknown;
    /** What suggest() was given. */
    suggested: unknown;
    /** The corner, as its attribute says. */
    position: string | null;
    /** Of setTheme(); empty where the page leaves it to the site. */
    looks: Record<Look, string>;
}

/** From the launcher: where the customer is, that the panel can be seen, what the page calls for. */
export type FromHost =
    | ({ ventanilla: 1; type: "context" } & HostContext)
    | { ventanilla: 1; type: "shown" }
    | Call;

export interface Call {
    ventanilla: 1;
    type: "call";
    name: CallName;
    args: unknown[];
}

export interface Envelope {
    ventanilla: 1;
    type: string;
    [member: string]: unknown;
}

/** The message as an envelope of ours, or null. */
export function readEnvelope(data: unknown): Envelope | null {
    const { ventanilla, type } = (data ?? {}) as Partial<Envelope>;
    return ventanilla === 1 && typeof type === "string" ? (data as Envelope) : null;
}

/** A path on the help origin: "/es/contacto", and neither "//elsewhere" nor "/\elsewhere". */
export function isRoute(path: unknown): path is string {
    return typeof path === "string" && /^\/(?![/\\])/.test(path);
}
