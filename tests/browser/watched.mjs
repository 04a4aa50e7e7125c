// Tests with a page that is watched.

import assert from "node:assert/strict";
import { after, test } from "node:test";
import { setTimeout } from "node:timers/promises";

import { closeBrowser, newContext, watchContext } from "./lib.mjs";

after(closeBrowser);

/**
 * A test with a page that is watched. Violations of the content policy, errors on the console, exceptions, requests to
 * other origins and answers with status 500 and above fail the test, whatever else it looks at.
 *
 * `options`: `server` (a function that gives it), `script: false` for a browser without JavaScript, `width`, `height`,
 * `theme` ("day" or "backstage"), `expects`: console errors that the test provokes, as regular expressions.
 */
export function watched(name, options, body) {
  test(name, { timeout: 90_000 }, async () => {
    const server = options.server();
    const context = await newContext(server, options);
    const watch = await watchContext(context, server, options);
    try {
      const page = await context.newPage();
      await body({ page, context, server, watch });
      assert.deepEqual(watch.problems, [], "the page must be without violations and errors");
    } catch (error) {
      if (watch.problems.length) error.message += `\nAlso seen:\n  ${watch.problems.join("\n  ")}`;
      throw error;
    } finally {
      // Closing while a page is on its way may never end in this browser; the browser is closed after all tests.
      await Promise.race([context.close(), setTimeout(2_000, undefined, { ref: false })]);
    }
  });
}
