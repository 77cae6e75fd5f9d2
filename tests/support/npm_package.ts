// The npm package as a site owner gets it: packed, installed by the manual's own commands, type-checked and bundled.
import { execFile } from "node:child_process";
import { cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { build } from "esbuild";
import ts from "typescript";

const root = fileURLToPath(new URL("../../", import.meta.url));
const run = promisify(execFile);

/** The code in `language` that a page of documentation has, below the heading if one is given. */
export async function codeOf(path: string, language: string, heading = ""): Promise<string> {
    const text = await readFile(root + path, "utf8");
    const section = heading ? (text.split(`\n## ${heading}\n`)[1] ?? "").split("\n## ")[0] : text;
    const code = new RegExp(`^\`\`\`${language}\n(.*?)^\`\`\`$`, "ms").exec(section ?? "")?.[1];
    if (!code) {
        throw new Error(`${path} has no code in ${language} below "${heading}"`);
    }
    return code;
}

/** A site's folder, which has what the manual's commands have installed, and React. */
export class Shop {
    readonly folder: string;
    readonly #around: string;

    private constructor(around: string) {
        this.#around = around;
        this.folder = join(around, "shop");
    }

    static async install(): Promise<Shop> {
        const shop = new Shop(await mkdtemp(join(tmpdir(), "ventanilla-package-")));
        await mkdir(shop.folder);
        await symlink(root, join(shop.#around, "ventanilla"));
        await writeFile(join(shop.folder, "package.json"), '{ "private": true, "type": "module" }');
        const commands = await codeOf("docs/site-owners.md", "sh", "From npm");
        await run("bash", ["-euc", commands], { cwd: shop.#around, env: { ...process.env, npm_config_offline: "true" } });
        for (const name of ["react", "react-dom", "@types"]) {
            await symlink(`${root}node_modules/${name}`, join(shop.folder, "node_modules", name));
        }
        return shop;
    }

    async remove(): Promise<void> {
        await rm(this.#around, { recursive: true });
    }

    /** What the package's own manifest says. */
    async manifest(): Promise<Record<string, unknown>> {
        return JSON.parse(await readFile(join(this.folder, "node_modules/@ventanilla/widget/package.json"), "utf8")) as Record<string, unknown>;
    }

    async write(name: string, text: string): Promise<string> {
        await writeFile(join(this.folder, name), text);
        return name;
    }

    /** One of the pages in tests/e2e/pages. */
    async copy(page: string): Promise<string> {
        await cp(`${root}tests/e2e/pages/${page}`, join(this.folder, page));
        return page;
    }

    /** What TypeScript says of a file, the package's own declarations included, each with its line. */
    typeErrors(file: string, module: "Bundler" | "NodeNext" = "Bundler"): string[] {
        const program = ts.createProgram([join(this.folder, file)], {
            strict: true,
            noEmit: true,
            exactOptionalPropertyTypes: true,
            target: ts.ScriptTarget.ES2022,
            module: module === "Bundler" ? ts.ModuleKind.ESNext : ts.ModuleKind.NodeNext,
            moduleResolution: ts.ModuleResolutionKind[module],
            jsx: ts.JsxEmit.ReactJSX,
            types: [],
        });
        return ts.getPreEmitDiagnostics(program).map(({ file: at, start = 0, messageText }) => {
            const line = at ? at.getLineAndCharacterOfPosition(start).line + 1 : 0;
            return `${basename(at?.fileName ?? "")}:${line}: ${ts.flattenDiagnosticMessageText(messageText, " ")}`;
        });
    }

    /** A file with all that it imports, as its own bundler makes it; and which files those are. */
    async bundle(file: string, external: string[] = []): Promise<{ script: string; inputs: string[] }> {
        const result = await build({
            entryPoints: [join(this.folder, file)],
            absWorkingDir: this.folder,
            bundle: true,
            write: false,
            metafile: true,
            format: "esm",
            jsx: "automatic",
            external,
            define: { "process.env.NODE_ENV": '"development"' },
        });
        return { script: result.outputFiles[0]?.text ?? "", inputs: Object.keys(result.metafile.inputs) };
    }

    /** Runs a module in Node. */
    async inNode(script: string): Promise<string> {
        const { stdout } = await run(process.execPath, ["--input-type=module", "-e", script], { cwd: this.folder });
        return stdout.trim();
    }
}

export interface BundledSite {
    /** Answers the address of a new page with this script and policy. */
    add(script: string, policy: string): string;
    close(): void;
}

/** The site's pages, from an origin of their own: a button `#help`, an empty <main>, and the script with the nonce "abc". */
export async function startBundledSite(): Promise<BundledSite> {
    const pages: { script: string; policy: string }[] = [];
    const site = createServer((request, response) => {
        const [, number, file] = (request.url ?? "").split("/");
        const page = pages[Number(number || NaN)];
        if (!page) {
            response.writeHead(204).end();
        } else if (file) {
            response.writeHead(200, { "Content-Type": "text/javascript" }).end(page.script);
        } else {
            response.writeHead(200, { "Content-Type": "text/html", "Content-Security-Policy": page.policy });
            response.end(
                '<!doctype html><html lang="es"><head><meta charset="utf-8"><title>Tienda</title></head><body>' +
                    `<button id="help">Pide ayuda</button><main></main><script type="module" nonce="abc" src="/${number}/page.js"></script></body></html>`,
            );
        }
    });
    await new Promise<void>((listening) => site.listen(0, "localhost", listening));
    const origin = `http://shop.localhost:${(site.address() as AddressInfo).port}`;
    return {
        add: (script, policy) => `${origin}/${pages.push({ script, policy }) - 1}`,
        close: () => void site.close(),
    };
}
