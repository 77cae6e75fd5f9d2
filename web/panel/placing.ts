// How large the panel is on the host page and in which corner, as the customer wants it: two buttons in its head, and its
// free corner, which a mouse can pull. Kept for the tab. Where the panel fills the screen there is none of it.
import type { Draft } from "./draft.ts";
import type { Host } from "./host.ts";

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
    /** Another corner, or another size. */
    onChange: () => void = () => {};
    readonly #host: Host;
    readonly #kept: Draft;
    #place: Place = { ...kUsual, position: "end", expanded: false };

    constructor(host: Host, kept: Draft) {
        this.#host = host;
        this.#kept = kept;
        if (this.isPossible) {
            document.body.append(this.#grip());
            this.#restore();
        }
    }

    get isPossible(): boolean {
        return this.#host.framed && kHasRoom;
    }

    get isExpanded(): boolean {
        return this.#place.expanded;
    }

    /** The corner that the page has given it; the customer's own choice stands. */
    startAt(position: unknown): void {
        if (this.isPossible && !this.#kept.read()) {
            this.#place.position = position === "start" ? "start" : "end";
            this.#draw();
        }
    }

    /** Large, or its usual size again. */
    expand(): void {
        this.#change({ expanded: !this.#place.expanded });
    }

    toOtherCorner(): void {
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
        this.onChange();
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
            this.#tell();
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
