// Find or do: what is typed narrows the places and the things to do, and the server finds the articles.
// <div class="palette" id="palette" popover data-find="…"> with an input and a [data-found] part for the articles.
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

/** Hides what the page itself offers and what does not hold the words. @param {HTMLElement} el @param {string} words */
function narrow(el, words) {
  const wanted = words.trim().toLowerCase();
  for (const list of /** @type {NodeListOf<HTMLElement>} */ (el.querySelectorAll("[data-found] ~ ul"))) {
    const items = /** @type {HTMLElement[]} */ ([...list.children]);
    for (const item of items) item.hidden = !(item.textContent ?? "").toLowerCase().includes(wanted);
    list.hidden = items.every((item) => item.hidden);
    if (list.previousElementSibling instanceof HTMLElement) list.previousElementSibling.hidden = list.hidden;
  }
}

export function watchPalette() {
  const el = palette();
  const field = el?.querySelector("input");
  const place = el?.querySelector("[data-found]");
  if (!el || !field || !place) return;
  let timer = 0, asked = 0;
  field.addEventListener("input", () => {
    narrow(el, field.value);
    mark(0);
    clearTimeout(timer);
    timer = window.setTimeout(find, 120);
  });
  async function find() {
    const mine = ++asked;
    if (!field?.value.trim()) { place?.replaceChildren(); return mark(0); }
    try {
      const response = await fetch(`${el?.dataset.find}&q=${encodeURIComponent(field.value)}`, { headers: { Accept: "text/html" } });
      if (mine !== asked || !response.ok || !place) return;
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
