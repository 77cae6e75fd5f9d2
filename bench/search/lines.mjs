// JSON, one value a line.
import { readFileSync, writeFileSync } from "node:fs";

export function readLines(file) {
    return readFileSync(file, "utf8").trim().split("\n").map((line) => JSON.parse(line));
}

export function writeLines(file, values) {
    writeFileSync(file, values.map((value) => `${JSON.stringify(value)}\n`).join(""));
}
