// The canvas module on a page of its own, in a window of 400 x 640 CSS pixels: what a test hands it is drawn with
// WebGL 2, and it has no host.
import { Renderer } from "../../web/canvas/renderer.ts";
import type { CoreExports } from "../../web/panel/door.ts";

interface Exports extends CoreExports {
    vc_face(face: number, length: number): void;
    vc_open(scale: number): number;
    vc_look(length: number, dark: number, closable: number, still: number): void;
    vc_show(): void;
    vc_frame(width: number, height: number, seconds: number): number;
}

interface Result {
    effects?: { id: number; e: string; path?: string }[];
}

const encoder = new TextEncoder();
const decoder = new TextDecoder();

async function bytesOf(path: string): Promise<Uint8Array> {
    return new Uint8Array(await (await fetch(path)).arrayBuffer());
}

class CanvasPage {
    private readonly exports: Exports;
    private readonly renderer: Renderer;
    private readonly canvas: HTMLCanvasElement;

    constructor(module: WebAssembly.Module, fonts: Uint8Array[], dark: boolean) {
        this.exports = new WebAssembly.Instance(module, {}).exports as unknown as Exports;
        this.exports._initialize?.();
        fonts.forEach((font, face) => this.exports.vc_face(face, this.write(font)));
        this.canvas = document.querySelector("canvas") as HTMLCanvasElement;
        this.canvas.width = 400 * devicePixelRatio;
        this.canvas.height = 640 * devicePixelRatio;
        const at = this.exports.vc_open(devicePixelRatio);
        const { buffer } = this.exports.memory;
        const [pixels = 0, width = 0, height = 0] = new Uint32Array(buffer, at, 3);
        const gl = this.canvas.getContext("webgl2", { preserveDrawingBuffer: true }) as WebGL2RenderingContext;
        this.renderer = new Renderer(gl);
        this.renderer.setFonts({ pixels: new Uint8Array(buffer, pixels, width * height), width, height });
        this.exports.vc_look(this.write(encoder.encode("#0b5c6b")), dark ? 1 : 0, 1, 0);
    }

    async send(message: unknown): Promise<void> {
        await this.take(this.exports.vt_dispatch(this.write(encoder.encode(JSON.stringify(message)))));
    }

    draw(): void {
        const frame = this.exports.vc_frame(this.canvas.width, this.canvas.height, 0);
        this.renderer.draw(this.exports.memory.buffer as ArrayBuffer, frame);
    }

    private write(bytes: Uint8Array): number {
        const address = this.exports.vt_reserve(bytes.length);
        new Uint8Array(this.exports.memory.buffer, address, bytes.length).set(bytes);
        return bytes.length;
    }

    private async take(address: number): Promise<void> {
        const bytes = new Uint8Array(this.exports.memory.buffer, address, this.exports.vt_result_size());
        const { effects = [] } = JSON.parse(decoder.decode(bytes)) as Result;
        this.exports.vc_show();
        for (const effect of effects) {
            if (effect.e === "get" && effect.path) {
                const body = await bytesOf(effect.path);
                await this.take(this.exports.vt_deliver(effect.id, 200, this.write(body)));
            }
        }
    }
}

export interface CanvasHarness {
    open(language: string, catalog: string, dark: boolean): Promise<void>;
}

async function open(language: string, catalog: string, dark: boolean): Promise<void> {
    const faces = ["regular", "strong", "italic", "mono"];
    const fonts = await Promise.all(faces.map((face) => bytesOf(`/fonts/${face}.ttf`)));
    const page = new CanvasPage(await WebAssembly.compile(await bytesOf("/canvas.wasm") as BufferSource), fonts, dark);
    await page.send({ m: "start", language, catalog, online: true });
    page.draw();
    page.draw();
}

Object.assign(window, { canvasHarness: { open } satisfies CanvasHarness });
