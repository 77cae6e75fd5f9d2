// The demo with rules by page of a test's own.
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Server, startServer } from "./server.ts";

export async function startRuledServer(rules: object[]): Promise<Server> {
    const folder = await mkdtemp(join(tmpdir(), "ventanilla-site-"));
    await cp("assets/demo", folder, { recursive: true });
    const settings = JSON.parse(await readFile(join(folder, "site.json"), "utf8")) as object;
    await writeFile(join(folder, "site.json"), JSON.stringify({ ...settings, rules }));
    const server = await startServer(folder);
    return {
        ...server,
        stop: async () => {
            await server.stop();
            await rm(folder, { recursive: true });
        },
    };
}
