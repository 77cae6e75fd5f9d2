// Makes the package for npm: build/package/ and, packed, build/ventanilla-widget-VERSION.tgz. Its version is the product's.
import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../", import.meta.url));
const out = `${root}build/package/`;
const readJson = (path) => JSON.parse(readFileSync(root + path, "utf8"));
const run = (program, ...args) => execFileSync(program, args, { cwd: root, stdio: ["ignore", "inherit", "inherit"] });

rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });
run("node_modules/.bin/tsc", "-p", "web/npm");
cpSync(`${root}web/embed/api.d.ts`, `${out}embed/api.d.ts`);
cpSync(`${root}web/npm/README.md`, `${out}README.md`);
cpSync(`${root}LICENSE`, `${out}LICENSE`);
const { name, ...manifest } = readJson("web/npm/package.json");
const { version } = readJson("package.json");
writeFileSync(`${out}package.json`, `${JSON.stringify({ name, version, ...manifest }, null, 2)}\n`);
run("npm", "pack", "--silent", "--offline", "--pack-destination", "build", out);
