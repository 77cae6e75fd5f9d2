// What readers say of articles, from the server to the next build of the site.
import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { command, start, temporaryFolder } from "../support/ventanilla.mjs";

const demo = fileURLToPath(new URL("../../assets/demo", import.meta.url));

function vote(origin, article, answer, { language = "es", headers = {} } = {}) {
    return fetch(`${origin}/api/v1/votes`, {
        method: "POST",
        headers: { "Content-Type": "application/json", ...headers },
        body: JSON.stringify({ language, article, vote: answer }),
    });
}

test("what readers say is counted, printed as votes.json and built into the site", { timeout: 120_000 }, async (t) => {
    const work = temporaryFolder(t);
    const data = join(work, "data");
    const site = join(work, "site");
    cpSync(demo, site, { recursive: true });
    const server = await start(t, data);
    const answers = await Promise.all([
        ...Array.from({ length: 40 }, () => vote(server.origin, "no-internet", "yes")),
        vote(server.origin, "no-internet", "yes", { language: "en" }),
        vote(server.origin, "no-internet", "no"),
        vote(server.origin, "no-internet", "unclear"),
        vote(server.origin, "roaming", "no", { language: "en" }),
    ]);
    for (const answer of answers) {
        assert.equal(answer.status, 204);
        assert.equal(await answer.text(), "");
    }
    assert.equal((await vote(server.origin, "no-such-article", "yes")).status, 422);
    assert.equal((await vote(server.origin, "roaming", "yes", { headers: { Origin: "https://evil.example" } })).status, 403);

    // As documented, with the server running: the shell empties the file before the command reads the site.
    const words = ["votes", "--site", site, "--data", data];
    const printed = spawnSync("sh", ["-c", '"$0" "$@" >"$VOTES"', command, ...words], {
        encoding: "utf8",
        env: { ...process.env, VOTES: join(site, "votes.json") },
    });
    assert.equal(printed.stderr, "");
    assert.equal(printed.status, 0);
    assert.deepEqual(JSON.parse(readFileSync(join(site, "votes.json"), "utf8")), {
        "article:no-internet": { yes: 41, no: 1 },
        "article:roaming": { yes: 0, no: 1 },
    });
    const table = execFileSync(command, [...words, "--reasons"], { encoding: "utf8" });
    assert.match(table, /^no-internet +es +40 +1 +0 +1 +0$/m);

    const build = spawnSync(command, ["build", site, "--out", join(work, "out")], { encoding: "utf8" });
    assert.equal(build.stderr, "");
    assert.equal(build.status, 0);
    assert.ok(existsSync(join(work, "out/index.html")));

    await server.stop("SIGKILL");
    assert.equal(execFileSync(command, words, { encoding: "utf8" }), readFileSync(join(site, "votes.json"), "utf8"));
});
