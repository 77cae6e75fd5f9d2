// Where an address may lead. What an author wrote never runs: only these schemes are links, all else is text.

export type Target =
    | { kind: "route"; href: string }
    | { kind: "place"; href: string } // tel:, mailto:
    | { kind: "outside"; href: string }; // another page, in a new tab

const kPlaces = new Set(["tel:", "mailto:"]);
const kPages = new Set(["https:", "http:"]);
// A path of this origin: browsers take a backslash for a slash, and a tab between two slashes for nothing.
const kRoute = /^\/(?![/\\])[^\s\\]*$/;

export function targetOf(address: string): Target | null {
    if (address.startsWith("/")) {
        return kRoute.test(address) ? { kind: "route", href: address } : null;
    }
    if (!/^[a-z]+:/i.test(address)) {
        return null;
    }
    let url: URL;
    try {
        url = new URL(address);
    } catch {
        return null;
    }
    if (kPlaces.has(url.protocol)) {
        return { kind: "place", href: url.href };
    }
    return kPages.has(url.protocol) ? { kind: "outside", href: url.href } : null;
}

/** To the page of a route, and not to its screen. */
export function leadOut(target: Target | null): Target | null {
    return target?.kind === "route" ? { kind: "outside", href: target.href } : target;
}

/** A plain click; with a modifier the customer wants the browser's own way. */
export function isPlainClick(event: MouseEvent): boolean {
    return event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
}
