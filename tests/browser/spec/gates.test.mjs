// What holds for every page: WCAG 2.2 AA by axe, the content policy, no overflow, small files, both themes.

import assert from "node:assert/strict";
import { after, before } from "node:test";

import { everyPage, furnish } from "../fixtures.mjs";
import { assertAccessible, assertNoOverflow, Server, settled } from "../lib.mjs";
import { watched } from "../watched.mjs";

const WIDTHS = [320, 390, 768, 1280];

let server;
let first;
let pages;
before(async () => {
  [server, first] = await Promise.all([Server.start(), Server.start()]);
  pages = everyPage(await furnish(server));
});
after(() => Promise.all([server.stop(), first.stop()]));
const shared = { server: () => server };

// The page that is not there, and the notes that are not there yet, are meant to be so.
const expects = [/status of (404|409|422)/];

for (const theme of ["day", "backstage"]) {
  watched(`axe finds nothing on any page (${theme})`, { ...shared, theme, expects }, async ({ page }) => {
    for (const [name, path] of pages) {
      await page.goto(path);
      await settled(page);
      await assertAccessible(page, `${name}, ${theme}`);
    }
  });

  watched(`axe finds nothing with everything open, on a phone (${theme})`, { ...shared, theme, width: 390, height: 844, expects }, async ({ page }) => {
    for (const [name, path] of pages.filter(([name]) => ["question", "notes", "evaluation", "room-asking", "questions", "settings"].includes(name))) {
      await page.goto(path);
      await page.evaluate(() => document.querySelectorAll("details").forEach((details) => { details.open = true; }));
      await assertAccessible(page, `${name}, all open, ${theme}`);
    }
  });

  watched(`the dialogs and panels are accessible (${theme})`, { ...shared, theme }, async ({ page }) => {
    await page.goto("/questions");
    await page.keyboard.press("?");
    await page.getByRole("dialog", { name: "Keys" }).waitFor();
    await assertAccessible(page, `help, ${theme}`);
    await page.keyboard.press("Escape");
    await page.keyboard.press("Control+k");
    await page.getByRole("dialog", { name: "Go anywhere" }).waitFor();
    await assertAccessible(page, `palette, ${theme}`);
    await page.goto(pages.find(([name]) => name === "room-asking")[1]);
    await page.getByRole("button", { name: /clarif/i }).click();
    await page.getByRole("textbox", { name: "What is unclear?" }).waitFor();
    await assertAccessible(page, `clarifying panel, ${theme}`);
  });

  watched(`the first visit is accessible (${theme})`, { server: () => first, theme }, async ({ page }) => {
    for (const path of ["/", "/interviews", "/evaluations", "/settings"]) {
      await page.goto(path);
      await assertAccessible(page, `${path} at a first visit, ${theme}`);
    }
  });
}

watched("no page is wider than the window", { ...shared, expects }, async ({ page }) => {
  for (const [name, path] of pages) {
    await page.goto(path);
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 800 });
      await assertNoOverflow(page, `${name} at ${width} px`);
    }
    await page.evaluate(() => document.querySelectorAll("details").forEach((details) => { details.open = true; }));
    await page.setViewportSize({ width: 320, height: 800 });
    await assertNoOverflow(page, `${name} at 320 px, all open`);
  }
});

watched("no page is wider than the window at a first visit", { server: () => first, expects }, async ({ page }) => {
  for (const path of ["/", "/interviews", "/evaluations", "/settings"]) {
    await page.goto(path);
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 800 });
      await assertNoOverflow(page, `${path} at ${width} px`);
    }
  }
});

watched("text of twice the size loses nothing", { ...shared, expects }, async ({ page }) => {
  for (const [name, path] of pages) {
    await page.goto(path);
    await page.evaluate(() => { document.documentElement.style.fontSize = "200%"; });
    await assertNoOverflow(page, `${name} with text at 200 %`);
  }
});

watched("every page has one h1, a title, a language, and no ids twice", { ...shared, expects }, async ({ page }) => {
  for (const [name, path] of pages) {
    await page.goto(path);
    const found = await page.evaluate(() => {
      const ids = [...document.querySelectorAll("[id]")].map((node) => node.id);
      return {
        h1: document.querySelectorAll("h1").length,
        title: document.title.endsWith("Greenroom"),
        lang: document.documentElement.lang,
        twice: ids.filter((id, at) => ids.indexOf(id) !== at),
        primary: [...document.querySelectorAll("main .btn-primary, footer .btn-primary")].filter((button) => button.checkVisibility()).length,
        inline: document.querySelectorAll("[style], [onclick], style").length,
        dead: [...document.querySelectorAll('a[href^="#"]')].filter((link) => !document.getElementById(decodeURIComponent(link.hash.slice(1)))).map((link) => link.hash),
      };
    });
    assert.deepEqual({ ...found, primary: 0 }, { h1: 1, title: true, lang: "en", twice: [], primary: 0, inline: 0, dead: [] }, name);
    assert.ok(found.primary <= 1, `${name} has ${found.primary} primary buttons`);
  }
});

