// The page that the panel is framed by. Only its first answer says which origin it has; from then on nothing else is
// heard, and nothing is told to anybody else. A panel that is a page of its own has no host.
import type { VentanillaEvents } from "../embed/api.d.ts";
import { type CallName, type FromPanel, type HostContext, readEnvelope } from "../shared/envelope.ts";
import { isCall } from "./calls.ts";
import { sayMistake } from "./mistakes.ts";

export interface HostEvents {
    onShown(): void;
    /** What the page says of itself, again whenever it changes. */
    onContext(context: Partial<HostContext>): void;
    /** `args`: as the page gave them. */
    onCall(name: CallName, args: unknown): void;
}

const kLimit = 5000; // milliseconds; the launcher answers at once, unless its page is busy

export class Host {
    readonly framed = window.parent !== window;
    #origin = "";
    // What is told before anybody has answered, as by a page that is busy.
    readonly #untold: FromPanel[] = [];
    #answered: (page: string) => void = () => {};
    readonly #page = new Promise<string>((resolve) => (this.#answered = resolve));
    readonly #events: HostEvents;

    constructor(events: HostEvents) {
        this.#events = events;
        if (this.framed) {
            addEventListener("message", this.#onMessage);
            window.parent.postMessage({ ventanilla: 1, type: "hello" } satisfies FromPanel, "*");
        }
    }

    /** Where the customer is, without query and fragment; empty where nobody says so in time. */
    async pageAddress(): Promise<string> {
        if (!this.framed) {
            return "";
        }
        return Promise.race([this.#page, new Promise<string>((resolve) => setTimeout(resolve, kLimit, ""))]);
    }

    tell(message: FromPanel): void {
        if (message.type === "emit" && message.event === "error" && this.framed) {
            sayMistake(message.detail as VentanillaEvents["error"]);
        }
        if (this.#origin) {
            window.parent.postMessage(message, this.#origin);
        } else if (this.framed) {
            this.#untold.push(message);
        }
    }

    /** One of the host's own, without query and fragment. */
    #pageOf({ page }: Partial<HostContext>): string {
        const text = String(page);
        return text.startsWith(this.#origin) ? (text.split(/[?#]/)[0] as string) : "";
    }

    readonly #onMessage = (event: MessageEvent<unknown>): void => {
        const message = event.source === window.parent ? readEnvelope(event.data) : null;
        if (message?.type === "context" && !this.#origin && event.origin !== "null") {
            this.#origin = event.origin;
            this.#answered(this.#pageOf(message as Partial<HostContext>));
            this.#untold.splice(0).forEach((message) => this.tell(message));
        }
        if (event.origin === this.#origin && message?.type === "context") {
            const context = message as Partial<HostContext>;
            this.#events.onContext({ ...context, page: this.#pageOf(context) });
        } else if (event.origin === this.#origin && message?.type === "shown") {
            this.#events.onShown();
        } else if (event.origin === this.#origin && message?.type === "call" && isCall(message["name"])) {
            this.#events.onCall(message["name"], message["args"]);
        }
    };
}
