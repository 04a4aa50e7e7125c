// The checks see what they are there for: each is shown something bad once.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { assertAccessible, assertHarmless, assertNoOverflow, newContext, Server, until, watchContext } from "../lib.mjs";
import "../watched.mjs";

let server;
before(async () => {
  server = await Server.start();
});
after(() => server.stop());

/** Fails unless the watch reports `wanted` after a page has done something bad. */
async function sees(wanted, bad, options = {}) {
  const context = await newContext(server, options);
  try {
    const watch = await watchContext(context, server, options);
    const page = await context.newPage();
    await page.goto("/questions");
    await bad(page);
    await until(`the watch reports ${wanted}`, () => watch.problems.some((problem) => wanted.test(problem)));
  } finally {
    await context.close();
  }
}

test("violations of the content policy are seen", async () => {
  const inline = (page) => page.evaluate(() => document.body.insertAdjacentHTML("beforeend", '<p style="color: red">red</p>'));
  await sees(/^content policy: style-src-attr blocks inline/, inline);
  await sees(/^console: .*Content Security Policy/, inline);
  const script = (page) => page.evaluate(() => { document.body.append(Object.assign(document.createElement("script"), { textContent: "1" })); });
  await sees(/^content policy: script-src-elem blocks inline/, script);
});

test("errors on the console, exceptions and failures of the server are seen", async () => {
  await sees(/^console: broken/, (page) => page.evaluate(() => console.error("broken")));
  await sees(/^exception: .*thrown/, (page) => page.evaluate(() => { setTimeout(() => { throw new Error("thrown"); }); }));
  await sees(/status of 404/, (page) => page.goto("/no/such/page"));
  const routed = async (page) => {
    await page.route("**/help", (route) => route.fulfill({ status: 500, body: "broken" }));
    await page.goto("/help");
  };
  await sees(/^status 500/, routed);
});

test("requests to other origins are seen", async () => {
  await sees(/^content policy: connect-src/, (page) => page.evaluate(() => fetch("http://127.0.0.1:9/").catch(() => {})));
  await sees(/^another origin/, (page) => page.goto("http://127.0.0.1:9/").catch(() => {}), { script: false });
});

test("overflow, barriers and hostile elements are seen", async () => {
  const context = await newContext(server);
  try {
    const page = await context.newPage();
    await page.goto("/questions");
    await assertNoOverflow(page, "as it is");
    await assertAccessible(page, "as it is");
    await assertHarmless(page, "as it is");
    await page.evaluate(() => {
      const wide = document.createElement("div");
      wide.textContent = "wide";
      wide.style.width = "3000px";
      const image = document.createElement("img");
      image.setAttribute("onerror", "1");
      document.querySelector("main").append(wide, image);
    });
    await assert.rejects(assertNoOverflow(page, "made wide"), /too wide/);
    await assert.rejects(assertAccessible(page, "an image without a text"), /image-alt/);
    await assert.rejects(assertHarmless(page, "with a handler"), /hostile/);
  } finally {
    await context.close();
  }
});
