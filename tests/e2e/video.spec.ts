// A video in an article: nothing of it is fetched before she plays it, and it is played with captions in her language, in the
// panel, on the article's page, and on one of a static host.
import AxeBuilder from "@axe-core/playwright";
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { FrameLocator, Page } from "@playwright/test";
import type { Demo } from "../support/demo.ts";
import { type Server, startServer } from "../support/server.ts";
import { expect, test } from "../support/product.ts";

const kArticle = "restart-router";
const kShows = "La luz se apaga y vuelve.";
const kCaptions = { es: "Nadie habla.", en: "Nobody speaks." };
const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));

let folder = "";
let help: Server;

test.describe.configure({ mode: "serial" });

test.beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "ventanilla-video-"));
    await cp(path("../../assets/demo"), folder, { recursive: true });
    for (const file of ["reset-router.mp4", "reset-router.jpg"]) {
        await cp(path(`media/${file}`), join(folder, "media", file));
    }
    for (const language of ["es", "en"] as const) {
        await writeFile(join(folder, `media/reset-router.${language}.vtt`), `WEBVTT\n\n00:00.000 --> 00:02.000\n${kCaptions[language]}\n`);
        const article = join(folder, `articles/${language}/${kArticle}.md`);
        await writeFile(article, `${await readFile(article, "utf8")}\n![${kShows}](media/reset-router.mp4)\n`);
    }
    help = await startServer(folder);
});

test.afterAll(async () => {
    await help.stop();
    await rm(folder, { recursive: true });
});

const pageOf = (demo: Demo) => `/${demo.language}/${demo.text("path.articles")}/${demo.slug(kArticle)}`;

/** Plays it; what is fetched of it before and after is what it should be. */
async function plays(page: Page, inside: Page | FrameLocator, demo: Demo, fetched: string[]): Promise<void> {
    const video = inside.getByRole("article").locator("video");
    await expect(video).toHaveAccessibleName(kShows);
    await video.scrollIntoViewIfNeeded();
    await expect.poll(() => fetched).toContainEqual(expect.stringContaining("video.jpg"));
    expect(fetched.filter((file) => /\.(mp4|vtt)$/.test(file))).toEqual([]);
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
    await video.evaluate((film: HTMLVideoElement) => ((film.muted = true), film.play()));
    await expect.poll(() => video.evaluate((film: HTMLVideoElement) => film.ended || film.currentTime > 0)).toBe(true);
    await expect.poll(() => video.evaluate((film: HTMLVideoElement) => {
        const [track] = film.textTracks;
        const [cue] = track?.cues ?? [];
        return [track?.mode, track?.language, (cue as VTTCue | undefined)?.text];
    })).toEqual(["showing", demo.language, kCaptions[demo.language]]);
    expect(fetched.some((file) => file.endsWith("video.mp4"))).toBe(true);
}

for (const language of ["es", "en"] as const) {
    test.describe(language, () => {
        test.use({ language });

        for (const where of ["panel", "portal"] as const) {
            test(`in the ${where} a video is fetched when it is played, with captions`, async ({ page, demo }) => {
                const fetched: string[] = [];
                page.on("request", (request) => void (request.url().includes("/media/") && fetched.push(request.url())));
                await page.goto(help.origin + (where === "panel" ? `/widget/${language}/#${pageOf(demo)}` : pageOf(demo)));
                await plays(page, page, demo, fetched);
            });
        }

        test("without a script it is played as well", async ({ browser, demo }) => {
            const context = await browser.newContext({ javaScriptEnabled: false });
            const page = await context.newPage();
            await page.goto(help.origin + pageOf(demo));
            const video = page.locator("article video");
            await expect(video).toHaveAttribute("controls", "");
            await expect(video).toHaveAttribute("preload", "none");
            await expect(video.locator("track")).toHaveAttribute("srclang", language);
            await context.close();
        });
    });
}

test("on a canvas stands the picture for it", async ({ page, demo }) => {
    const fetched: string[] = [];
    page.on("request", (request) => void (request.url().includes("/media/") && fetched.push(request.url())));
    await page.goto(`${help.origin}/widget/es/canvas/#${pageOf(demo)}`);
    await expect(page.locator("canvas")).toHaveCount(1);
    await expect.poll(() => fetched).toContainEqual(expect.stringContaining("video.jpg"));
    expect(fetched.filter((file) => /\.(mp4|vtt)$/.test(file))).toEqual([]);
    await expect(page.locator("video")).toBeHidden();
});

test("a player gets the part that it asks for", async ({ page, demo }) => {
    await page.goto(help.origin + pageOf(demo));
    const address = await page.locator("article video").getAttribute("src");
    const answer = await page.request.get(help.origin + (address ?? ""), { headers: { Range: "bytes=4-7" } });
    expect(answer.status()).toBe(206);
    expect(await answer.text()).toBe("ftyp");
    expect(answer.headers()["content-type"]).toBe("video/mp4");
    const captions = await page.request.get(help.origin + (address ?? "").replace(/mp4$/, "es.vtt"));
    expect(captions.headers()["content-type"]).toBe("text/vtt; charset=utf-8");
    expect(await captions.text()).toContain(kCaptions.es);
});
