// What comes from outside is cleaned to what Markdown can say, and its words are reported as pasted.
import { Slice, Fragment } from "prosemirror-model";
import { countWords } from "./dom.js";

const MARKDOWN = /^(#{1,6} |[-*+] |\d+[.)] |> |```|~~~|\|.*\|)|\*\*[^*\n]+\*\*|\[[^\]\n]+\]\([^)\s]+\)/m;
const plain = (/** @type {string} */ text) => text.replace(/\s+/g, " ").trim();

/** Word, Google and web pages: keep what means something, drop what only looks. @param {string} html */
export function cleanHtml(html) {
  const doc = new DOMParser().parseFromString(html, "text/html");
  doc.querySelectorAll("style, script, meta, link, title, xml, o\\:p, template, svg, iframe, object").forEach((el) => el.remove());
  for (const el of doc.querySelectorAll("h1")) { const h2 = doc.createElement("h2"); h2.append(...el.childNodes); el.replaceWith(h2); }
  for (const el of doc.querySelectorAll("img")) if (!/^((https?:)?\/\/|\/media\/)/.test(el.getAttribute("src") ?? "")) el.remove();
  wordLists(doc);
  for (const el of [...doc.body.querySelectorAll("span, font")]) {
    const style = el.getAttribute("style") ?? "";
    const tag = /font-weight:\s*(bold|[6-9]00)/i.test(style) ? "strong" : /font-style:\s*italic/i.test(style) ? "em" : null;
    if (!tag || !el.textContent?.trim()) continue;
    const mark = doc.createElement(tag);
    mark.append(...el.childNodes);
    el.append(mark);
  }
  for (const el of doc.body.querySelectorAll("*")) for (const name of ["style", "class", "id", "lang", "dir"]) if (!(name === "style" && el.localName === "b")) el.removeAttribute(name);
  return doc.body.innerHTML.replace(/\u00a0/g, " ");
}

/** Word writes lists as paragraphs with a bullet typed before. @param {Document} doc */
function wordLists(doc) {
  /** @type {HTMLElement | null} */
  let list = null;
  for (const p of [...doc.querySelectorAll("p")]) {
    if (!/MsoListParagraph|mso-list:/i.test(`${p.className} ${p.getAttribute("style")}`)) { list = null; continue; }
    const text = p.textContent ?? "";
    const tag = /^\s*(\d+|[a-z])[.)]/i.test(text) ? "ol" : "ul";
    p.querySelectorAll("span[style*='mso-list:']").forEach((el) => el.remove());
    if (!list || list.localName !== tag || p.previousElementSibling !== list) { list = doc.createElement(tag); p.before(list); }
    const li = doc.createElement("li");
    li.append(...p.childNodes);
    if (li.firstChild?.nodeType === 3) li.firstChild.textContent = (li.firstChild.textContent ?? "").replace(/^\s*([·•o§]|(\d+|[a-z])[.)])\s+/i, "");
    list.append(li);
    p.remove();
  }
}

/** @param {{ keeper: any, report: (text: string) => void, bring: (files: File[], at?: number) => void }} on */
export function createPaste({ keeper, report, bring }) {
  /** @type {Set<string>} What was cut or copied here comes back as one's own. */
  const own = new Set();
  const remember = (/** @type {string} */ text) => { if (text) own.add(plain(text)); if (own.size > 100) own.delete([...own][0]); };
  const seen = (/** @type {string} */ text) => { if (countWords(text) >= 5 && !own.has(plain(text))) report(plain(text)); };
  // What comes with words (a passage out of Word carries its own picture) is taken by its words.
  const files = (/** @type {DataTransfer | null} */ data, /** @type {number | undefined} */ at) => {
    const found = [...(data?.files ?? [])];
    if (!found.length || data?.getData("text/plain") || data?.getData("text/html")) return false;
    bring(found, at);
    return true;
  };
  return {
    remember, seen,
    props: {
      transformPastedHTML: (/** @type {string} */ html) => (/data-pm-slice/.test(html) ? html : cleanHtml(html)),
      /** @returns {any} */
      clipboardTextParser(/** @type {string} */ text, /** @type {any} */ $context, /** @type {boolean} */ asTyped) {
        if (asTyped || !MARKDOWN.test(text)) return null;
        const nodes = keeper.learn(text.replace(/\r\n?/g, "\n"));
        return nodes.length ? new Slice(Fragment.fromArray(nodes), nodes[0].isTextblock ? 1 : 0, nodes[nodes.length - 1].isTextblock ? 1 : 0) : null;
      },
      handlePaste: (/** @type {any} */ _, /** @type {ClipboardEvent} */ e) => files(e.clipboardData),
      handleDrop(/** @type {any} */ view, /** @type {DragEvent} */ e, /** @type {any} */ __, /** @type {boolean} */ moved) {
        if (files(e.dataTransfer, view.posAtCoords({ left: e.clientX, top: e.clientY })?.pos)) { e.preventDefault(); return true; }
        if (!moved) seen(e.dataTransfer?.getData("text/plain") ?? "");
        return false;
      },
    },
    /** Copy, cut and paste anywhere in the form: title, summary and Markdown are text as well. @param {HTMLFormElement} form */
    watch(form) {
      for (const type of ["copy", "cut"]) form.addEventListener(type, () => {
        const field = /** @type {any} */ (document.activeElement);
        remember(typeof field?.selectionStart === "number" ? field.value.slice(field.selectionStart, field.selectionEnd) : String(getSelection() ?? ""));
      }, true);
      form.addEventListener("copy", (e) => remember(e.clipboardData?.getData("text/plain") ?? ""));
      form.addEventListener("cut", (e) => remember(e.clipboardData?.getData("text/plain") ?? ""));
      form.addEventListener("paste", (e) => seen(e.clipboardData?.getData("text/plain") ?? ""), true);
    },
  };
}
