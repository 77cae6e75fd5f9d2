// What the core wants kept for this tab. Storage may be blocked, full or torn away at any moment; then memory holds
// the text as long as the panel lives. Writing takes a browser longer than a key may: it waits until a pause, and for
// nothing once the panel is being left.
const kPause = 200; // milliseconds

export class Draft {
    #text: string | null = null;
    #waits = false;
    readonly #name: string;

    /** `options`: with the signal that says that it is needed no more. */
    constructor(name: string, options?: AddEventListenerOptions) {
        this.#name = name;
        addEventListener("pagehide", this.#keep, options);
        document.addEventListener("visibilitychange", this.#keep, options);
    }

    read(): string {
        try {
            return this.#text ?? sessionStorage.getItem(this.#name) ?? "";
        } catch {
            return "";
        }
    }

    /** An empty text forgets. */
    write(text: string): void {
        this.#text = text;
        if (!this.#waits) {
            this.#waits = true;
            setTimeout(this.#keep, kPause);
        }
    }

    readonly #keep = (): void => {
        if (!this.#waits) {
            return;
        }
        this.#waits = false;
        try {
            if (this.#text) {
                sessionStorage.setItem(this.#name, this.#text);
            } else {
                sessionStorage.removeItem(this.#name);
            }
        } catch {
            // Blocked or full: the text in memory serves.
        }
    };
}
