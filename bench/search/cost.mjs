// What visitors of one engine pay: bytes, requests, time and memory.
import { quantile, spread, sum } from "./figures.mjs";
import { wireBytes } from "./wire.mjs";

const kHits = 10;
const kShown = 5;
const kKeys = 3000;
const kKeysMs = 30_000;

/** As typed, key by key; one that ends in a space asks nothing new. */
export function keysOf(text) {
    const letters = [...text];
    return letters.map((_, at) => letters.slice(0, at + 1).join("")).filter((typed) => !/\s$/.test(typed));
}

/** Whole queries of those kinds that people type, at most 100. */
export function mixOf(queries) {
    const typed = queries.filter((query) => ["title", "anchor", "question", "typo"].includes(query.class));
    return spread(typed.length > 0 ? typed : queries, 100).map(({ q }) => q);
}

export async function costOf(engine, folder, queries) {
    const wire = wireBytes(folder);
    const weigh = (files) => sum(files.map(wire));
    const mix = mixOf(queries);

    const first = [];
    const requests = [];
    for (const text of mix) {
        const visitor = await engine.visit();
        await visitor.search(text, kHits, kShown);
        const files = visitor.takeFetched();
        first.push(weigh(files));
        requests.push(files.length);
    }

    const typed = [];
    for (const text of spread(mix, 30)) {
        const visitor = await engine.visit();
        const keys = keysOf([...text].slice(0, 40).join(""));
        for (const [at, key] of keys.entries()) {
            await visitor.search(key, kHits, at === keys.length - 1 ? kShown : 0);
        }
        typed.push(weigh(visitor.takeFetched()));
    }

    const five = [];
    for (let round = 0; round < 20; ++round) {
        const visitor = await engine.visit();
        for (let at = 0; at < 5; ++at) {
            await visitor.search(mix[(round * 5 + at) % mix.length], kHits, kShown);
        }
        five.push(weigh(visitor.takeFetched()));
    }
    return { first, requests, typed, five, ...(await keysIn(engine, mix)) };
}

// One long visit: what a key costs when nothing is new any more, and what is held at the end.
async function keysIn(engine, mix) {
    const visitor = await engine.visit();
    for (const text of spread(mix, 10)) {
        await visitor.search(text, kHits, 0);
    }
    const keys = [];
    const end = performance.now() + kKeysMs;
    for (const key of mix.flatMap(keysOf)) {
        if (keys.length >= kKeys || performance.now() > end) {
            break;
        }
        keys.push((await visitor.search(key, kHits, 0)).spent);
    }
    return { keys, memory: visitor.memoryBytes() };
}

/** The figures of a table. */
export function summaryOf({ first, requests, typed, five, keys, memory }) {
    const of = (values) => ({ p50: quantile(values, 0.5), p95: quantile(values, 0.95), p99: quantile(values, 0.99) });
    return { first: of(first), requests: of(requests), typed: of(typed), five: of(five), keys: of(keys), memory };
}
