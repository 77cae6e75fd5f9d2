// How requests were answered, told by the command while the server runs.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { test } from "node:test";
import { command, goodTicket, post, start, temporaryFolder } from "../support/ventanilla.mjs";

test("the report tells by queue and language how requests were answered, as text, CSV and JSON", { timeout: 60_000 }, async (t) => {
    const data = temporaryFolder(t);
    const server = await start(t, data);
    const run = (...words) => execFileSync(command, [...words, "--data", data], { encoding: "utf8" });
    const codes = [];
    for (let i = 0; i < 3; i += 1) {
        codes.push((await (await post(server.origin, goodTicket())).json()).tracking_code);
    }
    run("tickets", "reply", codes[0], "Hecho", "--status", "solved", "--author", "Lucía");
    run("tickets", "set", codes[1], "--queue", "=HYPERLINK(1)", "--author", "Lucía");

    const lines = JSON.parse(run("report", "--format", "json"));
    assert.deepEqual(lines.map(({ queue, language, received, answered, over }) => [queue, language, received, answered, over]), [
        ["", "es", 2, 1, 1],
        ["=HYPERLINK(1)", "es", 1, 0, 0],
        ["", "", 3, 1, 1],
    ]);
    // The demo promises every answer; none of them is late yet.
    assert.equal(lines[2].promised, 3);
    assert.equal(lines[2].overdue, 0);
    assert.equal(lines[1].first_answer_median, null);
    assert.ok(lines[2].first_answer_median >= 0 && lines[2].first_answer_median < 60);

    const csv = run("report", "--format", "csv").split("\r\n");
    assert.match(csv[0], /^queue,language,received,/);
    assert.match(csv[2], /^"'=HYPERLINK\(1\)","es",1,0,0,/); // no formula for a spreadsheet
    assert.equal(csv.length, 5);
    const text = run("report");
    assert.match(text, /^QUEUE +LANGUAGE +RECEIVED/);
    assert.match(text, /\nall +3 +1 +1 /);
    assert.match(run("report", "--until", "2026-01-01"), /\nall +0 +0 +0 +-/);
});
