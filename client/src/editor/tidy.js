// Before a block is written: spaces at its two ends say nothing in Markdown and would change it.
import { Fragment } from "prosemirror-model";

/** @typedef {import("prosemirror-model").Node} PMNode */

/** @param {PMNode} node @returns {PMNode} */
export function tidy(node) {
  if (node.type.spec.code || node.isLeaf) return node;
  if (node.inlineContent) return trim(node);
  /** @type {PMNode[]} */
  let children = [];
  node.forEach((child) => children.push(tidy(child)));
  // "- " and then a list or code reads back without the empty first paragraph.
  if (node.type.name === "listItem" && children.length > 1 && children[0].content.size === 0) children = children.slice(1);
  return node.copy(Fragment.fromArray(children));
}

/** @param {PMNode} block */
function trim(block) {
  /** @type {PMNode[]} */
  const children = [];
  block.forEach((child) => children.push(child));
  const type = block.type.schema;
  const cut = (/** @type {PMNode} */ child, /** @type {RegExp} */ end) => {
    const text = /** @type {string} */ (child.text).replace(end, "");
    return text ? [type.text(text, child.marks)] : [];
  };
  while (children[0]?.isText && /^[ \t]/.test(children[0].text ?? "")) children.splice(0, 1, ...cut(children[0], /^[ \t]+/));
  for (let last = children.at(-1); last; last = children.at(-1)) {
    if (last.type.name === "hardBreak") children.pop();
    else if (last.isText && /[ \t]$/.test(last.text ?? "")) children.splice(-1, 1, ...cut(last, /[ \t]+$/));
    else break;
  }
  return block.copy(Fragment.fromArray(children));
}
