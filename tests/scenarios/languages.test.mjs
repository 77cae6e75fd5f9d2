// A language from the site's folder to the visitor's browser: the page names the module of its language, and that module
// finds what the server finds.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { Visitor } from "../../bench/visitor.mjs";
import { command, temporaryFolder } from "../support/ventanilla.mjs";

const root = fileURLToPath(new URL("../../", import.meta.url));

function run(program, words, input) {
    const { status, stdout, stderr, error } = spawnSync(program, words, { encoding: "utf8", timeout: 60_000, input });
    assert.ifError(error);
    assert.equal(status, 0, stderr + stdout);
    return stdout;
}

const site = {
    id: "pequena",
    languages: ["pt-BR"],
    name: { "pt-BR": "Pequena" },
    team: { email: "oi@example.com" },
    popular: ["mensagens"],
    form: {
        id: "contact",
        fields: [
            { id: "kind", type: "choice", required: true, label: { "pt-BR": "Assunto" }, options: [{ id: "other", label: { "pt-BR": "Outro" } }] },
            { id: "email", type: "email", required: true, label: { "pt-BR": "E-mail" } },
        ],
    },
};
const articles = {
    mensagens: ["Onde ficam as mensagens", "Abra a caixa de entrada para ler tudo."],
    cartoes: ["Cadastrar um cartão", "Aceitamos débito e crédito. A cobrança chega por e-mail."],
};

test("a site in Portuguese is built, speaks Portuguese, and is searched by the module of Portuguese alone", (t) => {
    const folder = temporaryFolder(t);
    mkdirSync(join(folder, "site/articles/pt-BR"), { recursive: true });
    writeFileSync(join(folder, "site/site.json"), JSON.stringify(site));
    for (const [id, [title, text]] of Object.entries(articles)) {
        const head = `id: ${id}\ntitle: ${title}\nslug: ${id}\nsummary: ${text}\nupdated: 2026-11-03\n`;
        writeFileSync(join(folder, "site/articles/pt-BR", `${id}.md`), `---\n${head}---\n\n${text}\n`);
    }
    const dist = join(folder, "dist");
    run(command, ["build", join(folder, "site"), "--out", dist]);

    assert.match(readFileSync(join(dist, "pt-BR/index.html"), "utf8"), /Como podemos ajudar você\?/);
    const [, core] = /data-core="([^"]+)"/.exec(readFileSync(join(dist, "widget/pt-BR/index.html"), "utf8"));
    const cores = readdirSync(join(dist, "widget")).filter((name) => /^ventanilla-[a-z]{2}\./.test(name));
    assert.deepEqual(cores.map((name) => `/widget/${name}`), [core]);

    const data = join(dist, "data/pt-BR");
    const index = join(data, readdirSync(data).find((name) => name.startsWith("index.")));
    const visitor = new Visitor(index, new WebAssembly.Module(readFileSync(join(dist, core))));
    const first = (text) => visitor.search(text, 5, 5).hits[0]?.title.map(([run]) => run).join("");
    for (const text of ["mensagem ", "cadê minhas mensagens?", "mensagenzinha "]) {
        assert.equal(first(text), articles.mensagens[0], text);
    }
    for (const text of ["cartões ", "cartao ", "como faço para ver as cobranças", "cobranca "]) {
        assert.equal(first(text), articles.cartoes[0], text);
    }
});

const corpora = {
    es: {
        lines: ["Devolver un pedido", "Configurar el router", "Entender la factura", "Cerrar la cuenta", "Mi año en cifras"],
        queries: ["devolvérmelo", "configurarlo", "configúralo", "facturita", "cierro la cuenta", "ano", "año", "dime el pedido"],
    },
    en: {
        lines: ["Return an order", "Set up the router", "Understand your bills", "Close your account", "Categories"],
        queries: ["returned orders", "setting up routers", "billing", "closing accounts", "category", "the"],
    },
    pt: {
        lines: ["Devolver um pedido", "Configuração do roteador", "Entender as faturas", "Cancelar a conta", "Mensagens"],
        queries: ["devolvido", "configuracoes", "faturinha", "cancelei minha conta", "mensagem", "não consigo cancelar"],
    },
};
for (const [language, { lines, queries }] of Object.entries(corpora)) {
    test(`what is asked in ${language} is answered alike by the command and by the module of the language`, (t) => {
        const folder = temporaryFolder(t);
        const articles = lines.map((title, id) => ({ id: `a${id}`, title, body: `${title}.`, lang: language }));
        writeFileSync(join(folder, "corpus.jsonl"), articles.map((article) => `${JSON.stringify(article)}\n`).join(""));
        const plug = join(root, "bench/plug");
        run(plug, ["build", join(folder, "corpus.jsonl"), join(folder, "index")]);
        const input = queries.map((q) => `${JSON.stringify({ q, k: 5 })}\n`).join("");
        const ids = (output) => output.trimEnd().split("\n").map((line) => JSON.parse(line)).filter(({ ready }) => !ready);
        const native = ids(run(command, ["search", join(folder, "index")], input)).map((answer) => answer.ids);
        const web = ids(run(plug, ["serve", join(folder, "index")], input)).map((answer) => answer.ids);
        assert.deepEqual(web, native);
        assert.ok(native.every((found) => found.length > 0), JSON.stringify(native));
    });
}
