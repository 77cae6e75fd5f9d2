// Who sends too often is told when to come again, and nobody else notices; the real server behind a proxy's headers.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { test } from "node:test";
import { command, goodTicket, newKey, post, start, storedTickets, temporaryFolder } from "../support/ventanilla.mjs";

function ticket(email) {
    const body = goodTicket();
    return { ...body, fields: { ...body.fields, email } };
}

test("a caller who sends too often is refused alone, and told when to come again", { timeout: 60_000 }, async (t) => {
    const data = temporaryFolder(t);
    const { origin } = await start(t, data, { settings: { VENTANILLA_LIMITS: "address=2/7200 all=off" } });
    const from = (address) => post(origin, ticket(`${newKey()}@example.org`), { "X-Forwarded-For": address });
    assert.equal((await from("203.0.113.1")).status, 201);
    assert.equal((await from("203.0.113.1")).status, 201);
    const refused = await from("6.6.6.6, 203.0.113.1");
    assert.equal(refused.status, 429);
    const wait = Number(refused.headers.get("Retry-After"));
    assert.ok(wait > 3000 && wait <= 3600, `${wait}`);
    assert.equal((await refused.json()).retry_after, wait);
    assert.equal((await from("203.0.113.2")).status, 201);
    assert.equal((await storedTickets(data)).length, 3);
});

test("an e-mail address that is used too often is refused, and a repetition of what is stored is answered", { timeout: 60_000 }, async (t) => {
    const data = temporaryFolder(t);
    const { origin } = await start(t, data, { settings: { VENTANILLA_LIMITS: "email=1/3600" } });
    const key = newKey();
    const send = (email, sent = newKey()) => post(origin, ticket(email), { "Idempotency-Key": sent, "Accept-Language": "en" });
    const first = await send("eva@example.org", key);
    assert.equal(first.status, 201);
    const refused = await send("Eva@example.org");
    assert.equal(refused.status, 429);
    assert.match((await refused.json()).detail, /in \d+ s/);
    const again = await send("eva@example.org", key);
    assert.equal(again.headers.get("Idempotency-Replayed"), "true");
    assert.deepEqual(await again.json(), await first.json());
    assert.equal((await storedTickets(data)).length, 1);
});

test("limits and proxies that are none are clear errors", { timeout: 60_000 }, async () => {
    for (const [option, value, words] of [
        ["--limits", "address=much", /address=10\/600/],
        ["--trusted-proxies", "my-proxy", /networks such as/],
    ]) {
        const { code, stderr } = await new Promise((resolve) =>
            execFile(command, ["serve", option, value], (error, _, said) => resolve({ code: error?.code, stderr: said })));
        assert.equal(code, 2);
        assert.match(stderr, words);
    }
});
