// A visitor of a site: holds the WebAssembly module with its index, and counts the files that it had to fetch.
import { readFileSync } from 'node:fs';
import path from 'node:path';

const encoder = new TextEncoder();
const decoder = new TextDecoder();

export class Visitor {
    #folder;
    #fetched = [];
    #core;
    #cached = new Set();

    // `compiled` is the module; compiling is left out of what a visitor costs, its bytes are not.
    constructor(folder, compiled) {
        this.#folder = folder;
        this.#fetched.push('ventanilla.wasm');
        this.#core = new WebAssembly.Instance(compiled, {}).exports;
        this.#core._initialize?.();
        const fault = this.#core.vt_index_open(this.#put(this.#fetch('0.bin')));
        if (fault !== 0) {
            throw new Error(`the root is refused: fault ${fault - 1}`);
        }
    }

    // As the widget searches: the answer to `text`, at most `limit` hits, of which `shown` are displayed; asks for
    // shards until it wants no more. `spent` is the time in the module, in milliseconds.
    search(text, limit, shown) {
        const encoded = encoder.encode(text);
        let spent = 0;
        for (;;) {
            const start = performance.now();
            const address = this.#core.vt_index_search(this.#put(encoded), limit, shown);
            const size = this.#core.vt_result_size();
            const answer = JSON.parse(decoder.decode(new Uint8Array(this.#core.memory.buffer, address, size)));
            spent += performance.now() - start;
            if (answer.wanted.length === 0) {
                return { hits: answer.hits, spent };
            }
            for (const shard of answer.wanted) {
                spent += this.#add(shard);
            }
        }
    }

    // The files fetched since the last call.
    takeFetched() {
        return this.#fetched.splice(0);
    }

    memoryBytes() {
        return this.#core.memory.buffer.byteLength;
    }

    #add(shard) {
        const bytes = this.#fetch(`${shard}.bin`);
        const start = performance.now();
        const fault = this.#core.vt_index_add(shard, this.#put(bytes));
        if (fault !== 0) {
            throw new Error(`shard ${shard} is refused: fault ${fault - 1}`);
        }
        return performance.now() - start;
    }

    // What the browser has in its cache, as it may have all of an index, is not fetched again.
    #fetch(name) {
        if (!this.#cached.has(name)) {
            this.#cached.add(name);
            this.#fetched.push(name);
        }
        return readFileSync(path.join(this.#folder, name));
    }

    #put(bytes) {
        const address = this.#core.vt_reserve(bytes.length);
        new Uint8Array(this.#core.memory.buffer, address, bytes.length).set(bytes);
        return bytes.length;
    }
}
