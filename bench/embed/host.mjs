// A web server for all who are compared: the page of the demo's company, once for each of them, and their files. All files are
// packed once, with brotli as a static host keeps it, and what goes out is counted here, where no worker's request is missed.
import { createServer } from "node:http";
import { existsSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { brotliCompressSync } from "node:zlib";
import { root } from "../search/places.mjs";

const TAG = '<script src="/embed.js" defer></script>'; // Ventanilla's, in the page as it is
const TYPES = {
    ".css": "text/css",
    ".html": "text/html; charset=utf-8",
    ".js": "text/javascript",
    ".json": "application/json",
    ".svg": "image/svg+xml",
    ".wasm": "application/wasm",
};

/** `folder`, or the file of that name in it; the index of a folder. Null where there is none. */
function fileIn(folder, name) {
    const found = path.join(folder, name);
    const file = existsSync(found) && statSync(found).isDirectory() ? path.join(found, "index.html") : found;
    return file.startsWith(folder) && existsSync(file) ? file : null;
}

function pageOf({ head, body = "" }, helpOrigin) {
    const page = readFileSync(path.join(root, "index.html"), "utf8");
    return page.replace(TAG, () => head(helpOrigin)).replace("</body>", () => `${body}</body>`);
}

/**
 * `contenders`: by name, what the page has in its head in the place of Ventanilla's tag, given the help's origin, and at the end
 * of its body; at /NAME/.
 * `folders`: of the page's origin, by the first word of their addresses. `help`: the folder of the other origin.
 */
export async function startHost({ contenders, folders, help }) {
    const packed = new Map();
    let sent = { requests: 0, bytes: 0 };
    let line = null;
    let busyUntil = 0;

    const pack = (key, read) => {
        if (!packed.has(key)) {
            packed.set(key, brotliCompressSync(read()));
        }
        return packed.get(key);
    };
    const find = (origin, address) => {
        if (origin.startsWith("help.")) {
            return fileIn(help, address);
        }
        const [, first, ...rest] = address.split("/");
        return folders[first] ? fileIn(folders[first], rest.join("/")) : null;
    };
    // One answer after the other on the line, each with a round trip before it.
    const arrival = (bytes) => {
        busyUntil = Math.max(busyUntil, performance.now()) + (bytes / line.bytesPerSecond) * 1000;
        return busyUntil + line.roundTrip - performance.now();
    };

    const server = createServer((request, response) => {
        const address = decodeURIComponent(new URL(request.url, "http://localhost").pathname);
        const name = address.slice(1, -1);
        const file = find(request.headers.host, address);
        let body = null;
        if (contenders[name]) {
            body = pack(address, () => pageOf(contenders[name], helpOrigin));
        } else if (file) {
            body = pack(file, () => readFileSync(file));
        }
        sent = { requests: sent.requests + 1, bytes: sent.bytes + (body?.length ?? 0) };
        const answer = () => {
            if (body) {
                const type = TYPES[file ? path.extname(file) : ".html"] ?? "application/octet-stream";
                response.writeHead(200, { "Content-Type": type, "Content-Encoding": "br", "Cache-Control": "max-age=3600" });
            } else {
                response.writeHead(404);
            }
            response.end(body);
        };
        if (line) {
            setTimeout(answer, arrival(body?.length ?? 0));
        } else {
            answer();
        }
    });
    await new Promise((listening) => server.listen(0, "localhost", listening));
    const { port } = server.address();
    const helpOrigin = `http://help.localhost:${port}`;
    return {
        addressOf: (name) => `http://shop.localhost:${port}/${name}/`,
        /** What went out since the last call. */
        takeSent() {
            const taken = sent;
            sent = { requests: 0, bytes: 0 };
            return taken;
        },
        /** `{ roundTrip, bytesPerSecond }`, or null for a line that costs nothing. */
        setLine(next) {
            line = next;
        },
        close: () => server.close(),
    };
}
