// J and K move through the rows of a list; the row under the keyboard has the mark at its left.
const rows = () => /** @type {HTMLElement[]} */ ([...document.querySelectorAll(".list tbody tr, .rows > li")].filter((row) => row.querySelector(".ttl")));

/** @param {number} step @returns {boolean} */
export function moveRow(step) {
  const all = rows();
  if (!all.length) return false;
  const now = all.findIndex((row) => row.classList.contains("at"));
  const next = now < 0 ? (step > 0 ? 0 : all.length - 1) : Math.min(all.length - 1, Math.max(0, now + step));
  all.forEach((row, i) => row.classList.toggle("at", i === next));
  const link = /** @type {HTMLElement} */ (all[next].querySelector(".ttl"));
  link.focus({ preventScroll: true });
  all[next].scrollIntoView({ block: "nearest" });
  return true;
}

/** @returns {boolean} */
export function openRow() {
  const link = /** @type {HTMLElement | null} */ (document.querySelector(":is(.list tr, .rows > li).at .ttl"));
  link?.click();
  return Boolean(link);
}
