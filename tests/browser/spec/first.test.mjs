// The first 60 seconds: a stranger opens the page, answers one real question and gets notes with evidence.

import assert from "node:assert/strict";
import { after, before } from "node:test";

import { gold } from "../fixtures.mjs";
import { GOOD, Server } from "../lib.mjs";
import { watched } from "../watched.mjs";

/** @type {Server[]} */
const servers = [];
let count = 0;

before(async () => {
  // A first visit is there once, so each test has its own.
  for (let number = 0; number < 5; number += 1) servers.push(await Server.start());
});
after(() => Promise.all(servers.map((server) => server.stop())));

const fresh = () => servers[count++];

for (const script of [true, false]) {
  const how = script ? "" : ", without script";

  watched(`from opening the page to evaluated notes and the call sheet${how}`, { server: fresh, script }, async ({ page }) => {
    const opened = Date.now();
    await page.goto("/");
    await page.getByRole("heading", { level: 1, name: "A calm place to rehearse." }).waitFor();
    await page.getByText("Everything stays on this computer.").waitFor();
    const action = await page.locator("form:has(textarea)").first().getAttribute("action");
    await page.getByRole("textbox", { name: "Your answer" }).fill(await gold(action.split("/").pop()));
    await page.getByRole("button", { name: "Show my notes" }).click();

    await page.getByRole("heading", { name: "Key points heard and not heard" }).waitFor();
    assert.match(page.url(), /\/evaluations\/evl_[0-9a-f]{32}$/);
    assert.ok((await page.locator(".answer-text mark[data-n]").count()) > 0, "the answer shows the evidence");
    assert.ok((await page.locator("[data-kp]").count()) > 0, "the verdicts point at it");
    assert.ok(await page.getByRole("heading", { name: "Beside it: a good answer" }).isVisible());

    // One question back, and Today.
    await page.getByRole("heading", { name: "What are you preparing for?" }).waitFor();
    await page.getByRole("button", { name: /^Backend,? mid/ }).click();
    await page.getByRole("heading", { level: 1, name: "Places in five." }).waitFor();
    const calls = await page.locator(".callsheet > li").count();
    assert.ok(calls >= 2 && calls <= 3, `${calls} calls`);
    assert.equal(await page.getByText("One day practised this week").count(), 1, "the first bulb is lit");
    assert.ok(Date.now() - opened < 30_000, "a machine needs half of the minute at most");
  });
}

watched("the good answer is one click away and nothing is scolded", { server: fresh }, async ({ page }) => {
  await page.goto("/");
  await page.getByRole("link", { name: "Just show me a good answer" }).click();
  await page.waitForURL(/#good-answer$/);
  assert.ok(await page.locator("#good-answer details[open] .prose").isVisible(), "it is open");
});

watched("an empty answer is refused in words, and by keyboard alone it works", { server: fresh, expects: [/status of 422/] }, async ({ page }) => {
  await page.goto("/");
  await page.keyboard.press("a");
  assert.equal(await page.evaluate(() => document.activeElement?.tagName), "TEXTAREA");
  // Blanks are not enough; the browser's own check lets them through.
  await page.keyboard.type("   ");
  await page.keyboard.press("Control+Enter");
  await page.getByText("There is nothing to grade yet.").waitFor();
  await page.getByRole("textbox", { name: "Your answer" }).fill("");
  await page.getByRole("textbox", { name: "Your answer" }).pressSequentially(GOOD.slice(0, 60));
  await page.keyboard.press("Control+Enter");
  await page.waitForURL(/\/evaluations\//);
});

watched("the largest paint comes soon", { server: fresh }, async ({ page }) => {
  await page.goto("/");
  const paint = await page.evaluate(
    () =>
      new Promise((resolve) => {
        new PerformanceObserver((list) => resolve(list.getEntries().at(-1).startTime)).observe({ type: "largest-contentful-paint", buffered: true });
      }),
  );
  console.log(`largest contentful paint of the first page: ${Math.round(paint)} ms (goal: 800)`);
  assert.ok(paint < 2500, `${paint} ms`);
});
