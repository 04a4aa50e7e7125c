// What the browser tests share: a server with fresh data, a browser, and pages that are watched.
//
// Nothing here sleeps: it waits for a condition, and fails with a sentence when the condition does not come.

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { createRequire } from "node:module";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "playwright-core";

const BINARY = process.env.GREENROOM_BIN ?? new URL("../../target/release/greenroom", import.meta.url).pathname;
const CHROMIUM = process.env.CHROMIUM_BIN ?? "/usr/bin/chromium";
const AXE = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** How long one condition may take, in milliseconds. */
export const PATIENCE = 10_000;

/** The rules that axe checks: WCAG 2.0 to 2.2, levels A and AA. */
const AXE_TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"];

/** A good answer to `caching`, with enough in it to be scored well. */
export const GOOD =
  "Caching means keeping a copy of data that was expensive to get or compute in a place where it is cheap to get again. " +
  "A hit avoids the slow work, so a read from Redis takes about a millisecond instead of 50 ms of joins, and it takes load " +
  "off the database. The usual pattern is cache-aside: look in the cache, on a miss read the database and store the result " +
  "with a TTL. The hard part is staleness: I accept a bounded age through a TTL, or I delete the key when the row changes. " +
  "Memory is limited, so the least recently used entries are evicted.";

/** A thin one: it calls for a follow-up. */
export const THIN = "A cache keeps a copy of data close by, so that the next read of the same data is faster.";

/** What must be shown as text wherever it is typed. */
export const HOSTILE = [
  `<script>window.hacked = 1</script>`,
  `"><img src=x onerror="window.hacked = 1">`,
  `</textarea><svg onload="window.hacked = 1">`,
  `javascript:window.hacked=1//'"\`\${7*7}{{7*7}}`,
];

/** Servers that run. None outlives this process, however it ends: one that did would keep its binary busy. */
const running = new Set();
process.on("exit", () => {
  for (const child of running) child.kill("SIGKILL");
});

/** A running server with a data folder of its own. */
export class Server {
  static async start(options = {}) {
    const server = new Server();
    server.data = options.data ?? (await mkdtemp(join(tmpdir(), "greenroom-browser-")));
    server.args = options.args ?? [];
    await server.#launch(0);
    return server;
  }

  async #launch(port) {
    const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith("GREENROOM_")));
    // Tests are quicker than people.
    env.GREENROOM_CHANGES_PER_MINUTE = "100000";
    env.HOME = this.data;
    env.XDG_CONFIG_HOME = join(this.data, "config");
    const args = ["serve", "--data", join(this.data, "data"), "--port", String(port), ...this.args];
    this.child = spawn(BINARY, args, { env, stdio: ["ignore", "pipe", "pipe"] });
    const { child } = this;
    running.add(child);
    this.ended = new Promise((resolve) => {
      child.once("exit", (code, signal) => {
        running.delete(child);
        resolve({ code, signal });
      });
    });
    this.printed = "";
    const said = new Promise((resolve, reject) => {
      const read = (chunk) => {
        this.printed += chunk;
        const found = /http:\/\/(127\.0\.0\.1|localhost):(\d+)/.exec(this.printed);
        if (found) resolve(`http://127.0.0.1:${found[2]}`);
      };
      this.child.stdout.on("data", read);
      this.child.stderr.on("data", read);
      this.child.once("error", reject);
      this.child.once("exit", (code) => reject(new Error(`the server ended with ${code}:\n${this.printed}`)));
      setTimeout(() => reject(new Error(`the server says no address:\n${this.printed}`)), PATIENCE).unref();
    });
    this.url = await said;
    await until("the server answers", async () => (await fetch(`${this.url}/readyz`)).ok);
  }

  /** Kills it in the middle of whatever it does, and starts it again on the same port and data. */
  async crashAndRestart() {
    this.child.kill("SIGKILL");
    await this.ended;
    await this.#launch(new URL(this.url).port);
  }

  async crash() {
    this.child.kill("SIGKILL");
    await this.ended;
  }

  async restart() {
    await this.#launch(new URL(this.url).port);
  }

  async stop() {
    this.child.kill("SIGTERM");
    await this.ended;
    await rm(this.data, { recursive: true, force: true });
  }

  /** Calls the API as a program does. */
  async api(method, path, body, headers = {}) {
    const init = { method, headers: { Accept: "application/json", ...headers } };
    if (body !== undefined) {
      init.body = JSON.stringify(body);
      init.headers["Content-Type"] = "application/json";
    }
    const reply = await fetch(this.url + path, init);
    const text = await reply.text();
    assert.ok(reply.ok, `${method} ${path} gave ${reply.status}: ${text}`);
    return text ? JSON.parse(text) : undefined;
  }
}

