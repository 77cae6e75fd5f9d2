// A native program with help inside, in front of a real server: a customer searches, reads, takes the guide and
// sends a ticket, on a screen that only the test has.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { start, storedTickets, temporaryFolder } from "../support/ventanilla.mjs";

const program = fileURLToPath(
    new URL("../../build/native/examples/native/ventanilla-native", import.meta.url),
);

/** Runs the program with steps (examples/native/script.h); what it says, line by line. */
async function play(t, server, steps, options = []) {
    const script = join(temporaryFolder(t), "steps.txt");
    writeFileSync(script, steps.join("\n"));
    const { stdout } = await promisify(execFile)(
        "xvfb-run",
        ["-a", "-s", "-screen 0 1280x1024x24", program, "--server", server.origin, "--script", script, ...options],
        { timeout: 90_000, env: { ...process.env, LIBGL_ALWAYS_SOFTWARE: "1" } },
    );
    return stdout.trim().split("\n");
}

test("a customer finds an article, takes the guide and sends a ticket", { timeout: 120_000 }, async (t) => {
    const data = temporaryFolder(t);
    const picture = join(temporaryFolder(t), "article.png");
    const server = await start(t, data);
    const [code] = await play(t, server, [
        "click search",
        "type reiniciar el roter",
        "click hit.article:restart-router",
        "wait document.restart-router",
        `picture ${picture}`,
        "click back",
        "click back",
        "click guide.no-internet",
        "click answer.all-off",
        "click continue",
        "click answer.still-off",
        "click guide.contact",
        "click field.kind.query",
        "click field.message",
        "type ¿Qué hago? El año pasado también falló.",
        "click field.name",
        "type Inés Muñoz",
        "key tab",
        "type ines@example.org",
        "key enter",
        "wait code",
        "say code",
        "quit",
    ]);
    assert.match(code, /^[0-9A-Z]{4}(-[0-9A-Z]{4})+$/);
    const tickets = await storedTickets(data);
    assert.equal(tickets.length, 1);
    assert.match(JSON.stringify(tickets), /Inés Muñoz/);
    assert.match(JSON.stringify(tickets), /¿Qué hago\? El año pasado también falló\./);
    assert.match(readFileSync(picture).subarray(1, 4).toString(), /PNG/);
});

test("a folder made by build is searched and read without a server", { timeout: 120_000 }, async (t) => {
    const folder = join(temporaryFolder(t), "dist");
    await promisify(execFile)(fileURLToPath(new URL("../../bin/ventanilla", import.meta.url)), [
        "build", "assets/demo", "--out", folder,
    ]);
    await play(t, { origin: `file://${folder}` }, [
        "click search",
        "type slow wifi",
        "click hit.article:slow-wifi",
        "wait document.slow-wifi",
        "quit",
    ], ["--language", "en", "--dark"]);
});
