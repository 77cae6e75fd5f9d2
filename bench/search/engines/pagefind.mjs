// Pagefind with its default ranking, on plain pages. Its own script runs here over a `fetch` that reads files and counts
// them; results are displayed by loading their fragments, as its interface does.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { gunzipSync } from "node:zlib";
import { runMeasured } from "../run_measured.mjs";

const bench = path.resolve(import.meta.dirname, "../..");
const escaped = (text) => text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");

function page({ title, body, lang }) {
    let section = 0;
    const lines = body.split(/\n+/).map((line) => {
        const [, marks, heading] = /^(#{2,4}) (.*)$/.exec(line) ?? [];
        const tag = `h${marks?.length}`;
        return marks ? `<${tag} id="s${section++}">${escaped(heading)}</${tag}>` : `<p>${escaped(line)}</p>`;
    });
    return `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><title>${escaped(title)}</title></head>
<body><main data-pagefind-body><h1>${escaped(title)}</h1>\n${lines.join("\n")}</main></body></html>`;
}

/** A result's name does not say which page it is: of each fragment, its article's id. */
function idsOf(folder) {
    const fragments = path.join(folder, "pagefind/fragment");
    return Object.fromEntries(
        readdirSync(fragments).map((name) => {
            const text = gunzipSync(readFileSync(path.join(fragments, name))).toString().replace(/^pagefind_dcd/, "");
            return [path.basename(name, ".pf_fragment"), JSON.parse(text).url.replace(/^\/|\.html$/g, "")];
        }),
    );
}

export async function build(corpus, folder) {
    const site = path.join(folder, "site");
    for (const article of corpus.articles) {
        const file = path.join(site, `${article.id}.html`);
        mkdirSync(path.dirname(file), { recursive: true });
        writeFileSync(file, page({ ...article, lang: corpus.language }));
    }
    const runner = path.join(bench, "node_modules/pagefind/lib/runner/bin.cjs");
    const cost = await runMeasured(process.execPath, [runner, "--site", site, "--output-path", path.join(folder, "pagefind")]);
    rmSync(site, { recursive: true });
    writeFileSync(path.join(folder, "ids.json"), JSON.stringify(idsOf(folder)));
    writeFileSync(path.join(folder, "language"), corpus.language);
    return cost;
}

export function open(folder) {
    const language = readFileSync(path.join(folder, "language"), "utf8");
    const ids = JSON.parse(readFileSync(path.join(folder, "ids.json"), "utf8"));
    const base = `${pathToFileURL(path.join(folder, "pagefind")).href}/`;
    let fetched = [];
    let memory = null;
    let visits = 0;
    globalThis.document = {
        currentScript: null,
        querySelector: () => ({ getAttribute: () => language }),
        createElement: () => ({}),
    };
    globalThis.window = { location: { origin: "file://" } };
    globalThis.fetch = async (address) => {
        const file = fileURLToPath(String(address).replace(/\?.*$/, "").replace(/^\/(?!\/)/, "file:///"));
        fetched.push(path.relative(folder, file));
        const bytes = readFileSync(file);
        return new Response(bytes, { status: 200 });
    };
    const instantiate = WebAssembly.instantiate;
    WebAssembly.instantiate = async (...given) => {
        const made = await instantiate.apply(WebAssembly, given);
        memory = (made.instance ?? made).exports.memory ?? memory;
        return made;
    };
    return {
        async visit() {
            fetched = ["pagefind/pagefind.js"];
            const pagefind = await import(`${base}pagefind.js?visit=${visits++}`);
            await pagefind.options({ basePath: base });
            await pagefind.init();
            return {
                async search(text, limit, shown) {
                    const start = performance.now();
                    const results = ((await pagefind.search(text))?.results ?? []).slice(0, limit);
                    const spent = performance.now() - start;
                    await Promise.all(results.slice(0, shown).map((result) => result.data()));
                    return { ids: results.map(({ id }) => ids[id]), spent };
                },
                takeFetched: () => fetched.splice(0),
                memoryBytes: () => memory.buffer.byteLength,
            };
        },
    };
}
