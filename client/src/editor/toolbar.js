// The toolbar: every tool with its word; one stop of the Tab key, arrows inside.
import { h, icon } from "./dom.js";
import { createMenu } from "./menu.js";
import { linkForm, pictureForm } from "./popup.js";
import { newTable, tableSteps } from "./table.js";

/** What a block can become, for the Text menu and for "/". @param {any} editor @param {() => void} ask */
export function blockChoices(editor, ask) {
  const run = (/** @type {(chain: any) => any} */ step) => () => step(editor.chain().focus()).run();
  return {
    text: [
      { name: "Text", on: editor.isActive("paragraph"), run: run((c) => c.setParagraph()) },
      { name: "Heading", say: "##", on: editor.isActive("heading", { level: 2 }), run: run((c) => c.setHeading({ level: 2 })) },
      { name: "Smaller heading", say: "###", on: editor.isActive("heading", { level: 3 }), run: run((c) => c.setHeading({ level: 3 })) },
    ],
    insert: [
      { name: "Heading", say: "a new section", run: run((c) => c.setHeading({ level: 2 })) },
      { name: "Smaller heading", say: "inside a section", run: run((c) => c.setHeading({ level: 3 })) },
      { name: "List", say: "with points", run: run((c) => c.toggleBulletList()) },
      { name: "Numbered list", say: "steps in order", run: run((c) => c.toggleOrderedList()) },
      { name: "Quote", say: "someone’s words", run: run((c) => c.toggleBlockquote()) },
      { name: "Table", say: "three by three", run: () => insertTable(editor) },
      { name: "Picture", say: "by its address", run: () => pictureForm(editor) },
      { name: "Line", say: "parts two thoughts", run: run((c) => c.setHorizontalRule()) },
      { name: "Code", say: "as it is typed", run: run((c) => c.toggleCodeBlock()) },
      { name: "Ask Claude", say: "writes here", run: ask },
    ],
  };
}

/** @param {any} editor */
function insertTable(editor) {
  const at = editor.state.selection.$from.before(1) + 1;
  editor.chain().focus().insertContent(newTable(editor.schema).toJSON()).setTextSelection(at + 2).run();
}

/** @param {HTMLElement} place @param {any} editor @param {{ ask: () => void }} on */
export function createToolbar(place, editor, on) {
  /** @type {[string, any, string, () => void, ((() => boolean) | null)?][]} */
  const tools = [
    ["Text", "text", "", () => drop(0, blockChoices(editor, on.ask).text)],
    ["Bold", "bold", "Control+B", () => editor.chain().focus().toggleBold().run(), () => editor.isActive("bold")],
    ["Italic", "ital", "Control+I", () => editor.chain().focus().toggleItalic().run(), () => editor.isActive("italic")],
    ["Link", "link", "Control+Shift+K", () => linkForm(editor), () => editor.isActive("link")],
    ["List", "list", "", () => drop(4, lists()), () => editor.isActive("bulletList") || editor.isActive("orderedList")],
    ["Quote", "quote", "", () => editor.chain().focus().toggleBlockquote().run(), () => editor.isActive("blockquote")],
    ["Picture", "media", "", () => pictureForm(editor)],
    ["Table", "table", "", () => (editor.isActive("table") ? drop(7, tableChoices()) : insertTable(editor)), () => editor.isActive("table")],
    ["Ask Claude", "claude", "Control+J", on.ask],
  ];
  const lists = () => [
    { name: "List with points", on: editor.isActive("bulletList"), run: () => editor.chain().focus().toggleBulletList().run() },
    { name: "Numbered list", on: editor.isActive("orderedList"), run: () => editor.chain().focus().toggleOrderedList().run() },
  ];
  const tableChoices = () => tableSteps.map(([name, command]) => ({ name, run: () => { command(editor.state, editor.view.dispatch); editor.commands.focus(); } }));

  const buttons = tools.map(([name, picture, keys, run, pressed], i) => h(`button.btn.plain.slim${name === "Ask Claude" ? ".t-machine" : ""}`, {
    type: "button", tabindex: i ? "-1" : "0", "aria-keyshortcuts": keys || null, "aria-pressed": pressed && ![4, 7].includes(i) ? "false" : null, "aria-haspopup": [0, 4].includes(i) ? "listbox" : null,
    onpointerdown: (/** @type {Event} */ e) => e.preventDefault(), onclick: run,
  }, icon(picture), name, name === "Ask Claude" ? h("kbd", null, "Ctrl J") : null));
  place.setAttribute("role", "toolbar");
  place.setAttribute("aria-label", "Writing tools");
  place.replaceChildren(...buttons.slice(0, 8), h("span.gap"), buttons[8]);

  place.addEventListener("keydown", (e) => {
    const at = buttons.indexOf(document.activeElement);
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: buttons.length - 1 }[/** @type {"Home"} */ (e.key)];
    if (to === undefined || at < 0) return;
    e.preventDefault();
    buttons.forEach((b, i) => { b.tabIndex = i === (to + buttons.length) % buttons.length ? 0 : -1; });
    buttons[(to + buttons.length) % buttons.length].focus();
  });

  const menu = createMenu("Kinds of text", "tool-menu");
  menu.el.tabIndex = -1;
  menu.el.classList.add("tool-menu");
  let opener = -1;
  function drop(/** @type {number} */ i, /** @type {any[]} */ choices) {
    if (opener === i) return shut();
    opener = i;
    menu.show(choices.map((c) => ({ ...c, run: () => { shut(); c.run(); } })));
    const bar = place.closest(".tools") ?? place;
    bar.append(menu.el);
    menu.el.style.setProperty("--pop-left", `${buttons[i].getBoundingClientRect().left - bar.getBoundingClientRect().left}px`);
    menu.el.setAttribute("aria-activedescendant", menu.active);
    buttons[i].setAttribute("aria-expanded", "true");
    menu.el.focus();
  }
  function shut() {
    if (opener < 0) return;
    buttons[opener].removeAttribute("aria-expanded");
    opener = -1;
    menu.el.remove();
  }
  menu.el.addEventListener("keydown", (/** @type {KeyboardEvent} */ e) => {
    if (e.key === "Escape") { e.preventDefault(); e.stopPropagation(); const back = buttons[opener]; shut(); back.focus(); }
    else if (menu.key(e)) menu.el.setAttribute("aria-activedescendant", menu.active);
  });
  menu.el.addEventListener("focusout", () => setTimeout(() => { if (!menu.el.contains(document.activeElement)) shut(); }, 0));

  return {
    paint() { tools.forEach(([, , , , pressed], i) => { if (pressed) { buttons[i].toggleAttribute("data-on", pressed()); if (buttons[i].hasAttribute("aria-pressed")) buttons[i].setAttribute("aria-pressed", String(pressed())); } }); },
    /** @param {boolean} on */
    enable(on) { for (const b of buttons) b.disabled = !on; },
  };
}
