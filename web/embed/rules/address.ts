// Where the page is: pages that show others without loading anew change their address themselves. Their `history` stays as
// it is: browsers tell of a change, and where one does not, the address is looked at.

const kBetweenLooks = 1000; // milliseconds

/** Without query and fragment, as rules have it. */
export function address(): string {
    return location.origin + location.pathname;
}

/** Calls `changed` when the address is another one, until `signal` says that it is enough. */
export function watchAddress(changed: () => void, signal: AbortSignal): void {
    let last = address();
    const look = () => {
        if (last !== address()) {
            last = address();
            changed();
        }
    };
    // Where there is no such thing, an element of the page's may have its name.
    const { navigation, Navigation: Known } = window as Partial<Window & typeof globalThis>;
    if (Known && navigation instanceof Known) {
        navigation.addEventListener("currententrychange", look, { signal });
    } else {
        const looking = setInterval(look, kBetweenLooks);
        addEventListener("popstate", look, { signal });
        signal.addEventListener("abort", () => clearInterval(looking));
    }
}
