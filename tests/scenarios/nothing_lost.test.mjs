// Servers and databases that are killed or stopped again and again, while customers write: who was told "sent" is in the
// database, once.
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { test } from "node:test";
import { databases, PostgresServer } from "../support/databases.mjs";
import { exportedTickets, goodTicket, newKey, post, start, temporaryFolder } from "../support/ventanilla.mjs";

const kRounds = 20;
const kClients = 16;

/** With a file of its own. */
function newRequest() {
    const upload = newKey().replaceAll("-", "");
    const attachments = [{ upload, name: "foto.png" }];
    return { key: newKey(), upload, file: `a picture: ${upload}`, body: JSON.stringify({ ...goodTicket(newKey()), attachments }), code: undefined };
}

/** The file, and then what names it. */
async function send(origin, request) {
    const uploaded = await fetch(`${origin}/api/v1/uploads/${request.upload}`, { method: "PUT", body: request.file });
    return uploaded.ok ? post(origin, request.body, { "Idempotency-Key": request.key }) : uploaded;
}

/** Sends until the connection breaks; acknowledged requests get their code, the last one stays without. */
async function client(origin, requests, onAcknowledged) {
    for (;;) {
        const request = newRequest();
        requests.push(request);
        try {
            const response = await send(origin, request);
            const receipt = await response.json();
            assert.equal(response.status, 201);
            request.code = receipt.tracking_code;
        } catch (error) {
            if (error instanceof assert.AssertionError) {
                throw error;
            }
            return;
        }
        onAcknowledged();
    }
}

async function killedRound(t, data, settings, requests) {
    const server = await start(t, data, { settings });
    const enough = 10 + Math.floor(Math.random() * 90);
    let acknowledged = 0;
    const clients = Array.from({ length: kClients }, () =>
        client(server.origin, requests, () => {
            acknowledged += 1;
            if (acknowledged === enough) {
                server.child.kill("SIGKILL");
            }
        }),
    );
    await Promise.all(clients);
    const { signal } = await server.ended;
    assert.equal(signal, "SIGKILL");
}

/** Whoever does not know sends again with the same key, and so does whoever asks twice: each request is there once. */
async function assertAllOnce(server, data, settings, requests) {
    for (const request of requests) {
        const response = await send(server.origin, request);
        assert.equal(response.status, 201);
        const { tracking_code: code } = await response.json();
        if (request.code) {
            assert.equal(code, request.code);
            assert.equal(response.headers.get("Idempotency-Replayed"), "true");
        }
        request.code = code;
    }
    const tickets = await exportedTickets(data, settings);
    const files = new Map(tickets.map((ticket) => [ticket.tracking_code, ticket.attachments.map((file) => file.sha256)]));
    for (const request of requests) {
        assert.deepEqual(files.get(request.code), [createHash("sha256").update(request.file).digest("hex")]);
    }
    const codes = tickets.map((ticket) => ticket.tracking_code);
    assert.deepEqual(codes.toSorted(), requests.map((request) => request.code).toSorted());
    assert.equal(new Set(codes).size, requests.length);
    const { code } = await server.stop();
    assert.equal(code, 0);
}

for (const [name, prepare] of Object.entries(databases)) {
    test(`every acknowledged request survives a killed server, exactly once, on ${name}`, { timeout: 180_000 }, async (t) => {
        const data = temporaryFolder(t);
        const settings = prepare(t);
        const requests = [];
        for (let round = 0; round < kRounds; round += 1) {
            await killedRound(t, data, settings, requests);
        }
        const acknowledged = requests.filter((request) => request.code);
        const unknown = requests.filter((request) => !request.code);
        t.diagnostic(`${acknowledged.length} requests acknowledged, ${unknown.length} of unknown outcome`);
        assert.ok(acknowledged.length >= kRounds * 10);
        await assertAllOnce(await start(t, data, { settings }), data, settings, requests);
    });
}

/** Sends one request after the other, each until it is acknowledged, as long as `goOn` says so. */
async function persistentClient(origin, requests, goOn) {
    while (goOn()) {
        const request = newRequest();
        requests.push(request);
        while (!request.code) {
            const response = await send(origin, request);
            const answer = await response.json();
            assert.ok(response.status === 201 || response.status === 503, JSON.stringify(answer));
            request.code = answer.tracking_code;
        }
    }
}

test("every acknowledged request survives a killed database, exactly once", { timeout: 180_000 }, async (t) => {
    const database = new PostgresServer(t);
    const settings = { VENTANILLA_DATABASE: database.address };
    const data = temporaryFolder(t);
    const server = await start(t, data, { settings });
    const requests = [];
    const acknowledged = () => requests.filter((request) => request.code).length;
    let rounds = kRounds;
    const clients = Array.from({ length: kClients }, () => persistentClient(server.origin, requests, () => rounds > 0));
    const killing = (async () => {
        for (; rounds > 0; rounds -= 1) {
            const enough = acknowledged() + 10 + Math.floor(Math.random() * 90);
            while (acknowledged() < enough) {
                await new Promise((resolve) => {
                    setImmediate(resolve);
                });
            }
            database.kill();
            database.start();
        }
    })();
    await Promise.all([killing, ...clients]);
    t.diagnostic(`${acknowledged()} requests acknowledged`);
    await assertAllOnce(server, data, settings, requests);
});

test("a server that is stopped in the middle holds up no other one on the same database", { timeout: 180_000 }, async (t) => {
    const settings = databases.PostgreSQL(t);
    const data = temporaryFolder(t);
    const servers = [await start(t, data, { settings }), await start(t, data, { settings })];
    const requests = [[], []];
    const running = [true, true];
    const clients = servers.map((server, index) =>
        Promise.all(Array.from({ length: kClients }, () => persistentClient(server.origin, requests[index], () => running[index]))),
    );
    const acknowledged = (index) => requests[index].filter((request) => request.code).length;
    const until = async (reached) => {
        while (!reached()) {
            await new Promise((resolve) => {
                setImmediate(resolve);
            });
        }
    };
    for (let round = 0; round < 3; round += 1) {
        const before = acknowledged(0);
        await until(() => acknowledged(0) > before + 50);
        servers[0].child.kill("SIGSTOP");
        const meanwhile = acknowledged(1);
        await until(() => acknowledged(1) > meanwhile + 200);
        servers[0].child.kill("SIGCONT");
    }
    running.fill(false);
    await Promise.all(clients);
    t.diagnostic(`${acknowledged(0)} and ${acknowledged(1)} requests acknowledged`);
    await assertAllOnce(servers[0], data, settings, requests.flat());
});
