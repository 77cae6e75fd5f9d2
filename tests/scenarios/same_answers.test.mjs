// The command on a server and the module in a browser answer every query alike: the same hits in the same order, with the
// same scores, excerpts and marks. Asked on the demo's own index; on the corpora of bench/ too, where they are.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { openCorpus } from "../../bench/search/corpora.mjs";
import { readLines } from "../../bench/search/lines.mjs";
import { moduleFor, root, shared } from "../../bench/search/places.mjs";
import { Visitor } from "../../bench/visitor.mjs";
import { command } from "../support/ventanilla.mjs";

const kHits = 10;
const work = mkdtempSync(join(tmpdir(), "ventanilla-same-"));
after(() => rmSync(work, { recursive: true }));

function ventanilla(words, input = "") {
    const run = spawnSync(command, words, { encoding: "utf8", input, maxBuffer: 2 ** 30 });
    assert.ifError(run.error);
    assert.equal(run.status, 0, run.stderr);
    return run.stdout;
}

/** Numbers below `limit`, the same in every run. */
function dice(seed) {
    let state = seed;
    return (limit) => {
        state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
        return Math.floor((state / 2 ** 32) * limit);
    };
}

const kLetters = [..."aeiosrntñáüÇ 0457-'’.,¿?«»\"\\/{}\u0301\u00a0\u200b日本Ω🙂"];

/** The text with a few letters changed, doubled, exchanged or left out. */
function mutated(text, pick) {
    const letters = [...text];
    for (let change = 0; change <= pick(3); ++change) {
        const at = pick(letters.length);
        const kinds = [
            () => letters.splice(at, 1),
            () => letters.splice(at, 0, kLetters[pick(kLetters.length)]),
            () => letters.splice(at, 1, kLetters[pick(kLetters.length)]),
            () => letters.splice(at, 2, ...letters.slice(at, at + 2).reverse()),
            () => letters.splice(at, 0, ...letters.slice(at, at + 3)),
        ];
        kinds[pick(kinds.length)]();
    }
    return letters.join("");
}

const fixed = ["", " ", "a", "ñ", "de la que con", "the of and", "E-404", "5 GHz", "x".repeat(300), "wifi ".repeat(200), "🙂🙂", "\u0000wifi"];

/** The queries, each also cut at `prefixes` places and changed `mutations` times. */
function variants(queries, { prefixes, mutations }) {
    const pick = dice(20261122);
    return queries.flatMap((query) => {
        const letters = [...query];
        const cut = prefixes < letters.length ? Array.from({ length: prefixes }, () => 1 + pick(letters.length)) : letters.keys();
        return [
            query,
            ...[...cut].map((end) => letters.slice(0, end).join("")),
            ...Array.from({ length: mutations }, () => mutated(query, pick)),
        ];
    });
}

const marked = (runs = []) => runs.map(([text, isMarked]) => (isMarked ? `«${text}»` : text)).join("");

/** What is compared; the module leaves empty texts out. */
const shown = ({ id = "", url = "", title, section = "", anchor = "", excerpt, score }) => ({ id, url, title, section, anchor, excerpt, score });

function assertSameAnswers(folder, language, queries) {
    const lines = ventanilla(["search", folder], queries.map((q) => `${JSON.stringify({ q, k: kHits })}\n`).join(""));
    const native = lines.trimEnd().split("\n").map((line) => JSON.parse(line).hits);
    assert.equal(native.length, queries.length);
    const visitor = new Visitor(folder, new WebAssembly.Module(readFileSync(moduleFor(language))));
    let found = 0;
    for (const [at, query] of queries.entries()) {
        const hits = visitor.search(query, kHits, kHits).hits.map((hit) => shown({ ...hit, title: marked(hit.title), excerpt: marked(hit.excerpt) }));
        const expected = native[at].map(shown);
        assert.deepEqual(hits, expected, `"${query}"`);
        found += hits.length;
    }
    return found;
}

for (const language of ["es", "en"]) {
    test(`the demo's index in "${language}" answers alike in a browser and on a server`, () => {
        const site = join(work, `site-${language}`);
        ventanilla(["build", join(root, "assets/demo"), "--out", site]);
        const data = join(site, "data", language);
        const folder = join(data, readdirSync(data).find((name) => name.startsWith("index.")));
        const queries = readLines(join(root, "bench/queries", `demo-${language}.jsonl`)).map(({ q }) => q);
        const asked = [...fixed, ...variants(queries, { prefixes: Infinity, mutations: 10 })];
        assert.ok(asked.length > 1000);
        assert.ok(assertSameAnswers(folder, language, asked) > asked.length);
    });
}

for (const name of ["es-kb", "en-kb"]) {
    const skip = !existsSync(join(shared, "data", `${name}.jsonl.zst`)) && "the corpus is not here";
    test(`an index in many shards, of "${name}", answers alike in a browser and on a server`, { skip }, () => {
        const { language, articles, queries } = openCorpus(name);
        const corpus = join(work, `${name}.jsonl`);
        writeFileSync(corpus, articles.map((article) => `${JSON.stringify(article)}\n`).join(""));
        ventanilla(["index", corpus, "--out", join(work, name)]);
        const asked = [...fixed, ...variants(queries.map(({ q }) => q), { prefixes: 1, mutations: 1 })];
        assert.ok(asked.length > 5000);
        assert.ok(assertSameAnswers(join(work, name), language, asked) > asked.length);
    });
}
