// A proposal as it is seen: it stands in the text at its place, but not in the document.
import { DOMSerializer } from "prosemirror-model";
import { h, icon } from "./dom.js";

/** Marks every run of text as new, and the last word while it arrives. @param {Node} root @param {boolean} arriving */
function inked(root, arriving) {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  /** @type {Text[]} */
  const texts = [];
  while (walker.nextNode()) texts.push(/** @type {Text} */ (walker.currentNode));
  texts.forEach((text, i) => {
    const ins = h("ins.p-ins");
    text.replaceWith(ins);
    const last = arriving && i === texts.length - 1;
    const at = last ? Math.max(0, text.data.trimEnd().search(/\S+$/)) : 0;
    if (!last) ins.append(text);
    else { ins.classList.add("stream"); ins.append(text.data.slice(0, at), h("span.last.nowrap", null, text.data.slice(at).trimEnd())); }
  });
  return root;
}

/** @param {import("prosemirror-model").Schema} schema @param {{ by?: string, title: string, instruction: string, takeAll: () => void, takeTicked: () => void, leave: () => void, anew: () => void, stop: () => void, outline: () => void }} on */
export function createProposalView(schema, on) {
  const draw = DOMSerializer.fromSchema(schema);
  const name = h("b", null, on.title);
  const body = h("div");
  const cost = h("span.cost-line");
  const why = h("span.end");
  const all = h("button.btn.primary", { type: "button", onclick: () => !all.ariaDisabled && on.takeAll() }, "Take all", h("kbd", null, "Ctrl Enter"));
  const ticked = h("button.btn", { type: "button", onclick: () => !ticked.ariaDisabled && on.takeTicked() });
  const stop = h("button.btn", { type: "button", onclick: on.stop }, "Stop here");
  const outline = h("button.btn", { type: "button", onclick: on.outline, hidden: true }, "Put the outline of the template");
  const anew = h("button.btn", { type: "button", onclick: on.anew, hidden: true }, "Ask anew");
  const leave = h("button.btn.plain", { type: "button", onclick: on.leave }, "Leave it", h("kbd", null, "Esc"));
  // What a rewrite changed in meaning stands above the buttons, and they wait for a look at it.
  const changes = h("ul");
  const looked = h("button.btn", { type: "button", onclick: () => { waits = false; alarm.toggleAttribute("data-seen", true); looked.hidden = true; hold(); all.focus(); } }, "I have looked at these");
  const alarm = h("div.alarm", { role: "group", "aria-label": "What changed in meaning", hidden: true }, h("b.btns", null, icon("warn"), "What changed in meaning"), changes, looked);
  let waits = false, open = true, empty = true;
  const hold = () => { for (const button of [all, ticked]) if (open || empty || waits) button.setAttribute("aria-disabled", "true"); else button.removeAttribute("aria-disabled"); };
  const foot = h("footer", null, all, ticked, stop, outline, anew, leave, cost);
  const el = h("section.prop", { "aria-label": on.by ?? "Claude’s proposal for this passage", "aria-live": "off", tabindex: "-1" },
    h("header", null, h("span.t-machine.btns", null, icon("claude"), name), on.instruction ? h("span", null, `“${on.instruction}”`) : null, why), body, alarm, foot);
  el.contentEditable = "false";

  /** @type {{ el: HTMLElement, tick: HTMLInputElement, key: string, on?: boolean[] }[]} */
  let rows = [];
  const paintFoot = () => { const n = rows.filter((r) => r.tick.checked).length; ticked.firstChild?.remove(); ticked.append(rows.some((r) => r.on?.includes(false)) ? "Take what is marked" : `Take the ${n} ticked`); };
  // One change within a paragraph: taken unless somebody leaves it out.
  function change(/** @type {any} */ row, /** @type {{ gone: string, come: string }} */ hunk) {
    const n = row.on.push(true) - 1;
    const el = h("span.hunk", { role: "checkbox", tabindex: "0", "aria-checked": "true", title: "Leave this change out, or take it again", "aria-label": `Take this change: ${hunk.gone ? `“${hunk.gone.trim()}” ` : ""}${hunk.come ? `becomes “${hunk.come.trim()}”` : "goes"}`,
      onclick: toggle, onkeydown: (/** @type {KeyboardEvent} */ e) => { if ((e.key === " " || e.key === "Enter") && !e.ctrlKey && !e.metaKey) { e.preventDefault(); toggle(); } } }, hunk.gone ? h("del.p-del", null, hunk.gone) : null, hunk.come ? h("ins.p-ins", null, hunk.come) : null);
    function toggle() { row.on[n] = !row.on[n]; el.setAttribute("aria-checked", String(row.on[n])); paintFoot(); }
    return el;
  }

  /** @param {{ old: any, fresh: any, src: string, hunks?: import("./hunks.js").Hunk[] | null }[]} parts @param {boolean} arriving */
  function paint(parts, arriving) {
    parts.forEach((part, i) => {
      const last = arriving && part.fresh && !parts[i + 1]?.fresh;
      const key = `${part.src}|${part.old ? 1 : 0}|${last}|${arriving && !part.fresh}|${part.hunks ? part.hunks.length : ""}`;
      const row = rows[i] ?? addRow(i);
      if (row.key === key) return;
      row.key = key;
      const shown = h("div.part-text");
      const waiting = arriving && !part.fresh; // its turn has not come: still as it was
      row.on = part.hunks ? [] : undefined;
      if (part.hunks) shown.append(h("p", null, ...part.hunks.map((hunk) => ("same" in hunk ? hunk.same : change(row, hunk)))));
      else if (part.old) shown.append(waiting ? h("div.faint", null, draw.serializeNode(part.old)) : struck(part.old));
      if (part.fresh && !part.hunks) shown.append(inked(draw.serializeNode(part.fresh), last));
      row.el.replaceChild(shown, /** @type {Node} */ (row.el.firstChild));
    });
    for (const row of rows.splice(parts.length)) row.el.remove();
    paintFoot();
  }
  const struck = (/** @type {any} */ node) => {
    const dom = draw.serializeNode(node);
    const walker = document.createTreeWalker(dom, NodeFilter.SHOW_TEXT);
    const texts = [];
    while (walker.nextNode()) texts.push(/** @type {Text} */ (walker.currentNode));
    for (const text of texts) { const del = h("del.p-del"); text.replaceWith(del); del.append(text); }
    return dom;
  };
  function addRow(/** @type {number} */ i) {
    const tick = h("input.tick", { type: "checkbox", "aria-label": `Take part ${i + 1}`, onchange: paintFoot });
    tick.checked = true;
    const row = /** @type {typeof rows[number]} */ ({ el: h("div.part", null, h("div"), h("label.take", null, tick, "Take")), tick, key: "" });
    rows[i] = row;
    body.append(row.el);
    return row;
  }
  return {
    el, paint,
    ticks: () => rows.map((r) => r.tick.checked),
    /** Of each part which of its changes are taken; undefined where it is taken or left as a whole. */
    changes: () => rows.map((r) => r.on),
    copied(/** @type {boolean} */ isCopied) { anew.hidden = !isCopied; },
    /** False until what changed in meaning was looked at; then the focus is led there. */
    mayTake() {
      if (waits) looked.focus();
      return !waits;
    },
    /** @param {string[]} said */
    alarm(said) {
      if (!said.length || changes.childElementCount) return;
      changes.append(...said.map((text) => h("li", null, text)));
      waits = true;
      alarm.hidden = false;
      hold();
    },
    /** @param {{ title: string, say: string, cost: string, open: boolean, empty: boolean, outline: boolean }} s */
    state(s) {
      name.textContent = s.title;
      why.textContent = s.say;
      cost.textContent = s.cost;
      ({ open, empty } = s);
      hold();
      stop.hidden = !s.open;
      outline.hidden = !s.outline;
      for (const button of [all, ticked]) button.hidden = s.outline; // nothing came that could be taken
      paintFoot();
    },
  };
}
