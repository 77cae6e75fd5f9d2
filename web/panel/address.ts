// The route in the browser's address, so that a reload comes back to it. Changing it takes browsers longer than all
// else that a key causes, and some refuse it when it is done too often: while the customer types it waits.
const kPause = 200; // milliseconds

/** Where in the address the route stands. */
export interface Bar {
    /** The event that says that the browser has led elsewhere. */
    event: "hashchange" | "popstate";
    read(): string;
    /** The address for a route. */
    write(path: string): string;
}

/** The panel has one page for all routes. */
export const fragment: Bar = {
    event: "hashchange",
    read: () => location.hash.slice(1),
    write: (path) => `#${path}`,
};

/** Each route of a portal is a page. */
export const wholePath: Bar = {
    event: "popstate",
    read: () => location.pathname + location.search,
    write: (path) => path,
};

export class Address {
    readonly #bar: Bar;
    readonly #keepsSteps: boolean;
    #waiting: string | null = null;

    /** `keepsSteps`: the browser's own Back leads from screen to screen. */
    constructor(bar: Bar, keepsSteps: boolean) {
        this.#bar = bar;
        this.#keepsSteps = keepsSteps;
        addEventListener("pagehide", () => this.keep());
        // What waited was of the entry that the browser has left.
        addEventListener(bar.event, () => (this.#waiting = null));
    }

    /** The route that the customer is at, written or not. */
    get path(): string {
        return this.#waiting ?? this.#bar.read();
    }

    show(path: string, step: boolean): void {
        if (step && this.#keepsSteps) {
            this.keep();
            this.#change("pushState", path);
            return;
        }
        if (this.#waiting === null) {
            setTimeout(() => this.keep(), kPause);
        }
        this.#waiting = path;
    }

    /** Writes what waits: the page is about to be left. */
    keep(): void {
        if (this.#waiting !== null) {
            this.#change("replaceState", this.#waiting);
        }
        this.#waiting = null;
    }

    #change(how: "pushState" | "replaceState", path: string): void {
        if (this.#bar.read() === path) {
            return; // the browser's own Back has led here
        }
        try {
            history[how](null, "", this.#bar.write(path));
        } catch {
            // The address is a convenience; what the customer wrote is in the draft.
        }
    }
}
