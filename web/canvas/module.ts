// The further exports of ventanilla-canvas.wasm (docs/screen-protocol.md), on the door of the running app.
import type { CoreExports, Door } from "../panel/door.ts";
import type { Message } from "../panel/protocol.ts";
import type { Coverage } from "./renderer.ts";

interface CanvasExports extends CoreExports {
    vc_face(face: number, length: number): void;
    vc_open(scale: number): number;
    vc_look(length: number, dark: number, closable: number, still: number): void;
    vc_show(): void;
    vc_focus(length: number, ring: number): void;
    vc_pointer(x: number, y: number, pressed: number, finger: number): void;
    vc_wheel(across: number, down: number): void;
    vc_scroll(across: number, down: number): void;
    vc_picture(length: number, texture: number, width: number, height: number): void;
    vc_date(valueLength: number, length: number): void;
    vc_needs_frame(): number;
    vc_frame(width: number, height: number, seconds: number): number;
    vc_report(): number;
}

/**
 * A key and where it is drawn, in CSS pixels of its layer: left, top, width, height; the same of each further line of
 * a link.
 */
export type Placed = [key: string, x: number, y: number, width: number, height: number, ...lines: number[]];

export interface Layer {
    places: Placed[];
    targets: Placed[];
}

export interface Report {
    messages: Message[];
    focused?: string;
    scroll: number;
    hand?: boolean;
    /** With both layers: when something is elsewhere than in the report before. */
    head_height?: number;
    head?: Layer;
    body?: Layer;
    pictures: string[];
    dates: string[];
    opened: string[];
}

export interface Look {
    accent: string;
    dark: boolean;
    closable: boolean;
    /** Nothing moves by itself. */
    still: boolean;
}

export class CanvasModule {
    readonly #door: Door;
    readonly #exports: CanvasExports;

    constructor(door: Door, faces: Uint8Array[]) {
        this.#door = door;
        this.#exports = door.exports as CanvasExports;
        faces.forEach((face, number) => this.#exports.vc_face(number, door.write(face)));
    }

    /** As it is now: any call may have grown it. */
    get memory(): ArrayBuffer {
        return this.#exports.memory.buffer as ArrayBuffer;
    }

    get needsFrame(): boolean {
        return this.#exports.vc_needs_frame() !== 0;
    }

    /** Cuts the fonts for so many pixels to the CSS pixel, at first and whenever that changes. */
    open(scale: number): Coverage {
        const address = this.#exports.vc_open(scale);
        const [pixels = 0, width = 0, height = 0] = new Uint32Array(this.memory, address, 3);
        return { pixels: this.#door.view(pixels, width * height), width, height };
    }

    look({ accent, dark, closable, still }: Look): void {
        this.#exports.vc_look(this.#door.write(accent), Number(dark), Number(closable), Number(still));
    }

    /** Takes the app's screen over. */
    show(): void {
        this.#exports.vc_show();
    }

    focus(key: string, ring: boolean): void {
        this.#exports.vc_focus(this.#door.write(key), Number(ring));
    }

    /** In pixels of the canvas. */
    pointer(x: number, y: number, pressed: boolean, finger: boolean): void {
        this.#exports.vc_pointer(x, y, Number(pressed), Number(finger));
    }

    wheel(across: number, down: number): void {
        this.#exports.vc_wheel(across, down);
    }

    scroll(across: number, down: number): void {
        this.#exports.vc_scroll(across, down);
    }

    putPicture(address: string, texture: number, width: number, height: number): void {
        this.#exports.vc_picture(this.#door.write(address), texture, width, height);
    }

    putDate(value: string, written: string): void {
        const length = this.#door.write(value + written);
        this.#exports.vc_date(value.length, length);
    }

    /** Where the frame's triangles are. */
    frame(width: number, height: number, seconds: number): number {
        return this.#exports.vc_frame(width, height, seconds);
    }

    report(): Report {
        return this.#door.read(this.#exports.vc_report());
    }
}
