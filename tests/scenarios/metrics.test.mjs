// What an operator's machines ask: whether the server is well, and how much it does.
import assert from "node:assert/strict";
import { test } from "node:test";
import { freePort } from "../support/mail_server.mjs";
import { goodTicket, newKey, post, start, temporaryFolder } from "../support/ventanilla.mjs";

/** The text format 0.0.4: each sample by its name and labels. */
function samplesOf(text) {
    const samples = new Map();
    const types = new Map();
    assert.ok(text.endsWith("\n"));
    for (const line of text.slice(0, -1).split("\n")) {
        const type = /^# TYPE ([a-z_]+) (counter|gauge|histogram)$/.exec(line);
        if (type) {
            assert.ok(!types.has(type[1]), line);
            types.set(type[1], type[2]);
        } else if (!/^# HELP [a-z_]+ \S/.test(line)) {
            const [, name, labels, value] = /^([a-z_]+)(\{(?:[a-z]+="[^"\\]*",?)+\})? (\S+)$/.exec(line) ?? assert.fail(line);
            assert.ok(types.has(name) || types.has(name.replace(/_(bucket|sum|count)$/, "")), line);
            assert.ok(!Number.isNaN(Number(value.replace("+Inf", "Infinity"))), line);
            samples.set(name + (labels ?? ""), Number(value));
        }
    }
    return samples;
}

test("metrics tell how much the server does, on a port of their own, and nothing of anybody", { timeout: 60_000 }, async (t) => {
    const port = await freePort();
    const server = await start(t, temporaryFolder(t), { words: ["--metrics", `127.0.0.1:${port}`] });
    const scrape = async () => {
        const answer = await fetch(`http://127.0.0.1:${port}/metrics`);
        assert.equal(answer.status, 200);
        assert.equal(answer.headers.get("content-type"), "text/plain; version=0.0.4");
        return answer.text();
    };
    const key = newKey();
    const ticket = goodTicket("Un secreto");
    for (let i = 0; i < 2; i += 1) {
        assert.equal((await post(server.origin, ticket, { "Idempotency-Key": key })).status, 201);
    }
    assert.equal((await fetch(`${server.origin}/es/`)).status, 200);
    assert.equal((await fetch(`${server.origin}/es/no-such-page`)).status, 404);
    assert.equal((await fetch(`${server.origin}/metrics`)).status, 404);
    assert.equal((await fetch(`http://127.0.0.1:${port}/es/`)).status, 404);
    assert.equal((await fetch(`http://127.0.0.1:${port}/metrics`, { method: "POST" })).status, 405);

    const text = await scrape();
    const samples = samplesOf(text);
    assert.equal(samples.get("ventanilla_tickets_stored_total"), 1);
    assert.equal(samples.get('ventanilla_http_requests_total{area="api",status="2xx"}'), 4); // with their form tokens
    assert.equal(samples.get('ventanilla_http_requests_total{area="pages",status="2xx"}'), 1);
    assert.equal(samples.get('ventanilla_http_requests_total{area="pages",status="4xx"}'), 2);
    assert.equal(samples.get('ventanilla_http_request_duration_seconds_count{area="api"}'), 4);
    assert.equal(samples.get('ventanilla_http_request_duration_seconds_bucket{area="api",le="+Inf"}'), 4);
    assert.equal(samples.get("ventanilla_mail_waiting"), 2);
    assert.equal(samples.get("ventanilla_tickets_quarantined"), 0);
    assert.ok(samples.get("process_resident_memory_bytes") > 1e6);
    assert.ok(samples.get("process_open_fds") > 3);
    assert.ok(Math.abs(samples.get("process_start_time_seconds") - Date.now() / 1000) < 60);
    assert.doesNotMatch(text, /secreto|no-such-page|@|127\.0\.0\.1/);
    assert.equal((await server.stop()).code, 0);
});

test("a server says that it is alive, and that it is ready", { timeout: 60_000 }, async (t) => {
    const server = await start(t, temporaryFolder(t));
    for (const path of ["/healthz", "/readyz"]) {
        const answer = await fetch(server.origin + path);
        assert.equal(answer.status, 200);
        assert.deepEqual(await answer.json(), { status: "ok" });
    }
});
