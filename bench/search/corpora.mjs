// What is searched, and the queries: the demo in both languages, and the corpora of real help centres where they are.
//
//   const { name, language, file, articles, queries } = openCorpus("demo-es");
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync } from "node:fs";
import path from "node:path";
import { demoArticles } from "./demo.mjs";
import { readLines, writeLines } from "./lines.mjs";
import { root, shared, work } from "./places.mjs";

const corpora = {
    "demo-es": { language: "es" },
    "demo-en": { language: "en" },
    "es-kb": { language: "es", shared: true },
    "en-kb": { language: "en", shared: true },
};

/** Those that can be measured here. */
export function corpusNames() {
    return Object.keys(corpora).filter((name) => !corpora[name].shared || existsSync(packed(name)));
}

function packed(name) {
    return path.join(shared, "data", `${name}.jsonl.zst`);
}

/** Articles of a packed corpus; needs the program zstd. */
export function sharedArticles(name) {
    const text = execFileSync("zstd", ["-dcq", packed(name)], { encoding: "utf8", maxBuffer: 2 ** 30 });
    return text.trim().split("\n").map((line) => JSON.parse(line));
}

export function sharedQueries(name) {
    return readLines(path.join(shared, "queries/dev", `${name}.jsonl`));
}

export function openCorpus(name) {
    const corpus = corpora[name];
    if (!corpus) {
        throw new Error(`there is no corpus "${name}", only ${Object.keys(corpora).join(", ")}`);
    }
    const articles = corpus.shared ? sharedArticles(name) : demoArticles(corpus.language);
    const queries = corpus.shared ? sharedQueries(name) : readLines(path.join(root, "bench/queries", `${name}.jsonl`));
    const file = path.join(work, `${name}.jsonl`);
    mkdirSync(work, { recursive: true });
    writeLines(file, articles);
    return { name, language: corpus.language, file, articles, queries };
}
