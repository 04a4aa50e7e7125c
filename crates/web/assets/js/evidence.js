// Links verdicts and evidence by number, within one answer.
//
// mark[data-n="1 3"] inside [data-ev="a1"] belongs to [data-kp="3"][data-ev="a1"]. Hover or focus on
// one side lights both (class "is-active"). Following an evidence link keeps its mark lit.

let pinned = null;

function parts(node) {
  const item = node instanceof Element ? node.closest("mark[data-n], [data-kp]") : null;
  const home = item?.closest("[data-ev]");
  if (!item || !home) return null;
  return { home: home.dataset.ev, numbers: (item.dataset.n || item.dataset.kp || "").split(" ") };
}

function light(what) {
  for (const node of document.querySelectorAll("mark[data-n], [data-kp]")) {
    const own = parts(node);
    const on = what && own && own.home === what.home && own.numbers.some((n) => what.numbers.includes(n));
    node.classList.toggle("is-active", Boolean(on));
  }
}

document.addEventListener("pointerover", (event) => light(parts(event.target) || pinned));
document.addEventListener("focusin", (event) => light(parts(event.target) || pinned));
document.addEventListener("click", (event) => {
  const link = event.target.closest?.("a.ev-link");
  const own = link && parts(link);
  pinned = own ? { home: own.home, numbers: [link.hash.split("-").pop()] } : null;
  if (pinned) light(pinned);
});
