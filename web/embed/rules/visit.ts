// Whether help was offered in this visit, which ends with the tab: a hint was shown, or the panel opened. It is all that the
// launcher ever keeps, on the page's own origin; where that is blocked, it knows for as long as the page is there.

const kEntry = "ventanilla-hint";

let offered = false;

export function wasOffered(): boolean {
    try {
        return offered || sessionStorage.getItem(kEntry) !== null;
    } catch {
        return offered;
    }
}

export function rememberOffer(): void {
    offered = true;
    try {
        sessionStorage.setItem(kEntry, "1");
    } catch {
        // Blocked or full: what is in memory serves.
    }
}
