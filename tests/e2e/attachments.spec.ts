// Files with a request and with messages about it: chosen, pasted or dropped, kept with what waits, uploaded before what names them,
// and saved again from the request by whoever may see it.
import { createHash } from "node:crypto";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import AxeBuilder from "@axe-core/playwright";
import { chromium, type FrameLocator, type Page } from "@playwright/test";
import { digits, expect, test } from "../support/mailed.ts";
import type { Server } from "../support/server.ts";
import { Widget } from "../support/widget.ts";

const kPng = Buffer.from(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
    "base64",
);
const kMegabyte = 1024 * 1024;

const picture = (name: string, buffer = kPng) => ({ name, mimeType: "image/png", buffer });
const sha256 = (bytes: Buffer): string => createHash("sha256").update(bytes).digest("hex");

const chooser = (place: FrameLocator | Page) => place.locator('input[type="file"]');

interface Kept {
    attachments?: { name: string; type: string; size: number; sha256: string }[];
}

/** What the team has of all files that came from this address. */
async function received(server: Server, email: string): Promise<Kept["attachments"]> {
    const [ticket] = (await server.tickets()).filter(({ fields }) => fields["email"] === email);
    const lines = (await server.team("export", "--email", email)).trim().split("\n").filter(Boolean);
    return ticket && (JSON.parse(lines[0] ?? "{}") as Kept).attachments;
}

for (const language of ["es", "en"] as const) {
    test.describe(language, () => {
        test.use({ language, locale: language, viewport: { width: 360, height: 740 } });

        test("a customer attaches files by keyboard, takes one out, is told what does not fit, and has them on her receipt", async ({ page, widget, demo, server, email }) => {
            // Told beforehand: the browser takes a moment to show choosers to a test.
            const choosing = page.waitForEvent("filechooser");
            await widget.write(email, "Mira las fotos");
            const button = widget.panel.getByRole("button", { name: demo.text("files.add") });
            await expect(button).toHaveAccessibleDescription(demo.text("files.limits"));
            await button.focus();
            await page.keyboard.press("Enter");
            await (await choosing).setFiles([picture("año.png"), picture("otra.png"), picture("tercera.png")]);
            const chosen = widget.panel.getByRole("region", { name: demo.text("files.title") });
            await expect(chosen.getByRole("button")).toHaveText(
                ["año.png", "otra.png", "tercera.png"].map((name) => demo.text("files.remove", { name, size: "1 KB" })),
            );
            await chosen.getByRole("button").nth(1).click();
            await expect(chosen.getByRole("button")).toHaveCount(2);
            await expect(button).toBeFocused();
            await chooser(widget.panel).setInputFiles(picture("vídeo.png", Buffer.alloc(10 * kMegabyte + 1)));
            await expect(widget.panel.getByText(demo.text("files.large", { name: "vídeo.png" }))).toBeVisible();
            await expect(button).toHaveAccessibleDescription(`${demo.text("files.large", { name: "vídeo.png" })} ${demo.text("files.limits")}`);
            expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
            await widget.button("form.send").click();
            await expect(widget.title).toHaveText(demo.text("receipt.title"));
            await expect(widget.panel.getByText("año.png")).toBeVisible();
            await expect(widget.panel.getByText("otra.png")).toHaveCount(0);
            expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
            expect((await received(server, email))?.map(({ name, type, sha256: sum }) => [name, type, sum])).toEqual([
                ["año.png", "image/png", sha256(kPng)],
                ["tercera.png", "image/png", sha256(kPng)],
            ]);
        });
    });
}

test("a screenshot that is pasted and files that are dropped are attached, and text that is pasted stays text", async ({ widget, server, demo, email }) => {
    await widget.write(email, "Pegado");
    const hand = (type: "paste" | "drop", names: string[], text = "") =>
        widget.field("message").evaluate(
            (field, [event, files, words]) => {
                const data = new DataTransfer();
                files.forEach((name) => data.items.add(new File(["%PDF-1.4"], name)));
                if (words) {
                    data.setData("text/plain", words);
                }
                const init = { bubbles: true, composed: true, cancelable: true };
                const happens = event === "paste" ? new ClipboardEvent(event, { ...init, clipboardData: data }) : new DragEvent(event, { ...init, dataTransfer: data });
                return !field.dispatchEvent(happens);
            },
            [type, names, text] as const,
        );
    await expect.poll(() => hand("paste", ["pegada.pdf"])).toBe(true); // once the panel's rest is there
    const chosen = widget.panel.getByRole("region", { name: demo.text("files.title") });
    await expect(chosen.getByRole("button")).toHaveCount(1);
    expect(await hand("paste", ["tabla.png"], "A1")).toBe(false);
    expect(await hand("drop", ["uno.pdf", "dos.pdf"])).toBe(true);
    await expect(chosen.getByRole("button")).toHaveCount(3);
    await widget.button("form.send").click();
    await expect(widget.title).toHaveText(demo.text("receipt.title"));
    expect((await received(server, email))?.map(({ name, type }) => [name, type])).toEqual([
        ["pegada.pdf", "application/pdf"],
        ["uno.pdf", "application/pdf"],
        ["dos.pdf", "application/pdf"],
    ]);
});

