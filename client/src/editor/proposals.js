// Proposals stand at their place as decorations; the document and its autosave do not know them until a person takes one.
import { Plugin, PluginKey } from "@tiptap/pm/state";
import { Decoration, DecorationSet } from "@tiptap/pm/view";
import { closeHistory } from "@tiptap/pm/history";
import { Fragment } from "prosemirror-model";
import { createProposalView } from "./proposal-view.js";
import { follow } from "./stream.js";
import { split } from "./keeper.js";
import { composed, hunksOf } from "./hunks.js";
import { problemOf } from "./problems.js";

const KEY = new PluginKey("proposals");

/** Where the n-th block that says something begins. @param {any} doc @param {number} n */
export function placeOf(doc, n) {
  let at = doc.content.size, seen = 0;
  doc.forEach((/** @type {any} */ node, /** @type {number} */ pos) => {
    if (blank(node)) return;
    if (seen === n) at = Math.min(at, pos);
    seen++;
  });
  return at;
}
const BEFORE = 12_000;
/** What Claude is given: the passage, or the nearest of what stands before the place; never half of a character pair. @param {any} keeper @param {any[]} blocks @param {boolean} rewrites */
export const contextOf = (keeper, blocks, rewrites) => blocks.map(keeper.canon).join("\n\n").slice(rewrites ? 0 : -BEFORE).replace(/^[\uDC00-\uDFFF]/, "");
export const blank = (/** @type {any} */ node) => node.type.name === "paragraph" && !node.content.size;

