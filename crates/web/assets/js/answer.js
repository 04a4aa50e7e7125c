// <gr-answer data-draft-key="question:idempotency" data-draft-url="/drafts/...">: wraps the
// textarea of a form.
//
// Inside, optional: [data-word-count], [data-save-state]. It counts words; keeps a draft in
// localStorage ("gr-draft:" + key) and, with data-draft-url, posts the form's fields there
// (urlencoded, 1 s after the last key) and shows "Saved". What the server has is then dropped here,
// so a draft that is still here is newer than what the page brought, and takes its place.
// Ctrl/Cmd+Enter submits; a second submit is refused. At submit the draft becomes "gr-sent:" + key,
// which comes back only after reload or Back (a failed send), and is dropped by the next page.

import { say } from "./boot.js";

const store = {
  get(key) { try { return localStorage.getItem(key) || ""; } catch { return ""; } },
  set(key, text) { try { localStorage.setItem(key, text); return true; } catch { return false; } },
  drop(key) { try { localStorage.removeItem(key); } catch { /* storage may be off */ } },
};

class Answer extends HTMLElement {
  connectedCallback() {
    this.box = this.querySelector("textarea");
    if (!this.box) return;
    this.form = this.box.form;
    this.key = this.dataset.draftKey || "";
    this.stop = new AbortController();
    const signal = this.stop.signal;
    this.box.addEventListener("input", () => this.changed(), { signal });
    this.box.addEventListener("keydown", (event) => this.keyed(event), { signal });
    this.form?.addEventListener("submit", (event) => this.submitted(event), { signal });
    this.form?.addEventListener("htmx:afterRequest", (event) => this.answered(event), { signal });
    addEventListener("pagehide", () => this.flush(), { signal });
    addEventListener("pageshow", (event) => { if (event.persisted) this.release(); }, { signal });
    this.restore();
    this.count();
  }

  disconnectedCallback() {
    clearTimeout(this.wait);
    this.stop?.abort();
  }

  restore() {
    if (!this.key) return;
    const brought = this.box.value.trim();
    const text = store.get(`gr-draft:${this.key}`) || (brought ? "" : store.get(`gr-sent:${this.key}`));
    if (!text || text.trim() === brought) return;
    this.box.value = text;
    this.state("Draft restored");
    say("Your draft is back.");
    if (this.dataset.draftUrl) this.wait = setTimeout(() => this.save(), 1000);
  }

  count() {
    const words = this.box.value.trim().split(/\s+/).filter(Boolean).length;
    const place = this.querySelector("[data-word-count]");
    if (place) place.textContent = words === 1 ? "1 word" : `${words} words`;
  }

  state(text) {
    const place = this.querySelector("[data-save-state]");
    if (place) place.textContent = text;
  }

  changed() {
    this.count();
    this.state("");
    clearTimeout(this.wait);
    this.wait = setTimeout(() => this.save(), 1000);
  }

  flush() {
    if (this.wait && !this.sent) this.keep();
  }

  keep() {
    if (!this.key) return true;
    if (!this.box.value.trim()) { store.drop(`gr-draft:${this.key}`); return true; }
    return store.set(`gr-draft:${this.key}`, this.box.value);
  }

  async save() {
    this.wait = 0;
    if (this.sent) return;
    const local = this.keep();
    const url = this.dataset.draftUrl;
    if (!url) { this.state(local && this.key ? "Saved on this device" : ""); return; }
    const text = this.box.value;
    try {
      const body = new URLSearchParams(new FormData(this.form));
      const reply = await fetch(url, { method: "POST", body, headers: { Accept: "application/json" } });
      if (this.sent) return;
      if (reply.ok && this.box.value === text) store.drop(`gr-draft:${this.key}`);
      this.state(reply.ok ? "Saved" : "Saved on this device only");
    } catch {
      this.state("Connection lost. Saved on this device.");
    }
  }

  keyed(event) {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    const finish = document.querySelector(`[data-finish][form="${this.form?.id}"]`);
    this.form?.requestSubmit(finish || undefined);
  }

  submitted(event) {
    if (this.sent) { event.preventDefault(); return; }
    if (event.defaultPrevented && !this.form.hasAttribute("hx-post")) return;
    clearTimeout(this.wait);
    const other = event.submitter?.formNoValidate;
    if (other) { this.keep(); } else if (this.key) {
      store.set(`gr-sent:${this.key}`, this.box.value);
      store.drop(`gr-draft:${this.key}`);
    }
    this.sent = true;
    for (const button of this.buttons()) button.setAttribute("aria-busy", "true");
    this.slow = setTimeout(() => this.release(), 15000);
  }

  answered(event) {
    if (event.detail?.successful) store.drop(`gr-sent:${this.key}`);
    this.release();
  }

  release() {
    this.sent = false;
    clearTimeout(this.slow);
    for (const button of this.buttons()) button.removeAttribute("aria-busy");
  }

  buttons() {
    return [...(this.form?.elements || [])].filter((item) => item.type === "submit");
  }
}

customElements.define("gr-answer", Answer);
