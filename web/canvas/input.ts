// The mouse, the finger and the pen on the canvas, the wheel, and the keys that scroll. Everything else that a key
// does, the DOM view beside the canvas does. Its links lie over the canvas: a plain press on one is the canvas's, all
// else (with Ctrl, the middle or the right button ...) the browser's.
import { isPlainClick } from "../panel/view/links.ts";
import { linkMet } from "./links.ts";

export interface InputEvents {
    /** In CSS pixels; outside of the canvas it is nowhere. `atOnce`: the next event must not overtake it. */
    onPointer(x: number, y: number, pressed: boolean, finger: boolean, atOnce: boolean): void;
    /** What is under the pointer, in CSS pixels. */
    onWheel(across: number, down: number): void;
    /** What has the focus, in CSS pixels. */
    onScroll(across: number, down: number): void;
}

// Dear ImGui takes what is this far away for no place, and measures no way to it.
const kNowhere = -1e6;
const kLine = 40;
const kEnd = 1e6;
const kUnits = [1, kLine, 400]; // CSS pixels of WheelEvent.deltaMode: pixels, lines, pages

export class Input {
    readonly #canvas: HTMLCanvasElement;
    readonly #events: InputEvents;
    readonly #stop = new AbortController();
    #pressed = false;
    #hasPressed = false; // the canvas has seen the press of which the browser makes a click

    constructor(canvas: HTMLCanvasElement, events: InputEvents) {
        this.#canvas = canvas;
        this.#events = events;
        // Not on the shadow root around the canvas: Chromium sends no wheel where nothing outside of one listens.
        const page = document.documentElement;
        const options = { signal: this.#stop.signal, passive: false };
        page.addEventListener("pointerdown", this.#onDown, options);
        page.addEventListener("pointermove", this.#onMove, options);
        page.addEventListener("pointerup", this.#onUp, options);
        page.addEventListener("pointercancel", this.#onCancel, options);
        page.addEventListener("pointerleave", this.#onCancel, options);
        page.addEventListener("click", this.#onClick, { ...options, capture: true });
        page.addEventListener("wheel", this.#onWheel, options);
        document.addEventListener("keydown", this.#onKey, options);
    }

    end(): void {
        this.#stop.abort();
    }

    /** An input that lies over the canvas takes the mouse itself; a finger on it may want to scroll. */
    #concerns(event: PointerEvent): boolean {
        return event.isPrimary && (this.#meetsCanvas(event) || event.pointerType !== "mouse");
    }

    #meetsCanvas(event: Event): boolean {
        return event.composedPath()[0] === this.#canvas || linkMet(event) !== null;
    }

    readonly #onDown = (event: PointerEvent): void => {
        const isBrowsers = linkMet(event) !== null && !isPlainClick(event);
        this.#hasPressed = this.#concerns(event) && event.button === 0 && !isBrowsers;
        if (!this.#hasPressed) {
            return;
        }
        if (this.#meetsCanvas(event)) {
            // The browser would take the focus away from where a press of ours is about to put it.
            event.preventDefault();
            window.focus();
            this.#canvas.setPointerCapture(event.pointerId);
        }
        this.#pressed = true;
        this.#tell(event, true);
    };

    readonly #onMove = (event: PointerEvent): void => {
        if (event.isPrimary) {
            this.#tell(event, false);
        }
    };

    readonly #onUp = (event: PointerEvent): void => {
        if (this.#concerns(event) && event.button === 0) {
            this.#pressed = false;
            this.#tell(event, true);
        }
    };

    /** A link is not followed twice, nor one that a press has just brought under the finger. */
    readonly #onClick = (event: MouseEvent): void => {
        const byPointer = event.detail > 0; // not a key, nor assistive technology
        if (this.#hasPressed && byPointer && linkMet(event)) {
            event.preventDefault();
            event.stopPropagation();
        }
        this.#hasPressed = false;
    };

    /** Whatever was pressed is let go of where there is nothing. */
    readonly #onCancel = (event: PointerEvent): void => {
        if (event.isPrimary) {
            this.#pressed = false;
            this.#events.onPointer(kNowhere, kNowhere, false, event.pointerType !== "mouse", true);
        }
    };

    #tell(event: PointerEvent, atOnce: boolean): void {
        this.#events.onPointer(event.clientX, event.clientY, this.#pressed, event.pointerType !== "mouse", atOnce);
    }

    readonly #onWheel = (event: WheelEvent): void => {
        const [target] = event.composedPath();
        if (event.ctrlKey || (target instanceof HTMLTextAreaElement && goesOn(target, event.deltaY))) {
            return; // the browser zooms, or the text scrolls
        }
        event.preventDefault();
        const unit = kUnits[event.deltaMode] ?? 1;
        this.#events.onWheel(event.deltaX * unit, event.deltaY * unit);
    };

    readonly #onKey = (event: KeyboardEvent): void => {
        const [target] = event.composedPath();
        if (event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey || usesKey(target, event.key)) {
            return;
        }
        const page = this.#canvas.clientHeight - 3 * kLine;
        const steps: Record<string, [across: number, down: number]> = {
            ArrowDown: [0, kLine],
            ArrowUp: [0, -kLine],
            ArrowRight: [kLine, 0],
            ArrowLeft: [-kLine, 0],
            PageDown: [0, page],
            PageUp: [0, -page],
            " ": [0, event.shiftKey ? -page : page],
            Home: [0, -kEnd],
            End: [0, kEnd],
        };
        const step = steps[event.key];
        if (step) {
            event.preventDefault();
            this.#events.onScroll(...step);
        }
    };
}

/** Whether there is more of the text in the direction of the wheel. */
function goesOn(area: HTMLTextAreaElement, down: number): boolean {
    return down < 0 ? area.scrollTop > 0 : Math.ceil(area.scrollTop) + area.clientHeight < area.scrollHeight;
}

/** Whether the key means something to what has the focus. */
function usesKey(target: EventTarget | undefined, key: string): boolean {
    if (target instanceof HTMLInputElement && (target.type === "radio" || target.type === "checkbox")) {
        return key === " " || (target.type === "radio" && key.startsWith("Arrow"));
    }
    return (
        target instanceof HTMLInputElement ||
        target instanceof HTMLTextAreaElement ||
        (target instanceof HTMLButtonElement && key === " ")
    );
}
