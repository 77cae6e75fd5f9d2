// Bundles web/ into the files that the publisher takes: build/web-bundle/.
// Prints their sizes, raw and as brotli, which is how they travel.
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { brotliCompressSync } from "node:zlib";
import { build, transform } from "esbuild";
import { minify } from "terser";

const web = fileURLToPath(new URL(".", import.meta.url));
const out = fileURLToPath(new URL("../build/web-bundle/", import.meta.url));
const target = ["es2020", "chrome100", "firefox100", "safari15"];

// Its one style sheet is a constructable one: what has that has private members too.
const launcherTarget = ["es2022", "chrome100", "firefox101", "safari16.4"];

/** `import text from "./base.css"` is the style sheet's text, made small. */
export const styleText = {
    name: "style-text",
    setup(bundle) {
        bundle.onLoad({ filter: /(view|embed|canvas|shared)[\\/].*\.css$/ }, async ({ path }) => {
            const { code } = await transform(await readFile(path, "utf8"), { loader: "css", minify: true, target });
            return { contents: code.trim(), loader: "text" };
        });
    },
};

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

/** Of the launcher every byte counts: terser makes it 2 % smaller than esbuild does alone. */
async function bundleLauncher() {
    const { outputFiles } = await build({
        ...common,
        entryPoints: [`${web}embed/main.ts`],
        write: false,
        format: "iife",
        target: launcherTarget,
        plugins: [styleText],
    });
    const { code } = await minify(outputFiles[0].text, { ecma: 2022, compress: { passes: 3 } });
    await writeFile(`${out}embed.js`, code);
}

async function bundle() {
    await mkdir(out, { recursive: true });
    await Promise.all([
        bundleLauncher(),
        ...["panel", "canvas"].map((name) =>
            build({
                ...common,
                entryPoints: [`${web}${name}/main.ts`],
                outfile: `${out}${name}.js`,
                format: "esm",
                plugins: [styleText],
            }),
        ),
        build({ ...common, entryPoints: [`${web}worker/main.ts`], outfile: `${out}worker.js`, format: "iife" }),
        build({ ...common, entryPoints: [`${web}reading/main.ts`], outfile: `${out}reading.js`, format: "esm" }),
        build({ ...common, entryPoints: [`${web}portal/main.ts`], outfile: `${out}portal.js`, format: "esm" }),
        build({
            ...common,
            entryPoints: [`${web}portal/take_over.ts`],
            outfile: `${out}take-over.js`,
            format: "esm",
            target: ["es2022"],
        }),
        build({ ...common, entryPoints: [`${web}panel/panel.css`], outfile: `${out}panel.css` }),
        build({ ...common, entryPoints: [`${web}portal/portal.css`], outfile: `${out}portal.css` }),
        build({ ...common, entryPoints: [`${web}shared/reading.css`], outfile: `${out}reading.css` }),
    ]);
}

async function report() {
    for (const name of ["embed.js", "panel.js", "panel.css", "worker.js", "canvas.js", "portal.js", "take-over.js", "portal.css", "reading.js", "reading.css"]) {
        const bytes = await readFile(out + name);
        const packed = brotliCompressSync(bytes).length;
        console.log(`${name.padEnd(12)} ${String(bytes.length).padStart(7)} B ${String(packed).padStart(7)} B brotli`);
    }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
    await bundle();
    const places = (await readFile(`${out}embed.js`, "utf8")).split('"__VENTANILLA_SITE__"').length - 1;
    if (places !== 1) {
        throw new Error(`embed.js must hold the place for the site's settings once, and holds it ${places} times`);
    }
    await report();
}
