// What the kinds of node are to a browser: roles, names, and what they report.
import { expect, test } from "../support/harness.ts";
import { formFields, makeScreen, question, scriptAddress } from "./screens.ts";

test("results are links with what was searched for marked, and report their route", async ({ harness, page }) => {
    await harness.draw(makeScreen("results"));
    const list = page.getByRole("list", { name: "Resultados de la búsqueda" });
    await expect(list.getByRole("listitem")).toHaveCount(3);
    await expect(list.locator("mark").first()).toHaveText("internet");
    await list.getByRole("link", { name: "No tengo internet: qué hacer" }).click();
    expect(await harness.sent()).toEqual([{ m: "navigate", path: "/es/articulos/no-internet" }]);
});

test("a click with a modifier is the browser's", async ({ harness, page }) => {
    await harness.draw(makeScreen("results"));
    const opened = page.context().waitForEvent("page");
    await page.getByRole("link", { name: "Qué significan las luces" }).click({ modifiers: ["Control"] });
    await opened;
    expect(await harness.sent()).toEqual([]);
});

test("an article is a document with its screen's title as name, built from the tree", async ({ harness, page }) => {
    await harness.draw(makeScreen("article"));
    const article = page.getByRole("article", { name: "No tengo internet: qué hacer" });
    await expect(article.getByRole("heading", { level: 2 })).toHaveText("Cinco comprobaciones, en este orden");
    const picture = article.getByRole("img", { name: "Frente del router" });
    await expect(picture).toHaveAttribute("loading", "lazy");
    await expect(picture).toHaveAttribute("width", "640");
    await expect(picture).toHaveAttribute("height", "330");
    await expect(article.getByRole("columnheader")).toHaveText(["Luz", "Color", "Qué pasa"]);
    await article.getByRole("link", { name: "asistente" }).click();
    expect(await harness.sent()).toEqual([{ m: "navigate", path: "/es/guias/no-internet" }]);
});

test("only schemes that cannot run are links: others are text", async ({ harness, page }) => {
    await harness.draw(makeScreen("article"));
    await expect(page.getByText("Esto no es un enlace.")).toBeVisible();
    await expect(page.getByRole("link", { name: "Esto no es un enlace." })).toHaveCount(0);
    const outside = page.getByRole("link", { name: "el estado de la red" });
    await expect(outside).toHaveAttribute("target", "_blank");
    await expect(outside).toHaveAttribute("rel", "noopener");
    await expect(page.getByRole("article").getByRole("link", { name: "900 000 000" })).toHaveAttribute("href", "tel:+34900000000");
});

test("addresses that look like routes and lead elsewhere are text", async ({ harness, page }) => {
    const item = (href: string) => ({ kind: "item", key: href, text: href, href }) as const;
    const children = ["//evil.example/", "/\\evil.example/", "data:text/html,x", scriptAddress.toUpperCase(), ` ${scriptAddress}`].map(item);
    await harness.draw(makeScreen("home", "es", { nodes: [{ kind: "list", key: "l", text: "l", children }] }));
    await expect(page.getByRole("listitem")).toHaveCount(5);
    await expect(page.getByRole("list", { name: "l" }).getByRole("link")).toHaveCount(0);
});

test("a question is one group of radio buttons, named once for the eyes, and its form sends", async ({ harness, page }) => {
    await harness.draw(makeScreen("question"));
    const group = page.getByRole("radiogroup", { name: "¿Tiene el router alguna luz encendida?" });
    await group.getByRole("radio", { name: "Sí, al menos una" }).check();
    await harness.draw(makeScreen("question", "es", question((es) => es, "on")));
    await expect(group.getByRole("radio", { name: "Sí, al menos una" })).toBeChecked();
    await page.getByRole("button", { name: "Continuar" }).click();
    expect(await harness.sent()).toEqual([
        { m: "chose", key: "answer", value: "on" },
        { m: "press", command: "guide-continue" },
    ]);
});

test("a radio button shows what the app says, not what was pressed", async ({ harness, page }) => {
    await harness.draw(makeScreen("form"));
    await page.getByRole("radio", { name: "Una consulta" }).click();
    await harness.draw(makeScreen("form"));
    await expect(page.getByRole("radio", { name: "Una avería" })).toBeChecked();
});

