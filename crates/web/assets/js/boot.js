// The base script of every page. It only enhances: without it every link and form still works.
//
// Attributes it knows:
//   html[data-theme] [data-shortcuts="off"]   theme, and no single keys
//   [data-theme-toggle] [data-theme-name]     cycles day, backstage, system; writes the cookie
//   [data-open-dialog="id"]                   opens a <dialog>
//   [data-key="a"] or "Shift+O"               that key focuses a field, clicks anything else
//   [data-search]                             where "/" goes
//   [data-list] > [data-item]                 j, k and Enter
//   details[data-hint], details[data-layer]   h, o and Shift+O open the next one, or all
//   a[rel=prev], a[rel=next]                  [ and ]
//   select[data-autosubmit]                   submits its form on change
//   [data-focus]                              takes the focus at load (error summary)
//   [data-print]                              prints the page
//   [data-toast]                              goes away by itself after 8 s (not while hovered)
// Export: say(text) speaks through the one polite live region.

const root = document.documentElement;
root.classList.add("js");
const $ = (selector, from = document) => from.querySelector(selector);
const $$ = (selector, from = document) => [...from.querySelectorAll(selector)];

export function say(text) {
  const live = $("#live");
  if (!live) return;
  live.textContent = "";
  setTimeout(() => { live.textContent = text; }, 50);
}

/* Modules are fetched only where their element stands. */
const wanted = {
  "gr-timer": "timer.js",
  "gr-answer": "answer.js",
  "[data-room]": "room.js",
  "[data-ev]": "evidence.js",
  "[data-copy], [data-copy-text]": "copy.js",
};
function load() {
  for (const [selector, file] of Object.entries(wanted)) {
    if ($(selector)) {
      import(`./${file}`).catch(() => {});
      delete wanted[selector];
    }
  }
  const first = $("[data-focus]");
  if (first) first.focus();
}

/* The only place that listens to htmx by name. */
document.addEventListener("htmx:afterSettle", () => { load(); tidy(); });

/* Drafts of answers that went through are dropped when another page opens. */
function dropSentDrafts() {
  const entry = performance.getEntriesByType("navigation")[0];
  if (!entry || entry.type !== "navigate") return;
  try {
    for (const key of Object.keys(localStorage)) {
      if (key.startsWith("gr-sent:")) localStorage.removeItem(key);
    }
  } catch { /* storage may be off */ }
}

/* Theme. */
const themes = ["system", "day", "backstage"];
const themeNames = { system: "Theme: system", day: "Theme: day", backstage: "Theme: backstage" };
function showTheme(theme) {
  for (const name of $$("[data-theme-name]")) name.textContent = themeNames[theme];
}
function setTheme(theme) {
  root.dataset.theme = theme;
  document.cookie = `theme=${theme}; Path=/; Max-Age=31536000; SameSite=Lax`;
  showTheme(theme);
  say(themeNames[theme]);
}

/* Dialogs. */
function openDialog(id) {
  const dialog = document.getElementById(id);
  if (!dialog || dialog.open) return;
  for (const other of $$("dialog[open]")) other.close();
  dialog.showModal();
  $("input", dialog)?.select();
}

document.addEventListener("click", (event) => {
  const target = event.target instanceof Element ? event.target : null;
  if (!target) return;
  const opener = target.closest("[data-open-dialog]");
  if (opener) openDialog(opener.dataset.openDialog);
  if (target.closest("[data-print]")) print();
  const toggle = target.closest("[data-theme-toggle]");
  if (toggle && !event.ctrlKey && !event.metaKey) {
    event.preventDefault();
    const now = themes.indexOf(root.dataset.theme);
    setTheme(themes[(now + 1) % themes.length]);
  }
  if (target instanceof HTMLDialogElement) {
    const box = target.getBoundingClientRect();
    const inside = event.clientX >= box.left && event.clientX <= box.right && event.clientY >= box.top && event.clientY <= box.bottom;
    if (!inside) target.close();
  }
});

document.addEventListener("change", (event) => {
  if (event.target.matches?.("select[data-autosubmit]")) event.target.form?.requestSubmit();
  if (event.target.matches?.("input[name=theme]")) setTheme(event.target.value);
});

