// Measures one engine on one corpus that it has built, in a process of its own; one line of JSON with the figures.
//
//   node --expose-gc search/measure.mjs pagefind demo-es FOLDER LIMIT
import { openCorpus } from "./corpora.mjs";
import { costOf, summaryOf } from "./cost.mjs";
import { qualityOf } from "./quality.mjs";

const [name, corpusName, folder, limit] = process.argv.slice(2);
const { open } = await import(`./engines/${name}.mjs`);
const { queries } = openCorpus(corpusName);
const engine = open(folder);
const quality = await qualityOf(engine, queries, Number(limit));
const cost = summaryOf(await costOf(engine, folder, queries));
process.stdout.write(`${JSON.stringify({ quality, cost })}\n`);
