// What a file weighs on its way: brotli as a static host keeps it (11 up to 2 MB, 9 above, where 11 takes minutes), never
// more than the bytes themselves.
import { readFileSync } from "node:fs";
import path from "node:path";
import { brotliCompressSync, constants } from "node:zlib";

const kBest = 2_000_000;

/** A function of a file's name in `folder`; each is packed once. */
export function wireBytes(folder) {
    const known = new Map();
    return (name) => {
        if (!known.has(name)) {
            const bytes = readFileSync(path.join(folder, name));
            const params = {
                [constants.BROTLI_PARAM_QUALITY]: bytes.length > kBest ? 9 : 11,
                [constants.BROTLI_PARAM_LGWIN]: 22,
                [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
            };
            known.set(name, Math.min(bytes.length, brotliCompressSync(bytes, { params }).length));
        }
        return known.get(name);
    };
}
