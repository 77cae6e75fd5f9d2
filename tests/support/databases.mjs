// Where scenarios keep a server's data: each database that the product knows, real and empty.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const postgres = fileURLToPath(new URL("postgres", import.meta.url));

/** A PostgreSQL server that is stopped with the test `t`. */
export class PostgresServer {
    #folder = mkdtempSync(join(tmpdir(), "ventanilla-postgres-"));
    #settings;

    /** `settings`: of the server, such as "fsync=off". */
    constructor(t, ...settings) {
        this.#settings = settings;
        execFileSync("chmod", ["755", this.#folder]);
        this.address = this.start();
        t.after(() => {
            execFileSync(postgres, ["stop", this.#cluster]);
            rmSync(this.#folder, { recursive: true });
        });
    }

    get #cluster() {
        return join(this.#folder, "server");
    }

    start() {
        return execFileSync(postgres, ["start", this.#cluster, ...this.#settings], { encoding: "utf8" }).trim();
    }

    /** As a cut of the power would, but for the machine's own memory. */
    kill() {
        const [pid] = readFileSync(join(this.#cluster, "data/postmaster.pid"), "utf8").split("\n");
        process.kill(Number(pid), "SIGKILL");
    }
}

/** By its name: makes one for the test `t`, and says by which environment variables servers and commands find it. */
export const databases = {
    SQLite: () => ({}),
    PostgreSQL: (t) => ({ VENTANILLA_DATABASE: new PostgresServer(t, "fsync=off").address }),
};
