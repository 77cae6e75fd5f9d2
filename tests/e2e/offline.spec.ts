// What a customer's device keeps: a panel that was used opens, finds, shows what was read and runs guides without the server.
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Frame, Page } from "@playwright/test";
import { startHostSite } from "../support/host_site.ts";
import { expect, test as base } from "../support/product.ts";
import { type Server, startServer } from "../support/server.ts";
import { Widget } from "../support/widget.ts";

/** With the service worker, which other tests have not, and a server that a test may stop. */
const test = base.extend<{ ownServer: Server }>({
    ownServer: async ({ page: _ }, use) => {
        const server = await startServer();
        await use(server);
        await server.stop();
    },
    widget: async ({ page, ownServer, demo }, use) => {
        await page.goto(`${ownServer.origin}/?lang=${demo.language}`);
        await use(new Widget(page, demo));
    },
});

test.use({ serviceWorkers: "allow" });

async function copyOfDemo(): Promise<string> {
    const folder = await mkdtemp(join(tmpdir(), "ventanilla-site-"));
    await cp("assets/demo", folder, { recursive: true });
    return folder;
}

/** Names of the files that the device has. */
const kept = (page: Page) =>
    page.evaluate(async () => {
        const files = await Promise.all((await caches.keys()).map(async (name) => (await caches.open(name)).keys()));
        return files.flat().map(({ url }) => new URL(url).pathname).sort().join("\n");
    });

const isKept = (page: Page, ...files: RegExp[]) =>
    expect(async () => {
        const names = await kept(page);
        files.forEach((file) => expect(names).toMatch(file));
    }).toPass();

/** A panel that has loaded nothing yet, in the place of the one that was used. It goes on where that was. */
const openAnew = async (page: Page, widget: Widget) => {
    await page.locator("ventanilla-widget").evaluate((old) => {
        const fresh = document.createElement("ventanilla-widget");
        fresh.lang = document.documentElement.lang;
        old.replaceWith(fresh);
    });
    await widget.launcher.click();
};

for (const language of ["es", "en"] as const) {
    test.describe(language, () => {
        test.use({ language });

        test("without the server a panel opens, finds, shows what was read, and runs a guide that nobody has opened", async ({ page, widget, ownServer, demo, faults }) => {
            faults.allow(/Failed to load resource/);
            await widget.open();
            await widget.search.fill(demo.query);
            await widget.hit(demo.article("no-internet")).click();
            await expect(widget.title).toHaveText(demo.article("no-internet"));
            await isKept(page, /^\/widget\/..\/$/m, /ventanilla-..\.\w+\.wasm$/m, /catalog\./, /index\.\w+\/0\.bin$/m, /\/articles\//, /\/guides\//);
            await ownServer.stop();

            await openAnew(page, widget);
            await expect(widget.title).toHaveText(demo.article("no-internet"));
            await widget.button("action.back").click();
            await widget.search.fill(demo.meant);
            await expect(widget.hit(demo.article("no-internet"))).toBeVisible();
            await widget.search.fill("");
            await widget.panel.getByRole("link", { name: demo.guideTitle, exact: true }).click();
            await expect(widget.title).toHaveText(demo.step("power"));
            await widget.button("person.contact").click();
            await widget.button("privacy.title").click();
            await expect(widget.panel.getByText(demo.text("privacy.offline"))).toBeVisible();
        });
    });
}

test("on a page of another site, too, a panel that was used opens without the server", async ({ page, ownServer, demo, faults }) => {
    faults.allow(/Failed to load resource/);
    const site = await startHostSite(ownServer.help);
    await page.goto(site.add({}));
    const widget = new Widget(page, demo);
    await widget.open();
    const panel = page.frames()[1] as Frame;
    await expect.poll(() => panel.evaluate(async () => (await caches.match(location.pathname))?.status)).toBe(200);
    await expect.poll(() => panel.evaluate(async () => (await (await caches.open("read")).keys()).length)).toBe(7);
    await ownServer.stop();
    await openAnew(page, widget);
    await expect(widget.title).toHaveText(demo.text("home.title"));
    await widget.panel.getByRole("link", { name: demo.guideTitle, exact: true }).click();
    await expect(widget.title).toHaveText(demo.step("power"));
    site.close();
});

test("nothing is kept before the panel is used", async ({ page, widget }) => {
    await widget.launcher.hover();
    await expect(widget.title).toBeAttached();
    expect(await page.evaluate(async () => [(await navigator.serviceWorker.getRegistrations()).length, (await caches.keys()).length])).toEqual([0, 0]);
});

test("a new version of the site is there with the next opening, and the open panel goes on with its own", async ({ page, widget, ownServer, demo, faults }) => {
    faults.allow(/Failed to load resource/);
    await widget.open();
    await widget.panel.getByRole("link", { name: demo.guideTitle, exact: true }).click();
    await isKept(page, /^\/widget\/es\/$/m, /catalog\./);
    await ownServer.stop();
    const changed = await copyOfDemo();
    await writeFile(join(changed, "guides/no-internet.es.json"), (await readFile(join(changed, "guides/no-internet.es.json"), "utf8")).replaceAll(demo.guideTitle, "Sin internet en casa"));
    const later = await startServer(changed, new URL(ownServer.origin).port);

    await widget.panel.getByRole("radio").first().check();
    await widget.button("guide.continue").click();
    await expect(widget.button("guide.back")).toBeVisible();
    await openAnew(page, widget);
    await widget.button("guide.back").click();
    await widget.button("action.back").click();
    await expect(widget.panel.getByRole("link", { name: "Sin internet en casa", exact: true })).toBeVisible();
    await later.stop();
    await rm(changed, { recursive: true });
});

test("the next opening keeps again what is missing, without reading the catalog for it", async ({ page, widget }) => {
    const guide = /\/guides\/no-internet/m;
    await widget.open();
    await isKept(page, guide);
    const [worker] = page.context().serviceWorkers();
    await worker?.evaluate(() => {
        const { json } = Response.prototype;
        const read: string[] = [];
        Object.assign(self, { read });
        Response.prototype.json = function (this: Response) {
            read.push(this.url);
            return json.call(this);
        };
    });
    await page.evaluate(async () => {
        const cache = await caches.open("read");
        const guides = (await cache.keys()).filter(({ url }) => url.includes("/guides/no-internet"));
        await Promise.all(guides.map((request) => cache.delete(request)));
    });
    expect(await kept(page)).not.toMatch(guide);
    await openAnew(page, widget);
    await isKept(page, guide);
    const read = await worker?.evaluate(() => (self as unknown as { read: string[] }).read);
    expect(read).toHaveLength(1); // the list
    expect(read?.join()).not.toContain("/catalog.");
});

test("while there is no network a line says so, nothing moves, and what is kept goes on", async ({ page, widget, demo, faults }) => {
    faults.allow(/ERR_INTERNET_DISCONNECTED/);
    await widget.open();
    const box = await widget.search.boundingBox();
    await page.context().setOffline(true);
    await expect(widget.panel.locator("header").getByText(demo.text("offline.head"))).toBeVisible();
    await expect(widget.panel.getByRole("status")).toHaveText(demo.text("offline.line"));
    expect(await widget.search.boundingBox()).toEqual(box);
    await widget.search.fill(demo.query);
    await expect(widget.hit(demo.article("no-internet"))).toBeVisible();
    await page.context().setOffline(false);
    await expect(widget.panel.getByText(demo.text("offline.head"))).toHaveCount(0);
});
