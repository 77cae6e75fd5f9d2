// What a customer does with an article beyond reading it, in the panel and on its page in the portal: she opens that page,
// hands it on, prints it, copies a code and enlarges a picture.
import AxeBuilder from "@axe-core/playwright";
import type { FrameLocator, Locator, Page } from "@playwright/test";
import { withoutScript } from "../support/portal.ts";
import { expect, test } from "../support/product.ts";

const kArticle = "email-on-phone"; // with a picture, a table and a code
const kCode = "correo.farofibra.example";

/** What the page asks the browser for, noted and not done. */
interface Asked {
    shared: { title: string; url: string }[];
    printed: number;
}

async function note(page: Page, canShare: boolean): Promise<void> {
    await page.addInitScript((can) => {
        const asked: Asked = { shared: [], printed: 0 };
        Object.assign(window, { asked, print: () => void (asked.printed += 1) });
        const share = async (data: Asked["shared"][number]) => void asked.shared.push(data);
        Object.assign(navigator, can ? { share, canShare: () => true } : { canShare: () => false });
    }, canShare);
}

const asked = (inside: Locator): Promise<Asked> => inside.evaluate(() => (window as unknown as { asked: Asked }).asked);

const clipboard = (page: Page): Promise<string> => page.evaluate(() => navigator.clipboard.readText());

interface Reader {
    inside: Page | FrameLocator;
    article: Locator;
    /** The article's page. */
    address: string;
}

