// Parts a linked WebAssembly module in two: the first file, and the annex, which is fetched when it is needed first.
//
//   node tools/split_module.mjs BINARYEN GATES LINKED FIRST ANNEX
//
// GATES is the header that declares the ways into the annex (widget/app/annex.h), BINARYEN the folder of the wasm-*
// programs. What may move is proved, not guessed: only functions that no export and no entry of the table leads to but
// through a gate. A function whose address is taken counts as called from everywhere.
// docs/decisions/0024-two-files.md
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";

const kNamespace = "ventanilla::app::annex::";
const kFeatures = ["bulk-memory", "nontrapping-float-to-int", "sign-ext", "mutable-globals", "multivalue", "reference-types"].map(
    (feature) => `--enable-${feature}`,
);
// Emscripten's own, and what goes over it again; between them the gates are kept from being inlined.
const kPasses = ["--strip-target-features", "--post-emscripten", "-Oz", "--low-memory-unused", "-O3", "-Oz", "--dealign"];

const [binaryen, header, linked, first, annex] = process.argv.slice(2);

function run(program, ...args) {
    return execFileSync(join(binaryen, program), [...kFeatures, ...args], { encoding: "latin1", maxBuffer: 1 << 28 });
}

function fail(why) {
    console.error(`${basename(linked)}: ${why}`);
    process.exit(1);
}

/** Whom each function calls, and which can be called from outside or by their address. */
function callGraph(text) {
    const calls = new Map();
    const entries = new Set();
    const namesIn = (line, before) => [...line.matchAll(new RegExp(`${before}\\$([^\\s()]+)`, "g"))].map(([, name]) => name);
    let called = new Set();
    for (const line of text.split("\n")) {
        const [, item] = /^ \((\w+)/.exec(line) ?? [];
        if (item === "func") {
            called = new Set();
            calls.set(namesIn(line, "func ")[0], called);
        }
        const pointed = ["elem", "export", "global", "start"].includes(item) ? "" : "ref\\.func ";
        namesIn(line, pointed).forEach((name) => entries.add(name));
        namesIn(line, "\\((?:return_)?call ").forEach((name) => called.add(name));
    }
    return { calls, entries };
}

/** What can be reached from `entries` without going through a gate. */
function reached({ calls, entries }, gates) {
    const found = new Set();
    const next = [...entries].filter((name) => calls.has(name));
    for (let name = next.pop(); name; name = next.pop()) {
        if (!found.has(name) && !gates.has(name)) {
            found.add(name);
            next.push(...calls.get(name));
        }
    }
    return found;
}

/** By their full names, of which each declared one has to be there. */
function gatesIn({ calls, entries }) {
    const gates = new Set();
    for (const [, name] of readFileSync(header, "utf8").matchAll(/^\[\[gnu::noinline\]\][^;(]*?(\w+)\(/gm)) {
        const found = [...calls.keys()].filter((full) => full.startsWith(`${kNamespace}${name}\\28`));
        if (found.length !== 1) {
            fail(`${found.length} functions are ${kNamespace}${name}() of ${basename(header)}, where one is expected: was it inlined, or renamed?`);
        }
        if (entries.has(found[0])) {
            fail(`the address of ${kNamespace}${name}() is taken, so nothing says that it is a gate`);
        }
        gates.add(found[0]);
    }
    return gates.size > 0 ? gates : fail(`${basename(header)} declares no gates`);
}

const work = mkdtempSync(join(tmpdir(), "ventanilla-split-"));
try {
    const whole = join(work, "whole.wasm");
    const list = join(work, "moved");
    run("wasm-opt", "-g", linked, "-o", whole, `--no-inline=*${kNamespace}*`, ...kPasses);
    const graph = callGraph(run("wasm-dis", whole));
    const stays = reached(graph, gatesIn(graph));
    const moved = [...graph.calls.keys()].filter((name) => !stays.has(name));
    writeFileSync(list, moved.join("\n"), "latin1");
    run("wasm-split", whole, `--split-funcs=@${list}`, "--no-placeholders", "-o1", first, "-o2", annex);
    run("wasm-opt", first, "-o", first, "-Oz", "--dealign");
    console.log(`${basename(annex)}: ${moved.length} of ${graph.calls.size} functions`);
} finally {
    rmSync(work, { recursive: true, force: true });
}
