// What a site says before a customer asks: whether somebody answers now, a notice, when to expect an answer, a callback.
import AxeBuilder from "@axe-core/playwright";
import { cp, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Page } from "@playwright/test";
import { isTaken, withoutScript } from "../support/portal.ts";
import { expect, test as base } from "../support/product.ts";
import { type Server, startServer } from "../support/server.ts";
import { Widget } from "../support/widget.ts";

const kNotice = {
    es: "Hay una avería en Vigo. Estará resuelta hoy antes de las 14 h.",
    en: "There is a fault in Vigo. It will be mended today before 2 pm.",
};

/** The demo with a notice of these limits. */
async function serve(limits: Record<string, string>, use: (server: Server) => Promise<void>): Promise<void> {
    const folder = await mkdtemp(join(tmpdir(), "ventanilla-notice-"));
    await cp(fileURLToPath(new URL("../../assets/demo", import.meta.url)), folder, { recursive: true });
    const notice = { text: kNotice, tone: "warning", article: "no-internet", ...limits };
    await writeFile(join(folder, "notice.json"), JSON.stringify(notice));
    const server = await startServer(folder);
    await use(server);
    await server.stop();
    await rm(folder, { recursive: true });
}

const test = base.extend<object, { noticed: Server; limited: Server }>({
    noticed: [async ({ browserName: _ }, use) => serve({}, use), { scope: "worker" }],
    limited: [
        async ({ browserName: _ }, use) => serve({ from: "2026-11-23T08:00+01:00", until: "2026-11-23T14:00+01:00" }, use),
        { scope: "worker" },
    ],
});

const notice = (widget: Widget) => widget.panel.locator(".notice").getByText(kNotice[widget.demo.language]);

async function openAt(page: Page, widget: Widget, time: string): Promise<void> {
    await page.clock.setFixedTime(new Date(time));
    await widget.open();
}

const kSaid = {
    es: {
        label: "Llamar gratis al 900 000 000",
        open: "Abierto ahora, hasta las 22:00 · Todos los días, de 8 a 22 h; averías, a cualquier hora",
        night: "Cerrado ahora; abre mañana a las 8:00 · ",
        weekend: "Cerrado ahora; abre el lunes a las 9:00 · De lunes a viernes, de 9 a 18 h",
        callback: "Pedir que te llamemos",
        kind: "Quiero que me llaméis",
        answers: "Respondemos en un día laborable.",
        evening: "Por la noche, de 20 a 22 h",
    },
    en: {
        label: "Call 900 000 000 (free from Spain)",
        open: "Open now, until 10 pm · Every day, 8 am to 10 pm; faults, at any time",
        night: "Closed now; opens tomorrow at 8 am · ",
        weekend: "Closed now; opens on Monday at 9 am · Monday to Friday, 9 am to 6 pm",
        callback: "Ask us to call you back",
        kind: "I would like a call back",
        answers: "We answer within one working day.",
        evening: "In the evening, 8 pm to 10 pm",
    },
};

