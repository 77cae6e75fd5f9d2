// How the core is parted in two files: the gates that the app declares are there, and what is not parted as declared is refused.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { temporaryFolder } from "../support/ventanilla.mjs";

const root = fileURLToPath(new URL("../../", import.meta.url));
const built = join(root, "build/web/widget/bridge");
const gates = join(root, "widget/app/annex.h");
const [, binaryen] = /^VENTANILLA_BINARYEN:PATH=(.*)$/m.exec(readFileSync(join(root, "build/web/CMakeCache.txt"), "utf8"));

function split(folder, header) {
    const parts = [join(folder, "first.wasm"), join(folder, "annex.wasm")];
    return spawnSync(process.execPath, [join(root, "tools/split_module.mjs"), binaryen, header, join(built, "ventanilla-es.linked.wasm"), ...parts], { encoding: "utf8" });
}

test("the same module is parted into the same bytes", (t) => {
    const folder = temporaryFolder(t);
    assert.equal(split(folder, gates).status, 0);
    assert.deepEqual(readFileSync(join(folder, "first.wasm")), readFileSync(join(built, "ventanilla-es.wasm")));
    assert.deepEqual(readFileSync(join(folder, "annex.wasm")), readFileSync(join(built, "annex-es.wasm")));
});

test("a gate that is not in the module is refused with a sentence", (t) => {
    const folder = temporaryFolder(t);
    const header = join(folder, "annex.h");
    writeFileSync(header, `${readFileSync(gates, "utf8")}\n[[gnu::noinline]] void nowhere(Turn& turn);\n`);
    const { status, stderr } = split(folder, header);
    assert.equal(status, 1);
    assert.match(stderr, /0 functions are ventanilla::app::annex::nowhere\(\) of annex\.h, where one is expected: was it inlined, or renamed\?/);
});

test("the annex asks for nothing but the first file, which asks for nothing", () => {
    for (const language of ["es", "en", "pt"]) {
        const first = new WebAssembly.Module(readFileSync(join(built, `ventanilla-${language}.wasm`)));
        const annex = new WebAssembly.Module(readFileSync(join(built, `annex-${language}.wasm`)));
        assert.deepEqual(WebAssembly.Module.imports(first), []);
        assert.deepEqual([...new Set(WebAssembly.Module.imports(annex).map(({ module }) => module))], ["primary"]);
        new WebAssembly.Instance(annex, { primary: new WebAssembly.Instance(first, {}).exports });
    }
});
