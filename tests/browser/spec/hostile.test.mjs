// Hostile input in every box and every address: it is shown as the text it is.

import assert from "node:assert/strict";
import { after, before } from "node:test";

import { furnish, interview } from "../fixtures.mjs";
import { assertHarmless, GOOD, HOSTILE, Server } from "../lib.mjs";
import { watched } from "../watched.mjs";

let server;
before(async () => {
  server = await Server.start();
});
after(() => server.stop());
const shared = { server: () => server, expects: [/status of (400|404|409|422)/] };

/** What the page shows of a hostile text, whatever happens to its blanks. */
async function assertShown(page, text, where) {
  await assertHarmless(page, where);
  const shown = await page.evaluate(() => {
    const fields = [...document.querySelectorAll("input, textarea")].map((field) => field.value);
    const body = document.body.cloneNode(true);
    // The numbers of the evidence stand within the text.
    for (const number of body.querySelectorAll("sup")) number.remove();
    return `${body.textContent} ${fields.join(" ")}`;
  });
  const flat = (value) => value.replace(/\s+/g, "");
  assert.ok(flat(shown).includes(flat(text)), `${where} shows the text as it is: ${text}`);
}

watched("in answers", shared, async ({ page }) => {
  for (const text of HOSTILE) {
    await page.goto("/questions/caching");
    await page.getByRole("textbox", { name: "Your answer" }).fill(`${GOOD} ${text}`);
    await page.getByRole("button", { name: "Show my notes" }).click();
    await page.waitForURL(/\/evaluations\//);
    await assertShown(page, text, "an evaluation");
    await page.goto("/questions/caching");
    await page.getByRole("textbox", { name: "Your answer" }).fill(text);
    await page.locator("[data-save-state]", { hasText: "Saved" }).waitFor();
    await page.reload();
    await assertShown(page, text, "a draft");
  }
});

watched("in evidence, cut by us", shared, async ({ page }) => {
  const inside = GOOD.replaceAll("database", "<b onmouseover=alert(1)>database</b>");
  await page.goto("/questions/caching");
  await page.getByRole("textbox", { name: "Your answer" }).fill(inside);
  await page.getByRole("button", { name: "Show my notes" }).click();
  await page.waitForURL(/\/evaluations\//);
  await assertShown(page, inside, "marks");
  assert.equal(await page.locator("[onmouseover]").count(), 0);
});

watched("in the search and the filters", shared, async ({ page }) => {
  for (const text of HOSTILE) {
    await page.goto(`/questions?q=${encodeURIComponent(text)}`);
    await assertShown(page, text.slice(0, 38), "the search");
    for (const name of ["level", "topic", "technology", "kind", "sort", "page", "other"]) {
      await page.goto(`/questions?${name}=${encodeURIComponent(text)}`);
      await assertHarmless(page, name);
    }
  }
});

watched("in an interview and its notes", shared, async ({ page, server }) => {
  for (const text of HOSTILE.slice(0, 2)) {
    await page.goto("/interviews/new");
    await page.getByRole("textbox", { name: "Role" }).fill(text.slice(0, 80));
    await page.getByRole("radio", { name: "Three questions" }).check();
    await page.getByRole("button", { name: "Enter the room" }).click();
    await page.getByRole("button", { name: /^I'm ready/ }).click();
    await page.getByText("Question 1 of 3").waitFor();
    await assertHarmless(page, "the room");
    const id = /int_[0-9a-f]+/.exec(page.url())[0];
    let now = await server.api("POST", `/api/v1/interviews/${id}/clarifications`, { turn: 1, text });
    await page.reload();
    await assertShown(page, text, "a clarification");
    for (let turns = 0; now.phase === "asking" && turns < 20; turns += 1) {
      now = await server.api("POST", `/api/v1/interviews/${id}/answers`, { turn: now.turn.number, text: `${GOOD} ${text}` });
    }
    await server.api("POST", `/api/v1/interviews/${id}/own-questions`, { text });
    await page.goto(`/interviews/${id}`);
    await assertShown(page, text, "an own question");
    await server.api("POST", `/api/v1/interviews/${id}/finish`, {});
    for (const path of [`/interviews/${id}`, `/interviews/${id}/notes`, "/interviews", "/", `/interviews/${id}/delete`]) {
      await page.goto(path);
      await assertHarmless(page, path);
    }
    await page.goto(`/interviews/${id}/notes`);
    await assertShown(page, text, "the notes");
  }
});

watched("in the settings", shared, async ({ page }) => {
  for (const text of HOSTILE) {
    await page.goto("/settings");
    await page.getByRole("textbox", { name: "Your name" }).fill(text);
    await page.getByRole("textbox", { name: "Role" }).fill(text);
    await page.getByRole("button", { name: "Save" }).click();
    await page.waitForURL(/saved=1/);
    await assertShown(page, text, "the settings");
    const { id } = await interview(server, { answers: 0 });
    await page.goto(`/interviews/${id}`);
    await assertHarmless(page, "the greeting by name");
  }
});

watched("in addresses", shared, async ({ page }) => {
  const made = await furnish(server);
  for (const text of HOSTILE) {
    const part = encodeURIComponent(text);
    for (const path of [
      `/questions/${part}`, `/evaluations/${part}`, `/interviews/${part}`, `/interviews/${part}/notes`, `/${part}`, `/problems/${part}`,
      `/questions/caching/quiz?c0=${part}`, `/interviews/new?role=${part}&topic=${part}&length=${part}`, `/interviews/${made.closed}/again/${part}`,
      `/interviews/${made.closed}/takes/${part}`, `/evaluations?after=${part}`, `/settings?saved=${part}`, `/questions/caching?reveal=${part}#${part}`,
    ]) {
      await page.goto(path);
      await assertHarmless(page, path);
    }
  }
});
