// Data that the tests begin with, made through the API, and good answers from the gold set.

import { readFile } from "node:fs/promises";

import { GOOD } from "./lib.mjs";

const GOLD = new URL("../../content/gold/", import.meta.url);

/** A gold answer of a kind ("strong", "partial", ...) to a question; the general one if there is none. */
export async function gold(question, kind = "strong") {
  try {
    const lines = (await readFile(new URL(`${question}.jsonl`, GOLD), "utf8")).trim().split("\n").map((line) => JSON.parse(line));
    return (lines.find((line) => line.kind === kind) ?? lines[0]).answer;
  } catch {
    return GOOD;
  }
}

/** An interview by the API, with good answers, up to where it is to stop. */
export async function interview(server, { answers = Infinity, finish = true, wishes = {} } = {}) {
  let now = await server.api("POST", "/api/v1/interviews", { length: "short", bar: "mid", pace: "1x", ...wishes });
  const at = `/api/v1/interviews/${now.id}`;
  if (answers === 0) return now;
  now = await server.api("POST", `${at}/begin`, {});
  for (let given = 0; now.phase === "asking" && given < answers; given += 1) {
    const kind = ["strong", "partial", "wrong"][given % 3];
    now = await server.api("POST", `${at}/answers`, { turn: now.turn.number, text: await gold(now.turn.question, kind) });
  }
  if (now.phase === "candidates-questions" && finish) {
    now = await server.api("POST", `${at}/own-questions`, { text: "What does success look like after half a year?" });
    if (now.phase === "candidates-questions") now = await server.api("POST", `${at}/finish`, {});
  }
  return now;
}

/** Something of everything; gives back the ids. */
export async function furnish(server) {
  const evaluation = async (question, answer) => (await server.api("POST", "/api/v1/evaluations", { question, answer })).id;
  const good = await evaluation("caching", await gold("caching"));
  const wrong = await evaluation("csrf", await gold("csrf", "wrong"));
  const empty = await evaluation("idempotency", "I don't know");
  const again = await evaluation("caching", await gold("caching", "partial"));
  await evaluation("database-indexing", await gold("database-indexing"));
  await evaluation("sql-injection", await gold("sql-injection", "terse"));
  const closed = await interview(server);
  const notes = await server.api("GET", `/api/v1/interviews/${closed.id}/notes`);
  const asked = notes.questions.find((one) => one.evaluation).question;
  const retake = await server.api("POST", `/api/v1/interviews/${closed.id}/retakes`, { question: asked, answer: await gold(asked) });
  const take = retake.evaluation.id;
  const early = await interview(server, { answers: 1 });
  await server.api("POST", `/api/v1/interviews/${early.id}/end`, {});
  const fresh = await interview(server, { answers: 0 });
  const own = await interview(server, { finish: false });
  const open = await interview(server, { answers: 1 });
  const left = await interview(server, { answers: 1 });
  await server.api("POST", `/api/v1/interviews/${left.id}/leave`, {});
  return { good, wrong, empty, again, closed: closed.id, asked, take, early: early.id, fresh: fresh.id, own: own.id, open: open.id, left: left.id };
}

/** Every page with a name for it, given what `furnish` gave. */
export function everyPage(made) {
  return [
    ["today", "/"],
    ["questions", "/questions"],
    ["questions-found", "/questions?q=cache&level=beginner"],
    ["questions-none", "/questions?q=saga+postgres&level=advanced"],
    ["question", "/questions/caching"],
    ["question-revealed", "/questions/idempotency?reveal=1"],
    ["quick-check", "/questions/caching/quiz?c0=0"],
    ["evaluation", `/evaluations/${made.good}`],
    ["evaluation-wrong", `/evaluations/${made.wrong}`],
    ["evaluation-no-score", `/evaluations/${made.empty}`],
    ["evaluation-second", `/evaluations/${made.again}`],
    ["evaluations", "/evaluations"],
    ["lobby", "/interviews/new"],
    ["room-greeting", `/interviews/${made.fresh}`],
    ["room-asking", `/interviews/${made.open}`],
    ["room-own-questions", `/interviews/${made.own}`],
    ["room-paused", `/interviews/${made.left}`],
    ["room-over", `/interviews/${made.closed}`],
    ["notes", `/interviews/${made.closed}/notes`],
    ["notes-early", `/interviews/${made.early}/notes`],
    ["notes-none", `/interviews/${made.fresh}/notes`],
    ["again", `/interviews/${made.closed}/again/${made.asked}`],
    ["takes", `/interviews/${made.closed}/takes/${made.take}`],
    ["interviews", "/interviews"],
    ["interview-delete", `/interviews/${made.open}/delete`],
    ["settings", "/settings"],
    ["settings-delete", "/settings/delete"],
    ["help", "/help"],
    ["api", "/api"],
    ["problems", "/problems"],
    ["problem", "/problems/not-found"],
    ["missing", "/no/such/page"],
  ];
}
