// What the editor can hold: what Markdown can say, and two atoms for what only the source can say.
import { Node } from "@tiptap/core";
import StarterKit from "@tiptap/starter-kit";
import { BulletList, OrderedList } from "@tiptap/extension-list";
import { Code } from "@tiptap/extension-code";
import { Image } from "@tiptap/extension-image";
import { Table } from "./table.js";
import { preservedView, rawView } from "./preserved.js";

const tight = { tight: { default: true, parseHTML: (/** @type {HTMLElement} */ el) => el.dataset.loose === undefined, renderHTML: (/** @type {any} */ a) => (a.tight ? {} : { "data-loose": "" }) } };
const source = { source: { default: "", parseHTML: (/** @type {HTMLElement} */ el) => el.dataset.source ?? "", renderHTML: (/** @type {any} */ a) => ({ "data-source": a.source }) } };

const Preserved = Node.create({
  name: "preserved", group: "block", atom: true, draggable: true, selectable: true, defining: true,
  addAttributes: () => source,
  parseHTML: () => [{ tag: "div[data-preserved]" }],
  renderHTML: ({ HTMLAttributes, node }) => ["div", { ...HTMLAttributes, "data-preserved": "" }, node.attrs.source],
  renderText: ({ node }) => node.attrs.source,
  addNodeView: () => preservedView,
});

const Raw = Node.create({
  name: "raw", group: "inline", inline: true, atom: true, selectable: true,
  addAttributes: () => source,
  parseHTML: () => [{ tag: "span[data-raw]" }],
  renderHTML: ({ HTMLAttributes, node }) => ["span", { ...HTMLAttributes, "data-raw": "" }, node.attrs.source],
  renderText: ({ node }) => node.attrs.source,
  addNodeView: () => rawView,
});

export const extensions = [
  StarterKit.configure({
    bulletList: false, orderedList: false, code: false, underline: false, trailingNode: false,
    link: { autolink: false, linkOnPaste: false, openOnClick: false, HTMLAttributes: { rel: null, target: null } },
    dropcursor: { color: false, class: "dropline" },
  }),
  BulletList.extend({ addAttributes() { return { ...this.parent?.(), ...tight }; } }),
  OrderedList.extend({ addAttributes() { return { ...this.parent?.(), ...tight }; } }),
  Code.extend({ excludes: "" }), // or a link on code is lost
  Image.configure({ inline: true, allowBase64: false }),
  Table, Preserved, Raw,
];
