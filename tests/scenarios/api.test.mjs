// The API does what its description says, on each database: every answer of a running server is held against the schema of
// its operation.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { test } from "node:test";
import Ajv from "ajv";
import { databases } from "../support/databases.mjs";
import { listen } from "../support/live.mjs";
import { freePort, mailServer } from "../support/mail_server.mjs";
import { command, goodTicket, newKey, start, temporaryFolder } from "../support/ventanilla.mjs";

const kTeam = "atencion@farofibra.example";
const kCustomer = "inigo@example.org";

/** Asks, and checks what is answered against the description. */
class Client {
    #description;
    #ajv = new Ajv({ schemaId: "auto", unknownFormats: ["date-time"], validateSchema: false });
    #checks = new Map();
    used = new Set();

    constructor(origin, description) {
        this.origin = origin;
        this.#description = description;
        this.#ajv.addSchema({ $id: "api", ...description });
    }

    operations() {
        return Object.entries(this.#description.paths).flatMap(([path, methods]) =>
            Object.entries(methods).filter(([method]) => method !== "parameters").map(([method, operation]) => ({ method, path, operation })));
    }

    #check(reference) {
        if (!this.#checks.has(reference)) {
            this.#checks.set(reference, this.#ajv.compile({ $ref: `api${reference}` }));
        }
        return this.#checks.get(reference);
    }

    async call(id, status, { code = "", number = "", upload = "", query = "", secret = "", body, bytes, headers = {} } = {}) {
        const { method, path, operation } = this.operations().find((each) => each.operation.operationId === id);
        this.used.add(id);
        const response = await fetch(this.origin + path.replace("{code}", code).replace("{number}", number).replace("{id}", upload) + query, {
            method: method.toUpperCase(),
            headers: {
                ...(secret ? { Authorization: `Bearer ${secret}` } : {}),
                ...(body === undefined ? {} : { "Content-Type": "application/json" }),
                "Idempotency-Key": newKey(),
                ...headers,
            },
            body: bytes ?? (body === undefined ? undefined : JSON.stringify(body)),
        });
        const text = await response.text();
        assert.equal(response.status, status, `${id}: ${text}`);
        const described = operation.responses[String(status)];
        assert.ok(described, `${id} does not describe ${status}`);
        if (described.content?.["*/*"]) {
            return { text, headers: response.headers };
        }
        for (const [type, { schema }] of Object.entries(described.content ?? {})) {
            assert.equal(response.headers.get("Content-Type"), type);
            const check = this.#check(schema.$ref);
            assert.ok(check(JSON.parse(text)), `${id} ${status}: ${JSON.stringify(check.errors)} in ${text}`);
        }
        if (!described.content) {
            assert.equal(text, "");
        }
        return { json: text ? JSON.parse(text) : undefined, headers: response.headers };
    }
}

