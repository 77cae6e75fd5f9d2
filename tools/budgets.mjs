// What a visitor loads, against the design's ceilings, in bytes as brotli packs them. Measures what is installed and
// what the command publishes of the demo; run it after `make build`. Fails when a ceiling is passed.
import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants } from "node:zlib";
import { buildSync } from "esbuild";

const kKilobyte = 1024;
const root = fileURLToPath(new URL("../", import.meta.url));
const share = join(root, "build/install/share/ventanilla");

function packed(...paths) {
    const pack = (path) => {
        const bytes = readFileSync(path);
        const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
        return brotliCompressSync(bytes, { params }).length;
    };
    return paths.map(pack).reduce((sum, size) => sum + size, 0);
}

/** The one file in `folder` that `pattern` names; its name holds a hash of its bytes. */
function hashed(folder, pattern) {
    const found = readdirSync(folder).filter((name) => pattern.test(name));
    if (found.length !== 1) {
        throw new Error(`${folder}: one file like ${pattern} is expected, there are ${found.length}`);
    }
    return join(folder, found[0]);
}

/** The core that a page of the site loads: that of its language. */
function core(site, language) {
    return hashed(join(site, "widget"), new RegExp(`^ventanilla-${language}\\.[^.]+\\.wasm$`));
}

/** What the npm package adds to a page's own bundle; the file is made beside the site. */
function bundledLoader(site) {
    const outfile = join(site, "../load.js");
    buildSync({ entryPoints: [join(root, "web/npm/load.ts")], bundle: true, minify: true, format: "esm", outfile });
    return outfile;
}

/** Page, scripts, styles, core and catalog: all that the panel loads before a customer has typed. */
function firstOpen(site, language) {
    const widget = join(site, "widget");
    return packed(
        join(widget, language, "index.html"),
        hashed(widget, /^panel\.[^.]+\.js$/),
        hashed(widget, /^panel\.[^.]+\.css$/),
        core(site, language),
        hashed(join(site, "data", language), /^catalog\.[^.]+\.json$/),
    );
}

/** The same for the view on a canvas: its script, its module in the core's place, and its fonts. */
function firstOpenOnCanvas(site, language) {
    const widget = join(site, "widget");
    const fonts = readdirSync(widget).filter((name) => name.endsWith(".ttf"));
    return packed(
        join(widget, language, "canvas", "index.html"),
        hashed(widget, /^panel\.[^.]+\.js$/),
        hashed(widget, /^panel\.[^.]+\.css$/),
        hashed(widget, /^canvas\.[^.]+\.js$/),
        hashed(widget, /^ventanilla-canvas\.[^.]+\.wasm$/),
        ...fonts.map((name) => join(widget, name)),
        hashed(join(site, "data", language), /^catalog\.[^.]+\.json$/),
    );
}

/** All that and the search index: the demo is small enough to be loaded whole. */
function firstQuery(site, language) {
    const data = join(site, "data", language);
    const index = readdirSync(data).find((name) => name.startsWith("index."));
    const shards = readdirSync(join(data, index));
    return firstOpen(site, language) + packed(...shards.map((name) => join(data, index, name)));
}

/** The demo in two languages with a hint on some pages and no launcher on others; made beside the site. */
function ruledLauncher(site) {
    const folder = join(site, "../ruled");
    cpSync(join(share, "demo"), folder, { recursive: true });
    const settings = JSON.parse(readFileSync(join(folder, "site.json"), "utf8"));
    const rules = [
        { pages: ["/checkout/*"], after: 20, hint: { es: "¿Dudas con el pago? Te ayudamos.", en: "Questions about paying? We can help." } },
        { pages: ["/game/*"], hidden: true },
    ];
    writeFileSync(join(folder, "site.json"), JSON.stringify({ ...settings, rules }));
    publish(folder, join(site, "../ruled-site"));
    return join(site, "../ruled-site/embed.js");
}

function publish(folder, site) {
    execFileSync(join(root, "bin/ventanilla"), ["build", folder, "--out", site], { stdio: ["ignore", "ignore", "inherit"] });
}

function rows(site) {
    const web = (name) => join(share, "web", name);
    const cores = readdirSync(join(share, "web")).filter((name) => /^ventanilla-(?!canvas).*\.wasm$/.test(name));
    const annexes = readdirSync(join(share, "web")).filter((name) => /^annex-.*\.wasm$/.test(name));
    const languages = readdirSync(join(site, "widget"), { withFileTypes: true }).filter((entry) => entry.isDirectory());
    return [
        ["embed.js, as published", packed(join(site, "embed.js")), 4],
        ["embed.js with a hint, as published", packed(ruledLauncher(site)), 5.5],
        ["load() of the npm package, bundled", packed(bundledLoader(site)), 1],
        ...cores.map((name) => [`core (WebAssembly), ${name.slice(11, -5)}`, packed(web(name)), 71]),
        ...annexes.map((name) => [`its annex, when it is needed, ${name.slice(6, -5)}`, packed(web(name)), 38]),
        ["canvas module, core included", packed(web("ventanilla-canvas.wasm")), 220],
        ["canvas.js", packed(web("canvas.js")), 8],
        ...languages.map(({ name }) => [`first open on a canvas, ${name}, with fonts`, firstOpenOnCanvas(site, name), 320]),
        ["panel.js and panel.css", packed(web("panel.js"), web("panel.css")), 20],
        ["idle.js, once the panel is used", packed(web("idle.js")), 2.5],
        ["inline.js", packed(join(site, "inline.js")), 20.5],
        ["portal.js and portal.css, to read", packed(web("portal.js"), web("portal.css")), 4],
        ["reading.js and reading.css, an article", packed(web("reading.js"), web("reading.css")), 3],
        ["take-over.js, at a sign of intent", packed(web("take-over.js")), 13],
        ...languages.map(({ name }) => [`first open, ${name}, without index data`, firstOpen(site, name), 100]),
        ...languages.map(({ name }) => [`first query of the demo, ${name}, with all`, firstQuery(site, name), 220]),
    ];
}

if (!existsSync(join(share, "web", "panel.js"))) {
    console.error("Nothing is installed yet: run `make build` first.");
    process.exit(1);
}
const out = mkdtempSync(join(tmpdir(), "ventanilla-budgets-"));
let failed = 0;
try {
    const site = join(out, "site");
    publish(join(share, "demo"), site);
    const table = rows(site);
    for (const [what, size, ceiling] of table) {
        const fits = size <= ceiling * kKilobyte;
        failed += fits ? 0 : 1;
        const value = (size / kKilobyte).toFixed(1).padStart(6);
        console.log(`${what.padEnd(38)} ${value} KB  of ${String(ceiling).padStart(4)} KB  ${fits ? "ok" : "TOO LARGE"}`);
    }
    console.log(`${table.length - failed} passed, ${failed} failed`);
} finally {
    rmSync(out, { recursive: true, force: true });
}
process.exitCode = failed === 0 ? 0 : 1;
