// canvas.js: what the panel loads besides itself where its page asks for the view on a canvas.
import { loadCore } from "../panel/core.ts";
import { CanvasView, type CanvasOptions } from "./canvas_view.ts";

export interface CanvasFiles {
    /** The addresses of the module, and of the fonts: regular, strong, italic, mono. */
    core: string;
    fonts: string[];
}

export interface OpenedCanvas {
    /** With the app in it. */
    module: WebAssembly.Module;
    view: CanvasView;
}

/** Fails where the browser cannot draw, or something does not load: nothing has changed then. */
export async function openCanvas(root: ShadowRoot, files: CanvasFiles, options: CanvasOptions): Promise<OpenedCanvas> {
    if (matchMedia("(forced-colors: active)").matches) {
        throw new Error("the colours are the customer's own, which a canvas does not know");
    }
    const canvas = document.createElement("canvas");
    const gl = canvas.getContext("webgl2", { alpha: false, antialias: false, depth: false });
    if (!gl) {
        throw new Error("there is no WebGL 2");
    }
    const [module, ...faces] = await Promise.all([loadCore(files.core), ...files.fonts.map(loadFont)]);
    // Inputs are set in the same letters as the canvas around them.
    const [regular = new Uint8Array()] = faces;
    document.fonts.add(await new FontFace("Ventanilla canvas", regular).load());
    return { module, view: new CanvasView(canvas, gl, root, faces, options) };
}

async function loadFont(address: string): Promise<Uint8Array<ArrayBuffer>> {
    const response = await fetch(address);
    if (!response.ok) {
        throw new Error(`${address}: ${response.status}`);
    }
    return new Uint8Array(await response.arrayBuffer());
}
