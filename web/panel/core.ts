// The core behind its door. The module has no imports: bytes go in, JSON comes out. A trap (out of memory) leaves an
// instance useless: it is thrown away, and another one starts from what was last saved, once for each thing that the
// customer does; when that traps too, CoreLost is thrown.
import { Door } from "./door.ts";
import { type Answer, request } from "./network.ts";
import type { Message, Result } from "./protocol.ts";

export class CoreLost extends Error {}

const kByCustomer = new Set([
    "navigate", "typed", "chose", "answer-guide", "press", "search", "open-article", "start-guide", "new-ticket",
]);

/** Fetches and compiles a module; a server that gives it a wrong type only costs the streaming. */
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
    #door!: Door;
    #mayRestart = true;
    #annex: WebAssembly.Module | null = null;
    readonly #module: WebAssembly.Module;
    readonly #startMessage: () => Message;
    readonly #onDoor: (door: Door) => void;

    /** `startMessage` makes the first message, with what is saved at that moment; `onDoor` is told of each instance. */
    constructor(module: WebAssembly.Module, startMessage: () => Message, onDoor: (door: Door) => void = () => {}) {
        this.#module = module;
        this.#startMessage = startMessage;
        this.#onDoor = onDoor;
    }

    start(): Result {
        this.generation += 1;
        this.#door = new Door(this.#module);
        this.#onDoor(this.#door);
        const message = this.#startMessage();
        if (this.#annex) {
            this.#door.join(this.#annex);
            message["annex"] = true;
        }
        return this.#takeMessage(message);
    }

    /** Fetches the second file of the module, for this instance and those to come; the answer has no bytes. */
    async extend(address: string): Promise<Answer> {
        const { status, body } = await request(address);
        const answer = { status, body: new Uint8Array() };
        try {
            if (status === 200) {
                this.#annex = await WebAssembly.compile(body);
                this.#door.join(this.#annex);
            }
            return answer;
        } catch {
            return { ...answer, status: 500 }; // it is no module, or none that fits
        }
    }

    dispatch(message: Message): Result {
        this.#mayRestart ||= kByCustomer.has(message.m);
        return this.#orRestart(() => this.#takeMessage(message));
    }

    deliver(effect: number, status: number, body: Uint8Array): Result {
        return this.#orRestart(() => this.#door.read(this.#door.exports.vt_deliver(effect, status, this.#door.write(body))));
    }

    #takeMessage(message: Message): Result {
        return this.#door.read(this.#door.exports.vt_dispatch(this.#door.write(JSON.stringify(message))));
    }

    #orRestart(call: () => Result): Result {
        try {
            return call();
        } catch (trap) {
            if (!this.#mayRestart) {
                throw new CoreLost(String(trap));
            }
            this.#mayRestart = false;
            return this.#orRestart(() => this.start());
        }
    }
}
