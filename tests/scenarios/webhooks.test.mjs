// Programs that are called when something happens to a request: by a real server, with the reference library of Standard Webhooks
// at the other end.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:http";
import { test } from "node:test";
import { promisify } from "node:util";
import Ajv from "ajv";
import { Webhook } from "standardwebhooks";
import { databases } from "../support/databases.mjs";
import { command, goodTicket, post, start, temporaryFolder } from "../support/ventanilla.mjs";

/** An endpoint that keeps what comes, and takes it: one call, at its first attempt, it does not. */
class Receiver {
    calls = [];
    refused = "";
    #arrived = new Set();

    constructor(t) {
        this.server = createServer(async (request, response) => {
            const chunks = await request.toArray();
            this.calls.push({ headers: request.headers, body: Buffer.concat(chunks).toString(), path: request.url, method: request.method });
            const isRefused = request.headers["webhook-id"] === this.refused;
            this.refused = isRefused ? "" : this.refused;
            response.writeHead(isRefused ? 503 : 204).end();
            this.#arrived.forEach((look) => look());
        });
        t.after(() => this.server.close());
    }

    async listen() {
        await once(this.server.listen(0, "127.0.0.1"), "listening");
        this.url = `http://127.0.0.1:${this.server.address().port}/hook?of=desk`;
        return this;
    }

    /** The first call that it accepts, there already or to come. */
    find(accepts) {
        return new Promise((resolve) => {
            const look = () => {
                const call = this.calls.find((each) => accepts(each, JSON.parse(each.body)));
                if (call) {
                    this.#arrived.delete(look);
                    resolve(call);
                }
            };
            this.#arrived.add(look);
            look();
        });
    }
}

for (const [name, prepare] of Object.entries(databases)) {
    test(`a desk is called for all that happens to requests, signed, until it has taken it, on ${name}`, { timeout: 120_000 }, async (t) => {
        const data = temporaryFolder(t);
        const settings = prepare(t);
        const ventanilla = async (...words) => {
            const { stdout } = await promisify(execFile)(command, [...words, "--data", data], { env: { ...process.env, ...settings } });
            return stdout.trim();
        };
        const receiver = await new Receiver(t).listen();
        let server = await start(t, data, { settings });
        const submit = async (message) => {
            const answer = await post(server.origin, goodTicket(message));
            assert.equal(answer.status, 201);
            return (await answer.json()).tracking_code;
        };

        const secret = await ventanilla("webhooks", "add", "desk", receiver.url);
        assert.match(secret, /^whsec_[A-Za-z0-9+/]{43}=$/);
        await assert.rejects(ventanilla("webhooks", "add", "desk", receiver.url), /already/);
        await assert.rejects(ventanilla("webhooks", "add", "far", "http://desk.example/"), /begins with https/);
        assert.ok(!(await ventanilla("webhooks", "list")).includes(secret));

        const code = await submit("Mi clave secreta es 1234");
        const created = await receiver.find((_, { type }) => type === "ticket.created");
        assert.deepEqual([created.method, created.path, created.headers["content-type"]], ["POST", "/hook?of=desk", "application/json"]);
        assert.equal(created.headers["webhook-id"], `${code}-0`);
        const { data: told } = new Webhook(secret).verify(created.body, created.headers);
        assert.deepEqual([told.tracking_code, told.language], [code, "es"]);
        assert.throws(() => new Webhook(secret).verify(created.body.replace("es", "en"), created.headers));

        // From another process: the server finds it when it is woken, or a few seconds later.
        const renewed = await ventanilla("webhooks", "rotate", "desk");
        receiver.refused = `${code}-1`;
        await ventanilla("tickets", "reply", code, "Apague el róuter.", "--author", "Ana");
        await ventanilla("tickets", "note", code, "Cliente de siempre.", "--author", "Ana");
        await submit("Otra");
        const reply = await receiver.find(({ headers }, { type }) => type === "ticket.message" && headers["webhook-id"].startsWith(code));
        for (const either of [secret, renewed]) {
            assert.deepEqual(new Webhook(either).verify(reply.body, reply.headers).data, { tracking_code: code, number: 1, kind: "message", actor: "team" });
        }
        await receiver.find(({ headers }, { type }) => type === "ticket.changed" && headers["webhook-id"] === `${code}-2`);
        await server.line(/could not be delivered: it answered 503; it is tried again in 5 s/);
        const ofReply = () => receiver.calls.filter(({ headers }) => headers["webhook-id"] === `${code}-1`);
        await receiver.find(() => ofReply().length === 2);
        assert.equal(ofReply()[0].body, ofReply()[1].body);

        // While the desk is away, and the server is killed, what it would be told is kept.
        receiver.server.close();
        receiver.server.closeAllConnections();
        const third = await submit("Nadie me oye");
        await server.line(new RegExp(`${third}-0 could not be delivered: `));
        server.child.kill("SIGKILL");
        await server.ended;
        await once(receiver.server.listen(Number(new URL(receiver.url).port), "127.0.0.1"), "listening");
        server = await start(t, data, { settings });
        await receiver.find(({ headers }) => headers["webhook-id"] === `${third}-0`);

        const { webhooks } = await (await fetch(`${server.origin}/api/v1/openapi.json`)).json();
        for (const { body } of receiver.calls) {
            const call = JSON.parse(body);
            const { schema } = webhooks[call.type].post.requestBody.content["application/json"];
            const check = new Ajv({ schemaId: "auto", unknownFormats: ["date-time"] }).compile(schema);
            assert.ok(check(call), `${body}: ${JSON.stringify(check.errors)}`);
        }
        const words = receiver.calls.map(({ body }) => body).join();
        for (const secretive of ["1234", "róuter", "siempre", "Nadie", goodTicket().fields.email]) {
            assert.ok(!words.includes(secretive), secretive);
        }
        const log = await ventanilla("webhooks", "log", "desk");
        assert.match(log, new RegExp(`${code}-0  ticket.created  delivered  answered 204`));
        assert.ok(!log.includes(`${code}-3`), "notes are the team's");

        const before = receiver.calls.length;
        await ventanilla("webhooks", "send-again", "desk", `${code}-0`);
        await assert.rejects(ventanilla("webhooks", "send-again", "desk", `${code}-9`), /no such call/);
        await ventanilla("tickets", "erase", third);
        await submit("La última");
        await receiver.find(({ headers }, { type }) => type === "ticket.erased" && headers["webhook-id"].startsWith(third));
        assert.ok(receiver.calls.slice(before).some(({ headers }) => headers["webhook-id"] === `${code}-0`));
        assert.equal((await server.stop()).code, 0);
        assert.ok(!(await ventanilla("webhooks", "log", "desk")).includes(third));

        await ventanilla("webhooks", "remove", "desk");
        assert.equal(await ventanilla("webhooks", "list"), "");
        await assert.rejects(ventanilla("webhooks", "log", "desk"), /no webhook/);
    });
}
