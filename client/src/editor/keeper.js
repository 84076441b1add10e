// The keeper: an editor over Markdown that writes only what the writer changed.
// The source is split into top-level blocks; every block remembers its own bytes. Untouched blocks are never written anew,
// a touched block gets the change merged into its bytes, and what has no safe round trip is kept as a block of source.
import { diffArrays } from "diff";
import { md, parserFor, serializer, signature } from "./markdown.js";
import { tidy } from "./tidy.js";

/** @typedef {{ src: string, gap: string, node: import("prosemirror-model").Node, canon?: string }} Block */
/** @typedef {import("prosemirror-model").Node} PMNode */

/** Cuts a source into its top-level blocks: head + Σ(src + gap) is the source again. @param {string} source */
export function split(source) {
  /** @type {any} */
  const env = {};
  const starts = [0];
  for (let at = source.indexOf("\n"); at >= 0; at = source.indexOf("\n", at + 1)) starts.push(at + 1);
  const offset = (/** @type {number} */ line) => starts[line] ?? source.length;
  /** @type {{ from: number, to: number }[]} */
  const ranges = [];
  for (const token of md.parse(source, env)) {
    if (token.level !== 0 || !token.map || token.nesting < 0) continue;
    const from = offset(token.map[0]);
    const text = source.slice(from, offset(token.map[1]));
    ranges.push({ from, to: from + text.replace(/(?:[ \t]*\n)+[ \t]*$|[ \t]*\n$/, "").length });
  }
  /** @type {{ src: string, gap: string }[]} */
  const blocks = [];
  // Lines that no token covers and that say something are link definitions: a block of their own.
  const definitions = (/** @type {number} */ from, /** @type {number} */ to) => {
    const between = source.slice(from, to);
    const text = between.trim();
    if (!text) return between;
    const at = between.indexOf(text);
    blocks.push({ src: text, gap: between.slice(at + text.length) });
    return between.slice(0, at);
  };
  let head = "", last = 0;
  const glue = (/** @type {number} */ upTo) => {
    const owner = blocks.at(-1);
    const gap = definitions(last, upTo);
    if (owner) owner.gap = gap; else head = gap;
  };
  for (const range of ranges) {
    glue(range.from);
    blocks.push({ src: source.slice(range.from, range.to), gap: "" });
    last = range.to;
  }
  glue(source.length);
  return { head, blocks, env: { references: env.references ?? {} } };
}

/** Words, spaces, and every other sign by itself. @param {string} s */
const tokens = (s) => s.match(/\s+|[\p{L}\p{N}]+|[^]/gu) ?? [];

/** @param {string[]} a @param {string[]} b @returns {{ from: number, to: number, put: string[] }[]} */
function edits(a, b) {
  const out = [];
  let at = 0;
  for (const part of diffArrays(a, b)) {
    if (!part.added && !part.removed) { at += part.count; continue; }
    let edit = out.at(-1);
    if (!edit || edit.to !== at) out.push((edit = { from: at, to: at, put: [] }));
    if (part.added) edit.put.push(...part.value);
    else edit.to = at += part.count;
  }
  return out;
}

