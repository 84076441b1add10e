// "/" at the start of an empty block offers what can stand there.
import { createMenu } from "./menu.js";
import { blockChoices } from "./toolbar.js";

/** @param {any} editor @param {() => void} ask */
export function createSlash(editor, ask) {
  const menu = createMenu("What to put here", "slash-menu");
  menu.el.classList.add("slash");
  let open = false, refused = -1;

  /** The word after the slash, when the caret stands in a paragraph that holds nothing else. */
  function typed() {
    const { $from, empty } = editor.state.selection;
    if (!empty || $from.parent.type.name !== "paragraph" || !editor.isEditable || !editor.isFocused) return null;
    return /^\/([\p{L} ]{0,20})$/u.exec($from.parent.textContent)?.[1] ?? null;
  }
  function update() {
    const word = typed();
    const at = editor.state.selection.$from.start();
    if (word === null) { refused = -1; return shut(); }
    if (refused === at) return;
    const choices = blockChoices(editor, ask).insert.filter((c) => c.name.toLowerCase().includes(word.toLowerCase()));
    if (!choices.length) return shut();
    menu.show(choices.map((c) => ({ ...c, run: () => {
      const { $from } = editor.state.selection;
      shut();
      editor.chain().focus().deleteRange({ from: $from.start(), to: $from.end() }).run();
      c.run();
    } })));
    if (!open) {
      open = true;
      editor.view.dom.parentElement.append(menu.el);
      const caret = editor.view.coordsAtPos(at), box = editor.view.dom.parentElement.getBoundingClientRect();
      menu.el.style.setProperty("--pop-top", `${caret.bottom - box.top + 6}px`);
      menu.el.style.setProperty("--pop-left", `${caret.left - box.left}px`);
    }
    editor.view.dom.setAttribute("aria-activedescendant", menu.active);
    editor.view.dom.setAttribute("aria-controls", "slash-menu");
  }
  function shut() {
    if (!open) return;
    open = false;
    menu.el.remove();
    editor.view.dom.removeAttribute("aria-activedescendant");
    editor.view.dom.removeAttribute("aria-controls");
  }
  return {
    update, shut,
    /** @param {KeyboardEvent} e */
    key(e) {
      if (!open) return false;
      if (e.key === "Escape") { e.preventDefault(); refused = editor.state.selection.$from.start(); shut(); return true; }
      if (!menu.key(e)) return false;
      if (open) editor.view.dom.setAttribute("aria-activedescendant", menu.active);
      return true;
    },
  };
}
