#!/usr/bin/env node
// How each figure grows with the number of articles. Prints the table, and puts it and its picture into the documentation.
// Needs the corpora of real help centres (README.md).
//
//   npm run growth
//   npm run growth -- --sizes 1000,3000 --print        two sizes, and nothing is written
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { root } from "../search/places.mjs";
import { pictureOf } from "./picture.mjs";
import { tableOf } from "./table.mjs";

const { values: options } = parseArgs({
    options: { sizes: { type: "string", default: "1000,3000,10234,30000,100000" }, print: { type: "boolean", default: false } },
});

const script = path.join(import.meta.dirname, "size.mjs");
const rows = options.sizes.split(",").map((size) => {
    const said = execFileSync(process.execPath, ["--max-old-space-size=8000", script, size], {
        encoding: "utf8",
        stdio: ["ignore", "pipe", "inherit"],
    });
    const row = JSON.parse(said);
    process.stderr.write(`${size} articles: built in ${row.built.seconds.toFixed(1)} s\n`);
    return row;
});
const table = tableOf(rows);
process.stdout.write(table);
if (!options.print) {
    const page = path.join(root, "docs/benchmarks.md");
    const text = readFileSync(page, "utf8");
    writeFileSync(page, text.replace(/(<!-- growth -->\n)[^]*?(<!-- end -->)/, (_, begin, end) => `${begin}\n${table}\n${end}`));
    writeFileSync(path.join(root, "docs/images/growth.svg"), pictureOf(rows));
}
