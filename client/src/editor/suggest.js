// Suggestions for the fields beside the text: Claude's lines arrive in a list, and each can be put into its field.
import { h, icon } from "./dom.js";
import { follow } from "./stream.js";

/** @type {Record<string, [name: string, put: (line: string, form: HTMLFormElement, editor: any) => any]>} Answers false where the text has no place for it. */
const KINDS = {
  Titles: ["Titles", (line, form) => fill(form, "Title", line)],
  Summary: ["Summaries", (line, form) => fill(form, "Summary", line)],
  Seo: ["Search texts", (line, form) => { const [title, ...rest] = line.split("|"); fill(form, "SeoTitle", title.trim()); if (rest.length) fill(form, "SeoDescription", rest.join("|").trim()); }],
  Tags: ["Tags", (line, form) => { const now = value(form, "Tags").split(",").map((t) => t.trim()).filter(Boolean); if (!now.includes(line)) fill(form, "Tags", [...now, line].join(", ")); }],
  Category: ["Category", (line, form) => { const option = [.../** @type {HTMLSelectElement} */ (form.elements.namedItem("CategoryId")).options].find((o) => o.value && o.text.trim().toLowerCase() === line.toLowerCase()); return option ? fill(form, "CategoryId", option.value) : false; }],
  Links: ["Links", (line, _, editor) => { const [words, address] = line.split("|").map((part) => part.trim()); return link(editor, words, address); }],
};
/** Puts a link on the first place of these words that has none. @param {any} editor @param {string} words @param {string} address */
function link(editor, words, address) {
  // An address of the house's own sites alone, whatever came.
  if (!words || !/^\/sites\/[a-z0-9-]+\/[^\s?#:]+$/.test(address ?? "")) return false;
  const { doc, schema, tr } = editor.state;
  /** @type {number} */
  let at = -1;
  doc.descendants((/** @type {any} */ node, /** @type {number} */ pos) => {
    if (at >= 0 || node.type.name === "heading" || node.type.spec.code) return false;
    if (!node.isText || node.marks.some((/** @type {any} */ mark) => mark.type === schema.marks.link || mark.type.spec.code)) return true;
    const found = node.text.indexOf(words);
    if (found >= 0) at = pos + found;
    return true;
  });
  if (at < 0) return false;
  editor.view.dispatch(tr.addMark(at, at + words.length, schema.marks.link.create({ href: address })));
  return true;
}
const value = (/** @type {HTMLFormElement} */ form, /** @type {string} */ name) => /** @type {any} */ (form.elements.namedItem(name))?.value ?? "";
function fill(/** @type {HTMLFormElement} */ form, /** @type {string} */ name, /** @type {string} */ text) {
  const field = /** @type {HTMLInputElement} */ (form.elements.namedItem(name));
  field.value = text;
  field.dispatchEvent(new Event("input", { bubbles: true }));
  field.dispatchEvent(new Event("change", { bubbles: true }));
}
const linesOf = (/** @type {string} */ text) => text.split("\n").map((line) => line.replace(/^\s*(?:[-*+]|\d+[.)])\s+/, "").replace(/^["“](.*)["”]$/, "$1").trim()).filter(Boolean);

/** @param {{ place: HTMLElement | null, form: HTMLFormElement, editor: any, write: () => void, post: any, saver: any, say: (text: string) => void, problemOf: any }} page */
export function createSuggestions({ place, form, editor, write, post, saver, say, problemOf }) {
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
    if (kind === "Links") write();
    if (KINDS[kind][1](line, form, editor) === false) return say(kind === "Links" ? "These words stand nowhere in the text without a link. Choose another." : "There is no such one to choose here.");
    say(kind === "Links" ? "The link is in the text." : "Put into its field. You can change it there.");
    if (mine.taken) return;
    mine.taken = true;
    await saver.take(mine.id);
  }
}
