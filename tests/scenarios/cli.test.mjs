// The installed command, as a shell runs it. VENTANILLA names another one than bin/ventanilla.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../", import.meta.url));
const command = process.env.VENTANILLA ?? join(root, "bin/ventanilla");
const demo = join(root, "assets/demo");
const work = mkdtempSync(join(tmpdir(), "ventanilla-cli-"));
after(() => rmSync(work, { recursive: true }));

function ventanilla(words, options = {}) {
    const run = spawnSync(command, words, { cwd: work, encoding: "utf8", timeout: 60_000, ...options });
    assert.ifError(run.error);
    return run;
}

/** A copy of the demo to break. */
function site(name) {
    const folder = join(work, name);
    cpSync(demo, folder, { recursive: true });
    return folder;
}

function contents(folder) {
    const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    return new Map(
        files
            .map((entry) => join(entry.parentPath, entry.name))
            .sort()
            .map((path) => [path.slice(folder.length), readFileSync(path)]),
    );
}

for (const words of [[], ["serve"], ["build"], ["lint"], ["tickets"], ["tickets", "list"], ["tickets", "show"], ["votes"], ["index"], ["search"]]) {
    test(`"${["ventanilla", ...words].join(" ")} --help" says how it is used`, () => {
        const run = ventanilla([...words, "--help"]);
        assert.equal(run.status, 0);
        assert.match(run.stdout, /^Usage: ventanilla/m);
        assert.equal(run.stderr, "");
    });
}

test("the version is the repository's", () => {
    const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
    assert.equal(ventanilla(["--version"]).stdout, `ventanilla ${version}\n`);
});

test("a command line that makes no sense ends with 2, and says why", () => {
    for (const words of [[], ["paint"], ["lint"], ["lint", "no-such-folder"], ["build", demo], ["serve", "--port", "x"]]) {
        const run = ventanilla(words);
        assert.equal(run.status, 2, words.join(" "));
        assert.notEqual(run.stderr, "");
    }
});

test("the demo has no problems", () => {
    const run = ventanilla(["lint", demo]);
    assert.equal(run.stdout, "No problems.\n");
    assert.equal(run.status, 0);
});

const mistakes = [
    {
        what: "a link to an article that is not there",
        file: "articles/es/slow-wifi.md",
        change: (text) => `${text}\n[Más](article:no-such-article)\n`,
    },
    {
        what: "raw HTML in an article",
        file: "articles/en/slow-wifi.md",
        change: (text) => `${text}\n<script>alert(1)</script>\n`,
    },
    {
        what: "a comma that is missing in the settings",
        file: "site.json",
        change: (text) => text.replace('"faro-fibra",', '"faro-fibra"'),
    },
    {
        what: "a guide's answer that leads nowhere",
        file: "guides/no-internet.json",
        change: (text) => text.replace('"next": "plug"', '"next": "plugg"'),
    },
    {
        what: "a choice without its text",
        file: "guides/no-internet.en.json",
        change: (text) => text.replace('"all-off"', '"all-of"'),
    },
];

for (const [number, { what, file, change }] of mistakes.entries()) {
    test(`${what} is named with file and line`, () => {
        const folder = site(`broken-${number}`);
        const path = join(folder, file);
        const text = readFileSync(path, "utf8");
        assert.notEqual(change(text), text);
        writeFileSync(path, change(text));
        const run = ventanilla(["lint", folder]);
        assert.equal(run.status, 1);
        const lines = run.stdout.trimEnd().split("\n");
        assert.match(lines.at(-1), /^\d+ problems?\.$/);
        assert.equal(lines.length - 1, parseInt(lines.at(-1), 10));
        for (const line of lines.slice(0, -1)) {
            assert.match(line, /^[^:]+(:\d+){0,2}: error\[[a-z-]+\]: .+[.]$/);
        }
        assert.ok(
            lines.some((line) => line.startsWith(`${file}:`) && /^[^:]+:\d+/.test(line)),
            run.stdout,
        );
        const out = join(work, `never-${number}`);
        assert.equal(ventanilla(["build", folder, "--out", out]).status, 1);
        assert.ok(!existsSync(out));
        assert.equal(ventanilla(["serve", folder, "--port", "0"]).status, 1);
    });
}

