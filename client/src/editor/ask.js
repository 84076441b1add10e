// Ask Claude about the passage under the caret. The answer arrives in the text and waits for a decision there.
import { h, icon } from "./dom.js";
import { openPopup } from "./popup.js";
import { blank, contextOf } from "./proposals.js";

/** "about $0.004": what is read and, as far as one can know, what will be written. @param {HTMLElement} form @param {number} characters @param {boolean} rewrites */
function costOf(form, characters, rewrites) {
  const [read, write] = [Number(form.dataset.priceRead), Number(form.dataset.priceWrite)];
  if (!read || !write) return "";
  const tokens = characters / 4;
  const dollars = ((tokens + 250) * read + (rewrites ? tokens + 50 : 350) * write) / 1e6;
  return `about $${dollars < 0.1 ? Math.max(0.001, dollars).toFixed(3) : dollars.toFixed(2)}`;
}

const READY = { passage: ["Rewrite this", "Shorten this", "Say it more simply", "Expand this", "Fix the language only", "Make it warmer", "Make it more formal", "Translate into", "Check every figure and say what is unsure"], place: ["Write this section", "Continue from here", "Write the next section", "Write a short conclusion"] };

/** What is meant: the chosen blocks, or the place after the caret. @param {any} editor */
export function passageOf(editor) {
  const { from, to, empty } = editor.state.selection;
  /** @type {any[]} */
  const chosen = [];
  /** @type {any[]} What stands before the place. */
  const earlier = [];
  let before = 0, place = 0, end = 0;
  editor.state.doc.forEach((/** @type {any} */ node, /** @type {number} */ pos) => {
    const stop = pos + node.nodeSize;
    if (from < stop && to > pos) {
      end = stop;
      if (!empty && !blank(node)) { if (!chosen.length) place = before; chosen.push(node); }
      else if (empty) place = before + (blank(node) ? 0 : 1);
    }
    if (!blank(node)) { before++; if (pos < from) earlier.push(node); }
  });
  return { place, blocks: chosen, earlier, end };
}

/** @param {any} page { editor, keeper, post, saver, proposals, putOutline, problemOf } */
export function createAsk({ editor, keeper, post, saver, proposals, putOutline, problemOf }) {
  return () => {
    const passage = passageOf(editor);
    const many = passage.blocks.length;
    const what = h("textarea.in", { id: "ask-claude", rows: 2, maxlength: 2000 });
    // A rewrite needs the passage; to go on Claude needs what stands before, the nearest of it.
    const context = contextOf(keeper, many ? passage.blocks : passage.earlier, many > 0);
    const cost = h("span.cost-line", null, costOf(/** @type {HTMLElement} */ (document.querySelector("[data-editor]")), context.length, many > 0));
    const refused = h("div.ask-problem", { "aria-live": "polite" });
    const send = h("button.btn.slim", { type: "button", onclick: () => ask(what.value) }, "Ask Claude", h("kbd", null, "Enter"));
    const form = h("div.pop-form.ask-form", { onkeydown: (/** @type {KeyboardEvent} */ e) => { if (e.key === "Enter" && !e.shiftKey && e.target === what) { e.preventDefault(); ask(what.value); } } },
      h("label.t-machine.btns", { for: "ask-claude" }, icon("claude"), many ? `What should Claude do with ${many === 1 ? "this passage" : `these ${many} passages`}?` : "What should Claude write here?"),
      what,
      h("div.btns", null, ...(many ? READY.passage : READY.place).map((text) => h("button.btn.slim.plain", { type: "button", onclick: () => (text === "Translate into" ? begin(`${text} `) : ask(text)) }, text))),
      h("div.btns", null, send, h("button.btn.slim.plain", { type: "button", onclick: () => close() }, "Leave it", h("kbd", null, "Esc")), cost), refused);
    const close = openPopup(editor, "Ask Claude", form);
    what.focus();
    const begin = (/** @type {string} */ words) => { what.value = words; what.focus(); what.setSelectionRange(words.length, words.length); };

    async function ask(/** @type {string} */ instruction) {
      if (!instruction.trim()) return refused.replaceChildren("Say in a few words what Claude should do.");
      if (send.disabled) return;
      send.disabled = true;
      await saver.save();
      // "Translate into German" is a translation: what must be the same in every language is compared then, and no English rule.
      const language = many ? /^translate (?:this |it )?(?:in)?to ([\p{L} ()-]{2,40})\.?$/iu.exec(instruction.trim())?.[1].trim() : "";
      const request = { ...(language ? { what: "Translation" } : {}), instruction: language || instruction.trim(), place: passage.place, replaces: many, context, Version: saver.version };
      const response = await post("Ask", request).catch(() => null);
      send.disabled = false;
      if (!response) return refused.replaceChildren("The network is away. Your text is kept here; ask again when it is back.");
      if (response.ok) {
        const answer = await response.json();
        close();
        return proposals.show({ ...answer, place: passage.place, replaces: many, instruction: language ? `Translate into ${language}` : request.instruction, state: "queued" });
      }
      const problem = await problemOf(response);
      refused.replaceChildren(h("p", null, problem.detail ?? `Claude cannot be asked now (${response.status}). Your text is as it was.`));
      if (problem.template) refused.append(h("button.btn.slim", { type: "button", onclick: () => { close(); putOutline(problem.template, passage.end); } }, "Put the outline of the template"));
    }
  };
}
