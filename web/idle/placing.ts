// How large the panel is on the host page and in which corner, as the customer wants it: two buttons in its head, and its
// free corner, which a mouse can pull. Kept for the tab. Where the panel fills the screen there is none of it.
import type { Draft } from "../panel/draft.ts";
import type { Host } from "../panel/host.ts";
import type { PlaceControl } from "../panel/view/screen.tsx";

/** Of its controls. */
export interface PlacingTexts {
    expand: string;
    shrink: string;
    corner: string;
}

type Corner = "start" | "end";

interface Place {
    width: number;
    height: number;
    position: Corner;
    expanded: boolean;
}

const kUsual = { width: 400, height: 640 }; // CSS pixels; the launcher keeps it within the window
const kLargest = { width: 760, height: 2000 };
const kLeast = 400;
const kBorder = 2; // of the launcher's, around the frame

/** A mouse, and a screen with room around the panel. */
const kHasRoom = matchMedia("(hover: hover) and (pointer: fine)").matches && screen.width > 600;

export class Placing {
    readonly #host: Host;
    readonly #kept: Draft;
    readonly #texts: PlacingTexts;
    readonly #onChange: () => void;
    #place: Place = { ...kUsual, position: "end", expanded: false };

    /** `onChange`: another corner, or another size; also while it is made. */
    constructor(host: Host, kept: Draft, texts: PlacingTexts, onChange: () => void) {
        this.#host = host;
        this.#kept = kept;
        this.#texts = texts;
        this.#onChange = onChange;
        if (this.#isPossible) {
            document.body.append(this.#grip());
            this.#restore();
        }
    }

    /** In the head of a screen; the other corner is offered where that has room. */
    controls(screen: string): PlaceControl[] {
        if (!this.#isPossible) {
            return [];
        }
        const { expand, shrink, corner } = this.#texts;
        const [icon, text] = this.#place.expanded ? (["shrink", shrink] as const) : (["expand", expand] as const);
        const size: PlaceControl = { key: "place.size", icon, text, press: () => this.#change({ expanded: !this.#place.expanded }) };
        const other: PlaceControl = { key: "place.corner", icon: "corner", text: corner, press: () => this.#toOtherCorner() };
        return screen === "home" || screen === "results" ? [other, size] : [size];
    }

    /** The corner that the page has given it; the customer's own choice stands. */
    startAt(position: unknown): void {
        if (this.#isPossible && !this.#kept.read()) {
            this.#place.position = position === "start" ? "start" : "end";
            this.#draw();
        }
    }

    /** She sees the panel now: it goes where she had it. Not before, or the launcher would move away from under the pointer. */
    seen(): void {
        if (this.#isPossible && this.#kept.read()) {
            this.#tell();
        }
    }

    get #isPossible(): boolean {
        return this.#host.framed && kHasRoom;
    }

    #toOtherCorner(): void {
        this.#change({ position: this.#place.position === "start" ? "end" : "start" });
    }

    #change(part: Partial<Place>): void {
        this.#place = { ...this.#place, ...part };
        this.#kept.write(JSON.stringify(this.#place));
        this.#tell();
    }

    #tell(): void {
        const { width, height } = this.#place.expanded ? kLargest : this.#place;
        this.#host.tell({ ventanilla: 1, type: "place", width, height, position: this.#place.position });
        this.#draw();
    }

    #draw(): void {
        const atRight = (this.#place.position === "start") === (document.dir === "rtl");
        document.body.dataset["free"] = atRight ? "left" : "right";
        this.#onChange();
    }

    #restore(): void {
        try {
            const { width, height, position, expanded } = JSON.parse(this.#kept.read()) as Partial<Record<keyof Place, unknown>>;
            this.#place = {
                width: Number(width) || kUsual.width,
                height: Number(height) || kUsual.height,
                position: position === "start" ? "start" : "end",
                expanded: expanded === true,
            };
            this.#draw();
        } catch {
            // Nothing is kept, or nothing that can be read.
        }
    }

    /** For the mouse alone: the button in the head does the same for everybody. */
    #grip(): HTMLElement {
        const grip = document.createElement("div");
        grip.className = "grip";
        grip.addEventListener("pointerdown", (down) => {
            grip.setPointerCapture(down.pointerId);
            const [width, height] = [innerWidth + kBorder, innerHeight + kBorder];
            const outwards = document.body.dataset["free"] === "left" ? -1 : 1;
            grip.onpointermove = ({ screenX, screenY }) =>
                this.#change({
                    expanded: false,
                    width: Math.max(kLeast, width + outwards * (screenX - down.screenX)),
                    height: Math.max(kLeast, height - (screenY - down.screenY)),
                });
        });
        grip.addEventListener("lostpointercapture", () => (grip.onpointermove = null));
        return grip;
    }
}
