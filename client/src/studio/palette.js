// The palette is the server's: this opens it, asks for what was typed, and moves through what came back.
// <div class="palette" id="palette" popover data-find="/studio/find/answers"> with an input and a [data-found] part.
const palette = () => /** @type {HTMLElement | null} */ (document.getElementById("palette"));
const links = () => /** @type {HTMLElement[]} */ ([...(palette()?.querySelectorAll("li a[href]") ?? [])].filter((a) => !(/** @type {HTMLElement} */ (a).closest("[hidden]"))));

export function openPalette() {
  const el = palette();
  if (!el) return;
  if (!el.matches(":popover-open")) el.showPopover();
  const field = el.querySelector("input");
  field?.focus();
  field?.select();
  mark(0);
}

/** @param {number} at */
function mark(at) {
  const all = links();
  const field = palette()?.querySelector("input");
  const next = (at + all.length) % (all.length || 1);
  all.forEach((a, i) => { a.classList.toggle("at", i === next); a.id ||= `found-${i}-${Math.random().toString(36).slice(2, 7)}`; });
  const chosen = all[next];
  if (chosen) { field?.setAttribute("aria-activedescendant", chosen.id); chosen.scrollIntoView({ block: "nearest" }); }
  else field?.removeAttribute("aria-activedescendant");
}

export function watchPalette() {
  const el = palette();
  const field = el?.querySelector("input");
  if (!el || !field) return;
  let timer = 0, asked = 0;
  field.addEventListener("input", () => {
    clearTimeout(timer);
    timer = window.setTimeout(find, 120);
  });
  async function find() {
    const place = el?.querySelector("[data-found]");
    if (!el?.dataset.find || !place || !field) return mark(0);
    const mine = ++asked;
    try {
      const response = await fetch(`${el.dataset.find}?q=${encodeURIComponent(field.value)}`, { headers: { Accept: "text/html" } });
      if (mine !== asked || !response.ok) return;
      place.innerHTML = await response.text(); // the server's own markup
      mark(0);
    } catch { /* without a network the palette keeps what it has */ }
  }
  el.addEventListener("keydown", (e) => {
    const all = links(), at = all.findIndex((a) => a.classList.contains("at"));
    if (e.key === "ArrowDown") mark(at + 1);
    else if (e.key === "ArrowUp") mark(at - 1);
    else if (e.key === "Enter" && e.target === field && all[at]) {
      if (e.ctrlKey || e.metaKey) window.open(/** @type {HTMLAnchorElement} */ (all[at]).href, "_blank", "noopener"); else all[at].click();
    } else return;
    e.preventDefault();
  });
  el.addEventListener("toggle", (e) => { if (/** @type {any} */ (e).newState === "open") { field.focus(); mark(0); } });
}