test("fields say what they are for, what they need and what is wrong", async ({ harness, page }) => {
    await harness.draw(makeScreen("form-faults"));
    const email = page.getByRole("textbox", { name: "Tu correo electrónico" });
    await expect(email).toHaveAttribute("type", "email");
    await expect(email).toHaveAttribute("autocomplete", "email");
    await expect(email).toHaveAccessibleDescription("Aquí te enviaremos el justificante.");
    await expect(page.getByRole("textbox", { name: "Tu nombre" })).toHaveAttribute("autocomplete", "name");
    await expect(page.getByRole("textbox", { name: "Teléfono" })).toHaveAttribute("type", "tel");
    await expect(page.getByLabel("¿Desde qué día falla?")).toHaveValue("2026-11-20");
    await expect(page.getByRole("radiogroup", { name: "¿De qué se trata?" })).toHaveAttribute("aria-invalid", "true");
    await page.getByRole("checkbox", { name: "Quiero una copia" }).uncheck();
    expect((await harness.sent()).pop()).toEqual({ m: "chose", key: "field.terms", value: "" });
});

test("a form that is being sent cannot be changed", async ({ harness, page }) => {
    await harness.draw(makeScreen("form-sending"));
    for (const field of formFields((es) => es, false)) {
        const control = page.locator(`[data-key="${field.key}"]`).locator("input, textarea").first();
        await (field.kind === "field" ? expect(control).not.toBeEditable() : expect(control).toBeDisabled());
    }
    await expect(page.getByRole("progressbar", { name: "Enviando tu mensaje" })).not.toHaveAttribute("value");
});

test("a code is spelt out, a date is written in the screen's language", async ({ harness, page }) => {
    await harness.draw(makeScreen("receipt"));
    await expect(page.getByText("V T - 7 K 3 M - Q 9 X D")).toHaveCount(1);
    await expect(page.getByText("21 de noviembre de 2026")).toHaveAttribute("datetime", "2026-11-21T22:15:00Z");
    await harness.draw(makeScreen("article", "en"));
    await expect(page.getByText("November 3, 2026")).toHaveAttribute("datetime", "2026-11-03");
});

test("notices are heard: faults at once, the rest politely", async ({ harness, page }) => {
    await harness.draw(makeScreen("form-unknown"));
    await expect(page.getByRole("alert")).toContainText("No sabemos si tu mensaje ha llegado");
    await harness.draw(makeScreen("solved"));
    await expect(page.getByRole("status").filter({ hasText: "¡Nos alegramos" })).toBeVisible();
});

test("announcements go into one polite region, and the same text is said again", async ({ harness, page }) => {
    await harness.draw(makeScreen("results"));
    const region = page.getByRole("status").filter({ hasText: "3 resultados" });
    await harness.announce("3 resultados");
    await expect(region).toHaveCount(1);
    const first = await region.locator("p").elementHandle();
    await harness.announce("3 resultados");
    await expect.poll(() => region.locator("p").evaluate((now, before) => now === before, first)).toBe(false);
    await expect(region).toHaveText("3 resultados");
});

test("while somebody types, only the last of the announcements is said", async ({ harness, page }) => {
    await harness.draw(makeScreen("results"));
    await page.evaluate(() => {
        const said: string[] = [];
        Object.assign(window, { said });
        const region = document.querySelector("main")?.shadowRoot?.querySelector("[role=status].unseen") as Element;
        new MutationObserver(() => said.push(region.textContent ?? "")).observe(region, { childList: true });
    });
    await harness.announce("9 resultados", "5 resultados", "2 resultados");
    await expect(page.getByRole("status").filter({ hasText: "resultados" })).toHaveText("2 resultados");
    expect(await page.evaluate(() => (window as unknown as { said: string[] }).said)).toEqual(["2 resultados"]);
});

test("a text is copied where there is no permission for the clipboard, and the focus stays", async ({ harness, page }) => {
    await harness.draw(makeScreen("receipt"));
    const copy = page.getByRole("button", { name: "Copiar el código" });
    await copy.click();
    await harness.copy("VT-7K3M-Q9XD");
    await harness.draw(makeScreen("home"), "search");
    await page.keyboard.press("Control+V");
    await expect(page.getByRole("searchbox")).toHaveValue("VT-7K3M-Q9XD");
});
