// A site whose index is in many files: what a customer's letters fetch, and what they do not.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test as base, expect, type Page } from "@playwright/test";
import { Demo } from "../support/demo.ts";
import { writeLargeSite } from "../support/large_site.mjs";
import { type Server, startServer } from "../support/server.ts";

const demo = new Demo("es");

const test = base.extend<object, { server: Server }>({
    server: [
        async ({ browserName: _ }, use) => {
            const folder = await mkdtemp(join(tmpdir(), "ventanilla-large-"));
            writeLargeSite(join(folder, "site"));
            const server = await startServer(join(folder, "site"));
            await use(server);
            await server.stop();
            await rm(folder, { recursive: true });
        },
        { scope: "worker" },
    ],
});

/** The panel, open and at rest, and what data it fetches from then on. */
async function open(page: Page, server: Server) {
    await page.goto(`${server.origin}/widget/es/`);
    const box = page.getByRole("searchbox", { name: demo.text("search.label") });
    await expect(box).toBeVisible();
    await page.waitForLoadState("networkidle");
    const fetched: string[] = [];
    page.on("request", (request) => {
        const path = new URL(request.url()).pathname;
        if (path.startsWith("/data/")) {
            fetched.push(path);
        }
    });
    const hits = page.getByRole("list", { name: demo.text("search.results") }).getByRole("link");
    return { box, hits, fetched };
}

test("the first letter of a word needs one request, and shows hits with their texts", async ({ page, server }) => {
    const { box, hits, fetched } = await open(page, server);
    await box.pressSequentially("z");
    await expect(hits.first()).toContainText("zapote");
    await expect(page.locator("mark").first()).toBeVisible();
    expect(fetched).toHaveLength(1);
    expect(fetched[0]).toMatch(/^\/data\/es\/index\.[^/]+\/\d+\.bin$/);
});

test("the word that most mean is there with its first letters: typing on asks for nothing more", async ({ page, server }) => {
    const { box, hits, fetched } = await open(page, server);
    await box.pressSequentially("za");
    await expect(hits.first()).toContainText("zapote");
    const before = [...fetched];
    await box.pressSequentially("pote");
    await expect(page.locator("mark", { hasText: /^zapote$/ }).first()).toBeVisible();
    await page.waitForLoadState("networkidle");
    expect(fetched).toEqual(before);
});

test("no shard is asked for twice, however she types, deletes and types again", async ({ page, server }) => {
    const { box, hits, fetched } = await open(page, server);
    for (const query of ["ajustar zapote", "cambiar cable 35", "ajustar zapote", "devolvre pedido"]) {
        await box.fill("");
        await box.pressSequentially(query);
        await expect(hits.first()).toBeVisible();
    }
    await page.waitForLoadState("networkidle");
    expect(fetched.length).toBeGreaterThan(4);
    expect(fetched.filter((path, at) => fetched.indexOf(path) !== at)).toEqual([]);
});
