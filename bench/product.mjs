// The built product with the demo or another site, for benchmarks in a browser.
import { execFileSync, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { createInterface } from "node:readline";
import { chromium } from "@playwright/test";

const root = path.resolve(import.meta.dirname, "..");

async function serve(data, site) {
    const server = spawn(path.join(root, "bin/ventanilla"), ["serve", ...site, "--port", "0", "--data", data]);
    for await (const line of createInterface({ input: server.stderr })) {
        const address = /listens on (\S+)/.exec(line)?.[1];
        if (address) {
            return { server, address };
        }
    }
    throw new Error("the server did not start");
}

/** Calls `measure(browser, address)`; the address ends with "/". `args` are Chromium's, `site` is a folder. */
export async function withProduct(measure, args = [], site = undefined) {
    const data = mkdtempSync(path.join(tmpdir(), "ventanilla-bench-"));
    const { server, address } = await serve(data, site ? [site] : []);
    const executablePath = execFileSync(path.join(root, "tools/find_chromium"), { encoding: "utf8" }).trim();
    const browser = await chromium.launch({ executablePath, args: ["--no-sandbox", ...args] });
    try {
        await measure(browser, address);
    } finally {
        await browser.close();
        server.kill();
        rmSync(data, { recursive: true, force: true });
    }
}
