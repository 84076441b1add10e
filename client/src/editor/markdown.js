// Markdown in and out for one block at a time. Whole articles never pass through here: see keeper.js.
import MarkdownIt from "markdown-it";
import { MarkdownParser, MarkdownSerializer, defaultMarkdownSerializer as plain } from "prosemirror-markdown";
import { serializeTable } from "./table.js";

// What only the server or a template engine understands stays as written: {{ … }}, {% … %}, {: … }, [^note], [text](…{{ … }}…).
const RAW = /^(?:\{\{[\s\S]*?\}\}|\{%[\s\S]*?%\}|\{:[^}\n]*\}|\[\^[^\]\s]+\]|!?\[[^\]\n]*\]\([^()\n]*\{[{%][^\n]*?[%}]\}[^()\n]*\))/;

/** @param {any} state @param {boolean} silent */
function rawRule(state, silent) {
  const first = state.src.charCodeAt(state.pos);
  if (first !== 0x7b && first !== 0x5b && first !== 0x21) return false;
  const found = RAW.exec(state.src.slice(state.pos, state.posMax));
  if (!found) return false;
  if (!silent) state.push("raw", "", 0).content = found[0];
  state.pos += found[0].length;
  return true;
}

export const md = new MarkdownIt({ html: true, linkify: false, typographer: false });
md.inline.ruler.before("escape", "raw", rawRule);

/** @param {any} token */
const align = (token) => ({ align: /text-align:(\w+)/.exec(token.attrGet("style") ?? "")?.[1] ?? null });
/** A list is loose as soon as one of its own paragraphs is not hidden. @param {any[]} tokens @param {number} i */
const isTight = (tokens, i) => {
  const level = tokens[i].level;
  for (let at = i + 1; tokens[at].level > level; at++)
    if (tokens[at].type === "paragraph_open" && tokens[at].level === level + 2) return tokens[at].hidden;
  return true;
};
const raw = { node: "raw", getAttrs: (/** @type {any} */ t) => ({ source: t.content }) };

/** @param {import("prosemirror-model").Schema} schema */
export const parserFor = (schema) => new MarkdownParser(schema, md, {
  paragraph: { block: "paragraph" },
  heading: { block: "heading", getAttrs: (t) => ({ level: +t.tag.slice(1) }) },
  blockquote: { block: "blockquote" },
  bullet_list: { block: "bulletList", getAttrs: (_, all, i) => ({ tight: isTight(all, i) }) },
  ordered_list: { block: "orderedList", getAttrs: (t, all, i) => ({ start: +(t.attrGet("start") ?? 1), tight: isTight(all, i) }) },
  list_item: { block: "listItem" },
  code_block: { block: "codeBlock", noCloseToken: true },
  fence: { block: "codeBlock", getAttrs: (t) => ({ language: t.info || null }), noCloseToken: true },
  hr: { node: "horizontalRule" },
  table: { block: "table" }, thead: { ignore: true }, tbody: { ignore: true }, tr: { block: "tableRow" },
  th: { block: "tableHeader", getAttrs: align }, td: { block: "tableCell", getAttrs: align },
  image: { node: "image", getAttrs: (t) => ({ src: t.attrGet("src"), title: t.attrGet("title") || null, alt: t.content || null }) },
  hardbreak: { node: "hardBreak" },
  em: { mark: "italic" }, strong: { mark: "bold" }, s: { mark: "strike" },
  link: { mark: "link", getAttrs: (t) => ({ href: t.attrGet("href"), title: t.attrGet("title") || null }) },
  code_inline: { mark: "code", noCloseToken: true },
  raw, html_inline: raw,
});

const n = plain.nodes, m = plain.marks;
export const serializer = new MarkdownSerializer({
  paragraph: n.paragraph, heading: n.heading, blockquote: n.blockquote, listItem: n.list_item, text: n.text,
  horizontalRule: n.horizontal_rule, hardBreak: n.hard_break,
  image: (state, node, parent, index) => n.image(state, node.attrs.src === null ? node.type.create({ ...node.attrs, src: "" }) : node, parent, index),
  bulletList: (state, node) => state.renderList(node, "  ", () => "- "),
  orderedList(state, node) {
    const start = node.attrs.start ?? 1;
    state.renderList(node, " ".repeat(String(start + node.childCount - 1).length + 2), (i) => `${start + i}. `);
  },
  codeBlock(state, node) {
    const longest = Math.max(2, ...(node.textContent.match(/`{3,}/g) ?? []).map((run) => run.length));
    const fence = "`".repeat(longest + 1);
    state.write(`${fence}${node.attrs.language ?? ""}\n`);
    state.text(node.textContent, false);
    state.write(node.textContent ? `\n${fence}` : fence);
    state.closeBlock(node);
  },
  table: serializeTable,
  raw: (state, node) => state.write(node.attrs.source),
  preserved(state, node) { state.write(node.attrs.source); state.closeBlock(node); },
}, {
  italic: m.em, bold: m.strong, link: m.link, code: m.code,
  strike: { open: "~~", close: "~~", mixable: true, expelEnclosingWhitespace: true },
}, {
  hardBreakNodeName: "hardBreak",
  // Or typed "<b>", "&amp;" and "{{" become code when the article is opened again.
  escapeExtraCharacters: /<(?=[a-z/!?])|&(?=#?\w+;)|\{(?=[{%:])/gi,
});

const MARKS = { em: "i", strong: "b", s: "s", link: "a" };

/**
 * What a reader sees of some tokens, as one string: text with its set of marks, so that `**[a](b)**` equals `[**a**](b)`.
 * Two sources with equal signatures render alike. Null when something has no place in the editor.
 * @param {any[]} tokens @returns {string | null}
 */
export function signature(tokens) {
  const out = [];
  for (const token of tokens) {
    if (token.type === "html_block") return null;
    if (token.type === "inline") out.push(inlineSignature(token.children));
    else if (token.type === "fence" || token.type === "code_block") out.push("code", token.info ?? "", token.content);
    else if (token.type === "paragraph_open" || token.type === "paragraph_close") out.push(token.hidden ? "" : token.type);
    else out.push(token.type, token.tag, JSON.stringify(token.attrs ?? []));
  }
  return out.join("\u0001");
}

/** @param {any[]} children */
function inlineSignature(children) {
  /** @type {Map<string, string>} */
  const marks = new Map();
  const out = [];
  let last = "";
  const put = (/** @type {string} */ text, extra = "") => {
    if (!text) return;
    const set = [...marks.values(), extra].sort().join("|");
    if (set !== last) out.push(`\u0002${set}\u0003`);
    last = set;
    out.push(text);
  };
  for (const t of children) {
    const name = MARKS[/** @type {keyof MARKS} */ (t.type.replace(/_(open|close)$/, ""))];
    if (name && t.nesting === 1) marks.set(name, name + JSON.stringify(t.attrs ?? []));
    else if (name) marks.delete(name);
    // A bold space looks like any other, and the serializer moves spaces out of marks.
    else if (t.type === "text") t.content.split(/(\s+)/).forEach((part, i) => (i % 2 ? out.push(" ") : put(part)));
    else if (t.type === "softbreak") out.push(" ");
    else if (t.type === "code_inline") put(t.content, "code");
    else put(`\u0004${t.type}${t.content}${JSON.stringify(t.attrs ?? [])}`);
  }
  return out.join("").replace(/ +/g, " ").trim();
}
