// The WebAssembly module with the canvas view, without a browser: bytes in, triangles out.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { command, temporaryFolder } from "../support/ventanilla.mjs";

const root = fileURLToPath(new URL("../../", import.meta.url));
const module = new WebAssembly.Module(readFileSync(join(root, "build/web/widget/bridge/ventanilla-canvas.wasm")));
const fonts = ["regular", "strong", "italic", "mono"].map((face) =>
    readFileSync(join(root, `build/web/widget/canvas/fonts/${face}.ttf`)),
);

/** The module as a page would drive it, with files from a folder. */
class Page {
    constructor(folder, language, scale = 1) {
        this.folder = folder;
        this.scale = scale;
        this.exports = new WebAssembly.Instance(module, {}).exports;
        this.exports._initialize?.();
        fonts.forEach((font, face) => this.exports.vc_face(face, this.write(font)));
        const [address, width, height] = this.words(this.exports.vc_open(scale), 3);
        this.coverage = new Uint8Array(this.exports.memory.buffer, address, width * height).slice();
        this.exports.vc_look(this.write("#0b5c6b"), 0, 1, 0);
        const panel = readFileSync(join(folder, "widget", language, "index.html"), "utf8");
        const catalog = /data-catalog="([^"]+)"/.exec(panel)[1];
        this.send({ m: "start", language, catalog, online: true });
    }

    write(bytes) {
        const buffer = Buffer.from(bytes);
        const address = this.exports.vt_reserve(buffer.length);
        new Uint8Array(this.exports.memory.buffer, address, buffer.length).set(buffer);
        return buffer.length;
    }

    json(address) {
        const bytes = new Uint8Array(this.exports.memory.buffer, address, this.exports.vt_result_size());
        return JSON.parse(Buffer.from(bytes).toString());
    }

    words(address, count) {
        return new Uint32Array(this.exports.memory.buffer, address, count);
    }

    send(message) {
        this.take(this.json(this.exports.vt_dispatch(this.write(JSON.stringify(message)))));
    }

    take({ screen, effects = [] }) {
        this.screen = screen;
        this.exports.vc_show();
        for (const effect of effects) {
            if (effect.e === "get") {
                const body = readFileSync(join(this.folder, effect.path));
                this.take(this.json(this.exports.vt_deliver(effect.id, 200, this.write(body))));
            }
        }
    }

    /** One frame; its triangles. */
    frame() {
        const address = this.exports.vc_frame(400 * this.scale, 640 * this.scale, 0);
        const [lists] = this.words(address, 1);
        let triangles = 0;
        for (let list = 0, at = address + 4; list < lists; ++list) {
            const [, , , indices, commands] = this.words(at, 5);
            triangles += indices / 3;
            at += 4 * (5 + 8 * commands);
        }
        return triangles;
    }

    report() {
        return this.json(this.exports.vc_report());
    }

    click(x, y) {
        for (const pressed of [0, 1, 0]) {
            this.exports.vc_pointer(x * this.scale, y * this.scale, pressed, 0);
            this.frame();
        }
        const report = this.report();
        report.messages.forEach((message) => this.send(message));
        return report;
    }
}

function published(t) {
    const folder = join(temporaryFolder(t), "dist");
    execFileSync(command, ["build", join(root, "assets/demo"), "--out", folder]);
    return folder;
}

test("the module draws the first screen and says where its search box is", (t) => {
    const page = new Page(published(t), "es");
    assert.ok(page.coverage.some((pixel) => pixel === 255));
    assert.ok(page.frame() > 1000);
    const { body } = page.report();
    const [, x, y, width] = body.targets.find(([key]) => key === "search");
    assert.ok(x === 20 && x + width === 380 && y >= 0);
});

test("a result that is pressed where it is drawn opens its article, with its pictures asked for", (t) => {
    const page = new Page(published(t), "es");
    page.send({ m: "typed", key: "search", value: "reiniciar el router", revision: 1 });
    page.frame();
    const { head_height, body } = page.report();
    const [, x, y, width, height] = body.targets.find(([key]) => key.startsWith("hit."));
    page.click(x + width / 2, head_height + y + height / 2);
    assert.equal(page.screen.id, "article");
    page.frame();
    page.frame();
    const { pictures, dates } = page.report();
    assert.match(pictures[0], /router-back.*\.svg$/);
    assert.deepEqual(dates, ["2026-10-20"]);
});

test("nothing is to be drawn while nothing changes, and there is room for fine screens", (t) => {
    for (const scale of [1, 2, 3]) {
        const page = new Page(published(t), "en", scale);
        page.frame();
        page.frame();
        assert.equal(page.exports.vc_needs_frame(), 0);
        page.send({ m: "typed", key: "search", value: "wifi", revision: 1 });
        assert.equal(page.exports.vc_needs_frame(), 1);
        assert.ok(page.exports.memory.buffer.byteLength < 32 * 1024 * 1024, `at ${scale}`);
    }
});
