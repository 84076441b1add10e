// What the editor keeps as it is: shown plainly, named, and changed only as source.
import { h } from "./dom.js";

/** @param {string} source */
export function nameOf(source) {
  if (/^<!--/.test(source)) return "A remark in HTML";
  if (/^\s*<(iframe|video|audio|script)/i.test(source)) return "Something embedded, in HTML";
  if (/^\s*</.test(source)) return "HTML";
  if (/^\s*\{[{%:]/.test(source)) return "A template instruction";
  if (/^\s*!?\[[^\]]*\]\([^)]*\{[{%]/.test(source)) return "A link a template fills";
  if (/^\s*\[\^/.test(source)) return "A footnote";
  if (/^\s*\[[^\]]+\]:/.test(source)) return "Addresses that links use";
  return "Markdown the page cannot show";
}

/** The form that stands where the source stands while it is edited. @param {string} source @param {(next: string | null) => void} done */
function sourceForm(source, done) {
  const area = h("textarea.in.source-in", { rows: Math.min(16, source.split("\n").length + 1), spellcheck: "false", "aria-label": "Source" });
  area.value = source;
  const keys = (/** @type {KeyboardEvent} */ e) => {
    e.stopPropagation();
    if (e.key === "Escape") { e.preventDefault(); done(null); }
    if (e.key === "Enter" && (e.ctrlKey || e.metaKey)) { e.preventDefault(); done(area.value); }
  };
  const el = h("div.source-form", { onkeydown: keys },
    area, h("div.btns", null,
      h("button.btn.slim", { type: "button", onclick: () => done(area.value) }, "Put it back", h("kbd", null, "Ctrl Enter")),
      h("button.btn.slim.plain", { type: "button", onclick: () => done(null) }, "Leave it as it was", h("kbd", null, "Esc"))));
  return { el, area };
}

/** @param {any} props TipTap's node view props */
function view(props, /** @type {boolean} */ inline) {
  const { editor, getPos } = props;
  let node = props.node;
  const shown = h(inline ? "code.raw-source" : "pre.raw-source");
  const what = h("span.raw-what");
  const edit = h(`button.btn.slim.plain`, { type: "button", onclick: open }, "Edit source");
  const dom = inline ? h("span.raw", null, shown, edit) : h("div.preserved", null, h("div.raw-head", null, what, edit), shown);
  dom.contentEditable = "false";
  /** @type {HTMLElement | null} */
  let form = null;
  const paint = () => { shown.textContent = node.attrs.source; what.textContent = `${nameOf(node.attrs.source)}, kept as it is`; dom.title = inline ? nameOf(node.attrs.source) : ""; };

  function open() {
    if (form || !editor.isEditable) return;
    const made = sourceForm(node.attrs.source, close);
    form = made.el;
    dom.classList.add("editing");
    dom.append(form);
    made.area.focus();
  }
  function close(/** @type {string | null} */ next) {
    form?.remove();
    form = null;
    dom.classList.remove("editing");
    if (next !== null && next !== node.attrs.source) editor.storage.quest.replaceSource(getPos(), node, next);
    editor.commands.focus();
  }
  paint();
  return {
    dom,
    update(/** @type {any} */ next) { if (next.type !== node.type) return false; node = next; paint(); return true; },
    selectNode: () => { dom.classList.add("chosen"); editor.storage.quest.say(`${nameOf(node.attrs.source)} is chosen. Delete takes it out; Ctrl Z brings it back.`); },
    deselectNode: () => dom.classList.remove("chosen"),
    stopEvent: (/** @type {Event} */ e) => form?.contains(/** @type {Node} */ (e.target)) || (edit.contains(/** @type {Node} */ (e.target)) && e.type !== "dragstart"),
    ignoreMutation: () => true,
  };
}

export const preservedView = (/** @type {any} */ props) => view(props, false);
export const rawView = (/** @type {any} */ props) => view(props, true);
