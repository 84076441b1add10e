// Quest's own part of the editor: keys, the empty page's line, and a word when something kept as it is goes away.
import { Extension } from "@tiptap/core";
import { Plugin } from "@tiptap/pm/state";
import { Decoration, DecorationSet } from "@tiptap/pm/view";
import { linkForm } from "./popup.js";

/** @type {WeakMap<any, number>} */
const kept = new WeakMap();
const keptIn = (/** @type {any} */ block) => {
  let n = kept.get(block);
  if (n === undefined) {
    n = block.type.name === "preserved" ? 1 : 0;
    block.descendants((/** @type {any} */ node) => { if (node.type.name === "raw") n++; });
    kept.set(block, /** @type {number} */ (n));
  }
  return /** @type {number} */ (n);
};
const keptCount = (/** @type {any} */ doc) => { let n = 0; doc.forEach((/** @type {any} */ block) => { n += keptIn(block); }); return n; };

/** @param {{ say: (text: string) => void, learn: (source: string) => any[], ask: () => void, slashKey: (e: KeyboardEvent) => boolean }} on */
export const questExtension = (on) => Extension.create({
  name: "quest",
  priority: 1000,
  addStorage: () => ({ say: on.say, replaceSource: () => {} }),
  onCreate() {},
  addKeyboardShortcuts() {
    return {
      "Mod-Shift-k": () => { linkForm(this.editor); return true; },
      "Mod-j": () => { on.ask(); return true; },
    };
  },
  onBeforeCreate() {
    /** The source of a kept block or word was edited; what can be shown now is shown. */
    this.storage.replaceSource = (/** @type {number} */ pos, /** @type {any} */ node, /** @type {string} */ next) => {
      const nodes = on.learn(next.trim());
      const content = node.isBlock ? nodes : nodes.length === 1 && nodes[0].type.name === "paragraph" ? nodes[0].content : node.type.create({ source: next });
      const { tr } = this.editor.state;
      if (Array.isArray(content) && !content.length) tr.delete(pos, pos + node.nodeSize); else tr.replaceWith(pos, pos + node.nodeSize, content);
      this.editor.view.dispatch(tr.setMeta("source", true));
    };
  },
  addProseMirrorPlugins() {
    const editor = this.editor;
    return [new Plugin({
      props: {
        handleKeyDown: (_, e) => on.slashKey(e),
        // Whoever chooses words and presses a command at once is faster than the browser's word of it to the editor: what the screen shows counts.
        handleDOMEvents: { keydown: (/** @type {any} */ view, e) => { if ((e.ctrlKey || e.metaKey) && !view.composing) { view.domObserver.forceFlush(); view.domObserver.flush(); } } },
        decorations(state) {
          const first = state.doc.firstChild;
          if (state.doc.childCount !== 1 || first?.type.name !== "paragraph" || first.content.size || !editor.isEditable) return null;
          return DecorationSet.create(state.doc, [Decoration.node(0, first.nodeSize, { class: "blank", "data-say": "Write here. / inserts a heading, a table, a picture; Ctrl J asks Claude." })]);
        },
      },
      appendTransaction(transactions, before, after) {
        if (!transactions.some((tr) => tr.docChanged && !tr.getMeta("source") && tr.getMeta("addToHistory") !== false) || transactions.some((tr) => tr.getMeta("history$"))) return null;
        const gone = keptCount(before.doc) - keptCount(after.doc);
        if (gone > 0) on.say(gone === 1 ? "A passage that was kept as it is went out of the text. Ctrl Z brings it back." : `${gone} passages that were kept as they are went out of the text. Ctrl Z brings them back.`);
        return null;
      },
    })];
  },
});
