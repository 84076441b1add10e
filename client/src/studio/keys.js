// "?" shows the keys of this page: what the page lists in [data-keys], or the ones that are true everywhere.
const EVERYWHERE = [["Ctrl K", "find or do anything"], ["N", "new article"], ["/", "go to the search"], ["J K", "next and previous row"], ["Enter", "open the row"], ["?", "these keys"]];
const EDITOR = [["/", "insert, in an empty line"], ["Ctrl J", "ask Claude"], ["Ctrl S", "save as a revision"], ["Ctrl B, Ctrl I", "bold, italic"], ["Ctrl Shift K", "link"], ["Ctrl Enter", "take the open proposal"], ["Esc", "leave the open proposal"], ["Ctrl Z", "undo"]];

export function showKeys() {
  const old = document.getElementById("keys");
  if (old) return /** @type {HTMLElement} */ (old).showPopover();
  const make = (/** @type {string} */ tag, /** @type {string} */ className, /** @type {(Node | string)[]} */ ...inside) => { const el = document.createElement(tag); el.className = className; el.append(...inside); return el; };
  const part = (/** @type {string} */ title, /** @type {string[][]} */ keys) => [make("h2", "", title), make("dl", "keylist", ...keys.flatMap(([key, does]) => [make("dt", "", make("kbd", "", key)), make("dd", "", does)]))];
  const el = make("div", "palette keysheet", ...(document.querySelector("[data-editor]") ? part("While you write", EDITOR) : []), ...part("On every page", EVERYWHERE));
  el.id = "keys";
  el.setAttribute("popover", "");
  el.setAttribute("role", "dialog");
  el.setAttribute("aria-label", "Keys");
  el.tabIndex = -1;
  document.body.append(el);
  el.showPopover();
  el.focus();
}
