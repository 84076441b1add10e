// Three views of one text: as it will look, as Markdown, and as the server's renderer draws it.
import { h, later } from "./dom.js";

const NAMES = { write: "Write", markdown: "Markdown", preview: "Preview" };
/** @typedef {keyof typeof NAMES} View */

/** @param {{ bar: HTMLElement | null, writing: HTMLElement, source: HTMLTextAreaElement, preview: HTMLElement | null, leave: (from: View, to: View) => void, render: (signal: AbortSignal) => Promise<Response>, problem: (r: Response) => Promise<any> }} page */
export function createTabs({ bar, writing, source, preview, leave, render, problem }) {
  /** @type {View} */
  let now = "write";
  const panes = /** @type {Record<View, HTMLElement | null>} */ ({ write: writing, markdown: source, preview });
  const names = /** @type {View[]} */ (Object.keys(NAMES)).filter((name) => panes[name]);
  const tabs = names.map((name) => h("button.view", { type: "button", role: "tab", id: `view-${name}`, "aria-controls": (/** @type {HTMLElement} */ (panes[name]).id ||= `pane-${name}`), onclick: () => show(name) }, NAMES[name]));
  const el = h("div.views", { role: "tablist", "aria-label": "Views of the text", onkeydown: keys }, ...tabs);
  bar?.append(el);

  function keys(/** @type {KeyboardEvent} */ e) {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[e.key];
    if (!step) return;
    e.preventDefault();
    const next = names[(names.indexOf(now) + step + names.length) % names.length];
    show(next);
    tabs[names.indexOf(next)].focus();
  }
  function paint() {
    names.forEach((name, i) => {
      const on = name === now;
      tabs[i].setAttribute("aria-selected", String(on));
      tabs[i].tabIndex = on ? 0 : -1;
      const pane = /** @type {HTMLElement} */ (panes[name]);
      pane.hidden = !on;
      if (name !== "markdown") { pane.setAttribute("role", "tabpanel"); pane.setAttribute("aria-labelledby", `view-${name}`); }
    });
  }
  function show(/** @type {View} */ to) {
    if (to === now) return;
    const from = now;
    now = to;
    leave(from, to);
    paint();
    if (to === "preview") draw();
  }

  /** @type {AbortController | null} */
  let running = null;
  // Newest wins: an older answer is of no use to anybody.
  async function draw() {
    if (!preview) return;
    running?.abort();
    const mine = (running = new AbortController());
    preview.setAttribute("aria-busy", "true");
    try {
      const response = await render(mine.signal);
      if (mine.signal.aborted) return;
      if (response.ok) preview.innerHTML = await response.text(); // sanitised by the server's renderer
      else preview.replaceChildren(h("p.note", null, (await problem(response)).detail ?? "The preview cannot be drawn. Your text is as it was."));
    } catch { if (!mine.signal.aborted) preview.replaceChildren(h("p.note", null, "The preview needs the network. Your text is kept here; write on.")); }
    if (running === mine) preview.removeAttribute("aria-busy");
  }
  const soon = later(draw, 400);
  paint();
  return { show, changed: () => { if (now === "preview") soon(); }, get now() { return now; } };
}
