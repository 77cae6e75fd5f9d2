// The frame with the panel in it: made when the customer shows intent or the page asks for it, not before, and the only
// one whose messages are heard.
import { type FromHost, readEnvelope } from "../shared/envelope.ts";
import { warn } from "../shared/warn.ts";

export interface FrameEvents {
    /** The panel has drawn a screen with its own way to close, or (false) cannot. */
    onReady(ready: boolean): void;
    onClose(): void;
    onEmit(event: unknown, detail: unknown): void;
}

const kPatience = 20_000; // milliseconds until a panel from which nothing is heard is told of

export class PanelFrame {
    readonly element = document.createElement("iframe");
    #ready = false;
    #visible = false;
    /** What is asked of a panel that is not ready or not seen yet. */
    #waiting: FromHost[] = [];
    readonly #origin: string;
    readonly #events: FrameEvents;
    readonly #alarm: number;

    /** `page`: the panel's, below the help origin's /widget/. */
    constructor(origin: string, page: string, title: string, events: FrameEvents) {
        this.#origin = origin;
        this.#events = events;
        this.element.title = title;
        this.element.allow = "clipboard-write";
        this.element.src = `${origin}/widget/${page}`;
        addEventListener("message", this.#onMessage);
        this.#alarm = window.setTimeout(() => {
            warn(`${origin} does not answer; its site.json ("embed") and this page's frame-src must allow it.`);
            events.onEmit("error", { reason: "unreachable" });
        }, kPatience);
    }

    /** The customer sees the panel, which does what it is asked. */
    show(message: FromHost | null): void {
        this.#visible = true;
        if (message) {
            this.#waiting = [...this.#waiting, message];
        }
        this.element.focus();
        this.#tell();
    }

    hide(): void {
        this.#visible = false;
    }

    destroy(): void {
        clearTimeout(this.#alarm);
        removeEventListener("message", this.#onMessage);
        this.element.remove();
    }

    #tell(): void {
        if (this.#ready && this.#visible) {
            for (const message of this.#waiting) {
                this.#post(message);
            }
            this.#waiting = [];
            this.#post({ ventanilla: 1, type: "shown" });
        }
    }

    #post(message: FromHost): void {
        try {
            this.element.contentWindow?.postMessage(message, this.#origin);
        } catch (fault) {
            warn(String(fault)); // arguments that cannot be sent, as an event or an element
        }
    }

    readonly #onMessage = (event: MessageEvent<unknown>): void => {
        if (event.origin !== this.#origin || event.source !== this.element.contentWindow) {
            return;
        }
        const message = readEnvelope(event.data);
        switch (message?.type) {
            case "hello":
                clearTimeout(this.#alarm);
                this.#events.onReady((this.#ready = false)); // a frame that was moved loads anew
                this.#post({ ventanilla: 1, type: "context", page: location.origin + location.pathname });
                break;
            case "ready":
            case "failed":
                this.#ready = message.type === "ready";
                this.#events.onReady(this.#ready);
                this.#tell();
                break;
            case "close":
                this.#events.onClose();
                break;
            case "emit":
                this.#events.onEmit(message["event"], message["detail"]);
                break;
        }
    };
}
