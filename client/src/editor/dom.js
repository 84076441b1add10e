// Elements without markup strings: a strict content security policy and untrusted text both ask for it.

/**
 * h("button.btn.slim", { type: "button", onclick }, "Take all")
 * @param {string} what @param {Record<string, any> | null} [props] @param {...(Node | string | null | undefined | false)} children
 * @returns {any}
 */
export function h(what, props, ...children) {
  const [tag, ...classes] = what.split(".");
  const el = document.createElement(tag || "div");
  if (classes.length) el.className = classes.join(" ");
  for (const [key, value] of Object.entries(props ?? {})) {
    if (key.startsWith("on")) el.addEventListener(key.slice(2), value);
    else if (value === true) el.setAttribute(key, "");
    else if (value !== false && value !== null && value !== undefined) el.setAttribute(key, String(value));
  }
  el.append(.../** @type {any[]} */ (children.filter((c) => c !== null && c !== undefined && c !== false)));
  return el;
}

const SVG = "http://www.w3.org/2000/svg";

/** @param {string} tag @param {Record<string, string | number>} attrs @param {...Node} children */
export function svg(tag, attrs, ...children) {
  const el = document.createElementNS(SVG, tag);
  for (const [key, value] of Object.entries(attrs)) el.setAttribute(key, String(value));
  el.append(...children);
  return el;
}

const PATHS = {
  text: "M3 4V3h10v1M8 3v10M6 13h4", bold: "M4.5 3h4a2.4 2.4 0 0 1 0 4.8h-4zM4.5 7.8h4.7a2.6 2.6 0 0 1 0 5.2H4.5z", ital: "M7 3h5M4 13h5M9.8 3 6.2 13",
  link: "M6.5 9.5 9.5 6.5M7 4.5 8.7 2.8a2.6 2.6 0 0 1 3.7 3.7L10.6 8.2M9 11.5l-1.7 1.7a2.6 2.6 0 0 1-3.7-3.7L5.4 7.8", list: "M5.5 4h8M5.5 8h8M5.5 12h8M2.5 4h.01M2.5 8h.01M2.5 12h.01",
  quote: "M3 11c2 0 3-1.5 3-3.5V5H3v3h3M9.5 11c2 0 3-1.5 3-3.5V5h-3v3h3", media: "M2.5 3h11v10h-11zM2.5 11l3.5-4 3 3.5 2-2 2.5 2.5M10.5 6h.01", table: "M2.5 3h11v10h-11zM2.5 6.5h11M6.5 3v10",
  claude: "M8 2v12M2.8 5l10.4 6M13.2 5 2.8 11", bad: "M8 2a6 6 0 1 1 0 12A6 6 0 0 1 8 2M8 4.8v3.8M8 11h.01", warn: "M8 2.2 14.3 13.2H1.7zM8 6.5v3M8 11.4h.01", okc: "M8 2a6 6 0 1 1 0 12A6 6 0 0 1 8 2M5.3 8.2l1.9 1.9 3.5-4",
};

/** @param {keyof typeof PATHS} name */
export const icon = (name) => svg("svg", { class: "i", viewBox: "0 0 16 16", "aria-hidden": "true" }, svg("path", { d: PATHS[name] }));

/** @param {(...args: any[]) => void} run @param {number} ms */
export function later(run, ms) {
  let timer = 0;
  const call = (/** @type {any[]} */ ...args) => { clearTimeout(timer); timer = window.setTimeout(() => { timer = 0; run(...args); }, ms); };
  call.now = () => { if (timer) { clearTimeout(timer); timer = 0; run(); } };
  return call;
}

/** "1 thing", "2 things". @param {number} n @param {string} thing */
export const of = (n, thing) => `${figures(n)} ${thing}${n === 1 ? "" : "s"}`;
export const figures = (/** @type {number} */ n) => n.toLocaleString("en-US");
export const clock = (/** @type {string | number | Date} */ at) => new Date(at).toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" });
export const countWords = (/** @type {string} */ text) => text.match(/[\p{L}\p{N}]+(?:[’'.,\-][\p{L}\p{N}]+)*/gu)?.length ?? 0;
