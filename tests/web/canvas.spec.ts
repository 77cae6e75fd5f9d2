// The canvas module in a browser: what WebGL 2 shows is the same that is drawn elsewhere, letter by letter.
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "@playwright/test";
import { build } from "esbuild";
import { watch } from "../support/watch.ts";
import type { CanvasHarness } from "./canvas_page.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));
const kPage = '<!doctype html><html lang="es"><head><title>Ventanilla</title><link rel="icon" href="data:,">' +
    '</head><body style="margin:0"><canvas style="display:block;width:400px;height:640px"></canvas>' +
    '<script src="/canvas_page.js"></script></body></html>';

test.use({
    viewport: { width: 400, height: 640 },
    launchOptions: {
        executablePath: execFileSync("tools/find_chromium", { encoding: "utf8" }).trim(),
        args: ["--no-sandbox", "--use-angle=swiftshader", "--enable-unsafe-swiftshader", "--ignore-gpu-blocklist"],
    },
});

let server: Server;
let origin: string;
let site: string;

test.beforeAll(async () => {
    site = mkdtempSync(join(tmpdir(), "ventanilla-canvas-"));
    execFileSync(join(root, "bin/ventanilla"), ["build", join(root, "assets/demo"), "--out", join(site, "dist")]);
    const script = await build({ entryPoints: [`${root}tests/web/canvas_page.ts`], bundle: true, write: false, format: "iife" });
    const own = new Map<string, () => Uint8Array | string>([
        ["/", () => kPage],
        ["/canvas_page.js", () => (script.outputFiles[0] as { text: string }).text],
        ["/canvas.wasm", () => readFileSync(`${root}build/web/widget/bridge/ventanilla-canvas.wasm`)],
    ]);
    server = createServer((request, response) => {
        const { pathname } = new URL(request.url ?? "/", "http://localhost");
        const file = pathname.startsWith("/fonts/") ? `${root}build/web/widget/canvas${pathname}` : join(site, "dist", pathname);
        const body = own.get(pathname)?.() ?? (existsSync(file) ? readFileSync(file) : "");
        response.writeHead(200, { "Content-Type": pathname === "/" ? "text/html; charset=utf-8" : "text/javascript" });
        response.end(body);
    });
    await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

test.afterAll(() => {
    server.close();
    rmSync(site, { recursive: true, force: true });
});

for (const dark of [false, true]) {
    test(`the first screen is drawn in a browser, ${dark ? "dark" : "light"}`, async ({ page }) => {
        const faults = watch(page);
        await page.goto(origin);
        const panel = readFileSync(join(site, "dist/widget/es/index.html"), "utf8");
        const catalog = /data-catalog="([^"]+)"/.exec(panel)?.[1] ?? "";
        await page.evaluate(
            ([path, night]) => (window as unknown as { canvasHarness: CanvasHarness }).canvasHarness.open("es", path, night),
            [catalog, dark] as const,
        );
        const colours = await page.evaluate(() => {
            const canvas = document.querySelector("canvas") as HTMLCanvasElement;
            const gl = canvas.getContext("webgl2") as WebGL2RenderingContext;
            const at = (x: number, y: number) => {
                const pixel = new Uint8Array(4);
                gl.readPixels(x, canvas.height - 1 - y, 1, 1, gl.RGBA, gl.UNSIGNED_BYTE, pixel);
                return [...pixel];
            };
            const row = Array.from({ length: 300 }, (_, x) => at(20 + x, 75).join());
            return { head: at(2, 2), surface: at(4, 400), greeting: new Set(row).size };
        });
        expect(colours.head).toEqual([11, 92, 107, 255]);
        expect(colours.surface).toEqual(dark ? [21, 24, 29, 255] : [255, 255, 255, 255]);
        expect(colours.greeting).toBeGreaterThan(5);
        await page.screenshot({ path: `build/test-results/canvas-${dark ? "dark" : "light"}.png` });
        faults.expectNone();
    });
}
