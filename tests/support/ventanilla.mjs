// The installed server as an operator runs it, for scenarios. VENTANILLA names another command than bin/ventanilla.
import { execFile, spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const root = fileURLToPath(new URL("../../", import.meta.url));
export const command = process.env.VENTANILLA ?? join(root, "bin/ventanilla");

/** Tests send more than people do. */
export const kNoLimits = "email=off all=off";

/** A folder that goes when the test `t` ends. */
export function temporaryFolder(t) {
    const folder = mkdtempSync(join(tmpdir(), "ventanilla-scenario-"));
    t.after(() => rmSync(folder, { recursive: true, force: true }));
    return folder;
}

/** One run of the server, from its start to its end. */
export class Run {
    #lines = [];
    #readers = new Set();

    /** `settings`: environment variables; `words`: further ones on the command line. */
    constructor(data, { port = 0, settings = {}, words = [] } = {}) {
        const environment = { ...process.env, VENTANILLA_SMTP: "", VENTANILLA_MAIL_FROM: "", VENTANILLA_LIMITS: kNoLimits, ...settings };
        this.child = spawn(command, ["serve", "--port", String(port), "--data", data, ...words], {
            env: environment,
            stdio: ["ignore", "pipe", "pipe"],
        });
        for (const stream of [this.child.stdout, this.child.stderr]) {
            this.#follow(stream);
        }
        this.ended = new Promise((resolve, reject) => {
            this.child.once("error", reject);
            this.child.once("close", (code, signal) => {
                this.#wakeReaders();
                resolve({ code, signal, log: this.log });
            });
        });
    }

    get log() {
        return this.#lines.join("\n");
    }

    #follow(stream) {
        let rest = "";
        stream.setEncoding("utf8");
        stream.on("data", (text) => {
            const lines = (rest + text).split("\n");
            rest = lines.pop();
            this.#lines.push(...lines);
            this.#wakeReaders();
        });
    }

    #wakeReaders() {
        for (const wake of this.#readers) {
            wake();
        }
    }

    /** The first line that matches, already there or still to come. */
    async line(pattern) {
        for (;;) {
            const match = this.#lines.map((line) => pattern.exec(line)).find(Boolean);
            if (match) {
                return match;
            }
            if (this.child.exitCode !== null || this.child.signalCode !== null) {
                throw new Error(`the server ended before it said ${pattern}:\n${this.log}`);
            }
            await new Promise((resolve) => {
                const wake = () => {
                    this.#readers.delete(wake);
                    resolve();
                };
                this.#readers.add(wake);
            });
        }
    }

    /** Waits until it listens; its address, without a slash at the end. */
    async address() {
        const [, port] = await this.line(/^Ventanilla listens on http:\/\/localhost:(\d+)\/$/);
        return `http://127.0.0.1:${port}`;
    }

    stop(signal = "SIGTERM") {
        this.child.kill(signal);
        return this.ended;
    }
}

/** Starts a server that is stopped with the test `t`. */
export async function start(t, data, options) {
    const run = new Run(data, options);
    t.after(() => run.stop("SIGKILL"));
    run.origin = await run.address();
    return run;
}

export function newKey() {
    return randomUUID();
}

/** A request that the demo's form accepts. */
export function goodTicket(message = "No me llega la señal: ¿qué hago?") {
    return {
        language: "es",
        form: "contact",
        fields: { kind: "query", message, name: "Íñigo Muñoz", email: "inigo@example.org" },
        context: { page: "https://www.farofibra.example/tienda" },
    };
}

/** What a request with this idempotency key is sent with; `headers`: further ones. */
export async function formToken(origin, key, headers = {}) {
    const answer = await fetch(`${origin}/api/v1/form-token`, { method: "POST", headers: { "Idempotency-Key": key, ...headers } });
    return (await answer.json()).token;
}

export async function post(origin, body, headers = {}) {
    const key = headers["Idempotency-Key"] ?? newKey();
    return fetch(`${origin}/api/v1/tickets`, {
        method: "POST",
        headers: {
            "Content-Type": "application/json",
            "Idempotency-Key": key,
            Authorization: `Bearer ${await formToken(origin, key)}`,
            ...headers,
        },
        body: typeof body === "object" && !(body instanceof Uint8Array) ? JSON.stringify(body) : body,
    });
}

/** What is in the database, as the command tells it. */
export async function storedTickets(data, settings = {}) {
    const { stdout } = await promisify(execFile)(
        command,
        ["tickets", "list", "--json", "--limit", "100000", "--data", data],
        { maxBuffer: 1 << 28, env: { ...process.env, ...settings } },
    );
    return JSON.parse(stdout);
}

/** All requests with what happened to them and what is attached. */
export async function exportedTickets(data, settings = {}, ...words) {
    const { stdout } = await promisify(execFile)(command, ["tickets", "export", "--data", data, ...words], {
        maxBuffer: 1 << 28,
        env: { ...process.env, ...settings },
    });
    return stdout.split("\n").filter(Boolean).map((line) => JSON.parse(line));
}
