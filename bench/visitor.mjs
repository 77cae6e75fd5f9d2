// A visitor of a site: holds the WebAssembly module with its index, and counts the files that it had to fetch.
import { readFileSync } from 'node:fs';
import path from 'node:path';

const encoder = new TextEncoder();
const decoder = new TextDecoder();

export class Visitor {
    #folder;
    #fetched = [];
    #core;
    #shards;
    #added = new Set();

    // `compiled` is the module; compiling is left out of what a visitor costs, its bytes are not.
    constructor(folder, compiled) {
        this.#folder = folder;
        this.#fetched.push('ventanilla.wasm');
        this.#core = new WebAssembly.Instance(compiled, {}).exports;
        this.#core._initialize?.();
        this.#shards = JSON.parse(this.#fetch('manifest.json').toString('utf8')).shards;
        const fault = this.#core.vt_index_open(this.#put(this.#fetch(this.#shards[0])));
        if (fault !== 0) {
            throw new Error(`shard 0 is refused: fault ${fault - 1}`);
        }
    }

    // As the widget searches: the answer to `text`, at most `limit` hits.
    search(text, limit) {
        const address = this.#core.vt_index_search(this.#put(encoder.encode(text)), limit);
        const size = this.#core.vt_result_size();
        return JSON.parse(decoder.decode(new Uint8Array(this.#core.memory.buffer, address, size)));
    }

    // Fetches the texts that an answer wants.
    fetchTexts(wanted) {
        for (const shard of wanted) {
            if (this.#added.has(shard)) {
                continue;
            }
            this.#added.add(shard);
            const fault = this.#core.vt_index_add(shard, this.#put(this.#fetch(this.#shards[shard])));
            if (fault !== 0) {
                throw new Error(`shard ${shard} is refused: fault ${fault - 1}`);
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

    #fetch(name) {
        this.#fetched.push(name);
        return readFileSync(path.join(this.#folder, name));
    }

    #put(bytes) {
        const address = this.#core.vt_reserve(bytes.length);
        new Uint8Array(this.#core.memory.buffer, address, bytes.length).set(bytes);
        return bytes.length;
    }
}
