// What an operator meets when the server cannot start, and when it stops.
import assert from "node:assert/strict";
import { once } from "node:events";
import { statSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { test } from "node:test";
import { Run, goodTicket, post, start, storedTickets, temporaryFolder } from "../support/ventanilla.mjs";

async function failed(data, options) {
    const { code, log } = await new Run(data, options).ended;
    assert.equal(code, 1);
    return log;
}

test("a port in use is a clear error", { timeout: 60_000 }, async (t) => {
    const other = createServer().listen(0, "127.0.0.1");
    await once(other, "listening");
    t.after(() => other.close());
    const { port } = other.address();
    assert.match(await failed(temporaryFolder(t), { port }), new RegExp(`cannot start: .*port ${port} is in use`));
});

test("settings come from a file, before it from the environment, and before that from the command line", { timeout: 60_000 }, async (t) => {
    const file = join(temporaryFolder(t), "settings.toml");
    writeFileSync(file, '# Rarely\nport = 1\nlimits = "email=1/3600"\n');
    const statuses = async (settings) => {
        const server = await start(t, temporaryFolder(t), { settings, words: ["--config", file] });
        const answers = [await post(server.origin, goodTicket()), await post(server.origin, goodTicket("Otra"))];
        assert.equal((await server.stop()).code, 0);
        return answers.map(({ status }) => status);
    };
    assert.deepEqual(await statuses({ VENTANILLA_LIMITS: "" }), [201, 429]);
    assert.deepEqual(await statuses({}), [201, 201]);
});

test("for programs that collect logs each line is an object, and names nobody", { timeout: 60_000 }, async (t) => {
    const words = ["--log", "json", "--smtp", "smtp://ana%40example.org:secret@127.0.0.1:1"];
    const server = new Run(temporaryFolder(t), { words });
    t.after(() => server.stop("SIGKILL"));
    const [, port] = await server.line(/"message":"Ventanilla listens on http:\/\/localhost:(\d+)\/"/);
    assert.equal((await post(`http://127.0.0.1:${port}`, goodTicket())).status, 201);
    await server.line(/could not be sent/);
    const { code, log } = await server.stop();
    assert.equal(code, 0);
    const lines = log.split("\n").filter(Boolean).map((line) => JSON.parse(line));
    for (const line of lines) {
        assert.deepEqual(Object.keys(line), ["time", "level", "about", "message"]);
        assert.ok(Math.abs(Date.parse(line.time) - Date.now()) < 60_000, line.time);
    }
    assert.deepEqual([...new Set(lines.map(({ level, about }) => `${level} ${about}`))], ["info start", "warning mail", "info stop"]);
    assert.ok(!/@|secret/.test(log), log);
});

test("a second server on the same data folder is refused, and the first one goes on", { timeout: 60_000 }, async (t) => {
    const data = temporaryFolder(t);
    const server = await start(t, data);
    assert.match(await failed(data), /another server is running on the data folder/);
    assert.equal((await post(server.origin, goodTicket())).status, 201);
    await server.stop("SIGKILL");
    const next = await start(t, data);
    assert.equal((await storedTickets(data)).length, 1);
    assert.equal((await next.stop()).code, 0);
});

test("a data folder that is none, and a database that is none, are clear errors", { timeout: 60_000 }, async (t) => {
    const folder = temporaryFolder(t);
    writeFileSync(join(folder, "file"), "");
    assert.match(await failed(join(folder, "file")), /cannot make the data folder/);
    writeFileSync(join(folder, "ventanilla.db"), "x".repeat(5000));
    assert.match(await failed(folder), /ventanilla\.db cannot be opened: file is not a database/);
});

test("a mail server's address that is none is a clear error, without its password", { timeout: 60_000 }, async (t) => {
    const settings = { VENTANILLA_SMTP: "http://me:secret@mail.example" };
    const log = await failed(temporaryFolder(t), { settings });
    assert.match(log, /the mail server's address is not like smtp:/);
    assert.doesNotMatch(log, /secret/);
});

for (const signal of ["SIGTERM", "SIGINT"]) {
    test(`${signal} stops the server with 0, and what it has taken is stored`, { timeout: 60_000 }, async (t) => {
        const data = temporaryFolder(t);
        const server = await start(t, data);
        const answers = Array.from({ length: 8 }, () => post(server.origin, goodTicket()));
        const statuses = (await Promise.all(answers)).map((response) => response.status);
        assert.deepEqual(statuses, Array.from({ length: 8 }, () => 201));
        const { code, log } = await server.stop(signal);
        assert.equal(code, 0);
        assert.match(log, /Ventanilla has stopped\.$/);
        assert.equal((await storedTickets(data)).length, 8);
        assert.equal(statSync(join(data, "ventanilla.db")).mode & 0o777, 0o600);
    });
}