watched("every link within the site leads somewhere", { ...shared, expects }, async ({ page, server }) => {
  const links = new Set();
  for (const [, path] of pages) {
    await page.goto(path);
    // A link within the page leads to the page at hand.
    for (const href of await page.evaluate(() => [...document.querySelectorAll("a[href]:not([href^='#'])")].map((link) => link.href))) {
      const url = new URL(href);
      if (url.origin === server.url) links.add(url.pathname + url.search);
    }
  }
  const broken = [];
  await Promise.all([...links].map(async (link) => {
    const reply = await fetch(server.url + link);
    if (reply.status >= 400) broken.push(`${reply.status} ${link}`);
  }));
  assert.ok(links.size > 60, `${links.size} links`);
  assert.deepEqual(broken, []);
});

watched("files are small", { ...shared, expects }, async ({ page }) => {
  const rows = [];
  for (const [name, path] of pages) {
    await page.goto(path);
    await settled(page);
    const sizes = await page.evaluate(() => {
      const all = performance.getEntriesByType("resource");
      const of = (test) => all.filter(test).reduce((sum, entry) => sum + entry.encodedBodySize, 0);
      return {
        script: of((entry) => entry.name.endsWith(".js")),
        style: of((entry) => entry.name.endsWith(".css")),
        fonts: of((entry) => entry.name.endsWith(".woff2")),
        html: performance.getEntriesByType("navigation")[0].encodedBodySize,
        elements: document.querySelectorAll("*").length,
      };
    });
    rows.push([name, sizes]);
  }
  const most = (key) => rows.reduce((a, b) => (b[1][key] > a[1][key] ? b : a));
  for (const key of ["script", "style", "fonts", "html", "elements"]) {
    const [name, sizes] = most(key);
    console.log(`most ${key}: ${sizes[key].toLocaleString("en")} (${name})`);
  }
  const plain = rows.find(([name]) => name === "questions")[1];
  assert.ok(plain.script <= 28_000, `script of a plain page: ${plain.script} bytes`);
  assert.ok(plain.script > 1_000, "the script was measured");
  for (const [name, sizes] of rows) {
    assert.ok(sizes.script <= 46_000, `${name}: ${sizes.script} bytes of script`);
    assert.ok(sizes.style <= 20_000 && sizes.style > 1_000, `${name}: ${sizes.style} bytes of style`);
    assert.ok(sizes.html <= 30_000, `${name}: ${sizes.html} bytes of HTML`);
    // The reference of the API is one page on purpose: it is searched with the browser's own search.
    assert.ok(name === "api" || sizes.elements <= 1_500, `${name}: ${sizes.elements} elements`);
  }
});

watched("the largest paint and shifts of the main pages", { ...shared }, async ({ page }) => {
  for (const path of ["/", "/questions", "/questions/caching", "/interviews/new", "/settings"]) {
    await page.goto(path);
    await settled(page);
    const found = await page.evaluate(
      () =>
        new Promise((resolve) => {
          let shift = 0;
          new PerformanceObserver((list) => { for (const entry of list.getEntries()) if (!entry.hadRecentInput) shift += entry.value; }).observe({ type: "layout-shift", buffered: true });
          new PerformanceObserver((list) => resolve({ paint: list.getEntries().at(-1).startTime, shift })).observe({ type: "largest-contentful-paint", buffered: true });
        }),
    );
    console.log(`${path}: largest paint ${Math.round(found.paint)} ms, layout shift ${found.shift.toFixed(3)}`);
    assert.ok(found.paint < 2_500, `${path}: ${found.paint} ms`);
    assert.ok(found.shift <= 0.1, `${path}: shift ${found.shift}`);
  }
});

watched("notes print on white, without navigation", { ...shared, theme: "backstage" }, async ({ page }) => {
  await page.goto(pages.find(([name]) => name === "notes")[1]);
  await page.emulateMedia({ media: "print" });
  assert.equal(await page.locator(".rail").isVisible(), false);
  assert.equal(await page.locator(".tabbar").isVisible(), false);
  const paper = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  assert.match(paper, /rgb\(255, 255, 255\)|rgba\(0, 0, 0, 0\)|oklch\(1 /, paper);
});
