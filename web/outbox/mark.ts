// The sign that something waits in the outbox: who finds none needs to look no further. The help has one on its own origin, and
// the launcher one on the page's, to bring the panel up unseen when she comes back to the page.

const kMark = "ventanilla";

/** True, or as good as that, while there is one; sets it, or takes it away, where `waits` is a boolean. */
export function isMarked(waits?: unknown): unknown {
    try {
        if (waits) {
            localStorage[kMark] = 1;
        } else if (waits === false) {
            delete localStorage[kMark];
        }
        return localStorage[kMark];
    } catch {
        return false; // where storage is blocked, so is the outbox
    }
}
