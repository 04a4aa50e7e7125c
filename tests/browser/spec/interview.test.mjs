// A whole interview: the lobby, the room, the notes, another take; and what happens when things go wrong in the middle.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before } from "node:test";

import { gold, interview } from "../fixtures.mjs";
import { GOOD, Server, THIN, until } from "../lib.mjs";
import { watched } from "../watched.mjs";

let server;
/** Where nobody has been interviewed yet, so that the questions are those that are wished for. */
let fresh;
before(async () => {
  [server, ...fresh] = await Promise.all([Server.start(), Server.start(), Server.start()]);
});
after(() => Promise.all([server, ...fresh].map((one) => one.stop())));
const shared = { server: () => server };

const box = (page) => page.getByRole("textbox", { name: "Your answer" });
const press = (page, name) => page.getByRole("button", { name }).click();
const where = async (page) => (await page.locator(".room-of").textContent()).trim();
const question = async (page) => (await page.locator("#question").textContent()).trim();

/** Does something that leads to another state of the room, and waits for that state. */
async function move(page, act) {
  await Promise.all([page.waitForEvent("load"), act()]);
}

async function enter(page) {
  await page.goto("/interviews/new");
  await page.getByRole("checkbox", { name: /^Databases/ }).check();
  await page.getByRole("radio", { name: "Three questions" }).check();
  await page.getByRole("radio", { name: "Neutral" }).check();
  await move(page, () => press(page, "Enter the room"));
  assert.match(page.url(), /\/interviews\/int_[0-9a-f]{32}/);
}

/** Answers well until the interviewer has no more questions. */
async function answerAll(page, server) {
  const id = /int_[0-9a-f]+/.exec(page.url())[0];
  for (let turns = 0; /^Question/.test(await where(page)); turns += 1) {
    assert.ok(turns < 20, "it comes to an end");
    const { turn } = await server.api("GET", `/api/v1/interviews/${id}`);
    await box(page).fill(await gold(turn.question));
    await move(page, () => press(page, /^Finish answer/));
  }
}

for (const script of [true, false]) {
  const how = script ? "" : ", without script";

  watched(`an interview from the lobby to another take${how}`, { server: () => fresh[script ? 0 : 1], script }, async ({ page, server }) => {
    await enter(page);
    await page.getByRole("heading", { level: 2 }).first().waitFor();
    await move(page, () => press(page, /^I'm ready/));
    assert.equal(await where(page), "Question 1 of 3");
    const first = await question(page);

    // A hint has a price, and what is typed stays.
    await box(page).fill("Half of an answer");
    await move(page, () => press(page, /^Hint/));
    await page.getByText(/^Hint 1 of/).waitFor();
    assert.equal(await box(page).inputValue(), "Half of an answer");

    // Asking what the question means gives its scope, and what is typed stays.
    await press(page, /clarif/i);
    await page.getByRole("textbox", { name: "What is unclear?" }).fill("One server or many?");
    await move(page, () => page.getByRole("button", { name: "Ask", exact: true }).click());
    await page.getByText("You: One server or many?").waitFor();
    assert.equal(await box(page).inputValue(), "Half of an answer");
    assert.equal(await question(page), first, "it is still the same question");

    // A thin answer is followed up.
    await box(page).fill(THIN);
    await move(page, () => press(page, /^Finish answer/));
    assert.match(await page.locator(".room-who").textContent(), /follow-up to 1/);
    assert.equal(await where(page), "Question 1 of 3");
    await page.getByText("1 earlier turn").click();
    assert.ok(await page.getByText(THIN).isVisible(), "what was said is there to read");
    await move(page, () => press(page, /^Skip/));

    await answerAll(page, server);
    assert.equal(await where(page), "Your questions");
    await page.getByRole("textbox", { name: "Your question" }).fill("How do you decide what to build next?");
    await move(page, () => page.getByRole("button", { name: /^Ask/ }).click());
    await page.getByText("You: How do you decide what to build next?").waitFor();
    await move(page, () => press(page, /^No more questions/));
    await page.getByRole("link", { name: "Read your notes" }).first().click();

    await page.getByRole("heading", { level: 1, name: "Notes on your take" }).waitFor();
    assert.equal(await page.locator("section.turn-notes").count(), 3, "notes on each question");
    assert.ok((await page.locator("[data-kp]").count()) >= 5, "key points heard, with their evidence");
    assert.ok((await page.locator("mark[data-n]").count()) >= 5, "the evidence in the answers");
    assert.ok(await page.locator("#evaluation").isVisible());
    assert.ok(await page.getByRole("heading", { name: "One thing to change" }).isVisible());
    assert.ok(await page.getByRole("heading", { name: "What to do next" }).isVisible());
    assert.ok(await page.getByText("How do you decide what to build next?").isVisible());
    assert.ok(await page.getByText(/hint.* taken/i).first().isVisible(), "the cost of the hint is told");

    const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name: "JSON" }).click()]);
    assert.match(download.suggestedFilename(), /\.json$/);
    const notes = JSON.parse(await readFile(await download.path(), "utf8"));
    assert.equal(notes.questions.length, 3);

    await page.getByRole("link", { name: "Say it again" }).first().click();
    await box(page).fill(GOOD);
    await press(page, "Show the difference");
    await page.getByRole("heading", { level: 1, name: "Take 2" }).waitFor();
    await page.getByRole("link", { name: "Back to the notes" }).last().click();
    await page.getByRole("link", { name: "Take 2" }).first().waitFor();

    await page.goto("/interviews");
    assert.ok((await page.locator("[data-item]").count()) >= 1, "it is kept");
  });
}

