// What stands around the screen and depends on where she is: after a move in place it is what the server's page there
// would say.

export function showWhereabouts(route: string): void {
    const { pathname } = new URL(route, location.href);
    for (const link of document.querySelectorAll<HTMLAnchorElement>(".site-nav a, .site-footer a")) {
        if (link.pathname === pathname) {
            link.setAttribute("aria-current", "page");
        } else {
            link.removeAttribute("aria-current");
        }
    }
    for (const link of document.querySelectorAll<HTMLAnchorElement>(".site-languages a")) {
        link.href = `/language/${link.hreflang}?of=${encodeURIComponent(route)}`; // only the server knows its address
    }
    // By which a phone shares the page.
    const canonical = document.querySelector<HTMLLinkElement>("link[rel=canonical]");
    if (canonical) {
        canonical.href = pathname;
    }
}
