// Answers the benchmark's JSON lines, one line for each.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import readline from 'node:readline';
import { Visitor } from './visitor.mjs';

// `ids`: of all entries by number, which a page with results does not need, and a benchmark does. Number 0 is not written.
function answer(visitor, ids, { q, k = 10, show = 0 }) {
    const { hits, spent } = visitor.search(q, k, show);
    return { ids: hits.map(({ entry = 0 }) => ids[entry]), us: Math.round(spent * 1000), fetched: visitor.takeFetched() };
}

export async function serve(folder) {
    const compiled = new WebAssembly.Module(readFileSync(path.join(folder, 'ventanilla.wasm')));
    const { ids } = JSON.parse(readFileSync(path.join(folder, 'manifest.json'), 'utf8'));
    const start = performance.now();
    let visitor = new Visitor(folder, compiled);
    const print = (value) => process.stdout.write(JSON.stringify(value) + '\n');
    print({ ready: true, load_ms: performance.now() - start, mem: { heap: visitor.memoryBytes() } });
    for await (const line of readline.createInterface({ input: process.stdin })) {
        try {
            const request = JSON.parse(line);
            if (request.cmd === 'reset') {
                visitor = new Visitor(folder, compiled);
                print({ ok: true });
            } else if (request.cmd === 'mem') {
                print({ heap: visitor.memoryBytes() });
            } else {
                print(answer(visitor, ids, request));
            }
        } catch (error) {
            print({ ids: [], error: String(error?.message ?? error) });
        }
    }
}
