// The question bank and the page of a question.

import assert from "node:assert/strict";
import { after, before } from "node:test";

import { GOOD, Server, settled } from "../lib.mjs";
import { watched } from "../watched.mjs";

let server;
before(async () => {
  server = await Server.start();
});
after(() => server.stop());
const shared = { server: () => server };

const rows = (page) => page.locator("[data-list] [data-item]");
const count = (page) => page.locator("#count");
const focused = (page) => page.evaluate(() => document.activeElement?.closest("[data-item]")?.textContent ?? document.activeElement?.tagName);

watched("typing narrows the list at once, and the address carries it", shared, async ({ page }) => {
  await page.goto("/questions");
  assert.ok((await rows(page).count()) >= 30);
  await page.getByRole("searchbox", { name: "Search" }).pressSequentially("optimistic locking");
  await page.waitForURL(/q=optimistic/);
  await page.waitForFunction(() => document.querySelectorAll("[data-list] [data-item]").length < 10);
  assert.match(await rows(page).first().textContent(), /lock/i);
  assert.match(page.url(), /\/questions\?q=optimistic(\+|%20)locking/);
  await page.reload();
  assert.equal(await page.getByRole("searchbox", { name: "Search" }).inputValue(), "optimistic locking");
});

watched("a filter shows its count and keeps its word", shared, async ({ page }) => {
  await page.goto("/questions");
  const level = page.getByRole("combobox", { name: "Level" });
  const option = await level.locator("option[value=advanced]").textContent();
  const promised = Number(/\((\d+)\)/.exec(option)[1]);
  await level.selectOption("advanced");
  await page.waitForURL(/level=advanced/);
  await page.locator(".active-filters").waitFor();
  await settled(page);
  assert.equal(await rows(page).count(), promised, "as many as the filter said");
  assert.match(await count(page).textContent(), /questions?/i);

  // The other filters count what is left.
  const topics = await page.getByRole("combobox", { name: "Topic" }).locator("option").allTextContents();
  const left = topics.slice(1).map((text) => Number(/\((\d+)\)/.exec(text)[1]));
  assert.ok(Math.max(...left) <= promised, topics.join(", "));

  await page.goBack();
  await page.waitForFunction(() => !location.search.includes("level="));
  await page.waitForFunction((most) => document.querySelectorAll("[data-list] [data-item]").length > most, promised);
  await page.goForward();
  await page.waitForURL(/level=advanced/);
  await page.locator(".active-filters a", { hasText: "Clear all" }).click();
  await page.waitForURL(/\/questions$/);
});

watched("no hits is an answer with a way on", shared, async ({ page }) => {
  await page.goto("/questions?q=optimistic+locking&level=beginner");
  await page.getByRole("heading", { name: /No question matches/ }).waitFor();
  const way = page.getByRole("link", { name: /^Remove the .* \(.*results?\)/ });
  await way.click();
  await page.waitForURL((url) => !(url.searchParams.has("level") && url.searchParams.has("q")));
  assert.ok((await rows(page).count()) > 0);
});

watched("the list by keyboard alone", shared, async ({ page }) => {
  await page.goto("/questions");
  await page.keyboard.press("j");
  const first = await focused(page);
  await page.keyboard.press("j");
  const second = await focused(page);
  assert.notEqual(first, second);
  await page.keyboard.press("k");
  assert.equal(await focused(page), first);
  await page.keyboard.press("/");
  assert.equal(await page.evaluate(() => document.activeElement?.id), "search");
  await page.keyboard.type("jk?");
  assert.equal(await page.getByRole("searchbox", { name: "Search" }).inputValue(), "jk?", "keys do not fire while typing");
  await page.keyboard.press("Control+A");
  await page.keyboard.type("caching");
  await page.waitForURL(/q=caching/);
  await page.keyboard.press("Escape");
  await page.keyboard.press("j");
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/questions\/[a-z-]+/);
  await page.keyboard.press("?");
  const help = page.getByRole("dialog", { name: "Keys" });
  await help.waitFor();
  await page.keyboard.press("Escape");
  await help.waitFor({ state: "hidden" });
  await page.keyboard.press("Control+k");
  await page.getByRole("dialog", { name: "Go anywhere" }).waitFor();
  await page.keyboard.type("past");
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/interviews$/);
  await page.keyboard.press("g");
  await page.keyboard.press("q");
  await page.waitForURL(/\/questions$/);
});

