// The view on a canvas: the module lays the app's screens out and gives triangles, which are drawn when something has
// changed and never else. The DOM view goes on beside it, unseen (hidden_tree.ts): it has the focus, the texts that
// are written, and all that assistive technology reads.
import type { Door } from "../panel/door.ts";
import type { Message } from "../panel/protocol.ts";
import { formatDate } from "../panel/view/dates.ts";
import { focusKey } from "../panel/view/focus.ts";
import { HiddenTree } from "./hidden_tree.ts";
import { Input } from "./input.ts";
import { followLink } from "./links.ts";
import { CanvasModule, type Report } from "./module.ts";
import { Pictures } from "./pictures.ts";
import { Renderer } from "./renderer.ts";

export interface CanvasLooks {
    /** "#rrggbb". */
    accent: string;
    /** Empty: as the customer's device is set. */
    scheme: "" | "light" | "dark";
}

export interface CanvasOptions {
    looks: CanvasLooks;
    closable: boolean;
    language: string;
    send(message: Message): void;
    /** The canvas cannot go on, and the DOM view is seen again; the module's instance may be broken. */
    onLost(): void;
}

const kFinest = 4; // pixels to the CSS pixel: more would not fit the module's memory
const kNoPicture = { texture: 0, width: 0, height: 0 };
const kDark = matchMedia("(prefers-color-scheme: dark)");
const kStill = matchMedia("(prefers-reduced-motion: reduce)");

export class CanvasView {
    readonly #root: ShadowRoot;
    readonly #canvas: HTMLCanvasElement;
    readonly #renderer: Renderer;
    readonly #faces: Uint8Array[];
    readonly #options: CanvasOptions;
    #looks: CanvasLooks;
    readonly #tree: HiddenTree;
    readonly #input: Input;
    readonly #pictures = new Pictures();
    readonly #resized = new ResizeObserver(([entry]) => this.#resize(entry as ResizeObserverEntry));
    readonly #stop = new AbortController();
    #module: CanvasModule | null = null;
    #scale = 0;
    #waiting = 0;
    #byPointer = false; // something on the canvas is let go of

