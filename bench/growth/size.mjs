// Measures one size: writes its corpus, builds its index, and asks as visitors do. One line of JSON with the figures; in a
// process of its own, so that one size's memory is not another's.
//
//   node growth/size.mjs 10234
import { closeSync, mkdirSync, openSync, readdirSync, rmSync, statSync, writeSync } from "node:fs";
import path from "node:path";
import { sharedQueries } from "../search/corpora.mjs";
import { costOf, summaryOf } from "../search/cost.mjs";
import { build, open } from "../search/engines/ventanilla.mjs";
import { sum } from "../search/figures.mjs";
import { work } from "../search/places.mjs";
import { wireBytes } from "../search/wire.mjs";
import { articlesOf } from "./larger.mjs";

function write(size) {
    mkdirSync(work, { recursive: true });
    const file = path.join(work, `growth-${size}.jsonl`);
    const handle = openSync(file, "w");
    for (const article of articlesOf(size)) {
        writeSync(handle, `${JSON.stringify(article)}\n`);
    }
    closeSync(handle);
    return file;
}

const size = Number(process.argv[2]);
const file = write(size);
const folder = path.join(work, `growth-${size}`);
rmSync(folder, { recursive: true, force: true });
const built = await build({ file }, folder);
const shards = readdirSync(folder).filter((name) => name.endsWith(".bin"));
const cost = summaryOf(await costOf(open(folder), folder, sharedQueries("es-kb")));
const raw = sum(shards.map((name) => statSync(path.join(folder, name)).size));
const index = { root: wireBytes(folder)("0.bin"), raw, shards: shards.length };
process.stdout.write(`${JSON.stringify({ size, text: statSync(file).size, built, index, cost })}\n`);
rmSync(folder, { recursive: true });
rmSync(file);
