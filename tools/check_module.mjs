// Fails when a WebAssembly module imports anything: the core is pure, and an import is a clock, a
// file or a random number that crept in (printf imports fd_write, std::chrono clock_time_get).
import { readFileSync } from "node:fs";

const [file] = process.argv.slice(2);
const imports = WebAssembly.Module.imports(new WebAssembly.Module(readFileSync(file)));
for (const { module, name } of imports) {
    console.error(`${file}: imports ${module}.${name}; the module must not import anything`);
}
process.exitCode = imports.length === 0 ? 0 : 1;
