// The figures of the comparison as a table in Markdown, a column for each who is compared. Of the page alone they are as they
// are; of the others, what is added to it.
import { quantile } from "../search/figures.mjs";

const median = (values) => quantile(values, 0.5);
const kilo = (bytes) => `${(bytes / 1000).toFixed(1)} KB`;
const mega = (bytes) => `${(bytes / 1e6).toFixed(1)} MB`;
const ms = (value) => `${value.toFixed(0)} ms`;
const plain = (value) => value.toFixed(0);
const shift = (value) => value.toFixed(3);

const added = (name, tell) => ({ cold }, page) => {
    const of = (visits) => median(visits.map(({ rest }) => rest[name]));
    return tell(of(cold) - (page ? of(page.cold) : 0));
};
const whole = (name, tell) => ({ cold }) => tell(median(cold.map(({ rest }) => rest[name])));
const grown = (name, tell) => ({ cold }) => tell(median(cold.map(({ found, opened }) => opened[name] - found[name])));
const pressed = (visits) => ms(median(visits.map(({ press }) => press)));
const sent = ({ requests, bytes }) => `${requests} / ${kilo(bytes)}`;
const middle = (visits, of) => [...visits].map(of).sort((one, other) => one.bytes - other.bytes)[Math.floor(visits.length / 2)];

/** A name, what tells the figure, and what a visit must have for there to be one. */
const rows = [
    ["**nobody asks for help**"],
    ["requests", added("requests", plain)],
    ["bytes, brotli", added("bytes", kilo)],
    ["script", added("script", ms)],
    ["main thread, all", added("work", ms)],
    ["long tasks, in all", whole("longTasks", plain)],
    ["time in long tasks, in all", whole("longTasksTotal", ms)],
    ["layout shift, in all", whole("shift", shift)],
    ["JavaScript heap", added("heap", kilo)],
    ["memory of the page's process", added("memory", mega)],
    ["nodes of the document", added("nodes", plain)],
    ["cookies and kept entries", added("stored", plain)],
    ["**the button is pressed**"],
    ["requests / bytes", ({ cold }) => sent(middle(cold, ({ opened }) => opened)), "opened"],
    ["to a focused box, nothing loaded", ({ cold }) => pressed(cold), "searched"],
    ["the same on a slow line", ({ slow }) => pressed(slow), "searched"],
    ["pointer rested on it before", ({ hovered }) => pressed(hovered), "searched"],
    ["opened and closed before", ({ cold }) => ms(median(cold.map(({ again }) => again))), "searched"],
    ["JavaScript heap, more than before", grown("heap", kilo), "opened"],
    ["memory of the process, more than before", grown("memory", mega), "opened"],
    ["requests / bytes until a word has hits", ({ cold }) => sent(middle(cold, ({ searched }) => searched)), "searched"],
];

/** `all`: title and visits of each; the first is the page alone. */
export function tableOf(all) {
    const [page] = all;
    const told = rows.map(([name, tell, needs]) => [
        name,
        ...all.map((one) => (!tell ? "" : needs && !one.cold[0][needs] ? "-" : tell(one, one === page ? null : page))),
    ]);
    const lines = [[`medians of ${page.cold.length} rounds`, ...all.map(({ title }) => title)], ["---", ...all.map(() => "---:")], ...told];
    return lines.map((cells) => `| ${cells.join(" | ")} |\n`).join("");
}
