// Backups of a server that customers write to, and what is there when they are restored.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { existsSync, statSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { promisify } from "node:util";
import { command, goodTicket, newKey, post, start, storedTickets, temporaryFolder } from "../support/ventanilla.mjs";

const kClients = 8;

const ventanilla = (...words) => promisify(execFile)(command, words);

/** Sends until `isOver`, and notes the codes of what is stored. */
async function client(origin, stored, isOver) {
    while (!isOver()) {
        const response = await post(origin, JSON.stringify(goodTicket(newKey())), { "Idempotency-Key": newKey() });
        assert.equal(response.status, 201);
        stored.push((await response.json()).tracking_code);
    }
}

test("a backup of a busy server holds all that was stored before, is restored elsewhere, and serves on", { timeout: 120_000 }, async (t) => {
    const data = temporaryFolder(t);
    const copy = join(temporaryFolder(t), "copy.db");
    const server = await start(t, data);
    const stored = [];
    let isOver = false;
    const clients = Array.from({ length: kClients }, () => client(server.origin, stored, () => isOver));
    for (let round = 0; round < 5; round += 1) {
        const before = stored.slice();
        const { stderr } = await ventanilla("backup", copy, "--data", data);
        assert.match(stderr, /whole and checked: \d+ requests/);
        assert.equal(statSync(copy).mode & 0o777, 0o600);
        const elsewhere = join(temporaryFolder(t), "data");
        await ventanilla("restore", copy, "--data", elsewhere);
        const codes = new Set((await storedTickets(elsewhere)).map((ticket) => ticket.tracking_code));
        assert.deepEqual(before.filter((code) => !codes.has(code)), []);
    }
    isOver = true;
    await Promise.all(clients);
    await server.stop();

    const elsewhere = join(temporaryFolder(t), "data");
    await ventanilla("backup", copy, "--data", data);
    await ventanilla("restore", copy, "--data", elsewhere);
    const restored = await start(t, elsewhere);
    const response = await post(restored.origin, JSON.stringify(goodTicket()), { "Idempotency-Key": newKey() });
    assert.equal(response.status, 201);
    assert.equal((await storedTickets(elsewhere)).length, stored.length + 1);
    await restored.stop();
});

test("nothing is restored under a running server, and what is there is kept when it is replaced", async (t) => {
    const data = temporaryFolder(t);
    const copy = join(temporaryFolder(t), "copy.db");
    const server = await start(t, data);
    await ventanilla("backup", copy, "--data", data);
    await post(server.origin, JSON.stringify(goodTicket()), { "Idempotency-Key": newKey() });
    await assert.rejects(ventanilla("restore", copy, "--data", data), /another server is running/);
    await server.stop();
    const { stderr } = await ventanilla("restore", copy, "--data", data);
    assert.match(stderr, /ventanilla-replaced\.db/);
    assert.deepEqual(await storedTickets(data), []);
    await ventanilla("restore", join(data, "ventanilla-replaced.db"), "--data", data);
    assert.equal((await storedTickets(data)).length, 1);
    assert.ok(existsSync(join(data, "ventanilla-replaced-2.db")));
});

test("where PostgreSQL keeps the requests, a backup is PostgreSQL's own, and the command says so", async () => {
    for (const name of ["backup", "restore"]) {
        await assert.rejects(ventanilla(name, command, "--database", "postgresql://db.example.org/help"), /pg_dump/);
    }
});
