// A list to choose from with the keys: the blocks of the toolbar and of "/".
import { h } from "./dom.js";

/** @typedef {{ name: string, say?: string, on?: boolean, run: () => void }} Choice */

/** @param {string} label @param {string} id */
export function createMenu(label, id) {
  const el = h("ul.menu", { role: "listbox", "aria-label": label, id });
  /** @type {Choice[]} */
  let choices = [];
  let at = 0;
  const mark = () => [...el.children].forEach((li, i) => { li.setAttribute("aria-selected", String(i === at)); if (i === at) li.scrollIntoView({ block: "nearest" }); });
  return {
    el,
    /** @param {Choice[]} next */
    show(next) {
      choices = next; at = 0;
      el.replaceChildren(...next.map((c, i) => h("li", { role: "option", id: `${id}-${i}`, onpointerdown: (/** @type {Event} */ e) => { e.preventDefault(); c.run(); } }, h("span", null, c.name), h("span.say", null, c.on ? "now" : (c.say ?? "")))));
      mark();
    },
    get active() { return `${id}-${at}`; },
    /** @param {KeyboardEvent} e @returns {boolean} */
    key(e) {
      if (e.key === "ArrowDown") at = (at + 1) % choices.length;
      else if (e.key === "ArrowUp") at = (at + choices.length - 1) % choices.length;
      else if (e.key === "Home" && !e.shiftKey) at = 0;
      else if (e.key === "End" && !e.shiftKey) at = choices.length - 1;
      else if (e.key === "Enter" || e.key === "Tab") choices[at]?.run();
      else return false;
      e.preventDefault();
      mark();
      return true;
    },
  };
}
