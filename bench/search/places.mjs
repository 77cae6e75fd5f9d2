// Where things lie: what is measured, and what measuring leaves behind.
import { existsSync } from "node:fs";
import path from "node:path";

export const root = path.resolve(import.meta.dirname, "../..");
export const command = process.env.VENTANILLA ?? path.join(root, "bin/ventanilla");
/** Corpora and queries of real help centres, where there are any: data/*.jsonl.zst and queries/dev/*.jsonl. */
export const shared = process.env.VENTANILLA_CORPORA ?? path.resolve(root, "../shared/bench");
export const work = path.join(root, "build/bench");

/** The module that a page in `language` loads; any for one that the product does not know. */
export function moduleFor(language) {
    const web = path.join(root, "build/install/share/ventanilla/web");
    const known = path.join(web, `ventanilla-${language.split("-")[0]}.wasm`);
    return process.env.VENTANILLA_WASM ?? (existsSync(known) ? known : path.join(web, "ventanilla-en.wasm"));
}