test("building twice gives identical bytes, wherever", () => {
    for (const out of ["one", "two", "one"]) {
        const run = ventanilla(["build", demo, "--out", out]);
        assert.equal(run.stderr, "");
        assert.equal(run.status, 0);
    }
    const one = contents(join(work, "one"));
    assert.deepEqual(contents(join(work, "two")), one);
    for (const file of ["/index.html", "/es/index.html", "/en/404.html", "/widget/es/index.html", "/embed.js"]) {
        assert.ok(one.has(file), file);
    }
    assert.doesNotMatch(one.get("/embed.js").toString(), /__VENTANILLA_SITE__/);
    assert.deepEqual(
        readdirSync(work).filter((name) => name.startsWith(".")),
        [],
    );
});

test("a folder of somebody else's is not touched", () => {
    mkdirSync(join(work, "home"));
    writeFileSync(join(work, "home/letter.txt"), "Dear ...");
    const run = ventanilla(["build", demo, "--out", "home"]);
    assert.equal(run.status, 1);
    assert.deepEqual(readdirSync(join(work, "home")), ["letter.txt"]);
});

test("a data folder that is not there is named", () => {
    const run = ventanilla(["tickets", "list", "--data", "no-such-data"]);
    assert.equal(run.status, 1);
    assert.match(run.stderr, /^There is no folder no-such-data;/);
});

test("an index of a small corpus finds its articles, also when a word is mistyped", () => {
    const articles = [
        { id: "wifi", title: "El wifi va lento", body: "Reinicia el router y acércate.", url: "/wifi", lang: "es", tags: [], headings: [] },
        { id: "bill", title: "Leer la factura", body: "Cada línea de la factura.", url: "/bill", lang: "es", tags: [], headings: [] },
    ];
    writeFileSync(join(work, "corpus.jsonl"), articles.map((article) => `${JSON.stringify(article)}\n`).join(""));
    const indexed = ventanilla(["index", "corpus.jsonl", "--out", "index"]);
    assert.equal(indexed.status, 0, indexed.stderr);

    const one = JSON.parse(ventanilla(["search", "index", "factra"]).stdout);
    assert.equal(one.hits[0].id, "bill");
    const several = ventanilla(["search", "index"], { input: '{"q": "router lento"}\n{"q": "factura", "k": 1}\n' });
    assert.equal(several.status, 0);
    const ids = several.stdout.trimEnd().split("\n").map((line) => JSON.parse(line).ids[0]);
    assert.deepEqual(ids, ["wifi", "bill"]);
});

test("an article of a corpus is found by what links call it, and the search says so", () => {
    const articles = [
        { id: "cancel", title: "Cancelar el contrato", body: "Basta una carta.", lang: "es", links: ["darte de baja", "aquí"] },
        { id: "moving", title: "Si te mudas", body: "Dinos adónde.", lang: "es" },
    ];
    const write = (lines) => writeFileSync(join(work, "linked.jsonl"), lines.map((line) => `${JSON.stringify(line)}\n`).join(""));
    write(articles);
    assert.equal(ventanilla(["index", "linked.jsonl", "--out", "linked"]).status, 0);
    const [hit] = JSON.parse(ventanilla(["search", "linked", "baja"]).stdout).hits;
    assert.deepEqual([hit.id, hit.excerpt], ["cancel", "Basta una carta."]);
    assert.match(ventanilla(["search", "linked", "baja", "--explain"]).stdout, /"baja": in its text, tags or address, or in links to it;/);

    write([{ ...articles[0], links: "darte de baja" }]);
    assert.match(ventanilla(["index", "linked.jsonl", "--out", "linked"]).stderr, /^linked.jsonl:1: "links" must be an array$/m);
});

