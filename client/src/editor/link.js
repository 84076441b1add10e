// A link as Markdown has it: an address and perhaps a title. Own, because TipTap's brings a parser for typed addresses
// that is switched off here and weighs more than all of our own modules.
import { Mark } from "@tiptap/core";

/** Addresses a browser would run are shown without one; the source keeps them. @param {string | null} href */
const safe = (href) => (/^\s*(?:javascript|vbscript|data):/i.test((href ?? "").replace(/[\u0000-\u0020]/g, "")) ? "" : href);

export const Link = Mark.create({
  name: "link", priority: 1000, inclusive: false, keepOnSplit: false, exitable: true,
  addAttributes: () => ({ href: { default: null, parseHTML: (el) => el.getAttribute("href") }, title: { default: null, parseHTML: (el) => el.getAttribute("title") } }),
  parseHTML: () => [{ tag: "a[href]", getAttrs: (el) => (safe(/** @type {HTMLElement} */ (el).getAttribute("href")) ? null : false) }],
  renderHTML: ({ HTMLAttributes }) => ["a", { ...HTMLAttributes, href: safe(HTMLAttributes.href) }, 0],
  addCommands() {
    return /** @type {any} */ ({
      setLink: (/** @type {any} */ attrs) => (/** @type {any} */ { chain }) => chain().setMark("link", attrs).run(),
      unsetLink: () => (/** @type {any} */ { chain }) => chain().unsetMark("link", { extendEmptyMarkRange: true }).run(),
    });
  },
});
