// The real product: `bin/ventanilla serve` with the demo or another site, on a free port, with a data folder of its own.
import { execFile, spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const kCommand = fileURLToPath(new URL("../../bin/ventanilla", import.meta.url));
const run = promisify(execFile);

export interface Ticket {
    tracking_code: string;
    language: string;
    fields: Record<string, string>;
    transcript?: { guide: string; lines: unknown[] };
    context?: Record<string, string>;
}

export interface Server {
    /** "http://localhost:PORT", and the same server by another name, for pages of another site. */
    origin: string;
    help: string;
    /** What is in the database, as the command tells it. */
    tickets(): Promise<Ticket[]>;
    show(code: string): Promise<string>;
    /** What the team does: "ventanilla tickets ...". */
    team(...words: string[]): Promise<string>;
    stop(): Promise<void>;
}

/** `site`: a folder; the demo where left out. `port`: a free one where left out. `options`: more words for the command. */
export async function startServer(site?: string, port = "0", ...options: string[]): Promise<Server> {
    const data = await mkdtemp(join(tmpdir(), "ventanilla-browser-"));
    const child = spawn(kCommand, ["serve", ...(site ? [site] : []), "--port", port, "--data", data, ...options], {
        // Tests send more than people do; --limits goes before.
        env: { ...process.env, VENTANILLA_LIMITS: "email=off all=off" },
        stdio: ["ignore", "pipe", "pipe"],
    });
    // A test run that is cut short leaves no server behind.
    process.once("exit", () => child.kill());
    const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
    const said: string[] = [];
    const origin = await new Promise<string>((resolve, reject) => {
        for (const stream of [child.stdout, child.stderr]) {
            createInterface({ input: stream }).on("line", (line) => {
                said.push(line);
                const address = /^Ventanilla listens on (http:\/\/\S+?)\/$/.exec(line)?.[1];
                if (address) {
                    resolve(address);
                }
            });
        }
        child.once("error", reject);
        child.once("exit", (code) => reject(new Error(`the server ended with ${code}:\n${said.join("\n")}`)));
    });
    const tickets = async (...words: string[]) => (await run(kCommand, ["tickets", ...words, "--data", data])).stdout;
    return {
        origin,
        help: origin.replace("//localhost", "//help.localhost"),
        tickets: async () => JSON.parse(await tickets("list", "--json")) as Ticket[],
        show: (code) => tickets("show", code),
        team: tickets,
        stop: async () => {
            child.kill("SIGTERM");
            await ended;
            await rm(data, { recursive: true, force: true });
        },
    };
}
