#!/usr/bin/env node
// Lighthouse's measure of the same page without and with Ventanilla's tag, in turns, as it measures a phone by itself. Prints
// the medians of each.
//
//   npm run lighthouse
//   npm run lighthouse -- --rounds 2
import { parseArgs } from "node:util";
import { launch } from "chrome-launcher";
import lighthouse from "lighthouse";
import { quantile } from "../search/figures.mjs";
import { contenders, prepare } from "./contenders.mjs";
import { startHost } from "./host.mjs";
import { executablePath } from "./visit.mjs";

const FIGURES = [
    ["performance", ({ categories }) => categories.performance.score * 100],
    ["first contentful paint, ms", ({ audits }) => audits["first-contentful-paint"].numericValue],
    ["largest contentful paint, ms", ({ audits }) => audits["largest-contentful-paint"].numericValue],
    ["total blocking time, ms", ({ audits }) => audits["total-blocking-time"].numericValue],
    ["layout shift, thousandths", ({ audits }) => audits["cumulative-layout-shift"].numericValue * 1000],
    ["bytes", ({ audits }) => audits["total-byte-weight"].numericValue],
];

const { values: options } = parseArgs({ options: { rounds: { type: "string", default: "5" } } });

async function report(address) {
    const browser = await launch({ chromePath: executablePath, chromeFlags: ["--headless=new", "--no-sandbox"] });
    try {
        const { lhr } = await lighthouse(address, { port: browser.port, onlyCategories: ["performance"], logLevel: "error" });
        if (lhr.runtimeError) {
            throw new Error(lhr.runtimeError.message);
        }
        return lhr;
    } finally {
        browser.kill();
    }
}

const host = await startHost(await prepare());
const names = ["page", "ventanilla"];
const reports = { page: [], ventanilla: [] };
for (let round = 0; round < Number(options.rounds); ++round) {
    for (const name of round % 2 ? names.toReversed() : names) {
        reports[name].push(await report(host.addressOf(name)));
    }
}
host.close();

console.log(`| Lighthouse | ${names.map((name) => contenders[name].title).join(" | ")} |\n| --- | ---: | ---: |`);
for (const [figure, of] of FIGURES) {
    const cells = names.map((name) => {
        const values = reports[name].map(of);
        const [low, middle, high] = [0, 0.5, 1].map((share) => Math.round(quantile(values, share)).toLocaleString("en"));
        return low === high ? middle : `${middle} (${low} to ${high})`;
    });
    console.log(`| ${figure} | ${cells.join(" | ")} |`);
}
