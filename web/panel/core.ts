// The door to the core, and the only file that sees its memory. The module has no imports: bytes go in, JSON comes
// out. A trap (out of memory) leaves an instance useless: it is thrown away, and another one starts from what was
// last saved, once for each thing that the customer does; when that traps too, CoreLost is thrown.
import type { Message, Result } from "./protocol.ts";

interface Exports {
    memory: WebAssembly.Memory;
    _initialize?: () => void;
    vt_reserve(size: number): number;
    vt_dispatch(length: number): number;
    vt_deliver(effect: number, status: number, length: number): number;
    vt_result_size(): number;
}

export class CoreLost extends Error {}

const kByCustomer = new Set(["navigate", "typed", "chose", "answer-guide", "press"]);
const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** Fetches and compiles the module; a server that gives it a wrong type only costs the streaming. */
export async function loadCore(address: string): Promise<WebAssembly.Module> {
    const response = await fetch(address);
    if (!response.ok) {
        throw new CoreLost(`${address}: ${response.status}`);
    }
    return response.headers.get("content-type") === "application/wasm"
        ? WebAssembly.compileStreaming(response)
        : WebAssembly.compile(await response.arrayBuffer());
}

export class Core {
    /** Counts the instances: an answer to an effect of an earlier one is nobody's. */
    generation = 0;
    private exports!: Exports;
    private mayRestart = true;
    private readonly module: WebAssembly.Module;
    private readonly startMessage: () => Message;

    /** `startMessage` makes the first message, with what is saved at that moment. */
    constructor(module: WebAssembly.Module, startMessage: () => Message) {
        this.module = module;
        this.startMessage = startMessage;
    }

    start(): Result {
        this.generation += 1;
        this.exports = new WebAssembly.Instance(this.module, {}).exports as unknown as Exports;
        this.exports._initialize?.();
        return this.takeMessage(this.startMessage());
    }

    dispatch(message: Message): Result {
        this.mayRestart ||= kByCustomer.has(message.m);
        return this.orRestart(() => this.takeMessage(message));
    }

    deliver(effect: number, status: number, body: Uint8Array): Result {
        return this.orRestart(() => {
            this.write(body);
            return this.read(this.exports.vt_deliver(effect, status, body.length));
        });
    }

    private takeMessage(message: Message): Result {
        const bytes = encoder.encode(JSON.stringify(message));
        this.write(bytes);
        return this.read(this.exports.vt_dispatch(bytes.length));
    }

    private orRestart(call: () => Result): Result {
        try {
            return call();
        } catch (trap) {
            if (!this.mayRestart) {
                throw new CoreLost(String(trap));
            }
            this.mayRestart = false;
            return this.orRestart(() => this.start());
        }
    }

    /** Any call may have grown the memory, which detaches every earlier view of it. */
    private view(address: number, size: number): Uint8Array {
        return new Uint8Array(this.exports.memory.buffer, address >>> 0, size);
    }

    private write(bytes: Uint8Array): void {
        const address = this.exports.vt_reserve(bytes.length);
        this.view(address, bytes.length).set(bytes);
    }

    private read(address: number): Result {
        return JSON.parse(decoder.decode(this.view(address, this.exports.vt_result_size()))) as Result;
    }
}
