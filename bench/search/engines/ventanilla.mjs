// Ours, as it ships: the index of `ventanilla index`, the widget's own module.
import { copyFileSync, readFileSync } from "node:fs";
import path from "node:path";
import { Visitor } from "../../visitor.mjs";
import { command, moduleFor } from "../places.mjs";
import { runMeasured } from "../run_measured.mjs";

export async function build(corpus, folder) {
    const cost = await runMeasured(command, ["index", corpus.file, "--out", folder]);
    const { language } = JSON.parse(readFileSync(path.join(folder, "manifest.json"), "utf8"));
    copyFileSync(moduleFor(language), path.join(folder, "ventanilla.wasm"));
    return cost;
}

export function open(folder) {
    const compiled = new WebAssembly.Module(readFileSync(path.join(folder, "ventanilla.wasm")));
    const { ids } = JSON.parse(readFileSync(path.join(folder, "manifest.json"), "utf8"));
    return {
        visit() {
            const visitor = new Visitor(folder, compiled);
            return {
                search(text, limit, shown) {
                    const { hits, spent } = visitor.search(text, limit, shown);
                    return { ids: hits.map(({ entry = 0 }) => ids[entry]), spent };
                },
                takeFetched: () => visitor.takeFetched(),
                memoryBytes: () => visitor.memoryBytes(),
            };
        },
    };
}
