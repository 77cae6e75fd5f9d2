// Requests that nobody should send: each is refused with the reason, and nothing is stored.
import assert from "node:assert/strict";
import { test } from "node:test";
import { goodTicket, post, start, storedTickets, temporaryFolder } from "../support/ventanilla.mjs";

function changed(change) {
    const ticket = goodTicket();
    change(ticket);
    return ticket;
}

const kLarge = "x".repeat(1_000_000);
const kCases = [
    {
        name: "a field that is missing",
        body: changed((ticket) => delete ticket.fields.message),
        status: 422,
        errors: ["/fields/message field.required"],
    },
    {
        name: "a field of the wrong type",
        body: changed((ticket) => (ticket.fields.message = { text: "hola" })),
        status: 422,
        errors: ["/fields/message field.text"],
    },
    {
        name: "an address with a second header in it",
        body: changed((ticket) => (ticket.fields.email = "a@example.org\r\nBcc: b@example.org")),
        status: 422,
        errors: ["/fields/email field.characters"],
    },
    {
        name: "a guide that the site does not have",
        body: changed((ticket) => (ticket.transcript = { guide: "no-such", version: 1, lines: [], outcome: "" })),
        status: 422,
        errors: ["/transcript server.problem.transcript"],
    },
    { name: "a text of one megabyte", body: changed((ticket) => (ticket.fields.message = kLarge)), status: 413, detail: /65536 bytes/ },
    { name: "brackets nested too deeply", body: "[".repeat(60_000), status: 400, detail: /64/ },
    { name: "a million brackets", body: "[".repeat(1_000_000), status: 413, detail: /65536 bytes/ },
    { name: "as many brackets as fit", body: "[".repeat(65_536), status: 400, detail: /línea 1, columna 65/ },
    { name: "as many objects as fit", body: '{"a":'.repeat(13_000), status: 400, detail: /línea 1, columna/ },
    {
        name: "bytes that are not UTF-8",
        body: new Uint8Array([0x7b, 0x0a, 0x22, 0xff, 0x22, 0x7d]),
        status: 400,
        detail: /línea 2, columna 2/,
    },
    { name: "a body that is cut", body: '{"language":\n "es"', status: 400, detail: /línea 2, columna/ },
    { name: "an empty body", body: "", status: 400 },
    { name: "no key", body: goodTicket(), headers: { "Idempotency-Key": "" }, status: 400, detail: /Idempotency-Key/ },
    { name: "a key that is too short", body: goodTicket(), headers: { "Idempotency-Key": "short" }, status: 400 },
    { name: "a form", body: "kind=query", headers: { "Content-Type": "application/x-www-form-urlencoded" }, status: 415 },
    { name: "another site's page", body: goodTicket(), headers: { Origin: "https://evil.example" }, status: 403 },
    { name: "a cross-site request", body: goodTicket(), headers: { "Sec-Fetch-Site": "cross-site" }, status: 403 },
];

test("what cannot be accepted is refused with its reason, and nothing is stored", { timeout: 60_000 }, async (t) => {
    const data = temporaryFolder(t);
    const server = await start(t, data);
    for (const { name, body, headers, status, detail, errors } of kCases) {
        await t.test(name, async () => {
            const response = await post(server.origin, body, headers);
            assert.equal(response.status, status);
            assert.equal(response.headers.get("Content-Type"), "application/problem+json");
            const problem = await response.json();
            assert.equal(problem.status, status);
            assert.equal(typeof problem.type, "string");
            assert.match(problem.detail, detail ?? /./);
            if (errors) {
                assert.equal(problem.type, "/problems/validation");
                assert.deepEqual(problem.errors.map(({ pointer, code }) => `${pointer} ${code}`), errors);
            }
        });
    }
    assert.deepEqual(await storedTickets(data), []);
    assert.equal((await fetch(`${server.origin}/healthz`)).status, 200);
    assert.equal((await post(server.origin, goodTicket())).status, 201);
    assert.equal((await storedTickets(data)).length, 1);
});
