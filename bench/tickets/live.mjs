// What somebody costs who looks at a request and waits, and how fast an answer is seen by all who do; beside a bare server of Node
// that holds as many streams, in the same run.
//
//   node tickets/live.mjs [STREAMS] [WATCHERS]     after `make build`, with nothing else running
//
// Memory is the resident set of the server's process, before and with the streams; an answer is written through the API, and the time
// is from then until each of the watchers has read it. Needs as many open files as there are streams.
import { execFileSync, spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { mkdtempSync, rmSync } from "node:fs";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort, mailServer } from "../../tests/support/mail_server.mjs";
import { openRequest } from "../../tests/support/live.mjs";
import { command, goodTicket, Run } from "../../tests/support/ventanilla.mjs";

const streams = Number(process.argv[2] ?? 5000);
const watchers = Number(process.argv[3] ?? 1000);
const ends = [];
const t = { after: (end) => ends.push(end) };
const folder = mkdtempSync(join(tmpdir(), "ventanilla-bench-"));

const resident = (pid) => Number(/VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))[1]);
const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];

/** One that has read the head; `heard` is called with what comes. */
function listen(port, path, token, heard) {
    return new Promise((resolve, reject) => {
        const socket = connect(port, "127.0.0.1");
        socket.once("error", reject);
        socket.write(`GET ${path} HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer ${token}\r\n\r\n`);
        socket.once("data", (bytes) => {
            const head = bytes.toString("latin1");
            if (!head.startsWith("HTTP/1.1 200")) {
                reject(new Error(head.slice(-300)));
            }
            socket.on("data", heard);
            resolve(socket);
        });
    });
}

async function hold(port, path, token, count, heard = () => {}) {
    const sockets = [];
    while (sockets.length < count) {
        sockets.push(...(await Promise.all(Array.from({ length: Math.min(100, count - sockets.length) }, () => listen(port, path, token, heard)))));
    }
    return sockets;
}

/** What `count` streams cost, in KiB each. */
async function cost(pid, port, path, token) {
    const warm = await hold(port, path, token, 100);
    const before = resident(pid);
    const sockets = await hold(port, path, token, streams);
    const each = (resident(pid) - before) / streams;
    [...warm, ...sockets].forEach((socket) => socket.destroy());
    return each;
}

try {
    const mailPort = await freePort();
    const box = await mailServer(t, mailPort);
    const server = new Run(join(folder, "data"), { settings: { VENTANILLA_SMTP: `smtp://127.0.0.1:${mailPort}`, VENTANILLA_LIMITS: "all=off" } });
    const origin = await server.address();
    const port = Number(new URL(origin).port);
    const atRest = resident(server.child.pid);
    const { code, token } = await openRequest(origin, box, goodTicket());
    const key = execFileSync(command, ["keys", "add", "bench", "--scope", "tickets:write", "--data", join(folder, "data")], { encoding: "utf8" }).trim();
    const path = `/api/v1/requests/${code}/events`;
    const ours = await cost(server.child.pid, port, path, token);

    const times = [];
    for (let round = 0; round < 5; round += 1) {
        const arrived = [];
        const all = Promise.withResolvers?.() ?? {};
        const done = all.promise ?? new Promise((resolve) => (all.resolve = resolve));
        const seen = new Set();
        const sockets = await Promise.all(
            Array.from({ length: watchers }, (_, i) =>
                listen(port, path, token, (bytes) => {
                    if (!seen.has(i) && bytes.includes("event: message")) {
                        seen.add(i);
                        arrived.push(performance.now());
                        if (arrived.length === watchers) {
                            all.resolve();
                        }
                    }
                }),
            ),
        );
        const start = performance.now();
        await fetch(`${origin}/api/v1/tickets/${code}/messages`, {
            method: "POST",
            headers: { "Content-Type": "application/json", "Idempotency-Key": `round-number-${round}-of-this`, Authorization: `Bearer ${key}` },
            body: JSON.stringify({ text: "Apague el róuter" }),
        });
        await done;
        times.push(Math.max(...arrived) - start);
        sockets.forEach((socket) => socket.destroy());
    }
    await server.stop();

    const peer = spawn(process.execPath, ["-e", `
        require("node:http").createServer((request, response) => {
            response.writeHead(200, { "Content-Type": "text/event-stream" });
            response.write(":\\n\\n");
        }).listen(0, "127.0.0.1", function () { console.log(this.address().port); });`], { stdio: ["ignore", "pipe", "inherit"] });
    const [peerPort] = await new Promise((resolve) => peer.stdout.once("data", (text) => resolve([Number(text)])));
    const bare = await cost(peer.pid, peerPort, "/", "none");
    peer.kill();

    console.log(`at rest: ${(atRest / 1024).toFixed(1)} MB resident`);
    console.log(`${streams} idle streams: ${ours.toFixed(1)} KiB each, a bare Node server ${bare.toFixed(1)} KiB`);
    console.log(`an answer, seen by all of ${watchers}: ${median(times).toFixed(0)} ms (${times.map((time) => time.toFixed(0)).join(", ")})`);
} finally {
    ends.forEach((end) => end());
    rmSync(folder, { recursive: true });
}
