// The service for systemd, as systemd itself reads it.
import assert from "node:assert/strict";
import { execFile, execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { command, temporaryFolder } from "../support/ventanilla.mjs";

const unit = fileURLToPath(new URL("../../packaging/ventanilla.service", import.meta.url));

/** Of 100, by systemd's own measure. */
const kMostExposure = 20;

function hasSystemd() {
    try {
        execFileSync("systemd-analyze", ["--version"]);
        return true;
    } catch {
        return false;
    }
}

const skip = hasSystemd() ? false : "no systemd on this machine";

/** The unit as it is installed, with the command where it is here. */
function installed(t) {
    const file = join(temporaryFolder(t), "ventanilla.service");
    writeFileSync(file, readFileSync(unit, "utf8").replace("/usr/local/bin/ventanilla", command));
    return file;
}

test("systemd takes the service as it is", { skip }, async (t) => {
    const { stdout, stderr } = await promisify(execFile)("systemd-analyze", ["verify", "--man=no", installed(t)]);
    assert.equal(stdout + stderr, "");
});

test("the service may do little more than it does", { skip }, async (t) => {
    const words = ["security", "--offline=yes", "--no-pager", `--threshold=${kMostExposure}`, installed(t)];
    const { stdout } = await promisify(execFile)("systemd-analyze", words);
    assert.match(stdout, /Overall exposure level/);
});