watched("evidence and verdicts light each other up", shared, async ({ page, server }) => {
  const { id } = await interview(server);
  await page.goto(`/interviews/${id}/notes`);
  const link = page.locator("[data-kp] a[href^='#q']").first();
  await link.click();
  const target = (await link.getAttribute("href")).slice(1);
  await page.locator(`mark.is-active:has([id="${target}"]), mark.is-active[id="${target}"]`).first().waitFor();
});

watched("a reload and a second tab show the same place, with the draft", { ...shared, expects: [/status of 409/] }, async ({ page, context, server }) => {
  const { id } = await interview(server, { answers: 1 });
  await page.goto(`/interviews/${id}`);
  const before = [await where(page), await question(page)];
  await box(page).fill("A draft that must not be lost");
  await page.locator("[data-save-state]", { hasText: "Saved" }).waitFor();
  await page.reload();
  assert.deepEqual([await where(page), await question(page)], before);
  assert.equal(await box(page).inputValue(), "A draft that must not be lost");

  const other = await context.newPage();
  await other.goto(`/interviews/${id}`);
  assert.equal(await box(other).inputValue(), "A draft that must not be lost");
  const mine = `Said in the second tab. ${GOOD}`;
  await box(other).fill(mine);
  await move(other, () => press(other, /^Finish answer/));
  assert.equal(await page.url(), other.url().split("#")[0]);

  // The first tab does not know yet; what it sends is not lost and not counted twice.
  await box(page).fill("Typed in the tab that was behind");
  await move(page, () => press(page, /^Finish answer/));
  await page.getByText("This was answered in another tab").waitFor();
  assert.equal((await page.locator("#kept-text").textContent()).trim(), "Typed in the tab that was behind");
  const now = await server.api("GET", `/api/v1/interviews/${id}`);
  const said = now.transcript.filter((line) => line.kind === "answer").map((line) => line.text);
  assert.equal(said.filter((text) => text === mine).length, 1);
  assert.ok(!said.includes("Typed in the tab that was behind"));
});

watched("typing in the last second before a reload is not lost", shared, async ({ page, server }) => {
  const { id } = await interview(server, { answers: 1 });
  await page.goto(`/interviews/${id}`);
  await box(page).fill("Typed just now");
  await page.reload();
  assert.equal(await box(page).inputValue(), "Typed just now");
});

