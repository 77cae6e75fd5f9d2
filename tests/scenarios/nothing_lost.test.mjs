// A server that is killed again and again, while customers write: who was told "sent" is in the database, once.
import assert from "node:assert/strict";
import { test } from "node:test";
import { goodTicket, newKey, post, start, storedTickets, temporaryFolder } from "../support/ventanilla.mjs";

const kRounds = 20;
const kClients = 16;

/** Sends until the connection breaks; acknowledged requests get their code, the last one stays without. */
async function client(origin, requests, onAcknowledged) {
    for (;;) {
        const request = { key: newKey(), body: JSON.stringify(goodTicket(newKey())), code: undefined };
        requests.push(request);
        try {
            const response = await post(origin, request.body, { "Idempotency-Key": request.key });
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

async function killedRound(t, data, requests) {
    const server = await start(t, data);
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

test("every acknowledged request survives a killed server, exactly once", { timeout: 180_000 }, async (t) => {
    const data = temporaryFolder(t);
    const requests = [];
    for (let round = 0; round < kRounds; round += 1) {
        await killedRound(t, data, requests);
    }
    const acknowledged = requests.filter((request) => request.code);
    const unknown = requests.filter((request) => !request.code);
    t.diagnostic(`${acknowledged.length} requests acknowledged, ${unknown.length} of unknown outcome`);
    assert.ok(acknowledged.length >= kRounds * 10);

    // Whoever does not know sends again with the same key; so does whoever asks twice.
    const server = await start(t, data);
    for (const request of requests) {
        const response = await post(server.origin, request.body, { "Idempotency-Key": request.key });
        assert.equal(response.status, 201);
        const { tracking_code: code } = await response.json();
        if (request.code) {
            assert.equal(code, request.code);
            assert.equal(response.headers.get("Idempotency-Replayed"), "true");
        }
        request.code = code;
    }
    const codes = (await storedTickets(data)).map((ticket) => ticket.tracking_code);
    assert.deepEqual(codes.toSorted(), requests.map((request) => request.code).toSorted());
    assert.equal(new Set(codes).size, requests.length);
    const { code } = await server.stop();
    assert.equal(code, 0);
});
