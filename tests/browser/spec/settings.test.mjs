// Settings: the theme without a flash, shortcuts off, and taking everything away.

import assert from "node:assert/strict";
import { after, before } from "node:test";

import { furnish } from "../fixtures.mjs";
import { Server, until } from "../lib.mjs";
import { watched } from "../watched.mjs";

let server;
before(async () => {
  server = await Server.start();
});
after(() => server.stop());
const shared = { server: () => server };

/** The theme that the server itself writes, before any script can run. */
async function served(page, path = "/questions") {
  const cookies = (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join("; ");
  const html = await (await fetch(server.url + path, { headers: { Cookie: cookies } })).text();
  return /<html[^>]*data-theme="([a-z]+)"/.exec(html)?.[1];
}

const background = (page) => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
/** Whether a colour is dark: the first number of `oklch()` is its lightness, those of `rgb()` are large for light ones. */
const isDark = (colour) => Number(/[\d.]+/.exec(colour)[0]) < (colour.startsWith("rgb") ? 80 : 0.4);

for (const script of [true, false]) {
  const how = script ? "" : ", without script";

  watched(`a theme is kept, and written by the server so that nothing flashes${how}`, { ...shared, script }, async ({ page }) => {
    for (const [name, theme] of [["Backstage", "backstage"], ["Day", "day"]]) {
      await page.goto("/settings");
      await page.getByRole("radio", { name }).check();
      await page.getByRole("button", { name: "Save" }).click();
      await page.waitForURL(/saved=1/);
      await page.getByText("Saved.").waitFor();
      for (const path of ["/", "/questions", "/no/such/page"]) assert.equal(await served(page, path), theme, path);
      await page.goto("/questions");
      assert.equal(await page.locator("html").getAttribute("data-theme"), theme);
      if (script) assert.equal(isDark(await background(page)), theme === "backstage", await background(page));
    }
  });
}

watched("the button in the rail changes the theme at once, and it stays", shared, async ({ page }) => {
  await page.goto("/questions");
  const before = await page.locator("html").getAttribute("data-theme");
  await page.locator(".rail [data-theme-toggle]").click();
  const now = await page.locator("html").getAttribute("data-theme");
  assert.notEqual(now, before);
  await page.reload();
  assert.equal(await page.locator("html").getAttribute("data-theme"), now);
  assert.equal(await served(page), now);
});

watched("single keys can be switched off; Ctrl K still works", shared, async ({ page }) => {
  await page.goto("/settings");
  await page.getByRole("switch", { name: /Single-key shortcuts/ }).uncheck();
  await page.getByRole("button", { name: "Save" }).click();
  await page.waitForURL(/saved=1/);
  await page.goto("/questions");
  assert.equal(await page.locator("html").getAttribute("data-shortcuts"), "off");
  await page.keyboard.press("?");
  await page.keyboard.press("j");
  assert.equal(await page.locator("dialog[open]").count(), 0);
  assert.equal(await page.evaluate(() => document.activeElement === document.body), true);
  await page.keyboard.press("Control+k");
  await page.getByRole("dialog", { name: "Go anywhere" }).waitFor();
  await page.goto("/settings");
  await page.getByRole("switch", { name: /Single-key shortcuts/ }).check();
  await page.getByRole("button", { name: "Save" }).click();
  await page.waitForURL(/saved=1/);
});

watched("a bad date is told beside its field, and nothing else is lost", { ...shared, script: false, expects: [/status of 422/] }, async ({ page }) => {
  await page.goto("/settings");
  await page.getByRole("textbox", { name: "Your name" }).fill("n".repeat(200));
  await page.getByRole("textbox", { name: "Role" }).fill("Backend engineer, payments");
  await page.getByRole("button", { name: "Save" }).click();
  await page.locator(".error-summary").waitFor();
  assert.equal(await page.getByRole("textbox", { name: "Role" }).inputValue(), "Backend engineer, payments");
  assert.equal(await page.getByRole("textbox", { name: "Your name" }).getAttribute("aria-invalid"), "true");
});

watched("settings changed in another tab are not overwritten unseen", { ...shared, expects: [/status of 4(09|12)/] }, async ({ page, context }) => {
  await page.goto("/settings");
  const other = await context.newPage();
  await other.goto("/settings");
  await other.getByRole("textbox", { name: "Role" }).fill("Set in the other tab");
  await other.getByRole("button", { name: "Save" }).click();
  await other.waitForURL(/saved=1/);
  await page.getByRole("textbox", { name: "Role" }).fill("Set in the tab that was behind");
  await page.getByRole("button", { name: "Save" }).click();
  await page.getByText(/changed in another tab/).first().waitFor();
  await page.goto("/settings");
  assert.equal(await page.getByRole("textbox", { name: "Role" }).inputValue(), "Set in the other tab");
});

watched("where the data lies is said, and all of it can be taken along", shared, async ({ page, server }) => {
  await furnish(server);
  await page.goto("/settings");
  await page.getByText(server.data).first().waitFor();
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name: "Download my data" }).click()]);
  const { readFile } = await import("node:fs/promises");
  const copy = JSON.parse(await readFile(await download.path(), "utf8"));
  assert.ok(copy.evaluations.length >= 5 && copy.interviews.length >= 2);
});

for (const script of [false, true]) {
  const how = script ? "" : ", without script";

  watched(`deleting my data takes the words and leaves nothing${how}`, { ...shared, script, expects: [/status of 422/] }, async ({ page, server }) => {
    await furnish(server);
    if (script) {
      await page.goto("/questions/csrf");
      await page.getByRole("textbox", { name: "Your answer" }).fill("A draft in this browser");
      await until("the draft is kept", () => page.evaluate(() => document.querySelector("[data-save-state]").textContent.includes("Saved")));
    }
    await page.goto("/settings");
    await page.getByRole("link", { name: "Delete my data" }).click();
    await page.getByRole("textbox", { name: "To be sure" }).fill("yes please");
    await page.getByRole("button", { name: "Delete all of it" }).click();
    await page.getByText("Nothing has been deleted.").first().waitFor();
    assert.ok((await server.api("GET", "/api/v1/evaluations")).items.length > 0);
    await page.getByRole("textbox", { name: "To be sure" }).fill("delete my data");
    await page.getByRole("button", { name: "Delete all of it" }).click();
    await page.getByRole("heading", { level: 1, name: "All of it is gone." }).waitFor();
    assert.deepEqual((await server.api("GET", "/api/v1/evaluations")).items, []);
    assert.deepEqual((await server.api("GET", "/api/v1/interviews")).items, []);
    await page.goto("/");
    await page.getByRole("heading", { level: 1, name: "A calm place to rehearse." }).waitFor();
    if (script) assert.equal(await page.evaluate(() => Object.keys(localStorage).length), 0, "this browser keeps nothing");
  });
}