watched("the first Tab leads past the navigation", shared, async ({ page }) => {
  await page.goto("/questions");
  await page.keyboard.press("Tab");
  assert.equal(await page.evaluate(() => document.activeElement?.textContent), "Skip to content");
  await page.keyboard.press("Enter");
  assert.equal(await page.evaluate(() => document.activeElement?.id), "main");
});

watched("help comes in layers, by keyboard", shared, async ({ page }) => {
  await page.goto("/questions/caching");
  const hints = page.locator("details[data-hint]");
  assert.ok((await hints.count()) >= 2);
  assert.equal(await page.locator("details[data-hint][open]").count(), 0, "no hint before it is asked for");
  assert.equal(await page.locator("#good-answer details[open]").count(), 0, "no answer before the attempt");
  await page.keyboard.press("h");
  await page.waitForFunction(() => document.querySelectorAll("details[data-hint][open]").length === 1);
  await page.keyboard.press("h");
  await page.waitForFunction(() => document.querySelectorAll("details[data-hint][open]").length === 2);
  const layers = await page.locator("details[data-layer]").count();
  const open = await page.locator("details[data-layer][open]").count();
  await page.keyboard.press("o");
  await page.waitForFunction((n) => document.querySelectorAll("details[data-layer][open]").length === n, open + 1);
  await page.keyboard.press("Shift+O");
  await page.waitForFunction((n) => document.querySelectorAll("details[data-layer][open]").length === n, layers);
  await page.keyboard.press("]");
  await page.waitForURL((url) => url.pathname.startsWith("/questions/") && url.pathname !== "/questions/caching");
  await page.keyboard.press("[");
  await page.waitForURL(/\/questions\/caching$/);
});

watched("a draft on a question's page comes back", shared, async ({ page }) => {
  await page.goto("/questions/csrf");
  await page.getByRole("textbox", { name: "Your answer" }).fill("The browser sends the cookie by itself.");
  await page.locator("[data-save-state]", { hasText: "Saved" }).waitFor();
  await page.goto("/questions");
  await page.goto("/questions/csrf");
  assert.equal(await page.getByRole("textbox", { name: "Your answer" }).inputValue(), "The browser sends the cookie by itself.");
});

watched("an answer that is too long is refused, and kept to be shortened", { ...shared, expects: [/status of 422/] }, async ({ page }) => {
  await page.goto("/questions/caching");
  const long = "word ".repeat(4_100);
  await page.getByRole("textbox", { name: "Your answer" }).fill(long);
  await page.getByRole("button", { name: "Show my notes" }).click();
  await page.getByText("may have 20000").or(page.getByText("may have 20,000")).first().waitFor();
  assert.equal((await page.getByRole("textbox", { name: "Your answer" }).inputValue()).trim(), long.trim());
});

for (const script of [true, false]) {
  const how = script ? "" : ", without script";

  watched(`the quick check explains each option${how}`, { ...shared, script }, async ({ page }) => {
    await page.goto("/questions/caching/quiz");
    const options = page.locator("form button[name^=c], form input[name^=c]").first();
    await options.click();
    if ((await options.count()) && (await options.getAttribute("type").catch(() => null)) === "radio") {
      await page.locator("form button[type=submit]").first().click();
    }
    await page.getByText("The right one").first().waitFor();
    assert.ok((await page.getByText("Your choice").count()) >= 1);
  });

  watched(`find, answer, read the notes, go to the next${how}`, { ...shared, script }, async ({ page }) => {
    await page.goto("/questions");
    await page.getByRole("searchbox", { name: "Search" }).fill("caching");
    if (script) await page.waitForURL(/q=caching/);
    else await page.getByRole("button", { name: "Filter" }).click();
    await page.locator("[data-item] a", { hasText: /cach/i }).first().click();
    await page.waitForURL(/\/questions\/caching/);
    await page.getByRole("textbox", { name: "Your answer" }).fill(GOOD);
    await page.getByRole("button", { name: "Show my notes" }).click();
    await page.waitForURL(/\/evaluations\/evl_/);
    assert.ok((await page.locator(".answer-text mark[data-n]").count()) >= 3);
    const link = page.locator("[data-kp] a[href^='#ev-']").first();
    await link.click();
    assert.match(page.url(), /#ev-\d+$/);
    await page.goto("/evaluations");
    assert.ok((await rows(page).count()) >= 1);
  });
}

watched("a level filter without script", { ...shared, script: false }, async ({ page }) => {
  await page.goto("/questions");
  await page.getByRole("combobox", { name: "Level" }).selectOption("advanced");
  await page.getByRole("button", { name: "Filter" }).click();
  await page.waitForURL(/level=advanced/);
  assert.ok((await rows(page).count()) >= 1);
});