for (const language of ["es", "en"] as const) {
    test.describe(language, () => {
        test.use({ language, permissions: ["clipboard-read", "clipboard-write"] });

        for (const where of ["panel", "portal"] as const) {
            test.describe(`in the ${where}`, () => {
                let reader: Reader;
                let open: () => Promise<void>;

                test.beforeEach(async ({ page, server, demo, widget }) => {
                    const address = `${server.origin}/${language}/${demo.text("path.articles")}/${demo.slug(kArticle)}`;
                    const inside = where === "panel" ? widget.panel : page;
                    reader = { inside, address, article: inside.getByRole("article") };
                    open = async () => {
                        if (where === "portal") {
                            await page.goto(address);
                        } else {
                            await page.reload();
                            await widget.open();
                            await widget.search.fill(demo.article(kArticle));
                            await widget.hit(demo.article(kArticle)).click();
                            await expect(widget.title).toHaveText(demo.article(kArticle));
                        }
                    };
                });

                const tool = (name: string) => reader.inside.getByRole("button", { name, exact: true });

                test("she shares the article's page by what her browser has for it", async ({ page, demo }) => {
                    await note(page, true);
                    await open();
                    await tool(demo.text("article.share")).click();
                    await expect.poll(async () => (await asked(reader.article)).shared).toEqual([{ title: demo.article(kArticle), url: reader.address }]);
                });

                test("where her browser shares nothing the link is copied, and she is told", async ({ page, demo }) => {
                    await note(page, false);
                    await open();
                    await tool(demo.text("article.share")).focus();
                    await page.keyboard.press("Enter");
                    await expect(reader.inside.getByRole("status").filter({ hasText: demo.portal("reading.shared") })).toHaveCount(1);
                    await expect(tool(demo.portal("reading.shared"))).toBeFocused();
                    expect(await clipboard(page)).toBe(reader.address);
                    await expect(tool(demo.text("article.share"))).toBeFocused();
                });

                test("she prints the article, and nothing that is pressed, in ink on white", async ({ page, server, demo }) => {
                    await note(page, true);
                    await open();
                    await tool(demo.text("article.print")).click();
                    await expect.poll(async () => (await asked(reader.article)).printed).toBe(1);
                    // The panel's frame prints itself alone: here it is a page.
                    const { pathname } = new URL(reader.address);
                    await page.goto(where === "panel" ? `${server.origin}/widget/${language}/#${pathname}` : reader.address);
                    await page.emulateMedia({ media: "print", colorScheme: "dark" });
                    const article = page.getByRole("article");
                    await expect(article).toBeVisible();
                    await expect(page.getByRole("button")).toHaveCount(0);
                    await expect(page.getByRole("searchbox")).toHaveCount(0);
                    for (const key of ["contents", "related", "vote"]) {
                        await expect(page.locator(`[data-key="${key}"]`)).toBeHidden();
                    }
                    const colours = (part: Locator) => part.evaluate((element) => {
                        const { host } = element.getRootNode() as ShadowRoot;
                        return [getComputedStyle(element).color, getComputedStyle(host ?? document.body).backgroundColor];
                    });
                    expect(await colours(article.getByRole("paragraph").first())).toEqual(["rgb(0, 0, 0)", "rgb(255, 255, 255)"]);
                });

                test("she copies a code by keyboard, and is told", async ({ page, demo }) => {
                    await open();
                    const copy = tool(demo.portal("reading.copy"));
                    const box = await copy.boundingBox();
                    expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(24);
                    await copy.focus();
                    await page.keyboard.press("Enter");
                    await expect(reader.inside.getByRole("status").filter({ hasText: demo.portal("reading.copied") })).toHaveCount(1);
                    await expect(tool(demo.portal("reading.copied"))).toBeFocused();
                    expect(await clipboard(page)).toBe(kCode);
                });

                test("she enlarges a picture, looks at it in its own size and goes on where she was", async ({ page, demo }) => {
                    await page.setViewportSize({ width: 360, height: 640 });
                    await open();
                    const picture = reader.article.getByRole("img");
                    const enlarge = reader.article.getByRole("button", { name: /^(Ampliar|Enlarge): / });
                    await expect(enlarge).toHaveAccessibleName(demo.portal("reading.enlarge").replace("{picture}", (await picture.getAttribute("alt")) ?? ""));
                    await enlarge.focus();
                    await page.keyboard.press("Enter");
                    const viewer = reader.inside.getByRole("dialog", { name: demo.portal("reading.viewer") });
                    const large = viewer.getByRole("img");
                    const width = async () => (await large.boundingBox())?.width ?? 0;
                    await expect.poll(width).toBe(Number(await picture.getAttribute("width")));
                    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
                    await viewer.getByRole("button", { name: demo.portal("reading.fit") }).click();
                    await expect.poll(width).toBeLessThanOrEqual(360);
                    await large.click();
                    await expect.poll(width).toBeGreaterThan(360);
                    await page.keyboard.press("Escape");
                    await expect(viewer).toHaveCount(0);
                    await expect(enlarge).toBeFocused();
                    await expect(reader.article).toBeVisible();

                    await enlarge.click({ position: { x: 20, y: 20 } });
                    await viewer.getByRole("button", { name: demo.portal("reading.close") }).click();
                    await expect(enlarge).toBeFocused();

                    await page.keyboard.press("Enter");
                    await viewer.getByRole("button", { name: demo.portal("reading.fit") }).click();
                    await viewer.getByRole("group").click({ position: { x: 20, y: 8 } });
                    await expect(viewer).toHaveCount(0);
                    await expect(enlarge).toBeFocused();
                });
            });
        }

        test("a picture that has all the room that it needs has no button", async ({ page, server, demo }) => {
            await page.setViewportSize({ width: 1280, height: 900 });
            await page.goto(`${server.origin}/${language}/${demo.text("path.articles")}/${demo.slug(kArticle)}`);
            const enlarge = page.getByRole("button", { name: /^(Ampliar|Enlarge): / });
            await expect(page.getByRole("button", { name: demo.portal("reading.copy"), exact: true })).toBeVisible();
            await expect(enlarge).toHaveCount(0);
            await page.setViewportSize({ width: 360, height: 900 });
            await expect(enlarge).toHaveCount(1);
        });

        test("in the panel the article's page opens in another tab; on that page nothing leads to itself", async ({ page, widget, demo, server, context }) => {
            await widget.open();
            await widget.panel.getByRole("link", { name: demo.article("no-internet") }).click();
            const link = widget.panel.getByRole("link", { name: demo.text("article.page"), exact: true });
            const [opened] = await Promise.all([context.waitForEvent("page"), link.click()]);
            await expect(opened).toHaveURL(`${server.origin}/${language}/${demo.text("path.articles")}/${demo.slug("no-internet")}`);
            await expect(opened.getByRole("heading", { level: 1 })).toHaveText(demo.article("no-internet"));
            await expect(opened.getByRole("button", { name: demo.text("article.print"), exact: true })).toBeVisible();
            await expect(opened.getByRole("link", { name: demo.text("article.page"), exact: true })).toHaveCount(0);
            await expect(widget.title).toHaveText(demo.article("no-internet"));
            await expect(page).toHaveURL(`${server.origin}/?lang=${language}`);
        });
    });
}

