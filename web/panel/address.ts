// The route in the panel's own address, so that a reload comes back to it. Changing it takes browsers longer than all
// else that a key causes, and some refuse it when it is done too often: while the customer types it waits.
const kPause = 200; // milliseconds

export class Address {
    private readonly keepsSteps: boolean;
    private waiting: string | null = null;

    /** `keepsSteps`: the browser's own Back leads from screen to screen. */
    constructor(keepsSteps: boolean) {
        this.keepsSteps = keepsSteps;
        addEventListener("pagehide", () => this.write());
        // What waited was of the entry that the browser has left.
        addEventListener("hashchange", () => (this.waiting = null));
    }

    show(path: string, step: boolean): void {
        if (step && this.keepsSteps) {
            this.write();
            change("pushState", path);
            return;
        }
        if (this.waiting === null) {
            setTimeout(() => this.write(), kPause);
        }
        this.waiting = path;
    }

    private write(): void {
        if (this.waiting !== null) {
            change("replaceState", this.waiting);
        }
        this.waiting = null;
    }
}

function change(how: "pushState" | "replaceState", path: string): void {
    if (location.hash === `#${path}`) {
        return; // the browser's own Back has led here
    }
    try {
        history[how](null, "", `#${path}`);
    } catch {
        // The address is a convenience; what the customer wrote is in the draft.
    }
}
