// Bundles web/ into the files that the publisher takes: build/web-bundle/.
// Prints their sizes, raw and as brotli, which is how they travel.
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { brotliCompressSync } from "node:zlib";
import { build, transform } from "esbuild";
import { minify } from "terser";

const web = fileURLToPath(new URL(".", import.meta.url));
const out = fileURLToPath(new URL("../build/web-bundle/", import.meta.url));
const target = ["es2022", "chrome100", "firefox100", "safari15"];

const kLetters = 16; // CSS pixels of a `rem` in a media query, unless the customer has larger letters

// Its one style sheet is a constructable one: what has that has private members too.
const launcherTarget = ["es2022", "chrome100", "firefox101", "safari16.4"];

/** `import text from "./base.css"` is the style sheet's text, made small, after `rework`. */
const styleTextAfter = (rework) => ({
    name: "style-text",
    setup(bundle) {
        bundle.onLoad({ filter: /(view|embed|canvas|inline|shared|reading)[\\/].*\.css$/ }, async ({ path }) => {
            const { code } = await transform(rework(await readFile(path, "utf8")), { loader: "css", minify: true, target });
            return { contents: code.trim(), loader: "text" };
        });
    },
});

export const styleText = styleTextAfter((text) => text);

/** The same for a part of a page: its own width is asked where the window's was, and its letters are not the page's root's. */
const styleTextWithin = styleTextAfter((text) =>
    text.replace(/@media [^{]*|(-?[\d.]+)rem\b|(-?[\d.]+)vw\b/g, (found, letters, width) => {
        if (letters) {
            return `calc(${letters} * var(--rem))`;
        }
        if (width) {
            return `${width}cqi`;
        }
        const [, edge, size] = /^@media \((m..-width): ([\d.]+)rem\) $/.exec(found) ?? [];
        return edge ? `@container (${edge}: ${size * kLetters}px) ` : found;
    }));

const common = {
    bundle: true,
    minify: true,
    target,
    charset: "utf8",
    legalComments: "none",
    logLevel: "warning",
    jsx: "automatic",
    jsxImportSource: "preact",
};

// Of the launcher alone: a view's are names of events. No page knows these.
const kOwnNames = /^on[A-Z]|^(describe|element|told)$/;

// "Unsafe" are here only texts that are put together by `+`.
const kBytesFirst = { hoist_funs: true, unsafe: true };

/** By esbuild, and then by terser, which makes it 3 % smaller still. */
async function script(name, entry, { compress = {}, ...options } = {}) {
    const { outputFiles } = await build({
        ...common,
        entryPoints: [`${web}${entry}`],
        write: false,
        format: "esm",
        plugins: [styleText],
        ...options,
    });
    const { code } = await minify(outputFiles[0].text, { ecma: 2022, module: options.format !== "iife", compress: { passes: 3, ...compress } });
    await writeFile(`${out}${name}.js`, code);
}

async function style(name, entry) {
    await build({ ...common, entryPoints: [`${web}${entry}`], outfile: `${out}${name}.css` });
}

async function bundle() {
    await mkdir(out, { recursive: true });
    const launcher = { format: "iife", target: launcherTarget, mangleProps: kOwnNames, compress: kBytesFirst };
    await Promise.all([
        script("embed", "embed/main.ts", launcher),
        script("embed-rules", "embed/rules/main.ts", launcher),
        script("panel", "panel/main.ts"),
        script("inline", "inline/main.ts", { plugins: [styleTextWithin] }),
        script("canvas", "canvas/main.ts"),
        script("worker", "worker/main.ts", { format: "iife" }),
        script("reading", "reading/main.ts"),
        script("idle", "idle/main.ts"),
        script("portal", "portal/main.ts"),
        script("take-over", "portal/take_over.ts", { target: ["es2022"] }),
        style("panel", "panel/panel.css"),
        style("portal", "portal/portal.css"),
        style("reading", "reading/page.css"),
    ]);
}

async function report() {
    for (const name of [
        "embed.js", "embed-rules.js", "panel.js", "panel.css", "inline.js", "worker.js", "canvas.js", "portal.js", "take-over.js", "portal.css", "reading.js",
        "reading.css", "idle.js",
    ]) {
        const bytes = await readFile(out + name);
        const packed = brotliCompressSync(bytes).length;
        console.log(`${name.padEnd(14)} ${String(bytes.length).padStart(7)} B ${String(packed).padStart(7)} B brotli`);
    }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
    await bundle();
    for (const name of ["embed.js", "embed-rules.js"]) {
        const places = (await readFile(out + name, "utf8")).split('"__VENTANILLA_SITE__"').length - 1;
        if (places !== 1) {
            throw new Error(`${name} must hold the place for the site's settings once, and holds it ${places} times`);
        }
    }
    await report();
}
