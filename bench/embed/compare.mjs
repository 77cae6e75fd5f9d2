#!/usr/bin/env node
// What the launcher costs a page before anybody asks for help, and how soon there is a search box then: beside the page alone,
// Pagefind's modal and Typebot's bubble, in one run. Prints the table, keeps all figures in build/bench/embed.json, and puts
// the table into the documentation.
//
//   npm run embed
//   npm run embed -- --rounds 2 --print        fewer visits, and nothing is written
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { root, work } from "../search/places.mjs";
import { contenders, prepare } from "./contenders.mjs";
import { startHost } from "./host.mjs";
import { tableOf } from "./table.mjs";
import { visit } from "./visit.mjs";

// About what DevTools calls "Fast 3G".
const LINE = { roundTrip: 150, bytesPerSecond: 1.6e6 / 8 };

const { values: options } = parseArgs({
    options: { rounds: { type: "string", default: "7" }, print: { type: "boolean", default: false } },
});

const host = await startHost(await prepare());
const names = Object.keys(contenders);
const seen = Object.fromEntries(names.map((name) => [name, { cold: [], hovered: [], slow: [] }]));
for (let round = 0; round < Number(options.rounds); ++round) {
    // Nobody is always the first.
    for (const name of names.map((_, at) => names[(at + round) % names.length])) {
        const contender = contenders[name];
        seen[name].cold.push(await visit(host, name, contender, { whole: true }));
        if (contender.hit) {
            seen[name].hovered.push(await visit(host, name, contender, { hovered: true }));
            host.setLine(LINE);
            seen[name].slow.push(await visit(host, name, contender, {}));
            host.setLine(null);
        }
    }
    writeFileSync(path.join(work, "embed.json"), JSON.stringify(seen, null, 2));
    process.stderr.write(`round ${round + 1} of ${options.rounds}\n`);
}
host.close();

const table = tableOf(names.map((name) => ({ title: contenders[name].title, ...seen[name] })));
process.stdout.write(table);
if (!options.print) {
    const page = path.join(root, "docs/benchmarks.md");
    const text = readFileSync(page, "utf8");
    writeFileSync(page, text.replace(/(<!-- embed -->\n)[^]*?(<!-- end -->)/, (_, begin, end) => `${begin}\n${table}\n${end}`));
}