for (const language of ["es", "en"] as const) {
    const said = kSaid[language];

    test.describe(language, () => {
        // Seven hours behind the site's clocks.
        test.use({ language, timezoneId: "America/Mexico_City" });

        test("the telephone says until when it is open, by the site's clocks and not by the customer's", async ({ page, widget }) => {
            await openAt(page, widget, "2026-11-23T20:59:00Z"); // 21:59 there
            await expect(widget.panel.getByText(said.open)).toBeVisible();
        });

        test("what is closed says when it opens, and a panel that is shown again knows the time", async ({ page, widget }) => {
            await openAt(page, widget, "2026-11-27T17:30:00Z"); // Friday, 18:30 there
            await expect(widget.panel.getByText(said.open)).toBeVisible();
            await widget.button("person.contact").click();
            await expect(widget.panel.getByText(said.weekend)).toBeVisible();
            await widget.button("action.close").click();
            await page.clock.setFixedTime(new Date("2026-11-27T22:30:00Z"));
            await widget.launcher.click();
            await expect(widget.panel.getByText(said.night)).toBeVisible();
        });

        test("a callback is asked for in two actions and what it needs, and arrives", async ({ page, widget, server, email }) => {
            await openAt(page, widget, "2026-11-23T10:00:00Z");
            await widget.panel.getByRole("link", { name: said.callback }).click();
            await expect(widget.title).toHaveText(widget.demo.text("form.title"));
            await expect(widget.panel.getByRole("radio", { name: said.kind })).toBeChecked();
            await expect(widget.panel.getByText(said.answers)).toBeVisible();
            await expect(widget.panel.getByRole("link", { name: said.callback })).toHaveCount(0);
            await widget.field("message").fill("No hay luz en el router.");
            await widget.field("name").fill("Ana");
            await widget.field("email").fill(email);
            await widget.button("form.send").click();
            await expect(widget.field("call-phone")).toHaveAttribute("aria-invalid", "true");
            await widget.field("call-phone").fill("600 123 456");
            await widget.panel.getByRole("radio", { name: said.evening }).check();
            await widget.button("form.send").click();
            await expect(widget.title).toHaveText(widget.demo.text("receipt.title"));
            await expect(widget.panel.getByText(said.answers)).toBeVisible();
            const [ticket] = (await server.tickets()).filter(({ fields }) => fields["email"] === email);
            expect(ticket?.fields).toMatchObject({ kind: "callback", "call-phone": "600 123 456", "call-time": "evening" });
        });

        test("without a script the callback leads to the form, filled in", async ({ browser, server, demo }) => {
            await withoutScript(browser, async (page) => {
                await page.goto(`${server.origin}/${language}/`);
                await page.getByRole("main").getByRole("link", { name: said.callback }).first().click();
                await expect(page.getByRole("radio", { name: said.kind })).toBeChecked();
                await expect(page.getByRole("textbox", { name: demo.field("call-phone") })).toBeVisible();
            });
        });

        test("a notice stands on the first screen, the results and the form, and leads to its article", async ({ page, noticed, demo }) => {
            await page.goto(`${noticed.origin}/${language}/`);
            const widget = new Widget(page, demo);
            await widget.open();
            await expect(notice(widget)).toBeVisible();
            await widget.search.pressSequentially("wifi");
            await expect(widget.title).toHaveText(demo.text("search.title"));
            await expect(widget.search).toBeFocused();
            await expect(notice(widget)).toBeVisible();
            await widget.button("person.contact").click();
            await expect(notice(widget)).toBeVisible();
            await widget.panel.getByRole("link", { name: demo.article("no-internet") }).click();
            await expect(widget.title).toHaveText(demo.article("no-internet"));
            await expect(notice(widget)).toHaveCount(0);
        });

        for (const viewport of [{ width: 360, height: 640 }, { width: 1280, height: 800 }]) {
            test(`a notice and hours are accessible and fit, ${viewport.width} px`, async ({ page, noticed, demo }) => {
                await page.setViewportSize(viewport);
                // Where the page around the panel has no search of its own.
                await page.goto(`${noticed.origin}/${language}/${demo.text("path.contact")}`);
                const widget = new Widget(page, demo);
                await openAt(page, widget, "2026-11-23T10:00:00Z");
                await expect(notice(widget)).toBeVisible();
                await expect(widget.panel.getByText(said.open)).toBeAttached();
                expect((await new AxeBuilder({ page }).analyze()).violations.map(({ id }) => id)).toEqual([]);
                const wide = await widget.panel.locator("html").evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth);
                expect(wide).toBeLessThanOrEqual(0);
            });
        }
    });
}

test("a notice is announced once, when the panel is first seen", async ({ page, noticed, demo }) => {
    await page.goto(`${noticed.origin}/es/`);
    const widget = new Widget(page, demo);
    await widget.open();
    const live = widget.panel.locator(".unseen[role=status]");
    await expect(live).toHaveText(kNotice.es);
    await widget.search.pressSequentially("wifi");
    await expect(live).not.toHaveText(kNotice.es);
});

test("a notice with limits is seen between them and no longer", async ({ page, limited, demo }) => {
    await page.goto(`${limited.origin}/es/`);
    const widget = new Widget(page, demo);
    await openAt(page, widget, "2026-11-23T12:59:00Z");
    await expect(notice(widget)).toBeVisible();
    await widget.button("action.close").click();
    await page.clock.setFixedTime(new Date("2026-11-23T13:00:00Z"));
    await widget.launcher.click();
    await expect(widget.search).toBeVisible();
    await expect(notice(widget)).toHaveCount(0);
});

test("the portal has a notice without limits on its first page, for everybody", async ({ browser, noticed, limited }) => {
    await withoutScript(browser, async (page) => {
        await page.goto(`${noticed.origin}/es/`);
        await expect(page.getByRole("main").getByText(kNotice.es)).toBeVisible();
        await page.goto(`${limited.origin}/es/`);
        await expect(page.getByRole("searchbox")).toBeVisible();
        await expect(page.getByText(kNotice.es)).toHaveCount(0);
    });
});

test("a page of the portal says nothing of now until the app has moved on from it", async ({ page, limited, demo }) => {
    await page.clock.setFixedTime(new Date("2026-11-23T10:00:00Z"));
    await page.goto(`${limited.origin}/es/`);
    const box = page.getByRole("searchbox");
    await box.focus();
    await isTaken(page);
    const main = page.getByRole("main");
    await expect(main.getByText(kSaid.es.open)).toHaveCount(0);
    await box.pressSequentially("wifi");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(demo.text("search.title"));
    await expect(main.getByText(kSaid.es.open)).toBeVisible();
    await expect(main.getByText(kNotice.es)).toBeVisible();
    await expect(box).toBeFocused();
});
