// <gr-timer data-elapsed="12" data-limit="240">: the soft clock of one question.
//
// Inside, all optional: [data-timer-digits] text, [data-timer-word] "left", "over" or "so far",
// [data-bulb] twelve bulbs (class "lit"), [data-timer-extend="60"] a button that adds seconds.
// With a limit it puts the bulbs out one by one, says "One minute left" and "30 seconds left" once
// through the live region, and at zero counts up with class "is-over". It never ends anything.
// Fires "gr-timer-over" once (bubbles). Without data-limit it counts up.

import { say } from "./boot.js";

class Timer extends HTMLElement {
  connectedCallback() {
    this.start = performance.now() - Number(this.dataset.elapsed || 0) * 1000;
    this.limit = Number(this.dataset.limit || 0);
    this.said = new Set();
    const left = this.limit - this.elapsed();
    for (const mark of [60, 30]) if (left <= mark) this.said.add(mark);
    this.onClick = (event) => {
      const button = event.target.closest?.("[data-timer-extend]");
      if (button) this.extend(Number(button.dataset.timerExtend || 60));
    };
    this.addEventListener("click", this.onClick);
    this.beat = setInterval(() => this.show(), 250);
    this.show();
  }

  disconnectedCallback() {
    clearInterval(this.beat);
    this.removeEventListener("click", this.onClick);
  }

  elapsed() { return (performance.now() - this.start) / 1000; }

  extend(seconds) {
    this.limit += seconds;
    this.said.clear();
    this.over = false;
    this.show();
  }

  show() {
    const elapsed = this.elapsed();
    const left = this.limit - elapsed;
    const over = this.limit > 0 && left <= 0;
    const seconds = this.limit > 0 ? (over ? Math.floor(-left) : Math.ceil(left)) : Math.floor(elapsed);
    if (seconds === this.shown && over === this.wasOver) return;
    this.shown = seconds;
    this.wasOver = over;
    this.write(seconds, this.limit > 0 ? (over ? "over" : "left") : "so far");
    this.classList.toggle("is-over", over);
    if (this.limit > 0) this.bulbs(left);
    if (this.limit > 0) this.warn(left, over);
  }

  write(seconds, word) {
    const digits = this.querySelector("[data-timer-digits]");
    const label = this.querySelector("[data-timer-word]");
    if (digits) digits.textContent = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
    if (label) label.textContent = word;
  }

  bulbs(left) {
    const bulbs = this.querySelectorAll("[data-bulb]");
    const lit = Math.ceil((Math.max(0, left) / this.limit) * bulbs.length);
    bulbs.forEach((bulb, i) => bulb.classList.toggle("lit", i < lit));
  }

  warn(left, over) {
    if (over && !this.over) {
      this.over = true;
      say("Time is up. Finish your thought; nothing is cut.");
      this.dispatchEvent(new CustomEvent("gr-timer-over", { bubbles: true }));
    }
    for (const [mark, text] of [[60, "One minute left."], [30, "30 seconds left."]]) {
      if (!over && left <= mark && !this.said.has(mark)) {
        this.said.add(mark);
        say(text);
      }
    }
  }
}

customElements.define("gr-timer", Timer);
