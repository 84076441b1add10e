// The editor page: one form, whose textarea stays the truth, and everything that stands around the text.
import { Editor } from "@tiptap/core";
import { closeHistory } from "@tiptap/pm/history";
import { Selection } from "@tiptap/pm/state";
import { extensions } from "./schema.js";
import { createKeeper } from "./keeper.js";
import { questExtension } from "./quest.js";
import { createToolbar } from "./toolbar.js";
import { createSlash } from "./slash.js";
import { createTabs } from "./tabs.js";
import { createOutline, sectionsOf } from "./outline.js";
import { createGauge } from "./gauge.js";
import { createSearchPreview, followTitle } from "./seo.js";
import { createSaver } from "./save.js";
import { createPaste } from "./paste.js";
import { createPictures } from "./picture.js";
import { createChecks } from "./checks.js";
import { createProposals } from "./proposals.js";
import { createAsk } from "./ask.js";
import { createSuggestions } from "./suggest.js";
import { createTemplate, outlineOf } from "./template.js";
import { problemOf } from "./problems.js";
import { fillForm, oneLine, waitForSave } from "./fields.js";
import { later, of } from "./dom.js";

/** @type {WeakMap<HTMLFormElement, any>} */
export const keepers = new WeakMap();

/** @param {HTMLFormElement} form */
export function mountEditor(form) {
  if (keepers.has(form)) return keepers.get(form);
  const doc = form.ownerDocument;
  const find = (/** @type {string} */ name) => /** @type {HTMLElement | null} */ (doc.querySelector(`[data-${name}]`));
  const body = /** @type {HTMLTextAreaElement} */ (form.elements.namedItem("Body"));
  const writing = /** @type {HTMLElement} */ (find("writing"));
  const notice = find("notice");
  const frozen = form.dataset.frozen === "true";
  let changed = false; // the document holds something the textarea does not have yet

  const say = (/** @type {(Node | string)[]} */ ...parts) => notice?.replaceChildren(...parts.filter((p) => p !== ""));
  const post = (/** @type {string} */ handler, /** @type {Record<string, any>} */ values, /** @type {AbortSignal} */ signal) => fetch(`${location.pathname}?handler=${handler}`, {
    method: "POST", signal, headers: { Accept: handler === "Preview" ? "text/html, application/problem+json" : "application/json" },
    body: new URLSearchParams({ ...values, __RequestVerificationToken: /** @type {any} */ (form.elements.namedItem("__RequestVerificationToken"))?.value ?? "" }),
  });

  /** @type {any} */
  let keeper, ask = () => {}, slash = { key: (/** @type {any} */ _) => false, update() {}, shut() {} };
  const paste = createPaste({ keeper: { learn: (/** @type {string} */ s) => keeper.learn(s) }, bring: createPictures({ editor: () => editor, form, say }), report: (text) => { saver.pasted(text); saver.touch(); } });
  const editor = new Editor({
    element: writing, injectCSS: false, editable: !frozen,
    extensions: [...extensions, questExtension({ say, ask: () => ask(), learn: (s) => keeper.learn(s), slashKey: (e) => slash.key(e) })],
    editorProps: { attributes: { class: "prose", role: "textbox", "aria-multiline": "true", "aria-label": "Text of the article", spellcheck: "true", lang: doc.documentElement.lang }, ...paste.props },
  });
  keeper = createKeeper(editor.schema);

  /** Shows a source; only blocks that differ are replaced. @param {string} source @param {boolean} undoable */
  function show(source, undoable) {
    const nodes = keeper.open(source);
    const now = editor.state.doc;
    let start = 0, same = 0;
    while (start < Math.min(now.childCount, nodes.length) && now.child(start).eq(nodes[start])) start++;
    while (same < Math.min(now.childCount, nodes.length) - start && now.child(now.childCount - 1 - same).eq(nodes[nodes.length - 1 - same])) same++;
    let from = 0, to = now.content.size;
    for (let i = 0; i < start; i++) from += now.child(i).nodeSize;
    for (let i = 0; i < same; i++) to -= now.child(now.childCount - 1 - i).nodeSize;
    if (from !== to || start + same < nodes.length) {
      // What was changed as Markdown is one step back, apart from what is typed before and after it.
      const tr = undoable ? closeHistory(editor.state.tr) : editor.state.tr;
      editor.view.dispatch(tr.replaceWith(from, to, nodes.slice(start, nodes.length - same)).setMeta("addToHistory", undoable).setMeta("source", true));
      if (undoable) editor.view.dispatch(closeHistory(editor.state.tr));
    }
    keeper.remember(editor.state.doc);
    changed = false;
  }
  let lastSource = body.value;
  const flush = () => {
    if (!changed) return;
    changed = false;
    lastSource = body.value = keeper.write(editor.state.doc);
  };
  show(body.value, false);
  editor.view.dispatch(editor.state.tr.setSelection(Selection.atStart(editor.state.doc)).setMeta("addToHistory", false));

  const tabs = createTabs({
    bar: find("toolbar")?.closest(".tools") ?? null, writing, source: body, preview: find("preview"), problem: problemOf,
    leave(from, to) {
      flush();
      if (from === "markdown" && body.value !== lastSource) { lastSource = body.value; show(body.value, true); refresh(); }
      toolbar?.enable(to === "write" && !frozen);
    },
    render: (signal) => { flush(); return post("Preview", Object.fromEntries(["Title", "Summary", "Body"].map((name) => [name, /** @type {any} */ (form.elements.namedItem(name))?.value ?? ""])), signal); },
  });
  const saver = createSaver({
    form, flush, say,
    put(fields) { fillForm(form, fields); lastSource = body.value; show(body.value, false); refresh(); },
    onSaved(answer) {
      if (answer.checks) checks(answer.checks);
      if (answer.revision) for (const n of doc.querySelectorAll("[data-revisions]")) n.textContent = of(answer.revision, "revision");
    },
  });
  const putOutline = createTemplate({ editor, keeper, saver, say });
  const proposals = createProposals({ editor, keeper, post, saver, say, outline: { ask: () => outlineOf(form), put: putOutline } });
  ask = createAsk({ editor, keeper, post, saver, proposals, putOutline, problemOf });
  const askHere = ask;
  ask = () => { if (frozen) return; tabs.show("write"); askHere(); };
  slash = createSlash(editor, () => ask());
  createSuggestions({ place: find("suggest"), form, editor, write: () => tabs.show("write"), post, saver, say, problemOf });
  const bar = find("toolbar");
  const toolbar = bar ? createToolbar(bar, editor, { ask: () => ask() }) : null;
  toolbar?.enable(!frozen);
  const checks = createChecks(doc, editor, form);
  const foot = find("footrule");
  const gauge = foot ? createGauge(foot, Number(form.dataset.aimFrom) || 1000, Number(form.dataset.aimTo) || 1200) : () => {};
  const outline = createOutline(find("outline"), (pos) => {
    tabs.show("write");
    editor.chain().focus(undefined, { scrollIntoView: false }).setTextSelection(Math.min(pos + 1, editor.state.doc.content.size)).run();
    /** @type {Element} */ (editor.view.nodeDOM(pos))?.scrollIntoView({ block: "start" });
  });
  const drawSearch = createSearchPreview(form, find("seo"));
  followTitle(form);
  oneLine(form, () => editor.commands.focus("start"));

  let sections = sectionsOf(editor.state.doc);
  function refresh() {
    sections = sectionsOf(editor.state.doc);
    gauge(sections.words);
    outline(sections.sections, editor.state.selection.from);
    drawSearch();
    tabs.changed();
  }
  const soon = later(refresh, 120);
  refresh();

  editor.on("update", ({ transaction }) => { if (transaction.getMeta("source") && !transaction.getMeta("addToHistory") && transaction.getMeta("addToHistory") !== undefined) return soon(); changed = true; saver.touch(); soon(); });
  editor.on("transaction", () => { toolbar?.paint(); slash.update(); });
  editor.on("selectionUpdate", () => outline(sections.sections, editor.state.selection.from));
  editor.on("blur", () => slash.shut());
  form.addEventListener("input", (e) => { if (/** @type {any} */ (e.target).name && form.contains(/** @type {Node} */ (e.target))) { saver.touch(); soon(); } });
  form.addEventListener("change", (e) => { if (/** @type {any} */ (e.target).name) saver.touch(); });
  form.addEventListener("focusout", () => { if (changed) saver.touch(); });
  paste.watch(form);
  waitForSave(form, { saver, flush, say });

  doc.addEventListener("keydown", (e) => {
    if (!(e.ctrlKey || e.metaKey) || e.altKey || e.defaultPrevented) return;
    if (e.key.toLowerCase() === "s" && !e.shiftKey) { e.preventDefault(); saver.save({ named: true }); }
    if (e.key.toLowerCase() === "j" && !e.shiftKey) { e.preventDefault(); ask(); }
  });
  addEventListener("blur", () => saver.leave());
  doc.addEventListener("visibilitychange", () => (doc.visibilityState === "hidden" ? saver.leave() : saver.wake()));
  addEventListener("pagehide", () => saver.leave());
  addEventListener("online", () => saver.wake());
  addEventListener("beforeunload", (e) => { if (saver.unkept) e.preventDefault(); });

  const ready = saver.start().then(() => { for (const proposal of JSON.parse(form.dataset.proposals || "[]")) proposals.show(proposal); });
  const handle = { editor, keeper, saver, tabs, proposals, ready, flush, get source() { flush(); return body.value; } };
  keepers.set(form, handle);
  form.dataset.mounted = "";
  return handle;
}