test("who reads an article's page, and does no more with it than this, loads no app", async ({ page, server, demo }) => {
    const loaded: string[] = [];
    page.on("request", (request) => loaded.push(new URL(request.url()).pathname));
    await note(page, true);
    await page.goto(`${server.origin}/es/${demo.text("path.articles")}/${demo.slug(kArticle)}`);
    await page.getByRole("button", { name: demo.portal("reading.copy"), exact: true }).click();
    await page.getByRole("button", { name: demo.text("article.print"), exact: true }).click();
    await expect.poll(async () => (await asked(page.getByRole("article"))).printed).toBe(1);
    expect(loaded.filter((path) => /wasm|take-over|^\/data\//.test(path))).toEqual([]);
});

test("a page that the app has taken over shares and prints once", async ({ page, server, demo }) => {
    await note(page, true);
    await page.goto(`${server.origin}/es/${demo.text("path.articles")}/${demo.slug(kArticle)}`);
    await page.locator("#app [type=submit]").first().focus();
    await expect(page.locator("body > [role=status]")).toHaveCount(1);
    await page.getByRole("button", { name: demo.text("article.share"), exact: true }).click();
    await page.getByRole("button", { name: demo.text("article.print"), exact: true }).click();
    await expect.poll(async () => (await asked(page.getByRole("article"))).printed).toBe(1);
    expect((await asked(page.getByRole("article"))).shared).toHaveLength(1);
});

test("without a script nothing is offered that needs one", async ({ browser, server, demo }) => {
    await withoutScript(browser, async (page) => {
        await page.goto(`${server.origin}/es/${demo.text("path.articles")}/${demo.slug(kArticle)}`);
        await expect(page.getByRole("article").getByRole("img")).toBeVisible();
        for (const key of ["reading.copy", "article.share", "article.print"]) {
            await expect(page.getByRole("button", { name: demo.text(key), exact: true })).toHaveCount(0);
        }
        await expect(page.getByRole("button", { name: /^Ampliar: / })).toHaveCount(0);
    });
});

test("on a canvas she opens, shares and prints it too, and is offered nothing else", async ({ page, server, demo }) => {
    await note(page, true);
    const path = `/es/${demo.text("path.articles")}/${demo.slug(kArticle)}`;
    await page.goto(`${server.origin}/widget/es/canvas/#${path}`);
    const article = page.getByRole("article");
    await expect(article).toHaveCount(1);
    await expect(page.locator("canvas")).toHaveCount(1);
    for (const key of ["article.share", "article.print"]) {
        await page.getByRole("button", { name: demo.text(key), exact: true }).focus();
        await page.keyboard.press("Enter");
    }
    await expect.poll(async () => (await asked(article)).printed).toBe(1);
    expect((await asked(article)).shared).toEqual([{ title: demo.article(kArticle), url: server.origin + path }]);
    await expect(page.getByRole("button", { name: demo.portal("reading.copy"), exact: true })).toHaveCount(0);
    const link = page.getByRole("link", { name: demo.text("article.page"), exact: true });
    await link.focus();
    const [opened] = await Promise.all([page.context().waitForEvent("page"), page.keyboard.press("Enter")]);
    await expect(opened).toHaveURL(server.origin + path);

    await page.emulateMedia({ media: "print" });
    await expect(page.locator("canvas")).toBeHidden();
    const paragraph = article.getByRole("paragraph").first();
    await expect(paragraph).toHaveCSS("opacity", "1");
    await expect(page.getByRole("article")).toHaveCSS("position", "static");
});