for (const [name, prepare] of Object.entries(databases)) {
    test(`a request goes its whole way through the API, on ${name}`, { timeout: 120_000 }, async (t) => {
        const data = temporaryFolder(t);
        const port = await freePort();
        const box = await mailServer(t, port);
        const settings = { ...prepare(t), VENTANILLA_SMTP: `smtp://127.0.0.1:${port}` };
        const server = await start(t, data, { settings });
        const run = (...words) =>
            execFileSync(command, [...words, "--data", data], { encoding: "utf8", env: { ...process.env, ...settings }, stdio: ["ignore", "pipe", "ignore"] });
        const description = await (await fetch(`${server.origin}/api/v1/openapi.json`)).json();
        const client = new Client(server.origin, description);
        const agent = run("keys", "add", "desk", "--scope", "tickets:read", "--scope", "tickets:write", "--scope", "tickets:erase").trim();
        const reader = run("keys", "add", "reader", "--scope", "tickets:read").trim();

        const sending = { "Idempotency-Key": newKey() };
        const { json: form } = await client.call("getFormToken", 200, { headers: sending });
        await client.call("getFormToken", 400, { headers: { "Idempotency-Key": "short" } });
        await client.call("sendTicket", 401, { body: goodTicket() });
        await client.call("sendTicket", 422, { body: { ...goodTicket(), form: "none" }, secret: form.token, headers: sending });
        const { json: receipt } = await client.call("sendTicket", 201, { body: goodTicket(), secret: form.token, headers: sending });
        const code = receipt.tracking_code;
        const upload = newKey().replaceAll("-", "");
        await client.call("upload", 201, { upload, bytes: "luces: roja, apagada" });
        await client.call("upload", 200, { upload, bytes: "luces: roja, apagada" });
        await client.call("upload", 409, { upload, bytes: "otra cosa" });
        await client.call("upload", 404, { upload: "1", bytes: "otra cosa" });
        await client.call("upload", 422, { upload });
        const attachments = [{ upload, name: "luces.txt" }];
        await client.call("vote", 204, { body: { language: "es", article: "no-internet", vote: "yes" } });

        const { json: list } = await client.call("listTickets", 200, { secret: reader, query: "?status=new&limit=1" });
        assert.equal(list.tickets[0].tracking_code, code);
        const { json: held } = await client.call("listTickets", 200, { secret: reader, query: "?quarantined=true" });
        assert.deepEqual(held.tickets, []);
        await client.call("listTickets", 400, { secret: reader, query: "?limit=many" });
        const { text: kept } = await client.call("getReceipt", 200, { code, secret: receipt.receipt_token });
        assert.match(kept, new RegExp(`${code}[^]*¿qué hago\\?[^]*\nFirma: v1,[A-Za-z0-9+/]{43}=\n$`));
        await client.call("getReceipt", 404, { code });
        await client.call("listTickets", 401);
        const { headers } = await client.call("showTicket", 200, { code, secret: reader });
        await client.call("showTicket", 304, { code, secret: reader, headers: { "If-None-Match": headers.get("ETag") } });
        await client.call("setTicket", 403, { code, secret: reader, body: { assignee: "Lucía" } });
        await client.call("setTicket", 200, { code, secret: agent, body: { assignee: "Lucía", tags: ["fibra"] } });
        await client.call("setTicket", 412, { code, secret: agent, body: { priority: "high" }, headers: { "If-Match": headers.get("ETag") } });
        await client.call("noteOnTicket", 201, { code, secret: agent, body: { text: "Es cliente desde 2019." } });
        await client.call("answerTicket", 201, { code, secret: agent, body: { text: "¿Qué luces ves?", author: "Lucía" } });
        const answer = await box.received(kCustomer, 2);
        assert.match(answer[1].message.text, /¿Qué luces ves\?/);

        await client.call("sendCode", 202, { code });
        const mails = await box.received(kCustomer, 3);
        const [digits] = /\b\d{6}\b/.exec(mails[2].message.text);
        await client.call("openRequest", 403, { code, body: { code: digits === "000000" ? "000001" : "000000" } });
        const { json: token } = await client.call("openRequest", 200, { code, body: { code: digits } });
        await client.call("openRequest", 410, { code, body: { code: digits } });
        const secret = token.token;
        const { json: thread } = await client.call("showRequest", 200, { code: code.toLowerCase(), secret });
        assert.deepEqual(thread.events.map((event) => event.kind), ["message", "status"]);
        await client.call("showRequest", 401, { code });
        await client.call("watchRequest", 401, { code });
        await client.call("watchRequest", 400, { code, secret, query: "?after=now" });
        const stream = await listen(server.origin, code, secret, { after: 0 });
        assert.equal(stream.headers.get("Content-Type"), "text/event-stream");
        assert.deepEqual(await stream.next(), { id: "4", event: "message", data: thread.events[0] });
        stream.leave();
        await client.call("writeMessage", 201, { code, secret, body: { text: "Una roja", attachments } });
        await client.call("writeMessage", 422, { code, secret, body: { text: "Otra vez", attachments } });
        const saved = await client.call("getAttachment", 200, { code, number: 1, secret });
        assert.equal(saved.text, "luces: roja, apagada");
        assert.match(saved.headers.get("Content-Disposition"), /^attachment; filename="luces\.txt"/);
        assert.equal((await client.call("getTicketAttachment", 200, { code, number: 1, secret: reader })).text, saved.text);
        await client.call("getTicketAttachment", 404, { code, number: 2, secret: reader });
        await client.call("setStatus", 200, { code, secret, body: { status: "closed" } });
        await client.call("rate", 200, { code, secret, body: { answer: "good" } });
        await client.call("setStatus", 200, { code, secret, body: { status: "open" } });
        await client.call("rate", 409, { code, secret, body: { answer: "bad" } });
        assert.equal((await box.received(kTeam, 3)).length, 3);

        assert.match(run("tickets", "show", code), /Es cliente desde 2019\.[^]*Una roja/);
        await client.call("eraseTicket", 204, { code, secret: agent });
        await client.call("eraseTicket", 404, { code, secret: agent });
        await client.call("showRequest", 401, { code, secret });
        assert.deepEqual(client.operations().map(({ operation }) => operation.operationId).filter((id) => !client.used.has(id)), []);
        assert.equal((await server.stop()).code, 0);
    });
}
