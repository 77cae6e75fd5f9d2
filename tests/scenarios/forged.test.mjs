// Somebody sends ten thousand requests with the addresses of others: each of them hears of it once at most.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { test } from "node:test";
import { goodTicket, post, start, temporaryFolder } from "../support/ventanilla.mjs";

const kRequests = 10_000;
const kVictims = 500;
const kAtOnce = 32;

test("ten thousand forged requests send at most one mail to each address that they name", { timeout: 180_000 }, async (t) => {
    const data = temporaryFolder(t);
    const server = await start(t, data, { settings: { VENTANILLA_LIMITS: "address=off email=off all=off" } });
    let next = 0;
    const forge = async () => {
        while (next < kRequests) {
            const ticket = goodTicket("Compre ya en mi tienda");
            // An address is the same in capitals.
            const name = `victim${next % kVictims}@example.org`;
            ticket.fields.email = next % 3 === 0 ? name.toUpperCase() : name;
            next += 1;
            assert.equal((await post(server.origin, ticket)).status, 201);
        }
    };
    await Promise.all(Array.from({ length: kAtOnce }, forge));
    assert.equal((await server.stop()).code, 0);
    const mails = execFileSync("python3", ["-c", `
import sqlite3, sys
for row in sqlite3.connect(sys.argv[1]).execute("SELECT lower(recipient), text FROM mail_queue WHERE recipient LIKE '%victim%'"):
    print(row[0], "tienda" in row[1])
`, join(data, "ventanilla.db")], { encoding: "utf8", maxBuffer: 1 << 26 }).trim().split("\n");
    const told = mails.map((line) => line.split(" ")[0]);
    assert.equal(told.length, kVictims);
    assert.equal(new Set(told).size, kVictims);
    // Nor do they read a word of what was forged.
    assert.ok(mails.every((line) => line.endsWith(" False")));
});
