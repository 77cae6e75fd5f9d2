// What the app does on a portal's page that it has taken over: searching, a guide's steps, the form and its receipt, at the
// server's own addresses.
import { isTaken, withoutScript, withoutZones } from "../support/portal.ts";
import { expect, test } from "../support/product.ts";

test("steps of a guide are taken without a reload; Back, Forward and reload lead to what the server shows", async ({ page, browser, server, demo }) => {
    const guide = `${server.origin}/es/${demo.text("path.guides")}/no-internet`;
    const title = page.getByRole("heading", { level: 1 });
    await withoutZones(page);
    await page.goto(guide);
    await page.getByRole("radio").nth(1).check();
    await isTaken(page);
    await page.evaluate(() => Object.assign(window, { stayed: true }));
    await page.getByRole("button", { name: demo.text("guide.continue") }).click();
    await expect(title).toHaveText(demo.step("plug"));
    await expect(title).toBeFocused();
    await expect(page).toHaveURL(`${guide}/all-off`);
    await page.getByRole("button", { name: demo.choice("plug", "still-off") }).click();
    await expect(title).toHaveText(demo.step("line-fault"));
    await page.goBack();
    await expect(title).toHaveText(demo.step("plug"));
    await page.goBack();
    await expect(title).toHaveText(demo.step("power"));
    await page.goForward();
    await expect(title).toHaveText(demo.step("plug"));
    await expect(page).toHaveURL(`${guide}/all-off`);
    expect(await page.evaluate(() => "stayed" in window)).toBe(true);

    const inApp = await page.getByRole("main").ariaSnapshot();
    const served = await withoutScript(browser, async (plain) => {
        await plain.goto(page.url());
        return plain.getByRole("main").ariaSnapshot();
    });
    expect(inApp).toBe(served);
    // Whoever is within a guide goes on without another sign.
    await page.reload();
    await isTaken(page);
    expect(await page.getByRole("main").ariaSnapshot()).toBe(inApp);
    await expect(page).toHaveTitle(`${demo.step("plug")} · ${demo.text("home.eyebrow", { name: "Faro Fibra" })}`);
});

test("what was tried in a guide goes along to the form in place, and Back leads to the guide", async ({ page, server, demo }) => {
    await page.goto(`${server.origin}/es/${demo.text("path.guides")}/no-internet/all-off/still-off`);
    const title = page.getByRole("heading", { level: 1 });
    const write = page.getByRole("button", { name: demo.text("guide.contact") });
    await isTaken(page);
    await write.click();
    await expect(title).toHaveText(demo.text("form.title"));
    await expect(page).toHaveURL(`${server.origin}/es/${demo.text("path.contact")}`);
    await expect(page.getByText(demo.choice("plug", "still-off"))).toBeVisible();
    await page.getByRole("textbox", { name: demo.field("message") }).fill("Sigue todo apagado.");
    await page.goBack();
    await expect(title).toHaveText(demo.step("line-fault"));
    await page.goForward();
    await expect(page.getByRole("textbox", { name: demo.field("message") })).toHaveValue("Sigue todo apagado.");

    // A reload gives the form from the server, and the app what she has written, and tried.
    await page.reload();
    await expect(page.getByRole("textbox", { name: demo.field("message") })).toHaveValue("Sigue todo apagado.");
    await expect(page.getByText(demo.choice("plug", "still-off"))).toBeVisible();
});

test("an article is a page of its own, and Back leads to the results", async ({ page, server, demo }) => {
    await page.goto(`${server.origin}/es/`);
    const box = page.getByRole("searchbox");
    await box.click();
    await box.pressSequentially(demo.query);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(demo.text("search.title"));
    await page.getByRole("link", { name: demo.article("no-internet") }).click();
    await expect(page.getByRole("navigation", { name: demo.portal("portal.breadcrumbs") })).toBeVisible();
    await expect(page.locator("#form-parts")).toHaveCount(1);
    await page.goBack();
    await expect(box).toHaveValue(demo.query);
    await expect(page.getByRole("link", { name: demo.article("no-internet") })).toBeVisible();
});

