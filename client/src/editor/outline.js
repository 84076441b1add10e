// The outline: sections with their words, the one under the caret marked.
import { h, figures, countWords } from "./dom.js";

/** @typedef {{ title: string, pos: number, words: number, level: number }} Section */

/** @type {WeakMap<any, number>} Words of a block, counted once as long as it is the same block. */
const counted = new WeakMap();

/** @param {import("prosemirror-model").Node} node */
function wordsOf(node) {
  let n = counted.get(node);
  if (n === undefined) {
    n = node.type.name === "preserved" ? 0 : countWords(node.textBetween(0, node.content.size, " ", (leaf) => (leaf.type.name === "hardBreak" ? " " : "")));
    counted.set(node, n);
  }
  return n;
}

/** @param {import("prosemirror-model").Node} doc */
export function sectionsOf(doc) {
  let highest = 3;
  doc.forEach((node) => { if (node.type.name === "heading") highest = Math.min(highest, Math.max(2, node.attrs.level)); });
  /** @type {Section[]} */
  const sections = [{ title: "Opening", pos: 0, words: 0, level: 2 }];
  doc.forEach((node, pos) => {
    if (node.type.name === "heading" && node.attrs.level <= highest) sections.push({ title: node.textContent.trim() || "Without a heading", pos, words: 0, level: node.attrs.level });
    sections[sections.length - 1].words += wordsOf(node);
  });
  const words = sections.reduce((sum, s) => sum + s.words, 0);
  return { words, sections: sections[0].words || sections.length === 1 ? sections : sections.slice(1) };
}

/** @param {HTMLElement | null} place @param {(pos: number) => void} go */
export function createOutline(place, go) {
  let shown = "";
  /** @type {HTMLElement[]} */
  let links = [];
  return (/** @type {Section[]} */ sections, /** @type {number} */ caret) => {
    if (!place) return;
    const key = JSON.stringify(sections);
    if (key !== shown) {
      shown = key;
      links = sections.map((s, i) => h("a", { href: `#section-${i + 1}`, onclick: (/** @type {Event} */ e) => { e.preventDefault(); go(s.pos); } }, s.title, h("span.n", null, figures(s.words), h("span.sr", null, " words"))));
      const heading = place.querySelector("h2") ?? h("h2", null, "Outline");
      place.replaceChildren(heading, ...links);
    }
    const at = sections.findLastIndex((s) => s.pos <= caret);
    links.forEach((link, i) => (i === at ? link.setAttribute("aria-current", "true") : link.removeAttribute("aria-current")));
  };
}
