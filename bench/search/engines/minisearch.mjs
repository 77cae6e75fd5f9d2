// MiniSearch as its documentation recommends it for a site: titles boosted, prefixes and typos on, accents folded. The
// browser downloads the library and one file with the whole index.
import { buildSync } from "esbuild";
import MiniSearch from "minisearch";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { runMeasured } from "../run_measured.mjs";
import { readLines } from "../lines.mjs";

const fold = (text) => text.normalize("NFD").replace(/\p{M}+/gu, "");
const searching = { boost: { title: 4, headings: 2 }, prefix: true, fuzzy: 0.2 };

const plain = {
    library: "import MiniSearch from 'minisearch'; export { MiniSearch };",
    processTerm: () => (term) => fold(term.toLowerCase()) || null,
    searching,
};

function settings(variant, language) {
    return { fields: ["title", "headings", "body"], storeFields: ["title", "url"], processTerm: variant.processTerm(language) };
}

/** An engine of the comparison. `variant` is named by its module, whose own process builds the index. */
export function engineOf(variant, module) {
    return {
        build: (corpus, folder) => runMeasured(process.execPath, [module, corpus.file, corpus.language, folder]),
        open(folder) {
            const language = readFileSync(path.join(folder, "language"), "utf8");
            globalThis.gc?.();
            const before = process.memoryUsage();
            const index = MiniSearch.loadJSON(readFileSync(path.join(folder, "index.json"), "utf8"), settings(variant, language));
            const held = ({ heapUsed, external, arrayBuffers }) => heapUsed + external + arrayBuffers;
            return {
                visit() {
                    let fetched = ["client.js", "index.json"];
                    return {
                        search(text, limit) {
                            const start = performance.now();
                            const found = index.search(text, variant.searching).slice(0, limit);
                            return { ids: found.map(({ id }) => id), spent: performance.now() - start };
                        },
                        takeFetched: () => fetched.splice(0),
                        memoryBytes() {
                            globalThis.gc?.();
                            return held(process.memoryUsage()) - held(before);
                        },
                    };
                },
            };
        },
    };
}

/** What the variant's own process does. */
export function writeIndex(variant, [corpus, language, folder]) {
    const index = new MiniSearch(settings(variant, language));
    index.addAll(
        readLines(corpus).map(({ id, title, url, headings, body }) => ({
            id, title, url, headings: headings.map(({ text }) => text).join("\n"), body: body.replace(/^#{1,6} /gm, ""),
        })),
    );
    mkdirSync(folder, { recursive: true });
    writeFileSync(path.join(folder, "index.json"), JSON.stringify(index));
    writeFileSync(path.join(folder, "language"), language);
    const stdin = { contents: variant.library, resolveDir: import.meta.dirname, loader: "js" };
    buildSync({ stdin, bundle: true, minify: true, format: "esm", outfile: path.join(folder, "client.js"), logLevel: "error" });
}

export const { build, open } = engineOf(plain, import.meta.filename);

if (process.argv[1] === import.meta.filename) {
    writeIndex(plain, process.argv.slice(2));
}
