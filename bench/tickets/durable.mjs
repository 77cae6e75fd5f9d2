// How many requests a second are stored for good, through HTTP, beside the raw database on the same disk in the same run:
// rounds of each take turns, and the median counts.
//
//   node tickets/durable.mjs [ROUNDS] [SECONDS]     after `make build`, with nothing else running
//
// SQLite: 64 rows a commit by its own library (Python's sqlite3), against 64 clients at the server. PostgreSQL: pgbench with 32
// clients of one INSERT a transaction, against the same 64 clients. Limits are switched off, everything else is as delivered.
import { execFileSync } from "node:child_process";
import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { goodTicket, Run } from "../../tests/support/ventanilla.mjs";

const kClients = 64;
const kTokens = 300; // a second and a client: more than are sent
const rounds = Number(process.argv[2] ?? 5);
const seconds = Number(process.argv[3] ?? 5);
const postgres = fileURLToPath(new URL("../../tests/support/postgres", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "ventanilla-bench-"));
execFileSync("chmod", ["755", folder]);

const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];

/** One connection that sends a request as soon as the last one is answered; the times of answers go to `milliseconds`. */
function client(port, tickets, until, milliseconds) {
    return new Promise((resolve, reject) => {
        const socket = new Socket();
        const body = JSON.stringify({ ...goodTicket("x".repeat(300)), fields: { ...goodTicket("x".repeat(300)).fields, email: `${randomUUID()}@example.org` } });
        let sent = 0;
        const send = () => {
            const { key, token } = tickets.pop();
            sent = performance.now();
            socket.write(
                `POST /api/v1/tickets HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nIdempotency-Key: ${key}\r\n` +
                    `Authorization: Bearer ${token}\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
            );
        };
        let answer = "";
        socket.on("data", (bytes) => {
            answer += bytes.toString("latin1");
            const end = answer.indexOf("\r\n\r\n");
            const length = Number(/content-length: (\d+)/i.exec(answer)?.[1] ?? Number.NaN);
            if (end < 0 || answer.length < end + 4 + length) {
                return;
            }
            if (!answer.startsWith("HTTP/1.1 201")) {
                reject(new Error(answer.slice(0, 200)));
                socket.destroy();
                return;
            }
            milliseconds.push(performance.now() - sent);
            answer = "";
            if (performance.now() < until && tickets.length > 0) {
                send();
            } else {
                socket.end();
                resolve();
            }
        });
        socket.on("error", reject);
        socket.connect(port, "127.0.0.1", send);
    });
}

/** So many form tokens with their keys, asked for one after the other on one connection. */
function formTokens(port, count) {
    return new Promise((resolve, reject) => {
        const keys = Array.from({ length: count }, () => randomUUID());
        const tokens = [];
        const socket = new Socket();
        let answers = "";
        socket.on("data", (bytes) => {
            answers += bytes.toString("latin1");
            const last = answers.lastIndexOf("}");
            for (const [, token] of answers.slice(0, last + 1).matchAll(/"token":"([^"]+)"/g)) {
                tokens.push({ key: keys[tokens.length], token });
            }
            answers = answers.slice(last + 1);
            if (tokens.length === count) {
                socket.end();
                resolve(tokens);
            }
        });
        socket.on("error", reject);
        socket.connect(port, "127.0.0.1", () =>
            socket.write(keys.map((key) => `POST /api/v1/form-token HTTP/1.1\r\nHost: localhost\r\nIdempotency-Key: ${key}\r\nContent-Length: 0\r\n\r\n`).join("")),
        );
    });
}

async function throughHttp(data, settings) {
    const server = new Run(data, { settings: { VENTANILLA_LIMITS: "address=off email=off all=off", ...settings } });
    const port = Number(new URL(await server.address()).port);
    const milliseconds = [];
    // What they are sent with is asked for before the clock runs.
    const tickets = await Promise.all(Array.from({ length: kClients }, () => formTokens(port, kTokens * seconds)));
    const start = performance.now();
    await Promise.all(tickets.map((own) => client(port, own, start + 1000 * seconds, milliseconds)));
    const perSecond = milliseconds.length / ((performance.now() - start) / 1000);
    await server.stop();
    milliseconds.sort((a, b) => a - b);
    return { perSecond, p99: milliseconds[Math.floor(milliseconds.length * 0.99)] };
}

/** The same rows by SQLite alone: as many a commit as there are clients. */
function rawSqlite(file) {
    const program = `
import sqlite3, sys, time, uuid
db = sqlite3.connect(sys.argv[1], isolation_level=None)
db.executescript("PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; CREATE TABLE IF NOT EXISTS t (id TEXT PRIMARY KEY, body TEXT) STRICT;")
start, rows = time.monotonic(), 0
while time.monotonic() < start + ${seconds}:
    db.execute("BEGIN IMMEDIATE")
    db.executemany("INSERT INTO t VALUES (?, ?)", [(str(uuid.uuid4()), "x" * 600) for _ in range(${kClients})])
    db.execute("COMMIT")
    rows += ${kClients}
print(rows / (time.monotonic() - start))
`;
    return Number(execFileSync("python3", ["-c", program, file], { encoding: "utf8" }));
}

function rawPostgres(address) {
    const script = join(folder, "insert.sql");
    writeFileSync(script, `INSERT INTO raw VALUES (gen_random_uuid(), repeat('x', 600));\n`);
    execFileSync("psql", [address, "-qc", "CREATE TABLE IF NOT EXISTS raw (id uuid PRIMARY KEY, body text)"], { stdio: "ignore" });
    const output = execFileSync("pgbench", ["-n", "-c", "32", "-j", "2", "-T", String(seconds), "-f", script, address], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
    return Number(/^tps = ([\d.]+)/m.exec(output)[1]);
}

async function compare(name, raw, ours) {
    const results = { raw: [], ours: [], p99: [] };
    for (let round = 0; round < rounds; round += 1) {
        results.raw.push(raw(round));
        const { perSecond, p99 } = await ours(round);
        results.ours.push(perSecond);
        results.p99.push(p99);
    }
    const [base, reached] = [median(results.raw), median(results.ours)];
    console.log(`${name}: raw ${base.toFixed(0)} a second, through HTTP ${reached.toFixed(0)} (${(reached / base).toFixed(2)}), p99 ${median(results.p99).toFixed(1)} ms`);
}

try {
    await compare("SQLite, 64 outstanding", (round) => rawSqlite(join(folder, `raw${round}.db`)), (round) => throughHttp(join(folder, `data${round}`), {}));
    const server = join(folder, "postgres");
    const address = execFileSync(postgres, ["start", server], { encoding: "utf8" }).trim();
    try {
        await compare("PostgreSQL, pgbench -c 32", () => rawPostgres(address), () => throughHttp(join(folder, "unused"), { VENTANILLA_DATABASE: address }));
    } finally {
        execFileSync(postgres, ["stop", server]);
    }
} finally {
    rmSync(folder, { recursive: true, force: true });
}
