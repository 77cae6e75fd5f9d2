// Who looks at a request hears of what happens to it, whoever did it, and nothing twice.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { test } from "node:test";
import { promisify } from "node:util";
import { databases } from "../support/databases.mjs";
import { listen, openRequest } from "../support/live.mjs";
import { freePort, mailServer } from "../support/mail_server.mjs";
import { command, goodTicket, start, temporaryFolder } from "../support/ventanilla.mjs";

for (const [name, prepare] of Object.entries(databases)) {
    test(`an answer is heard while it is waited for, and after a restart what was missed, on ${name}`, { timeout: 60_000 }, async (t) => {
        const port = await freePort();
        const box = await mailServer(t, port);
        const data = temporaryFolder(t);
        const settings = { ...prepare(t), VENTANILLA_SMTP: `smtp://127.0.0.1:${port}` };
        const run = (...words) => promisify(execFile)(command, [...words, "--data", data], { env: { ...process.env, ...settings, USER: "Ana" } });
        let server = await start(t, data, { settings });
        const { code, token } = await openRequest(server.origin, box, goodTicket());
        const ears = await Promise.all(Array.from({ length: 20 }, () => listen(server.origin, code, token)));

        await run("tickets", "note", code, "Solo para el equipo");
        await run("tickets", "reply", code, "Apague el róuter");
        for (const ear of ears) {
            const { id, event, data: told } = await ear.next();
            assert.deepEqual([id, event, told.text, told.author], ["2", "message", "Apague el róuter", "Ana"]);
            assert.equal((await ear.next()).event, "status");
        }

        assert.equal((await server.stop()).code, 0);
        assert.equal(await ears[0].next(), null);
        await run("tickets", "reply", code, "¿Sigue ahí?");
        server = await start(t, data, { settings });
        const again = await listen(server.origin, code, token, { after: 3 });
        const missed = await again.next();
        assert.deepEqual([missed.id, missed.data.text], ["4", "¿Sigue ahí?"]);

        await run("tickets", "erase", code);
        assert.equal(await again.next(), null);
        assert.equal((await listen(server.origin, code, token)).status, 401);
    });
}