/** Waits until `condition` gives something true; gives that back. Errors count as "not yet". */
export async function until(what, condition) {
  const deadline = Date.now() + PATIENCE;
  let last;
  for (;;) {
    try {
      const value = await condition();
      if (value) return value;
    } catch (error) {
      last = error;
    }
    if (Date.now() > deadline) throw new Error(`waited in vain until ${what}${last ? `: ${last.message}` : ""}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

let launched;

/** The browser of this file of tests. */
export function browser() {
  launched ??= chromium.launch({
    executablePath: CHROMIUM,
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
  return launched;
}

/** Closes it, if it was opened. */
export async function closeBrowser() {
  if (launched) await (await launched).close();
}

/** A fresh profile of the browser. */
export async function newContext(server, options = {}) {
  const context = await (await browser()).newContext({
    baseURL: server.url,
    javaScriptEnabled: options.script !== false,
    viewport: { width: options.width ?? 1280, height: options.height ?? 900 },
    reducedMotion: "reduce",
    colorScheme: options.colorScheme ?? "light",
    deviceScaleFactor: options.scale ?? 1,
  });
  context.setDefaultTimeout(PATIENCE);
  if (options.theme) await context.addCookies([{ name: "theme", value: options.theme, url: server.url }]);
  return context;
}

/** Collects what must not happen in any page of a context. */
export async function watchContext(context, server, options = {}) {
  const watch = { problems: [], requests: [] };
  const expects = options.expects ?? [];
  const report = (problem) => {
    if (!expects.some((pattern) => pattern.test(problem))) watch.problems.push(problem);
  };
  context.on("page", (page) => {
    page.on("console", (message) => {
      if (message.type() === "error") report(`console: ${message.text()} (${message.location().url})`);
    });
    page.on("pageerror", (error) => report(`exception: ${error.stack ?? error}`));
  });
  context.on("request", (request) => {
    const url = new URL(request.url());
    watch.requests.push(request);
    if (!["data:", "blob:"].includes(url.protocol) && url.origin !== server.url) report(`another origin: ${url}`);
  });
  context.on("response", (response) => {
    if (response.status() >= 500) report(`status ${response.status()}: ${response.url()}`);
  });
  if (options.script !== false) {
    await context.exposeBinding("reportViolation", (_, violation) => report(`content policy: ${violation}`));
    await context.addInitScript(() => {
      document.addEventListener("securitypolicyviolation", (event) => {
        window.reportViolation(`${event.violatedDirective} blocks ${event.blockedURI} in ${event.sourceFile}:${event.lineNumber}`);
      });
    });
  }
  return watch;
}

/** Fails with a list of what axe finds in the page. */
export async function assertAccessible(page, where) {
  await page.evaluate(AXE);
  const found = await page.evaluate(async (tags) => {
    const { violations } = await window.axe.run(document, { runOnly: { type: "tag", values: tags }, resultTypes: ["violations"] });
    return violations.map((rule) => `${rule.id} (${rule.help}): ${rule.nodes.map((node) => `${node.target.join(" ")} ${node.failureSummary ?? ""}`).join(" | ")}`);
  }, AXE_TAGS);
  assert.deepEqual(found, [], `axe on ${where}`);
}

/** Fails with what sticks out if the page is wider than the window. */
export async function assertNoOverflow(page, where) {
  const found = await page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= width) return [];
    const wide = [...document.body.querySelectorAll("*")].filter((node) => node.getBoundingClientRect().right > width + 0.5);
    return [`${document.documentElement.scrollWidth} of ${width} px`, ...wide.slice(0, 8).map((node) => `${node.tagName} ${node.id} ${node.className} ${Math.round(node.getBoundingClientRect().right)}`)];
  });
  assert.deepEqual(found, [], `too wide: ${where}`);
}

/** Fails if hostile input ran, or became an element. */
export async function assertHarmless(page, where) {
  const found = await page.evaluate(() => ({
    ran: window.hacked ?? null,
    elements: document.querySelectorAll('img[src="x"], svg[onload], [onerror], [onload]').length,
    scripts: [...document.scripts].filter((script) => !script.src).length,
  }));
  assert.deepEqual(found, { ran: null, elements: 0, scripts: 0 }, `hostile input on ${where}`);
}

/** Waits until htmx and the page have nothing left to do. */
export async function settled(page) {
  await page.waitForLoadState("load");
  await page.waitForFunction(() => !document.querySelector(".htmx-request, .htmx-settling, .htmx-swapping"));
}