/** @param {import("prosemirror-model").Schema} schema */
export function createKeeper(schema) {
  const parser = parserFor(schema);
  /** @type {any} */
  let env = {};
  let head = "", tail = "\n";
  /** @type {Block[]} */
  let blocks = [];
  /** Blocks of earlier sources and of taken proposals: undo and paste bring their nodes back. @type {Block[]} */
  let attic = [];

  const canon = (/** @type {PMNode} */ node) => serializer.serialize(schema.node("doc", null, [tidy(node)]), { tightLists: true }).replace(/\n+$/, "");
  const preserve = (/** @type {string} */ src) => schema.nodes.preserved.create({ source: src });

  /** @param {string} src @returns {PMNode | null} */
  function parseOne(src) {
    try {
      const doc = parser.parse(src, { references: env.references });
      if (doc.childCount !== 1) return null;
      doc.check();
      return doc.firstChild;
    } catch { return null; }
  }

  /** The node of one block, or the block of source that holds what has no safe round trip. @param {string} src */
  function nodeOf(src) {
    const node = parseOne(src);
    if (!node) return preserve(src);
    const sign = (/** @type {string} */ text) => signature(md.parse(text, { references: env.references }));
    const before = sign(src);
    return before !== null && before === sign(canon(node)) ? node : preserve(src);
  }

  /** @param {string} source */
  function read(source) {
    const cut = split(source);
    env = { references: { ...env.references, ...cut.env.references } };
    return { head: cut.head, nodes: cut.blocks.map((b) => ({ ...b, node: nodeOf(b.src) })) };
  }

  /** The source of one block after the writer changed it. @param {Block} block @param {PMNode} node */
  function merge(block, node) {
    const base = (block.canon ??= canon(block.node));
    const wanted = canon(node);
    if (node.type.spec.atom || wanted === base) return wanted === base ? block.src : wanted;
    const c = tokens(base), theirs = edits(c, tokens(wanted));
    const ours = edits(c, tokens(block.src)).filter((o) => !theirs.some((t) => o.from < t.to && t.from < o.to));
    const target = parseOne(wanted);
    for (const first of [ours, theirs]) {
      const all = [...first, ...(first === ours ? theirs : ours)].map((edit, order) => ({ ...edit, order }))
        .sort((a, b) => a.from - b.from || a.to - b.to || a.order - b.order);
      let at = 0, merged = "";
      for (const edit of all) { merged += c.slice(at, edit.from).join("") + edit.put.join(""); at = Math.max(at, edit.to); }
      merged += c.slice(at).join("");
      if (target && parseOne(merged)?.eq(target)) return merged;
    }
    return wanted;
  }

  /** Which remembered block each node of the document is: the same, an equal one nearby, or the one that stood there. @param {PMNode} doc */
  function pair(doc) {
    /** @type {(number | undefined)[]} */
    const found = [];
    const used = new Set();
    const byNode = new Map(blocks.map((b, i) => [b.node, i]));
    const take = (/** @type {number} */ i, /** @type {number | undefined} */ b) => {
      if (b === undefined || b < 0 || used.has(b)) return;
      found[i] = b; used.add(b);
    };
    doc.forEach((node, _, i) => take(i, byNode.get(node)));
    doc.forEach((node, _, i) => {
      if (found[i] !== undefined) return;
      let best;
      blocks.forEach((b, j) => { if (!used.has(j) && (best === undefined || Math.abs(j - i) < Math.abs(best - i)) && b.node.eq(node)) best = j; });
      take(i, best);
    });
    const touched = new Set();
    const near = (/** @type {number} */ i, /** @type {number} */ b) => {
      if (found[i] === undefined && blocks[b]?.node.type === doc.child(i).type && !used.has(b)) { take(i, b); touched.add(i); }
    };
    for (let i = 0; i < doc.childCount; i++) near(i, i ? (found[i - 1] ?? NaN) + 1 : 0);
    for (let i = doc.childCount - 2; i >= 0; i--) near(i, (found[i + 1] ?? NaN) - 1);
    return { found, touched };
  }

  return {
    /** Reads a source. Returns the nodes to show; call remember() with the document that really shows them. @param {string} source */
    open(source) {
      attic = [...blocks, ...attic].slice(0, 2000);
      const { head: lead, nodes } = read(source);
      head = lead; tail = nodes.at(-1)?.gap ?? "\n"; blocks = nodes;
      if (!nodes.length) { head = ""; tail = source.trim() ? "\n" : source; }
      return nodes.length ? nodes.map((b) => b.node) : [schema.nodes.paragraph.create()];
    },
    /** Ties the blocks to the nodes the editor made of them. @param {PMNode} doc */
    remember(doc) { blocks.forEach((b, i) => { if (i < doc.childCount && doc.child(i).eq(b.node)) b.node = doc.child(i); }); },
    /** Nodes of a piece of Markdown, only to be looked at. @param {string} source */
    nodesOf: (source) => read(source).nodes.map((b) => b.node),
    /** Nodes of a piece of Markdown that will be put into the document; their bytes are kept as well. @param {string} source */
    learn(source) {
      const { nodes } = read(source);
      attic = [...nodes, ...attic];
      return nodes.map((b) => b.node);
    },
    /** The document as Markdown. @param {PMNode} doc @returns {string} */
    write(doc) {
      const { found, touched } = pair(doc);
      const spare = new Map(attic.map((b) => [b.node, b]));
      /** @type {{ src: string, block?: number }[]} */
      const pieces = [];
      doc.forEach((node, _, i) => {
        const b = found[i];
        if (b !== undefined) {
          const src = touched.has(i) ? merge(blocks[b], node) : blocks[b].src;
          if (src.trim() || !touched.has(i)) pieces.push({ src, block: b });
          return;
        }
        const kept = spare.get(node) ?? attic.find((old) => old.node.eq(node));
        const src = kept?.src ?? canon(node);
        if (src.trim()) pieces.push({ src });
      });
      if (!pieces.length) return blocks.length ? "" : head + tail;
      return head + pieces.map((piece, i) => {
        const next = pieces[i + 1];
        if (!next) return piece.src + tail;
        const follows = piece.block !== undefined && next.block === piece.block + 1;
        return piece.src + (follows ? blocks[/** @type {number} */ (piece.block)].gap : "\n\n");
      }).join("");
    },
    /** @param {PMNode} node */
    canon,
    get preserved() { return blocks.filter((b) => b.node.type.name === "preserved").length; },
  };
}
