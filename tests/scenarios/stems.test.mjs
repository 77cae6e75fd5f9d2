// Snowball's own vocabularies, in WebAssembly: every word has the stem that Snowball says. The same natively:
// tests/core/text/vocabulary_test.cpp.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../", import.meta.url));
const module = new WebAssembly.Module(readFileSync(join(root, "build/web/tests/wasm/stems.wasm")));
const { memory, reserve, stems, result_size, ...other } = new WebAssembly.Instance(module, {}).exports;
other._initialize?.();

function stemsOf(language, words) {
    const input = Buffer.from([language, ...words, ""].join("\n"));
    const place = reserve(input.length);
    new Uint8Array(memory.buffer, place, input.length).set(input);
    const result = stems();
    return Buffer.from(memory.buffer, result, result_size()).toString().split("\n").slice(0, -1);
}

// As tools/setup and cmake/Languages.cmake name them.
const cache = join(process.env.XDG_CACHE_HOME || join(homedir(), ".cache"), "ventanilla");
const [, version] = /^snowball-data (\S+)/m.exec(readFileSync(join(root, "tools/versions.txt"), "utf8"));
const [, list] = /^set\(languages (.*)\)$/m.exec(readFileSync(join(root, "cmake/Languages.cmake"), "utf8"));

for (const [language, stemmer] of list.split(" ").map((entry) => entry.split("="))) {
    test(`every word of Snowball's vocabulary of ${language} has Snowball's stem`, () => {
        const lines = (name) =>
            readFileSync(join(cache, `snowball-data-${version}`, stemmer, name), "utf8").split("\n").slice(0, -1);
        const words = lines("voc.txt");
        assert.ok(words.length > 3_000);
        assert.deepEqual(stemsOf(language, words), lines("output.txt"));
    });
}