test("files that wait with a request outlive the browser, and arrive with it once", async ({ launchOptions, demo, server, email }) => {
    const folder = await mkdtemp(join(tmpdir(), "ventanilla-profile-"));
    const open = () => chromium.launchPersistentContext(folder, { ...launchOptions, locale: demo.language });
    const home = `${server.origin}/?lang=${demo.language}`;
    const before = await open();
    const page = await before.newPage();
    await page.goto(home);
    const widget = new Widget(page, demo);
    await widget.write(email, "Sin red, con foto");
    await chooser(widget.panel).setInputFiles(picture("foto.png"));
    await before.setOffline(true);
    await widget.button("form.send").click();
    await expect(widget.title).toHaveText(demo.text("form.waiting.title"));
    await expect(widget.panel.getByText("foto.png")).toBeVisible();
    await expect.poll(() => page.evaluate(() => Object.keys(localStorage))).toContain("ventanilla");
    await before.close();
    expect(await received(server, email)).toBeUndefined();

    const after = await open();
    const again = await after.newPage();
    await again.goto(home);
    await expect.poll(() => received(server, email)).toMatchObject([{ name: "foto.png", sha256: sha256(kPng) }]);
    await expect.poll(() => again.evaluate(() => Object.keys(localStorage))).toEqual([]);
    const left = await again.evaluate(async () => {
        const opening = indexedDB.open("ventanilla");
        const database = await new Promise<IDBDatabase>((resolve) => (opening.onsuccess = () => resolve(opening.result)));
        const counting = database.transaction("files").objectStore("files").count();
        return new Promise((resolve) => (counting.onsuccess = () => resolve(counting.result)));
    }).catch(() => -1);
    expect(left).toBe(0);
    await after.close();
    await rm(folder, { recursive: true, force: true, maxRetries: 10 });
});

test("an upload that is cut is made again by itself, and nothing is there twice", async ({ page, widget, server, demo, email, faults }) => {
    faults.allow(/ERR_FAILED|Failed to load/);
    const uploads: string[] = [];
    await page.route("**/api/v1/uploads/*", async (route) => {
        uploads.push(route.request().url());
        await (uploads.length === 2 ? route.fetch().then(() => route.abort()) : route.continue());
    });
    await widget.write(email, "Cortada");
    await chooser(widget.panel).setInputFiles([picture("uno.png"), picture("dos.png", Buffer.alloc(kMegabyte, "x"))]);
    await widget.button("form.send").click();
    await expect(widget.title).toHaveText(demo.text("receipt.title"));
    expect(new Set(uploads).size).toBe(2);
    expect(uploads).toHaveLength(3); // what had arrived is not sent again
    expect((await received(server, email))?.map(({ name }) => name)).toEqual(["uno.png", "dos.png"]);
});

test("in My requests both sides' files stand with their messages, and are saved as they are", async ({ page, server, mails, demo, email }) => {
    await page.goto(`${server.origin}/es/contacto`);
    await page.getByRole("radio").first().check();
    await expect(chooser(page)).toHaveCount(1); // the app has the page
    await page.getByRole("textbox", { name: demo.field("message") }).fill("Con foto");
    await page.getByRole("textbox", { name: demo.field("name") }).fill("Íñigo");
    await page.getByRole("textbox", { name: demo.field("email") }).fill(email);
    await chooser(page).setInputFiles(picture("foto.png"));
    await page.getByRole("button", { name: demo.text("form.send") }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(demo.text("receipt.title"));
    const [ticket] = (await server.tickets()).filter(({ fields }) => fields["email"] === email);
    const code = ticket?.tracking_code ?? "";

    await page.goto(`${server.origin}/widget/es/#/es/solicitudes/${code}`);
    await page.locator('[data-key="mail"]').click();
    await page.locator('[data-key="request.digits"] input').fill(await digits(mails, email, 2));
    await page.keyboard.press("Enter");
    await page.getByRole("textbox", { name: demo.text("request.reply") }).fill("Y otra cosa");
    const factura = Buffer.from("%PDF-1.4\nfactura");
    await chooser(page).setInputFiles({ name: "factura.pdf", mimeType: "text/html", buffer: factura });
    await page.getByRole("button", { name: demo.text("request.reply.send") }).click();
    const save = page.getByRole("button", { name: demo.text("files.save", { name: "factura.pdf", size: "1 KB" }) });
    await expect(page.locator('[data-key^="event."]').filter({ has: save })).toContainText("Y otra cosa");
    await expect(page.getByRole("region", { name: demo.text("files.title") })).toHaveCount(0);
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
    const saving = page.waitForEvent("download");
    await save.click();
    const saved = await saving;
    expect(saved.suggestedFilename()).toBe("factura.pdf");
    expect(await readFile(await saved.path())).toEqual(factura);
    expect((await received(server, email))?.map(({ name, type }) => [name, type])).toEqual([
        ["foto.png", "image/png"],
        ["factura.pdf", "application/pdf"],
    ]);
});
