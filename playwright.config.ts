// The browser tests: `view` draws screens without a core, `product` uses the built product from the demo's page, `whole`
// does so in the whole browser, with its profiles and settings, and `firefox` comes with a browser of its own.
import { execFileSync } from "node:child_process";
import { defineConfig } from "@playwright/test";

function chromium(...which: string[]) {
    return {
        launchOptions: {
            executablePath: execFileSync("tools/find_chromium", which, { encoding: "utf8" }).trim(),
            args: ["--no-sandbox", "--disable-quic", "--no-first-run", "--disable-background-networking"],
        },
    };
}

const kInWholeBrowser = /\/(journey|outbox|shop)\.spec\.ts$/;

export default defineConfig({
    testDir: "tests",
    outputDir: "build/test-results",
    snapshotPathTemplate: "{testDir}/heard/{arg}{ext}",
    reporter: "line",
    fullyParallel: true,
    forbidOnly: true,
    workers: 2,
    // For what hangs; a busy machine is no fault.
    timeout: 120_000,
    expect: { timeout: 20_000 },
    // What a test fetches is what it sees fetched; tests/e2e/offline.spec.ts has the service worker.
    use: { browserName: "chromium", serviceWorkers: "block", locale: "es-ES", timezoneId: "Europe/Madrid" },
    projects: [
        { name: "view", testDir: "tests/web", use: chromium("--shell") },
        { name: "product", testDir: "tests/e2e", testIgnore: kInWholeBrowser, use: chromium("--shell") },
        { name: "whole", testDir: "tests/e2e", testMatch: kInWholeBrowser, use: chromium() },
        { name: "firefox", testDir: "tests/firefox" },
    ],
});
