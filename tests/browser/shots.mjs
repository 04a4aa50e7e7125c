// Screenshots of every page in its states: both themes, three widths, into target/shots.

import { mkdir, rm } from "node:fs/promises";

import { everyPage, furnish } from "./fixtures.mjs";
import { closeBrowser, newContext, Server, settled } from "./lib.mjs";

const OUT = new URL("../../target/shots/", import.meta.url).pathname;
const WIDTHS = [320, 390, 1280];
const THEMES = ["day", "backstage"];

await rm(OUT, { recursive: true, force: true });
await mkdir(OUT, { recursive: true });

const [first, furnished] = await Promise.all([Server.start(), Server.start()]);
let taken = 0;
try {
  const made = await furnish(furnished);
  const sets = [
    [first, [["first-visit", "/"], ["first-interviews", "/interviews"], ["first-evaluations", "/evaluations"], ["first-settings", "/settings"]]],
    [furnished, everyPage(made)],
  ];
  for (const theme of THEMES) {
    for (const width of WIDTHS) {
      for (const [server, pages] of sets) {
        const context = await newContext(server, { theme, width, height: width < 500 ? 780 : 900 });
        const page = await context.newPage();
        for (const [name, path] of pages) {
          await page.goto(path);
          await settled(page);
          await page.screenshot({ path: `${OUT}${name}-${width}-${theme}.png`, fullPage: true });
          taken += 1;
        }
        await states(page, server, made, `${width}-${theme}`);
        await context.close();
      }
    }
  }
} finally {
  await closeBrowser();
  await Promise.all([first.stop(), furnished.stop()]);
}
console.log(`${taken} screenshots in ${OUT}`);

/** What opens over a page. */
async function states(page, server, made, suffix) {
  if (server !== furnished) return;
  const shot = async (name) => {
    await page.screenshot({ path: `${OUT}${name}-${suffix}.png` });
    taken += 1;
  };
  await page.goto("/questions");
  await page.keyboard.press("?");
  await page.getByRole("dialog", { name: "Keys" }).waitFor();
  await shot("dialog-keys");
  await page.keyboard.press("Escape");
  await page.keyboard.press("Control+k");
  await page.getByRole("dialog", { name: "Go anywhere" }).waitFor();
  await shot("dialog-palette");
  await page.goto(`/interviews/${made.open}`);
  await page.getByRole("button", { name: /clarif/i }).first().click();
  await shot("panel-clarify");
  await page.goto(`/interviews/${made.open}`);
  await page.getByRole("button", { name: "Leave", exact: true }).click();
  await shot("panel-leave");
  await page.goto("/questions/caching");
  await page.getByRole("textbox", { name: "Your answer" }).fill("  ");
  await page.getByRole("button", { name: "Show my notes" }).click();
  await page.getByText("There is nothing to grade yet.").waitFor();
  await shot("question-refused");
  await page.goto("/questions/caching");
  await page.evaluate(() => document.querySelectorAll("details").forEach((details) => { details.open = true; }));
  await page.screenshot({ path: `${OUT}question-all-open-${suffix}.png`, fullPage: true });
  taken += 1;
}
