// A small panel beside the caret: link, picture, Claude. It stands over the text and is no dialog before the work.
import { h } from "./dom.js";

/** @type {(() => void) | null} */
let closeOpen = null;

/** @param {any} editor @param {string} label @param {HTMLElement} content @param {{ onclose?: () => void, at?: number }} [more] */
export function openPopup(editor, label, content, more = {}) {
  closeOpen?.();
  const host = editor.view.dom.parentElement;
  const el = h("div.pop", { role: "dialog", "aria-label": label }, content);
  const away = (/** @type {Event} */ e) => { if (!el.contains(/** @type {Node} */ (e.target))) close(false); };
  function close(back = true) {
    if (closeOpen !== close) return;
    closeOpen = null;
    document.removeEventListener("pointerdown", away, true);
    el.remove();
    more.onclose?.();
    if (back) editor.commands.focus();
  }
  closeOpen = close;
  el.addEventListener("keydown", (/** @type {KeyboardEvent} */ e) => { if (e.key === "Escape") { e.preventDefault(); e.stopPropagation(); close(); } });
  document.addEventListener("pointerdown", away, true);
  host.append(el);
  const caret = editor.view.coordsAtPos(more.at ?? editor.state.selection.to), box = host.getBoundingClientRect();
  // The sheet decides how wide; here only where. On a phone the style sheet puts it at the foot.
  el.style.setProperty("--pop-top", `${caret.bottom - box.top + 8}px`);
  el.style.setProperty("--pop-left", `${Math.max(0, Math.min(caret.left - box.left - 24, box.width - el.offsetWidth))}px`);
  /** @type {HTMLElement | null} */ (el.querySelector("input, textarea, button"))?.focus();
  return close;
}

/** @param {any} editor */
export function linkForm(editor) {
  const before = editor.getAttributes("link").href ?? "";
  const marked = editor.isActive("link");
  if (marked) editor.commands.extendMarkRange("link");
  const address = h("input.in", { id: "pop-href", inputmode: "url", autocomplete: "off", placeholder: "https://… or /a-page" });
  address.value = before;
  const needsText = editor.state.selection.empty && !marked;
  const put = () => {
    const href = clean(address.value);
    close();
    if (!href) return editor.chain().focus().unsetLink().run();
    if (needsText) return editor.chain().focus().insertContent([{ type: "text", text: href, marks: [{ type: "link", attrs: { href } }] }]).run();
    editor.chain().focus().setLink({ href }).run();
  };
  const form = h("div.pop-form", { onkeydown: (/** @type {KeyboardEvent} */ e) => { if (e.key === "Enter") { e.preventDefault(); put(); } } },
    h("label", { for: "pop-href" }, "Where the link leads"), address,
    h("div.btns", null, h("button.btn.slim", { type: "button", onclick: put }, marked ? "Change the link" : "Put the link"),
      marked && h("button.btn.slim.plain", { type: "button", onclick: () => { close(); editor.chain().focus().unsetLink().run(); } }, "Take the link off")));
  const close = openPopup(editor, "Link", form);
}

/** "example.org/a" means the site; only addresses a reader can follow are taken. @param {string} text */
function clean(text) {
  const href = text.trim();
  if (!href || /^(https?:|mailto:|tel:|\/|#|\.)/i.test(href)) return href;
  return /^[a-z][a-z0-9+.-]*:/i.test(href) ? "" : `https://${href}`;
}

/** @param {any} editor */
export function pictureForm(editor) {
  const now = editor.state.selection.node?.type.name === "image" ? editor.state.selection.node.attrs : {};
  const src = h("input.in", { id: "pop-src", inputmode: "url", autocomplete: "off", placeholder: "https://…" });
  const alt = h("input.in", { id: "pop-alt", autocomplete: "off" });
  src.value = now.src ?? ""; alt.value = now.alt ?? "";
  const put = () => {
    const address = clean(src.value);
    close();
    if (address) editor.chain().focus().setImage({ src: address, alt: alt.value.trim() || null, title: now.title ?? null }).run();
  };
  const form = h("div.pop-form", { onkeydown: (/** @type {KeyboardEvent} */ e) => { if (e.key === "Enter") { e.preventDefault(); put(); } } },
    h("label", { for: "pop-src" }, "Address of the picture"), src,
    h("label", { for: "pop-alt" }, "What it shows, in one sentence"), alt,
    h("div.btns", null, h("button.btn.slim", { type: "button", onclick: put }, now.src ? "Change the picture" : "Put the picture")));
  const close = openPopup(editor, "Picture", form);
}
