// The frame with the panel in it: made when the customer shows intent, not before, and the only one whose messages
// are heard.
import { type FromHost, isRoute, readEnvelope } from "../shared/envelope.ts";

export interface FrameEvents {
    /** The panel has drawn a screen with its own way to close, or (false) cannot. */
    onReady(ready: boolean): void;
    onClose(): void;
    onEmit(event: string, detail: unknown): void;
}

export class PanelFrame {
    readonly element = document.createElement("iframe");
    private ready = false;
    private visible = false;
    private route: string | null = null;
    private readonly origin: string;
    private readonly events: FrameEvents;

    /** `page`: the panel's, below the help origin's /widget/. */
    constructor(origin: string, page: string, title: string, events: FrameEvents) {
        this.origin = origin;
        this.events = events;
        this.element.title = title;
        this.element.allow = "clipboard-write";
        this.element.src = `${origin}/widget/${page}`;
        addEventListener("message", this.onMessage);
    }

    /** The customer sees the panel, at `route` if there is one. */
    show(route: string | null): void {
        this.visible = true;
        this.route = isRoute(route) ? route : null;
        this.element.focus();
        this.tell();
    }

    hide(): void {
        this.visible = false;
    }

    destroy(): void {
        removeEventListener("message", this.onMessage);
        this.element.remove();
    }

    private tell(): void {
        if (!this.ready || !this.visible) {
            return;
        }
        if (this.route !== null) {
            this.post({ ventanilla: 1, type: "open", path: this.route });
            this.route = null;
        }
        this.post({ ventanilla: 1, type: "shown" });
    }

    private post(message: FromHost): void {
        this.element.contentWindow?.postMessage(message, this.origin);
    }

    private readonly onMessage = (event: MessageEvent<unknown>): void => {
        if (event.origin !== this.origin || event.source !== this.element.contentWindow) {
            return;
        }
        const message = readEnvelope(event.data);
        switch (message?.type) {
            case "hello":
                this.post({ ventanilla: 1, type: "context", page: location.origin + location.pathname });
                break;
            case "ready":
            case "failed":
                this.ready = message.type === "ready";
                this.events.onReady(this.ready);
                this.tell();
                break;
            case "close":
                this.events.onClose();
                break;
            case "emit":
                if (typeof message["event"] === "string" && /^[a-z][a-z-]*$/.test(message["event"])) {
                    this.events.onEmit(message["event"], message["detail"]);
                }
                break;
        }
    };
}
