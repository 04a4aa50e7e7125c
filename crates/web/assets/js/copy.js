// [data-copy="#id"] copies the text of an element, [data-copy-text="..."] copies its own value.

import { say } from "./boot.js";

document.addEventListener("click", async (event) => {
  const button = event.target.closest?.("[data-copy], [data-copy-text]");
  if (!button) return;
  const text = button.dataset.copyText ?? document.querySelector(button.dataset.copy)?.textContent ?? "";
  try {
    await navigator.clipboard.writeText(text);
    say("Copied");
    const label = [...button.childNodes].findLast((node) => node.nodeType === Node.TEXT_NODE);
    if (!label) return;
    const before = label.textContent;
    label.textContent = "Copied";
    setTimeout(() => { label.textContent = before; }, 1600);
  } catch {
    say("Copying was refused. Select the text instead.");
    const range = document.createRange();
    const source = button.dataset.copy && document.querySelector(button.dataset.copy);
    if (source) { range.selectNodeContents(source); getSelection()?.removeAllRanges(); getSelection()?.addRange(range); }
  }
});
