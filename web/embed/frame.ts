// The frame with the panel in it, or the element of web/inline, which hears and says the same: made when the customer
// shows intent or the page asks for it, not before, and the only one whose messages are heard.
import { type Call, type Envelope, type FromHost, type HostContext, readEnvelope } from "../shared/envelope.ts";
import { isMarked } from "../outbox/mark.ts";
import { warn } from "../shared/warn.ts";

export interface FrameEvents {
    /** The panel has drawn a screen with its own way to close, or (false) cannot. */
    onReady(ready: boolean): void;
    onClose(): void;
    onEmit(event: string, detail: unknown): void;
    /** The customer gives the panel another size, or the other corner. */
    onPlace(place: Envelope): void;
    /** What the panel is told of the page, now. */
    onDescribe(): HostContext;
}

const kPatience = 20_000; // milliseconds until a panel from which nothing is heard is told of

export class PanelFrame {
    readonly element: HTMLIFrameElement;
    #ready = false;
    #visible = false;
    /** What is asked of a panel that is not ready or not seen yet. */
    #waiting: Call[] = [];
    readonly #origin: string;
    readonly #events: FrameEvents;
    readonly #alarm: ReturnType<typeof setTimeout>;

    /** `element`: the frame, not yet on the page; `page`: the panel's, below the help origin's /widget/. */
    constructor(element: HTMLIFrameElement, origin: string, page: string, title: string, events: FrameEvents) {
        this.element = element;
        this.#origin = origin;
        this.#events = events;
        this.element.title = title;
        // A browser that cannot share would warn of the word.
        this.element.allow = `clipboard-write;fullscreen${"share" in navigator ? ";web-share" : ""}`;
        this.element.src = `${origin}/widget/${page}`;
        addEventListener("message", this.#onMessage);
        this.#alarm = setTimeout(() => {
            warn(`${origin} does not answer; its site.json ("embed") and frame-src must allow it.`);
            events.onEmit("error", { reason: "unreachable" });
        }, kPatience);
    }

    /** The customer sees the panel, which does what it is asked. */
    show(call: Call): void {
        this.#visible = true;
        this.#waiting = [...this.#waiting, call];
        this.element.setAttribute("loading", "eager"); // as frames do anyway
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

    /** Tells the panel of the page. One that has not asked yet will. */
    describe(): void {
        this.#post({ ventanilla: 1, type: "context", ...this.#events.onDescribe() });
    }

    #tell(): void {
        if (this.#ready && this.#visible) {
            for (const call of this.#waiting) {
                this.#post(call);
            }
            this.#waiting = [];
            this.describe();
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
                this.describe();
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
            case "place":
                this.#events.onPlace(message);
                break;
            case "waiting":
                isMarked(message["waiting"]);
                break;
            case "emit":
                this.#events.onEmit(String(message["event"]), message["detail"]);
                break;
        }
    };
}