watched(
  "a server that is killed in the middle: the interview resumes and the draft is kept",
  { ...shared, expects: [/ERR_CONNECTION_REFUSED/, /ERR_CONNECTION_RESET/, /ERR_EMPTY_RESPONSE/] },
  async ({ page, server }) => {
    const { id } = await interview(server, { answers: 1 });
    await page.goto(`/interviews/${id}`);
    const before = [await where(page), await question(page)];
    await box(page).fill("Written before the crash.");
    await page.locator("[data-save-state]", { hasText: "Saved" }).waitFor();
    await server.crash();
    try {
      await box(page).fill("Written before the crash. And this while the server was away.");
      await page.locator("[data-save-state]", { hasText: "Saved on this device" }).waitFor();
    } finally {
      await server.restart();
    }
    await page.reload();
    assert.deepEqual([await where(page), await question(page)], before);
    assert.equal(await box(page).inputValue(), "Written before the crash. And this while the server was away.");
    await move(page, () => press(page, /^Finish answer/));
    const now = await server.api("GET", `/api/v1/interviews/${id}`);
    const said = now.transcript.filter((line) => line.text === "Written before the crash. And this while the server was away.");
    assert.equal(said.length, 1, "it was taken once");
  },
);

watched("leaving stops the clock and going on finds everything", shared, async ({ page, server }) => {
  const { id } = await interview(server, { answers: 1 });
  await page.goto(`/interviews/${id}`);
  const before = await question(page);
  await box(page).fill("Half an answer");
  await press(page, "Leave");
  await move(page, () => press(page, "Leave for now"));
  assert.match(await where(page), /^Paused/);
  await page.goto("/");
  await page.getByRole("link", { name: /Back to the room/ }).first().waitFor();
  await page.goto(`/interviews/${id}`);
  await move(page, () => press(page, /^Go on/));
  assert.equal(await question(page), before);
  assert.equal(await box(page).inputValue(), "Half an answer");
});

watched("an answer that is too long is refused, and kept to be shortened", { ...shared, expects: [/status of 422/] }, async ({ page, server }) => {
  const { id } = await interview(server, { answers: 1 });
  await page.goto(`/interviews/${id}`);
  const long = "word ".repeat(4_100);
  await box(page).fill(long);
  await move(page, () => press(page, /^Finish answer/));
  assert.equal((await box(page).inputValue()).trim(), long.trim());
  assert.equal(await box(page).getAttribute("aria-invalid"), "true");
});

watched("a second click does nothing twice", shared, async ({ page, server }) => {
  const { id } = await interview(server, { answers: 1 });
  await page.goto(`/interviews/${id}`);
  const mine = `Said with two clicks. ${GOOD}`;
  await box(page).fill(mine);
  // Two clicks in one go: before the first has led anywhere.
  const twice = () => {
    const finish = document.querySelector("[data-finish]");
    finish.click();
    finish.click();
  };
  await move(page, () => page.evaluate(twice));
  const now = await until("the answer is taken", async () => {
    const now = await server.api("GET", `/api/v1/interviews/${id}`);
    return now.transcript.some((line) => line.text === mine) && now;
  });
  assert.equal(now.transcript.filter((line) => line.kind === "answer" && line.text === mine).length, 1);
});

watched("the room by keyboard alone", shared, async ({ page, server }) => {
  const { id } = await interview(server, { answers: 1 });
  await page.goto(`/interviews/${id}`);
  // On a wide screen the box takes the focus; Escape gives the single keys back.
  await page.waitForFunction(() => document.activeElement?.tagName === "TEXTAREA");
  await page.keyboard.press("Escape");
  await page.keyboard.press("r");
  assert.equal(await page.evaluate(() => document.activeElement?.id), "question");
  await page.keyboard.press("c");
  await page.getByRole("textbox", { name: "What is unclear?" }).waitFor();
  await page.keyboard.press("Escape");
  await page.getByRole("textbox", { name: "What is unclear?" }).waitFor({ state: "hidden" });
  await page.keyboard.press("a");
  assert.equal(await page.evaluate(() => document.activeElement?.tagName), "TEXTAREA");
  await page.keyboard.type(THIN);
  await move(page, () => page.keyboard.press("Control+Enter"));
  const now = await server.api("GET", `/api/v1/interviews/${id}`);
  assert.ok(now.transcript.some((line) => line.text === THIN));
});

watched("an interview can be deleted, after one more question", shared, async ({ page, server }) => {
  const { id } = await interview(server, { answers: 1 });
  await page.goto(`/interviews/${id}/delete`);
  await page.getByRole("button", { name: "Delete it" }).click();
  await page.waitForURL(/\/interviews$/);
  const reply = await fetch(`${server.url}/interviews/${id}`);
  assert.equal(reply.status, 404);
});
