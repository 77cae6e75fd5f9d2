// The browser tests: `view` draws screens without a core, `product` uses the built product from the demo's page.
import { execFileSync } from "node:child_process";
import { defineConfig } from "@playwright/test";

export default defineConfig({
    testDir: "tests",
    outputDir: "build/test-results",
    reporter: "line",
    fullyParallel: true,
    forbidOnly: true,
    workers: 2,
    // For what hangs; a busy machine is no fault.
    timeout: 120_000,
    expect: { timeout: 20_000 },
    use: {
        browserName: "chromium",
        locale: "es-ES",
        timezoneId: "Europe/Madrid",
        launchOptions: {
            executablePath: execFileSync("tools/find_chromium", { encoding: "utf8" }).trim(),
            args: ["--no-sandbox", "--disable-quic", "--no-first-run", "--disable-background-networking"],
        },
    },
    projects: [
        { name: "view", testDir: "tests/web" },
        { name: "product", testDir: "tests/e2e" },
    ],
});