test("a search can be narrowed, and says what else could be chosen", () => {
    const articles = [
        { id: "slow", title: "El router va lento", facets: { category: "Conexión", audience: ["hogar", "empresa"] } },
        { id: "rent", title: "El alquiler del router", facets: { category: "Facturas" }, pins: ["precio mensual"] },
        { id: "old", title: "Facturas antiguas", facets: { category: "Facturas" } },
    ];
    const lines = articles.map((article) => `${JSON.stringify({ body: "", lang: "es", ...article })}\n`);
    writeFileSync(join(work, "choices.jsonl"), lines.join(""));
    assert.equal(ventanilla(["index", "choices.jsonl", "--out", "choices"]).status, 0);

    const search = (...words) => JSON.parse(ventanilla(["search", "choices", ...words]).stdout);
    const narrowed = search("router", "--filter", "category=conexion", "--counts");
    assert.deepEqual(narrowed.ids, ["slow"]);
    assert.equal(narrowed.total, 1);
    assert.deepEqual(narrowed.counts, { audience: { empresa: 1, hogar: 1 }, category: { "Conexión": 1, Facturas: 1 } });
    assert.deepEqual(search("--filter", "category=Facturas").ids, ["old", "rent"]);
    assert.equal(search("mensual", "precio").hits[0].pinned, true);
    assert.equal(ventanilla(["search", "choices", "router", "--filter", "Facturas"]).status, 2);
});

test("a search says in words why each hit stands where it does, and its points add up", () => {
    const articles = [
        { id: "bill", title: "Leer la factura", body: "Cada línea de la factura.", url: "/bill", lang: "es", tags: [], headings: [] },
        { id: "router", title: "El router", body: "Con la factura viene un router.", url: "/router", lang: "es", tags: [], headings: [] },
    ];
    writeFileSync(join(work, "explained.jsonl"), articles.map((article) => `${JSON.stringify(article)}\n`).join(""));
    ventanilla(["index", "explained.jsonl", "--out", "explained"]);
    const run = ventanilla(["search", "explained", "la factra xyzzyq", "--explain"]);
    assert.equal(run.status, 0, run.stderr);
    const [first, second] = run.stdout.trimEnd().split("\n\n");
    assert.match(first, /^1\. Leer la «factura» {2}\(bill\)$/m);
    assert.match(first, /"factra" -> "factura", the nearest word that there is: in the title; .* 2 of 2 articles have it$/m);
    assert.match(first, /0 {2}"la": says too little to be looked up$/m);
    assert.match(first, /0 {2}"xyzzyq": no article has it, nor a word near enough$/m);
    assert.match(second, /^2\. .*\(router\)$/m);
    for (const hit of [first, second]) {
        const points = [...hit.matchAll(/^ +(-?[\d,]+) {2}/gm)].map(([, digits]) => Number(digits.replaceAll(",", "")));
        assert.ok(points.at(-1) > 0);
        assert.equal(points.slice(0, -1).reduce((sum, each) => sum + each, 0), points.at(-1));
    }
    const line = '{"q": "la factra", "explain": true}\n';
    const { hits } = JSON.parse(ventanilla(["search", "explained"], { input: line }).stdout);
    assert.equal(hits[0].why.score, hits[0].score);
    assert.equal(hits[0].why.words[1].findings[0].kind, "repair");
    assert.equal(ventanilla(["search", "explained", "--explain"]).status, 2);
});

test("a corpus with a broken line is refused as a whole", () => {
    writeFileSync(join(work, "broken.jsonl"), '{"id": "a"\n');
    const run = ventanilla(["index", "broken.jsonl", "--out", "broken-index"]);
    assert.equal(run.status, 1);
    assert.match(run.stderr, /broken\.jsonl:1: /);
    assert.ok(!existsSync(join(work, "broken-index")));
});
