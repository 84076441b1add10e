// Everything counted has a scale: the words of the article and the lengths a search engine shows.
import { h, svg, figures } from "./dom.js";

const WIDE = 664;

/** @param {number} words */
export const minutesOf = (words) => Math.max(1, Math.ceil(words / 220));

/** @param {HTMLElement} foot @param {number} from @param {number} to */
export function createGauge(foot, from, to) {
  const say = h("span.num");
  const rule = svg("svg", { class: "gauge", viewBox: `0 0 ${WIDE} 16`, role: "img" });
  const keys = h("span.r.keysline", null, ...[["/", "insert"], ["Ctrl J", "Claude"], ["Ctrl K", "anything"]].map(([key, does]) => h("span", null, h("kbd", null, key), ` ${does}`)));
  foot.replaceChildren(say, h("div", null, rule), keys);
  let drawnFor = -1;
  const at = (/** @type {number} */ words, /** @type {number} */ top) => ((words / top) * WIDE).toFixed(1);
  return (/** @type {number} */ words) => {
    if (words === drawnFor) return;
    drawnFor = words;
    const usual = Math.ceil((to * 7) / 600) * 100;
    const top = words > usual ? Math.ceil(words / 500) * 500 : usual;
    const step = top > 2500 ? 250 : 50;
    const aim = `Aim: ${figures(from)} to ${figures(to)}`;
    const minutes = minutesOf(words);
    say.replaceChildren(h("b", null, `${figures(words)} ${words === 1 ? "word" : "words"}`), words ? `, ${minutes} ${minutes === 1 ? "minute" : "minutes"}. ${aim}` : `. ${aim}`);
    rule.setAttribute("aria-label", `${figures(words)} words; ${figures(from)} to ${figures(to)} is the aim`);
    let tall = "", low = "";
    for (let n = 0; n <= top; n += step) if (n % (step * 5) === 0) tall += `M${at(n, top)} 12v-8`; else low += `M${at(n, top)} 12v-4`;
    rule.replaceChildren(
      svg("rect", { class: "f-band", x: at(from, top), y: 2, width: at(to - from, top), height: 10 }),
      svg("path", { class: "l-edge", d: tall + low }),
      svg("path", { class: "l-ink", "stroke-width": 3, d: `M0 13.5H${at(words, top)}` }),
      svg("path", { class: "l-mark", "stroke-width": 2, d: `M${at(words, top)} 1v14` }));
  };
}

/** A length on its rule. @param {string} label @param {number} top @param {number} from @param {number} to */
export function createMeter(label, top, from, to) {
  const count = h("span.num");
  const rule = svg("svg", { viewBox: "0 0 358 8", "aria-hidden": "true" });
  const x = (/** @type {number} */ n) => (Math.min(n, top) / top) * 358;
  const el = h("div.meter", null, h("span", null, label), count, rule);
  const set = (/** @type {number} */ n) => {
    count.textContent = `${n} ${n === 1 ? "character" : "characters"}`;
    rule.replaceChildren(
      svg("rect", { class: "f-line", y: 3, width: 358, height: 2 }),
      svg("rect", { class: "f-band", x: x(from).toFixed(1), width: (x(to) - x(from)).toFixed(1), height: 8 }),
      svg("rect", { class: "f-ink", y: 3, width: x(n).toFixed(1), height: 2 }),
      svg("rect", { class: "f-mark", x: Math.min(356, x(n)).toFixed(1), width: 2, height: 8 }));
  };
  return { el, set };
}
