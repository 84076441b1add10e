// What the editor can hold: what Markdown can say, and two atoms for what only the source can say.
import { Node } from "@tiptap/core";
import { Blockquote } from "@tiptap/extension-blockquote";
import { Bold } from "@tiptap/extension-bold";
import { Code } from "@tiptap/extension-code";
import { CodeBlock } from "@tiptap/extension-code-block";
import { Document } from "@tiptap/extension-document";
import { HardBreak } from "@tiptap/extension-hard-break";
import { Heading } from "@tiptap/extension-heading";
import { HorizontalRule } from "@tiptap/extension-horizontal-rule";
import { Image } from "@tiptap/extension-image";
import { Italic } from "@tiptap/extension-italic";
import { BulletList, ListItem, ListKeymap, OrderedList } from "@tiptap/extension-list";
import { Paragraph } from "@tiptap/extension-paragraph";
import { Strike } from "@tiptap/extension-strike";
import { Text } from "@tiptap/extension-text";
import { Dropcursor } from "@tiptap/extensions/drop-cursor";
import { Gapcursor } from "@tiptap/extensions/gap-cursor";
import { UndoRedo } from "@tiptap/extensions/undo-redo";
import { Link } from "./link.js";
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
  Document, Paragraph, Text, Heading, Blockquote, CodeBlock, HorizontalRule, HardBreak, ListItem, ListKeymap,
  Bold, Italic, Strike, UndoRedo, Gapcursor, Dropcursor.configure({ color: false, class: "dropline" }),
  BulletList.extend({ addAttributes() { return { ...this.parent?.(), ...tight }; } }),
  OrderedList.extend({ addAttributes() { return { ...this.parent?.(), ...tight }; } }),
  Code.extend({ excludes: "" }), // or a link on code is lost
  Image.configure({ inline: true, allowBase64: false }),
  Link, Table, Preserved, Raw,
];
