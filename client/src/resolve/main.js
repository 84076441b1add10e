// Two versions: 1 mine, 2 theirs, 3 both; J and K go through the passages; Ctrl Enter keeps it like this.
const groups = /** @type {HTMLElement[]} */ ([...document.querySelectorAll(".versus .choose")]);
const form = groups[0]?.closest("form") ?? document.querySelector("form[data-resolve]");
const say = document.querySelector("[data-chosen]");
let at = 0;

/** @param {number} to */
function go(to) {
  at = Math.max(0, Math.min(groups.length - 1, to));
  const radio = /** @type {HTMLElement | null} */ (groups[at].querySelector("input:checked") ?? groups[at].querySelector("input"));
  groups.forEach((g, i) => g.closest(".cell")?.classList.toggle("at", i === at));
  radio?.focus({ preventScroll: true });
  groups[at].closest(".cell")?.scrollIntoView({ block: "center" });
}
function count() {
  if (!say) return;
  const open = groups.filter((g) => !g.querySelector("input:checked")).length;
  const n = groups.length;
  say.textContent = `${n} ${n === 1 ? "passage differs" : "passages differ"}, ${open ? `${open} without a choice` : n === 1 ? "it has a choice" : `all ${n} have a choice`}`;
}
groups.forEach((g, i) => g.addEventListener("focusin", () => { at = i; }));
document.addEventListener("change", count);
document.addEventListener("keydown", (e) => {
  const el = /** @type {HTMLElement} */ (e.target);
  if (e.key === "Enter" && (e.ctrlKey || e.metaKey)) { e.preventDefault(); form?.requestSubmit(); return; }
  if (e.ctrlKey || e.metaKey || e.altKey || !groups.length || el.isContentEditable || el.matches("textarea, select, input:not([type=radio])")) return;
  const key = e.key.toLowerCase();
  if (key === "j") go(at + 1);
  else if (key === "k") go(at - 1);
  else if ("123".includes(key) && key) {
    const radio = /** @type {HTMLInputElement | undefined} */ (groups[at].querySelectorAll("input")[Number(key) - 1]);
    if (!radio) return;
    radio.checked = true;
    radio.dispatchEvent(new Event("change", { bubbles: true }));
    go(at + 1);
  } else return;
  e.preventDefault();
});
count();
