// Suggestions for the fields beside the text: Claude's lines arrive in a list, and each can be put into its field.
import { h, icon } from "./dom.js";
import { follow } from "./stream.js";

/** @type {Record<string, [name: string, put: (line: string, form: HTMLFormElement) => void]>} */
const KINDS = {
  Titles: ["Titles", (line, form) => fill(form, "Title", line)],
  Summary: ["Summaries", (line, form) => fill(form, "Summary", line)],
  Seo: ["Search texts", (line, form) => { const [title, ...rest] = line.split("|"); fill(form, "SeoTitle", title.trim()); if (rest.length) fill(form, "SeoDescription", rest.join("|").trim()); }],
  Tags: ["Tags", (line, form) => { const now = value(form, "Tags").split(",").map((t) => t.trim()).filter(Boolean); if (!now.includes(line)) fill(form, "Tags", [...now, line].join(", ")); }],
};
const value = (/** @type {HTMLFormElement} */ form, /** @type {string} */ name) => /** @type {any} */ (form.elements.namedItem(name))?.value ?? "";
function fill(/** @type {HTMLFormElement} */ form, /** @type {string} */ name, /** @type {string} */ text) {
  const field = /** @type {HTMLInputElement} */ (form.elements.namedItem(name));
  field.value = text;
  field.dispatchEvent(new Event("input", { bubbles: true }));
  field.dispatchEvent(new Event("change", { bubbles: true }));
}
const linesOf = (/** @type {string} */ text) => text.split("\n").map((line) => line.replace(/^\s*(?:[-*+]|\d+[.)])\s+/, "").replace(/^["“](.*)["”]$/, "$1").trim()).filter(Boolean);

/** @param {{ place: HTMLElement | null, form: HTMLFormElement, post: any, saver: any, say: (text: string) => void, problemOf: any }} page */
export function createSuggestions({ place, form, post, saver, say, problemOf }) {
  if (!place || form.dataset.frozen === "true") return;
  place.hidden = false;
  /** @type {{ id: string, taken: boolean, stream: any } | null} */
  let now = null;
  const list = h("ul.suggestions", { "aria-live": "polite" });
  const word = h("p.small.soft");
  const leave = h("button.btn.slim.plain", { type: "button", hidden: true, onclick: () => drop() }, "Leave these");
  const buttons = Object.entries(KINDS).map(([kind, [name]]) => h("button.btn.slim", { type: "button", onclick: () => ask(kind) }, icon("claude"), name));
  place.append(h("div.btns", null, ...buttons), word, list, h("div.btns", null, leave));

  function drop() {
    now?.stream?.close();
    if (now && !now.taken) post("Leave", { generation: now.id }).catch(() => {});
    now = null;
    list.replaceChildren();
    word.textContent = "";
    leave.hidden = true;
  }
  async function ask(/** @type {string} */ kind) {
    drop();
    word.textContent = "Claude reads the text.";
    await saver.save();
    const response = await post("Ask", { what: kind, place: 0, replaces: 0 }).catch(() => null);
    if (!response) { word.textContent = "The network is away. Your text is kept here; ask again when it is back."; return; }
    if (!response.ok) { word.textContent = (await problemOf(response)).detail ?? "Claude cannot be asked now. Your text is as it was."; return; }
    const answer = await response.json();
    const mine = (now = { id: answer.id, taken: false, stream: null });
    leave.hidden = false;
    let whole = "";
    mine.stream = follow(answer.streamUrl, {
      text: (text) => { whole = text; paint(mine, kind, linesOf(whole).slice(0, -1)); },
      state: (s) => {
        if (["queued", "running"].includes(s.state)) return;
        paint(mine, kind, linesOf(whole));
        word.textContent = [s.say, s.cost].filter(Boolean).join(" · ");
      },
    });
  }
  /** @param {{ id: string, taken: boolean }} mine @param {string} kind @param {string[]} lines */
  function paint(mine, kind, lines) {
    if (mine !== now) return;
    for (const line of lines.slice(list.childElementCount))
      list.append(h("li", null, h("span", null, line), h("button.btn.slim", { type: "button", "aria-label": `Use: ${line}`, onclick: () => use(mine, kind, line) }, "Use")));
  }
  async function use(/** @type {any} */ mine, /** @type {string} */ kind, /** @type {string} */ line) {
    KINDS[kind][1](line, form);
    say("Put into its field. You can change it there.");
    if (mine.taken) return;
    mine.taken = true;
    await saver.take(mine.id);
  }
}
