#!/usr/bin/env node
// Compares the search with others, on the demo and on the corpora that are there: builds, measures, and prints one table
// a corpus. README.md says what each line means.
//
//   npm run search                                   all of it
//   npm run search -- --corpora demo-es --engines ventanilla,pagefind --limit 100
import { execFileSync } from "node:child_process";
import { rmSync, mkdirSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { corpusNames, openCorpus } from "./corpora.mjs";
import { kilobytes, megabytes, percent, share, time } from "./figures.mjs";
import { work } from "./places.mjs";

const engines = ["ventanilla", "pagefind", "minisearch", "minisearch_tuned"];
const { values: options } = parseArgs({
    options: {
        corpora: { type: "string", default: corpusNames().join(",") },
        engines: { type: "string", default: engines.join(",") },
        limit: { type: "string", default: "150" }, // queries of each class
    },
});

async function measure(name, corpus) {
    const folder = path.join(work, "search", corpus.name, name);
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(path.dirname(folder), { recursive: true });
    const { build } = await import(`./engines/${name}.mjs`);
    const built = await build(corpus, folder);
    const script = path.join(import.meta.dirname, "measure.mjs");
    const args = ["--expose-gc", "--max-old-space-size=8000", script, name, corpus.name, folder, options.limit];
    const said = execFileSync(process.execPath, args, { encoding: "utf8", stdio: ["ignore", "pipe", "inherit"] });
    return { built, ...JSON.parse(said.trim().split("\n").at(-1)) };
}

/** Pairs of a line's name and what it tells of an engine's figures. */
function lines(figures) {
    const pair = (values, unit) => `${unit(values.p50)} / ${unit(values.p95)}`;
    const kinds = Object.entries(figures[0].quality.classes);
    return [
        ...kinds.map(([kind, { n }]) => [`MRR@10, ${kind} (${n})`, ({ quality }) => share(quality.classes[kind].mrr)]),
        ["**MRR@10, mean of the classes**", ({ quality }) => `**${share(quality.all.mrr)}**`],
        ["first hit is right", ({ quality }) => share(quality.all.first)],
        ["among the first ten", ({ quality }) => share(quality.all.ten)],
        ["queries without a hit", ({ quality }) => percent(quality.none)],
        ["first query with 5 results, p50 / p95", ({ cost }) => pair(cost.first, kilobytes)],
        ["requests for it, p50 / p95", ({ cost }) => pair(cost.requests, String)],
        ["five queries, p50 / p95", ({ cost }) => pair(cost.five, kilobytes)],
        ["every key of a query, p50 / p95", ({ cost }) => pair(cost.typed, kilobytes)],
        ["a key, p50 / p95 / p99, ms", ({ cost: { keys } }) => `${time(keys.p50)} / ${time(keys.p95)} / ${time(keys.p99)}`],
        ["memory after a session", ({ cost }) => megabytes(cost.memory)],
        ["build", ({ built }) => `${built.seconds.toFixed(1)} s, ${Math.round(built.peakBytes / 1e6)} MB`],
    ];
}

const chosen = options.engines.split(",");
for (const corpusName of options.corpora.split(",")) {
    const corpus = openCorpus(corpusName);
    const figures = [];
    for (const name of chosen) {
        figures.push(await measure(name, corpus));
    }
    const rows = lines(figures).map(([name, tell]) => [name, ...figures.map(tell)]);
    console.log(`\n${corpusName}, ${corpus.articles.length} articles\n`);
    for (const row of [["", ...chosen], ["---", ...chosen.map(() => "---")], ...rows]) {
        console.log(`| ${row.join(" | ")} |`);
    }
}
