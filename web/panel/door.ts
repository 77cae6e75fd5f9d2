// The door of a running module: bytes go in, JSON comes out (docs/screen-protocol.md). With web/canvas/renderer.ts,
// which reads triangles, the only place that sees its memory.

export interface CoreExports {
    memory: WebAssembly.Memory;
    _initialize?: () => void;
    vt_reserve(size: number): number;
    vt_dispatch(length: number): number;
    vt_deliver(effect: number, status: number, length: number): number;
    vt_result_size(): number;
}

const encoder = new TextEncoder();
const decoder = new TextDecoder();

export class Door {
    readonly exports: CoreExports;

    constructor(module: WebAssembly.Module) {
        this.exports = new WebAssembly.Instance(module, {}).exports as unknown as CoreExports;
        this.exports._initialize?.();
    }

    /** Its second file, whose functions take their places in the table of the first: docs/decisions/0024-two-files.md. */
    join(annex: WebAssembly.Module): void {
        new WebAssembly.Instance(annex, { primary: this.exports as unknown as WebAssembly.ModuleImports });
    }

    /** Into the input buffer; answers the number of bytes. */
    write(input: string | Uint8Array): number {
        const bytes = typeof input === "string" ? encoder.encode(input) : input;
        const address = this.exports.vt_reserve(bytes.length);
        this.view(address, bytes.length).set(bytes);
        return bytes.length;
    }

    /** The answer of the last call, which is at its address. */
    read<Answer>(address: number): Answer {
        return JSON.parse(decoder.decode(this.view(address, this.exports.vt_result_size()))) as Answer;
    }

    /** Any call may have grown the memory, which detaches every earlier view of it. */
    view(address: number, size: number): Uint8Array {
        return new Uint8Array(this.exports.memory.buffer, address >>> 0, size);
    }
}
