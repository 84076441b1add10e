// The checks the server found at the last save, each with the way to its place.
import { h, icon, of } from "./dom.js";

const FIELDS = /** @type {Record<string, string>} */ ({ title: "Title", summary: "Summary", slug: "Slug", seotitle: "SeoTitle", seodescription: "SeoDescription", tags: "Tags", category: "CategoryId", kind: "Kind", bylines: "Bylines" });

/** @param {Document} doc @param {any} editor @param {HTMLFormElement} form */
export function createChecks(doc, editor, form) {
  const list = doc.querySelector("[data-checks]");
  /** Chooses the quoted words in the text. @param {string} quote */
  const find = (quote) => {
    let at = null;
    editor.state.doc.descendants((/** @type {any} */ node, /** @type {number} */ pos) => {
      if (at || !node.isTextblock) return !at;
      const from = node.textBetween(0, node.content.size, undefined, " ").indexOf(quote);
      if (from >= 0) at = { from: pos + 1 + from, to: pos + 1 + from + quote.length };
      return false;
    });
    return at;
  };
  const way = (/** @type {any} */ check) => {
    const field = form.elements.namedItem(FIELDS[(check.field ?? "").toLowerCase()] ?? "");
    if (field instanceof HTMLElement) return () => { field.closest("details")?.setAttribute("open", ""); field.focus(); field.scrollIntoView({ block: "center" }); };
    if (check.quote) return () => { const range = find(check.quote); if (range) editor.chain().focus().setTextSelection(range).scrollIntoView().run(); };
    return null;
  };
  const row = (/** @type {any} */ check) => {
    const go = way(check);
    return h(`li.${check.level}`, null, icon(check.level === "bad" ? "bad" : "warn"),
      h("span", null, h("b", null, check.title), check.say || check.quote ? h("br") : null, check.quote && !check.say ? h("span.say", null, `“${check.quote}”`) : check.say ? h("span.say", null, check.say) : null),
      go ? h(`button.btn.slim${check.level === "warn" ? ".plain" : ""}`, { type: "button", onclick: go }, "Go there") : h("span"));
  };
  return (/** @type {any[]} */ checks) => {
    const open = checks.filter((c) => c.level !== "ok"), fine = checks.filter((c) => c.level === "ok");
    const sorted = [...open.filter((c) => c.level === "bad"), ...open.filter((c) => c.level !== "bad")];
    list?.replaceChildren(...sorted.map(row), ...(fine.length ? [h("li.ok", null, icon("okc"), h("span", null, fine.map((c, i) => (i ? c.title.charAt(0).toLowerCase() + c.title.slice(1) : c.title)).join(", ")), h("span"))] : []));
    const missing = open.filter((c) => c.level === "bad");
    for (const say of doc.querySelectorAll("[data-missing]")) say.textContent = missing.length ? `${of(missing.length, "thing")} before review: ${missing.map((c) => c.title.toLowerCase()).join(", ")}` : "Nothing missing.";
    for (const way of doc.querySelectorAll("[data-checks-open]")) {
      way.classList.toggle("t-wait", open.length > 0);
      way.classList.toggle("t-good", !open.length);
      /** @type {Element} */ (way.lastElementChild).textContent = open.length ? `${of(open.length, "check")} to look at` : "Nothing to fix";
    }
    for (const end of doc.querySelectorAll("[data-checks-fine]")) end.textContent = `${fine.length} of ${checks.length} are fine`;
  };
}
