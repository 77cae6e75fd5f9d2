// Files that customers attach, on each database, from the upload to the last byte that is erased.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { promisify } from "node:util";
import { databases } from "../support/databases.mjs";
import { command, exportedTickets, goodTicket, newKey, post, start, temporaryFolder } from "../support/ventanilla.mjs";

const kNeedle = "a needle in the haystack";
const kPicture = Buffer.concat([Buffer.from("89504e470d0a1a0a0000000d49484452", "hex"), Buffer.alloc(600_000, 7), Buffer.from(kNeedle)]);

const newUpload = () => newKey().replaceAll("-", "");
const upload = (origin, id, body) => fetch(`${origin}/api/v1/uploads/${id}`, { method: "PUT", body });

/** The files below a folder that hold the needle. */
function withNeedle(folder) {
    return readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile() && readFileSync(join(entry.parentPath, entry.name)).includes(kNeedle))
        .map((entry) => entry.name);
}

for (const [name, prepare] of Object.entries(databases)) {
    test(`what a customer attaches survives a killed server, reaches the team, and is erased to the last byte, on ${name}`, { timeout: 60_000 }, async (t) => {
        const data = temporaryFolder(t);
        const settings = prepare(t);
        const ventanilla = (...words) => promisify(execFile)(command, [...words, "--data", data], { env: { ...process.env, ...settings } });
        const first = await start(t, data, { settings });
        const id = newUpload();
        assert.equal((await upload(first.origin, id, kPicture)).status, 201);
        first.child.kill("SIGKILL");
        await first.ended;

        const server = await start(t, data, { settings });
        const ticket = { ...goodTicket(), attachments: [{ upload: id, name: "róuter; rm -rf.png" }] };
        const { tracking_code: code } = await (await post(server.origin, ticket)).json();
        const { stdout: shown } = await ventanilla("tickets", "show", code);
        assert.match(shown, /Attached: 1\. róuter; rm -rf\.png \(image\/png, 600040 bytes\)/);

        const folder = join(temporaryFolder(t), "made");
        const { stdout: saved } = await ventanilla("tickets", "files", code, "--to", folder);
        assert.equal(saved, `${join(folder, "1-róuter; rm -rf.png")}\n`);
        assert.deepEqual(readFileSync(join(folder, "1-róuter; rm -rf.png")), kPicture);
        assert.equal(statSync(folder).mode & 0o777, 0o700);
        await assert.rejects(ventanilla("tickets", "files", code, "--to", folder), /File exists/);

        const exported = join(temporaryFolder(t), "export");
        mkdirSync(exported);
        const [whole] = await exportedTickets(data, settings, "--files", exported);
        assert.equal(whole.attachments[0].size, kPicture.length);
        assert.deepEqual(withNeedle(exported), ["1-róuter; rm -rf.png"]);

        await ventanilla("tickets", "erase", code);
        assert.deepEqual(withNeedle(data), []);
        assert.equal((await post(server.origin, ticket)).status, 422);
        assert.equal((await server.stop()).code, 0);
    });
}

test("a file that is too large is refused before a byte of it is taken, and the server serves on", async (t) => {
    const data = temporaryFolder(t);
    const server = await start(t, data);
    const response = await upload(server.origin, newUpload(), Buffer.alloc(10 * 1024 * 1024 + 1));
    assert.equal(response.status, 413);
    assert.equal((await upload(server.origin, newUpload(), Buffer.alloc(10 * 1024 * 1024))).status, 201);
    assert.deepEqual(readdirSync(join(data, "uploads")), []);
});