test("the way to the other language, and the address to share, are of the step that is shown", async ({ page, server, demo }) => {
    await page.goto(`${server.origin}/es/`);
    await page.getByRole("searchbox").focus();
    await isTaken(page);
    await page.getByRole("link", { name: demo.guideTitle, exact: true }).click();
    await page.getByRole("radio").first().check();
    await page.getByRole("button", { name: demo.text("guide.continue") }).click();
    await expect(page).toHaveURL(/\/no-internet\/[^/]+$/);
    const step = new URL(page.url());
    await expect(page.locator("link[rel=canonical]")).toHaveAttribute("href", step.pathname);
    await page.getByRole("link", { name: "English" }).click();
    await expect(page).toHaveURL(`${server.origin}/en/guides/no-internet/${step.pathname.split("/").pop()}`);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
});

test("Back from results that were typed for leads to the page with the box", async ({ page, server, demo }) => {
    await page.goto(`${server.origin}/es/`);
    const box = page.getByRole("searchbox");
    await box.pressSequentially("factura");
    await expect(page).toHaveURL(/q=factura$/);
    await page.goBack();
    await expect(page).toHaveURL(`${server.origin}/es/`);
    await expect(page.getByRole("heading", { name: demo.portal("portal.channels") })).toBeVisible();
    await expect(box).toHaveValue("");
    await page.goForward();
    await expect(box).toHaveValue("factura");
});

test("a guide begins in place, and Back leads to the first page with all that is on it", async ({ page, server, demo }) => {
    await page.goto(`${server.origin}/es/`);
    await page.getByRole("searchbox").focus();
    await isTaken(page);
    await page.evaluate(() => Object.assign(window, { stayed: true }));
    await page.getByRole("link", { name: demo.guideTitle, exact: true }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(demo.step("power"));
    await expect(page).toHaveURL(`${server.origin}/es/${demo.text("path.guides")}/no-internet`);
    expect(await page.evaluate(() => "stayed" in window)).toBe(true);
    await page.goBack();
    await expect(page.getByRole("searchbox")).toBeVisible();
    await expect(page.getByRole("heading", { name: demo.portal("portal.channels") })).toBeVisible();
});

test("clearing the box brings the first page back, with all that is on it", async ({ page, server, demo }) => {
    await withoutZones(page);
    await page.goto(`${server.origin}/es/`);
    const before = await page.getByRole("main").ariaSnapshot();
    const current = page.getByRole("banner").locator("[aria-current=page]");
    await expect(current).toHaveCount(1);
    const box = page.getByRole("searchbox");
    const place = await box.boundingBox();
    await box.pressSequentially("wifi");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(demo.text("search.title"));
    expect(await box.boundingBox()).toEqual(place);
    await expect(page.getByRole("heading", { name: demo.portal("portal.channels") })).toBeHidden();
    await expect(current).toHaveCount(0);
    await box.fill("");
    await expect(page.getByRole("heading", { name: demo.portal("portal.channels") })).toBeVisible();
    await expect(current).toHaveCount(1);
    await box.blur();
    expect(await page.getByRole("main").ariaSnapshot()).toBe(before);
});

test("a receipt that the app showed is there after a reload", async ({ page, server, demo, email }) => {
    await page.goto(`${server.origin}/es/${demo.text("path.contact")}`);
    await page.getByRole("radio").first().check();
    await isTaken(page);
    await page.getByRole("textbox", { name: demo.field("message") }).fill("Hola");
    await page.getByRole("textbox", { name: demo.field("name") }).fill("Ana");
    await page.getByRole("textbox", { name: demo.field("email") }).fill(email);
    await page.keyboard.press("Enter");
    const title = page.getByRole("heading", { level: 1 });
    await expect(title).toHaveText(demo.text("receipt.title"));
    await page.reload();
    await expect(title).toHaveText(demo.text("receipt.title"));
    await expect(page.getByText(email).first()).toBeVisible();
});