/* Palette: a list of links, filtered as you type; Enter opens the first, arrows walk. */
function wirePalette() {
  const palette = $("#palette");
  const input = palette && $("input", palette);
  if (!input) return;
  const shown = () => $$("li:not([hidden]) a", palette);
  input.addEventListener("input", () => {
    const words = input.value.trim().toLowerCase();
    for (const item of $$("li", palette)) item.hidden = !item.textContent.toLowerCase().includes(words);
  });
  palette.addEventListener("keydown", (event) => {
    const links = shown();
    const at = links.indexOf(document.activeElement);
    if (event.key === "ArrowDown") links[Math.min(at + 1, links.length - 1)]?.focus();
    else if (event.key === "ArrowUp") (at > 0 ? links[at - 1] : input).focus();
    else if (event.key === "Enter" && at < 0 && links.length && input.value) links[0].click();
    else return;
    event.preventDefault();
  });
}

/* Keys. */
const places = { t: "/", q: "/questions", i: "/interviews/new", h: "/interviews", e: "/settings", a: "/api" };
let goUntil = 0;

const typing = (node) => node instanceof Element && node.matches("input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]");

function walk(step) {
  const items = $$("[data-list] [data-item]");
  if (!items.length) return false;
  const at = items.findIndex((item) => item.contains(document.activeElement));
  const next = items[Math.max(0, Math.min(items.length - 1, at < 0 ? 0 : at + step))];
  $("a, button", next)?.focus();
  next.scrollIntoView({ block: "nearest" });
  return true;
}

function openNext(selector, all = false) {
  const closed = $$(`${selector}:not([open])`);
  if (!closed.length) return false;
  for (const item of all ? closed : closed.slice(0, 1)) {
    for (let up = item; up; up = up.parentElement?.closest("details")) up.open = true;
  }
  const last = closed[0];
  last.scrollIntoView({ block: "nearest" });
  $("summary", last)?.focus({ preventScroll: true });
  return true;
}

function declared(name) {
  const node = $$("[data-key]").find((item) => item.dataset.key === name && item.getClientRects().length && !item.disabled);
  if (!node) return false;
  if (typing(node)) node.focus();
  else node.click();
  return true;
}

function follow(rel) {
  const link = $(`a[rel=${rel}]`);
  link?.click();
  return Boolean(link);
}

function search() {
  const field = $("[data-search]");
  if (field) { field.focus(); field.select(); } else openDialog("palette");
  return true;
}

function single(event) {
  const name = event.shiftKey && /^[a-z]$/i.test(event.key) ? `Shift+${event.key.toUpperCase()}` : event.key;
  if (goUntil > Date.now()) {
    goUntil = 0;
    if (places[name]) { location.assign(places[name]); return true; }
  }
  if (declared(name)) return true;
  switch (name) {
    case "?": openDialog("help"); return true;
    case "/": return search();
    case "g": goUntil = Date.now() + 1200; return true;
    case "j": return walk(1);
    case "k": return walk(-1);
    case "h": return openNext("details[data-hint]");
    case "o": return openNext("details[data-layer]");
    case "Shift+O": return openNext("details[data-layer]", true);
    case "[": return follow("prev");
    case "]": return follow("next");
    default: return false;
  }
}

document.addEventListener("keydown", (event) => {
  if (event.defaultPrevented || event.isComposing) return;
  if ((event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === "k") {
    event.preventDefault();
    openDialog("palette");
    return;
  }
  if (event.key === "Escape" && typing(event.target) && !$("dialog[open]")) event.target.blur();
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (root.dataset.shortcuts === "off" || typing(event.target) || $("dialog[open]")) return;
  if (single(event)) event.preventDefault();
});

/* Toasts leave by themselves. */
function tidy() {
  for (const toast of $$("[data-toast]:not([data-seen])")) {
    toast.dataset.seen = "";
    const leave = () => (toast.matches(":hover, :focus-within") ? setTimeout(leave, 2000) : toast.remove());
    setTimeout(leave, 8000);
  }
}

showTheme(themes.includes(root.dataset.theme) ? root.dataset.theme : "system");
dropSentDrafts();
wirePalette();
load();
tidy();
