// The pictures of articles, loaded when the canvas first draws one and rasterised as fine as the screen is: most are
// line drawings, which have no pixels of their own.
import { targetOf } from "../panel/view/links.ts";

const kFirstTexture = 2; // 1 is the fonts
const kWidest = 696; // CSS pixels: no column is wider
const kMostPixels = 2048;

export interface LoadedPicture {
    texture: number;
    pixels: HTMLCanvasElement;
    /** In CSS pixels. */
    width: number;
    height: number;
}

export class Pictures {
    readonly #textures = new Map<string, number>();

    /** Null where there is no such picture: its alternative text stays. */
    async load(address: string, scale: number): Promise<LoadedPicture | null> {
        if (targetOf(address)?.kind !== "route") {
            return null;
        }
        const image = new Image();
        image.src = address;
        try {
            await image.decode();
        } catch {
            return null;
        }
        const { naturalWidth: width, naturalHeight: height } = image;
        const texture = this.#textures.get(address) ?? kFirstTexture + this.#textures.size;
        this.#textures.set(address, texture);
        return { texture, pixels: rasterise(image, width, height, scale), width, height };
    }
}

function rasterise(image: HTMLImageElement, width: number, height: number, scale: number): HTMLCanvasElement {
    const drawn = Math.min(width, kWidest) / width;
    const factor = Math.min(drawn * scale, kMostPixels / Math.max(width, height));
    const pixels = document.createElement("canvas");
    pixels.width = Math.ceil(width * factor);
    pixels.height = Math.ceil(height * factor);
    pixels.getContext("2d")?.drawImage(image, 0, 0, pixels.width, pixels.height);
    return pixels;
}