/** @param {any} page { editor, keeper, post, saver, say, outline } */
export function createProposals({ editor, keeper, post, saver, say, outline }) {
  const schema = editor.schema;
  /** @type {Map<string, any>} */
  const open = new Map();

  // Places move with the text around them.
  const plugin = new Plugin({
    key: KEY,
    state: {
      init: () => /** @type {any[]} */ ([]),
      apply(tr, old) {
        const meta = tr.getMeta(KEY);
        let next = old.map((p) => ({ id: p.id, from: tr.mapping.map(p.from, -1), to: Math.max(tr.mapping.map(p.from, -1), tr.mapping.map(p.to, p.to > p.from ? -1 : 1)) }));
        if (meta?.add) next = [...next, meta.add];
        if (meta?.drop) next = next.filter((p) => p.id !== meta.drop);
        return next;
      },
    },
    props: {
      decorations(state) {
        const all = [];
        for (const p of KEY.getState(state)) {
          const one = open.get(p.id);
          if (!one) continue;
          all.push(Decoration.widget(p.to, one.view.el, { key: p.id, side: -1, ignoreSelection: true, stopEvent: () => true }));
          state.doc.nodesBetween(p.from, p.to, (node, pos) => {
            if (pos >= p.from && pos + node.nodeSize <= p.to) all.push(Decoration.node(pos, pos + node.nodeSize, { class: "prop-covers" }));
            return false;
          });
        }
        return DecorationSet.create(state.doc, all);
      },
      handleKeyDown(view, e) {
        const one = newest();
        return Boolean(one) && keys(one, e);
      },
    },
  });
  editor.registerPlugin(plugin, (/** @type {any} */ mine, /** @type {any[]} */ others) => [mine, ...others]);

  const newest = () => [...open.values()].at(-1);
  const rangeOf = (/** @type {string} */ id) => KEY.getState(editor.state).find((/** @type {any} */ p) => p.id === id) ?? { from: 0, to: 0 };
  const oldBlocks = (/** @type {any} */ range) => {
    /** @type {any[]} */
    const nodes = [];
    editor.state.doc.forEach((/** @type {any} */ node, /** @type {number} */ pos) => { if (pos >= range.from && pos + node.nodeSize <= range.to) nodes.push(node); });
    return nodes;
  };

  function keys(/** @type {any} */ one, /** @type {KeyboardEvent} */ e) {
    if (e.key === "Enter" && (e.ctrlKey || e.metaKey)) { e.preventDefault(); if (!one.running) take(one, () => true); return true; }
    if (e.key === "Escape" && !e.defaultPrevented) { e.preventDefault(); leave(one); return true; }
    return false;
  }

  /** @param {any} given { id, kind, place, replaces, instruction, state, streamUrl } */
  function show(given) {
    if (open.has(given.id)) return;
    const doc = editor.state.doc;
    const from = placeOf(doc, given.place);
    const to = given.replaces ? placeOf(doc, given.place + given.replaces) : from;
    const verb = () => (given.agent ? `${given.agent[0].toUpperCase()}${given.agent.slice(1)} proposes ${given.kind === "draft" ? "a draft" : "a change"}` : one.running ? (given.kind === "draft" ? "Claude writes a draft" : given.kind === "outline" ? "Claude plans the piece" : given.replaces ? "Claude rewrites this passage" : "Claude writes here") : (given.kind === "draft" ? "Claude’s draft" : given.kind === "outline" ? "Claude’s plan" : "Claude’s proposal"));
    const one = { ...given, text: "", running: true, last: { state: given.state }, parts: /** @type {any[]} */ ([]), done: { count: 0, at: 0 }, view: /** @type {any} */ (null), stream: /** @type {any} */ (null), frame: 0 };
    one.view = createProposalView(schema, {
      by: given.agent && verb(), title: verb(), instruction: given.instruction ?? "",
      takeAll: () => take(one, () => true), takeTicked: () => { const ticks = one.view.ticks(); take(one, (i) => ticks[i], one.view.changes()); },
      anew: () => anew(one), leave: () => leave(one), outline: () => instead(one), stop: () => post("Stop", { generation: one.id }).catch(() => say("The network is away; Claude goes on until it is back.")),
    });
    one.view.el.addEventListener("keydown", (/** @type {KeyboardEvent} */ e) => keys(one, e));
    open.set(given.id, one);
    editor.view.dispatch(editor.state.tr.setMeta(KEY, { add: { id: given.id, from, to: Math.max(from, to) } }));
    const paint = () => {
      one.frame = 0;
      one.parts = partsOf(one, oldBlocks(rangeOf(one.id)));
      one.view.paint(one.parts, one.running);
      const s = one.last;
      const waits = s.state === "queued" ? "waits for its turn" : `${s.words ?? one.text.split(/\s+/).filter(Boolean).length} words`;
      one.view.state({ title: verb(), say: s.say ?? "", open: one.running, empty: !one.text.trim(), outline: !one.running && !one.text.trim() && !given.replaces, cost: [waits, !given.agent && s.cost].filter(Boolean).join(" · ") });
    };
    // Words appear as sent, but a screen has no use for more than one picture a frame.
    const soon = () => { one.frame ||= requestAnimationFrame(paint); };
    one.stream = follow(given.streamUrl, {
      text: (whole) => { one.text = whole; if (one.last.state === "queued") one.last = { state: "running" }; soon(); },
      state: (s) => {
        one.last = { ...one.last, ...s };
        one.view.alarm(s.changes ?? []);
        one.view.copied(Boolean(s.copied));
        if (!["queued", "running"].includes(s.state)) { one.running = false; if (!given.agent) say(s.say ?? (s.state === "finished" ? (s.changes?.length ? `Claude’s proposal is complete. ${s.changes.length === 1 ? "One thing" : `${s.changes.length} things`} in it may mean something else now: look at them before you take it.` : "Claude’s proposal is complete. Take it, take parts of it, or leave it.") : "")); }
        soon();
      },
    });
    paint();
    say(given.state === "finished" ? "A proposal is open in the text." : "Claude is writing in the text.");
  }

  /** Old and new blocks side by side; only the block that is arriving is read anew. @param {any} one @param {any[]} olds */
  function partsOf(one, olds) {
    const cut = split(one.text.slice(one.done.at)).blocks;
    const fresh = [...(one.freshDone ?? []), ...cut.filter((b) => b.src.trim()).map((b) => ({ src: b.src, nodes: keeper.nodesOf(b.src) }))];
    if (cut.length > 2) {
      // All but the last two are complete and are not parsed again.
      const complete = cut.slice(0, -2);
      one.freshDone = fresh.slice(0, (one.freshDone?.length ?? 0) + complete.length);
      one.done.at += one.text.slice(one.done.at).indexOf(cut[0].src) + complete.reduce((n, b) => n + b.src.length + b.gap.length, 0);
    }
    // Change by change where the whole answer is a paragraph for a paragraph, once it is complete.
    const hunks = (/** @type {number} */ i) => (!one.running && fresh.length === olds.length && olds[i].type.name === "paragraph" && fresh[i].nodes.length === 1 && fresh[i].nodes[0].type.name === "paragraph" ? hunksOf(keeper.canon(olds[i]).trim(), fresh[i].src.trim()) : null);
    return Array.from({ length: Math.max(fresh.length, olds.length) }, (_, i) => ({ old: olds[i], src: fresh[i]?.src ?? "", fresh: fresh[i]?.nodes[0], nodes: fresh[i]?.nodes ?? [], hunks: hunks(i) }));
  }

  /** Puts the chosen parts into the document as one step. @param {any} one @param {(i: number) => boolean} chosen @param {(boolean[] | undefined)[]} changes which changes of a part; all where nothing is said */
  function take(one, chosen, changes = []) {
    if (!one.view.mayTake()) return say("Look at what changed in meaning first.");
    const range = rangeOf(one.id);
    one.parts = partsOf(one, oldBlocks(range));
    const nodes = one.parts.flatMap((/** @type {any} */ p, /** @type {number} */ i) => (chosen(i) ? keeper.learn(p.hunks && changes[i] ? composed(p.hunks, changes[i]) : p.src) : p.old ? [p.old] : []));
    if (!one.parts.some((/** @type {any} */ p, /** @type {number} */ i) => chosen(i) && (p.nodes.length || p.old))) return say("No part is ticked. Tick what you want to take, or leave the proposal.");
    close(one);
    const { doc } = editor.state;
    const only = doc.childCount === 1 && blank(doc.firstChild);
    const tr = closeHistory(editor.state.tr).replaceWith(only ? 0 : range.from, only ? doc.content.size : range.to, Fragment.fromArray(nodes.length ? nodes : [schema.nodes.paragraph.create()]));
    editor.view.dispatch(tr.setMeta("addToHistory", true).scrollIntoView());
    editor.view.dispatch(closeHistory(editor.state.tr));
    editor.view.focus();
    saver.take(one.id);
    say("Taken into the text. Ctrl Z takes it out again.");
  }
  function close(/** @type {any} */ one) {
    one.stream.close();
    cancelAnimationFrame(one.frame);
    open.delete(one.id);
    editor.view.dispatch(editor.state.tr.setMeta(KEY, { drop: one.id }).setMeta("addToHistory", false));
  }
  async function leave(/** @type {any} */ one) {
    close(one);
    editor.view.focus();
    say("The proposal is left; your text is as it was.");
    const answer = await post("Leave", { generation: one.id }).catch(() => null);
    if (!answer?.ok) say("The network is away: the proposal is shown again when you open this page.");
  }
  /** The answer to the same request before stands here; this asks for another. @param {any} one */
  async function anew(one) {
    const range = rangeOf(one.id);
    // The text may have moved on since: the passage as it stands now, or what stands before the place now.
    const blocks = one.replaces ? oldBlocks(range) : oldBlocks({ from: 0, to: range.to }).filter((node) => !blank(node));
    const place = oldBlocks({ from: 0, to: range.from }).filter((node) => !blank(node)).length;
    const request = { ...(one.kind === "translation" ? { what: "Translation" } : {}), instruction: one.instruction.replace(one.kind === "translation" ? "Translate into " : "", ""), place, replaces: one.replaces, context: contextOf(keeper, blocks, one.replaces > 0), anew: true };
    const response = await post("Ask", request).catch(() => null);
    if (!response?.ok) return say(response ? ((await problemOf(response)).detail ?? "Claude cannot be asked now.") : "The network is away. Ask again when it is back.");
    const answer = await response.json();
    await leave(one);
    show({ ...answer, ...request, state: "queued" });
  }
  /** Nothing came: the outline of the template takes its place. @param {any} one */
  async function instead(one) {
    const source = await outline.ask();
    if (source === null) return say("The network is away. Ask for the outline again when it is back.");
    const at = rangeOf(one.id).to;
    await leave(one);
    outline.put(source, at);
  }
  return { show, get open() { return open.size; } };
}
