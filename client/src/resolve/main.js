// Two versions: 1 mine, 2 theirs, 3 both; J and K go through the passages; Ctrl Enter keeps it like this.
// What is chosen is put together in the one field that is sent; what was changed there by hand stays.
const groups = /** @type {HTMLElement[]} */ ([...document.querySelectorAll(".versus .choose")]);
const form = /** @type {HTMLFormElement | null} */ (document.querySelector("form[data-resolve]"));
const body = /** @type {HTMLTextAreaElement | null} */ (form?.elements.namedItem("Body"));
const say = document.querySelector("[data-chosen]");
/** @type {{ mine: string, theirs: string, same: boolean }[]} */
const passages = JSON.parse(form?.dataset.passages ?? "[]");
const differing = passages.filter((p) => !p.same);
let at = 0;

/** @param {{ mine: string, theirs: string, same: boolean }} p @param {string} choice */
function textOf(p, choice) {
  if (p.same || choice === "mine" || !p.theirs) return p.same || choice !== "theirs" ? p.mine : p.theirs;
  if (choice === "theirs" || !p.mine) return p.theirs;
  // One item below the other, or one paragraph after the other.
  return p.mine.trimEnd() + (/^\s*([-*+]|\d+[.)])\s/.test(p.theirs) ? "\n" : "\n\n") + p.theirs;
}
/** @param {string[]} choices one for each passage that differs */
function joined(choices) {
  let i = 0, text = "";
  for (const p of passages) {
    const next = textOf(p, p.same ? "mine" : choices[i++]);
    if (next && text && !text.endsWith("\n")) text += "\n\n";
    text += next;
  }
  return text;
}
const chosen = () => groups.map((g) => /** @type {HTMLInputElement | null} */ (g.querySelector("input:checked"))?.value ?? "mine");
let before = chosen();

/** Puts the choice into the field; a passage changed by hand there is not overwritten. */
function put() {
  const now = chosen();
  if (!body) return;
  if (body.value === joined(before)) body.value = joined(now);
  else now.forEach((choice, i) => {
    if (choice === before[i]) return;
    const old = textOf(differing[i], before[i]).trimEnd();
    const where = old ? body.value.indexOf(old) : -1;
    if (where >= 0) body.value = body.value.slice(0, where) + textOf(differing[i], choice).trimEnd() + body.value.slice(where + old.length);
    else if (say) say.textContent = "You changed this passage by hand below; change it there.";
  });
  before = now;
}
/** @param {number} to */
function go(to) {
  at = Math.max(0, Math.min(groups.length - 1, to));
  const radio = /** @type {HTMLElement | null} */ (groups[at].querySelector("input:checked") ?? groups[at].querySelector("input"));
  groups.forEach((g, i) => g.closest(".cell")?.classList.toggle("at", i === at));
  radio?.focus({ preventScroll: true });
  groups[at].closest(".cell")?.scrollIntoView({ block: "center" });
}
groups.forEach((g, i) => g.addEventListener("focusin", () => { at = i; }));
document.addEventListener("change", (e) => { if (/** @type {HTMLElement} */ (e.target).closest(".choose")) put(); });
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
