// The figures of growth as a table in Markdown, a row for each size.
import { kilobytes, megabytes, time } from "../search/figures.mjs";

const pair = ({ p50, p95 }, unit) => `${unit(p50)} / ${unit(p95)}`;
const columns = [
    ["articles", ({ size }) => size.toLocaleString("en")],
    ["text", ({ text }) => megabytes(text)],
    ["first query, p50 / p95", ({ cost }) => pair(cost.first, kilobytes)],
    ["requests, p50 / p95", ({ cost }) => pair(cost.requests, String)],
    ["five queries, p50 / p95", ({ cost }) => pair(cost.five, kilobytes)],
    ["every key, p50 / p95", ({ cost }) => pair(cost.typed, kilobytes)],
    ["root", ({ index }) => kilobytes(index.root)],
    ["a key, p50 / p95 / p99, ms", ({ cost: { keys } }) => `${time(keys.p50)} / ${time(keys.p95)} / ${time(keys.p99)}`],
    ["memory", ({ cost }) => megabytes(cost.memory)],
    ["build", ({ built }) => `${built.seconds.toFixed(1)} s, ${Math.round(built.peakBytes / 1e6).toLocaleString("en")} MB`],
    ["index, unpacked", ({ index }) => `${megabytes(index.raw)} in ${index.shards.toLocaleString("en")}`],
];

export function tableOf(rows) {
    const told = rows.map((row) => columns.map(([, tell]) => tell(row)));
    const lines = [columns.map(([name]) => name), columns.map(() => "---"), ...told];
    return lines.map((cells) => `| ${cells.join(" | ")} |\n`).join("");
}