    /** `canvas` has the context `gl` and is not in the document yet; `root` holds the DOM view. */
    constructor(canvas: HTMLCanvasElement, gl: WebGL2RenderingContext, root: ShadowRoot, faces: Uint8Array[], options: CanvasOptions) {
        this.#root = root;
        this.#canvas = canvas;
        this.#renderer = new Renderer(gl);
        this.#faces = faces;
        this.#options = options;
        this.#looks = options.looks;
        this.#tree = new HiddenTree(root);
        this.#input = new Input(canvas, {
            onPointer: this.#onPointer,
            onWheel: (across, down) => this.#after((module) => module.wheel(across, down)),
            onScroll: (across, down) => this.#after((module) => module.scroll(across, down)),
        });
        canvas.setAttribute("role", "none");
        canvas.setAttribute("aria-hidden", "true");
        root.prepend(canvas);
        const { signal } = this.#stop;
        this.#measure();
        root.addEventListener("focusin", this.#onFocus, { signal });
        root.addEventListener("focusout", this.#onFocus, { signal });
        root.addEventListener("input", () => this.#tree.markLongTexts(), { signal });
        canvas.addEventListener("webglcontextlost", () => this.#lose(), { signal });
        for (const wish of [kDark, kStill]) {
            wish.addEventListener("change", () => this.#after(() => this.#look()), { signal });
        }
    }

    /** The app runs in a new instance of the module. */
    attach(door: Door): void {
        if (this.#stop.signal.aborted) {
            return;
        }
        try {
            this.#module = new CanvasModule(door, this.#faces);
            this.#scale = 0;
            this.#cut();
            this.#look();
        } catch (fault) {
            reportError(fault);
            this.leave();
        }
    }

    /** The app has another screen, and the DOM view has drawn it. */
    show(): void {
        this.#after((module) => module.show());
    }

    /** Gives the panel back to the DOM view. */
    leave(): void {
        this.#stop.abort();
        this.#resized.disconnect();
        this.#input.end();
        cancelAnimationFrame(this.#waiting);
        this.#module = null;
        this.#canvas.remove();
        this.#tree.reveal();
    }

    #lose(): void {
        this.leave();
        this.#options.onLost();
    }

    /** Tells the module something, and draws what comes of it. */
    #after(change: (module: CanvasModule) => void): void {
        if (this.#module) {
            change(this.#module);
            this.#waiting ||= requestAnimationFrame(this.#onFrame);
        }
    }

    setLooks(looks: CanvasLooks): void {
        this.#looks = looks;
        this.#after(() => this.#look());
    }

    #look(): void {
        const { accent, scheme } = this.#looks;
        const dark = scheme ? scheme === "dark" : kDark.matches;
        this.#module?.look({ accent, closable: this.#options.closable, dark, still: kStill.matches });
    }

    /** Fonts are cut for the pixels of the screen, which change with the browser's zoom. */
    #cut(): void {
        const scale = Math.min(devicePixelRatio, kFinest);
        if (this.#module && scale !== this.#scale) {
            this.#scale = scale;
            this.#renderer.setFonts(this.#module.open(scale));
        }
    }

    /** Now, and whenever the canvas has another size or the screen other pixels. */
    #measure(): void {
        this.#resized.disconnect();
        this.#resized.observe(this.#canvas, { box: measuresPixels() ? "device-pixel-content-box" : "content-box" });
        const pixels = matchMedia(`(resolution: ${devicePixelRatio}dppx)`);
        pixels.addEventListener("change", () => this.#measure(), { once: true, signal: this.#stop.signal });
    }

    #resize(entry: ResizeObserverEntry): void {
        this.#cut();
        const exact = measuresPixels() ? entry.devicePixelContentBoxSize[0] : undefined;
        this.#canvas.width = pixelsOf(entry.contentRect.width * this.#scale, exact?.inlineSize);
        this.#canvas.height = pixelsOf(entry.contentRect.height * this.#scale, exact?.blockSize);
        // Setting the size has emptied the canvas: it is drawn before the page is shown again.
        this.#draw(performance.now());
        if (this.#root.activeElement) {
            this.#after((module) => module.focus(this.#tree.focused, this.#showsRing()));
        }
    }

    readonly #onFrame = (time: number): void => {
        this.#waiting = 0;
        this.#draw(time);
    };

    #draw(time: number): void {
        const module = this.#module;
        const canvas = this.#canvas;
        if (!module || canvas.width === 0 || canvas.height === 0) {
            return;
        }
        try {
            const frame = module.frame(canvas.width, canvas.height, time / 1000);
            this.#renderer.draw(module.memory, frame);
            this.#take(module.report());
        } catch (fault) {
            reportError(fault);
            this.#lose();
            return;
        }
        if (this.#module?.needsFrame) {
            this.#waiting ||= requestAnimationFrame(this.#onFrame);
        }
    }

    #take(report: Report): void {
        this.#tree.place(report);
        this.#canvas.style.cursor = report.hand ? "pointer" : "";
        report.dates.forEach((date) => this.#after((module) => module.putDate(date, formatDate(date, this.#options.language))));
        report.pictures.forEach((address) => void this.#load(address));
        if (this.#byPointer && (report.focused ?? "") !== this.#tree.focused) {
            this.#moveFocus(report.focused);
        }
        report.opened.forEach(followLink);
        report.messages.forEach((message) => this.#options.send(message));
    }

    /** A press has put the focus there, or on nothing. */
    #moveFocus(key: string | undefined): void {
        const { activeElement } = this.#root;
        if (key) {
            focusKey(this.#root, key);
        } else if (activeElement instanceof HTMLElement) {
            activeElement.blur();
        }
    }

    async #load(address: string): Promise<void> {
        const module = this.#module;
        const scale = this.#scale;
        const picture = await this.#pictures.load(address, scale);
        if (!module || module !== this.#module || scale !== this.#scale) {
            return;
        }
        if (picture) {
            this.#renderer.setPicture(picture.texture, picture.pixels);
        }
        const { texture, width, height } = picture ?? kNoPicture;
        this.#after(() => module.putPicture(address, texture, width, height));
    }

    readonly #onPointer = (x: number, y: number, pressed: boolean, finger: boolean, atOnce: boolean): void => {
        this.#after((module) => module.pointer(x * this.#scale, y * this.#scale, pressed, finger));
        if (atOnce) {
            this.#byPointer = !pressed && x >= 0;
            this.#draw(performance.now());
            this.#byPointer = false;
        }
    };

    readonly #onFocus = (): void => {
        this.#after((module) => module.focus(this.#tree.focused, this.#showsRing()));
    };

    #showsRing(): boolean {
        return !this.#byPointer && (this.#root.activeElement?.matches(":focus-visible") ?? false);
    }
}

/** What the browser tells in pixels of the screen, unless that is of another scale than ours. */
function pixelsOf(wanted: number, exact = wanted): number {
    return Math.abs(exact - wanted) <= 1 ? Math.round(exact) : Math.round(wanted);
}

/** Whether the browser tells sizes in pixels of the screen (Safari does not). */
function measuresPixels(): boolean {
    return "devicePixelContentBoxSize" in ResizeObserverEntry.prototype;
}
