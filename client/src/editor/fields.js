// The plain fields of the form: what a kept text puts back, the title's one line, and forms that wait for the save.

/** @param {HTMLFormElement} form @param {[string, string][]} fields */
export function fillForm(form, fields) {
  /** @type {Map<string, string[]>} */
  const values = new Map();
  for (const [name, value] of fields) values.set(name, [...(values.get(name) ?? []), value]);
  for (const field of /** @type {any} */ (form.elements)) {
    if (!field.name || field.name === "Version" || field.name === "__RequestVerificationToken" || field.type === "submit") continue;
    const given = values.get(field.name) ?? [];
    if (field.type === "checkbox" || field.type === "radio") field.checked = given.includes(field.value);
    else if (field.multiple) for (const option of field.options) option.selected = given.includes(option.value);
    else if (given.length) field.value = given[0];
  }
}

/** The title is one line that wraps: Enter goes on to the next field. @param {HTMLFormElement} form @param {() => void} goToText */
export function oneLine(form, goToText) {
  const title = /** @type {HTMLTextAreaElement | null} */ (form.elements.namedItem("Title"));
  const summary = /** @type {HTMLTextAreaElement | null} */ (form.elements.namedItem("Summary"));
  title?.addEventListener("keydown", (e) => { if (e.key === "Enter" && !e.isComposing) { e.preventDefault(); if (summary) summary.focus(); else goToText(); } });
  title?.addEventListener("input", () => { if (/\n/.test(title.value)) title.value = title.value.replace(/\s*\n\s*/g, " "); });
  summary?.addEventListener("keydown", (e) => { if (e.key === "Enter" && !e.shiftKey && !e.isComposing) { e.preventDefault(); goToText(); } });
  if (CSS.supports("field-sizing", "content")) return;
  for (const field of [title, summary]) {
    if (!field) continue;
    const grow = () => { field.style.height = "auto"; field.style.height = `${field.scrollHeight}px`; };
    field.addEventListener("input", grow);
    grow();
  }
}

/**
 * A form that names the version it acts on (this one, and any `form[data-after-save]`) goes out after the text is saved,
 * or it would be refused as stale by the writer's own autosave.
 * @param {HTMLFormElement} form @param {any} page { saver, flush, say }
 */
export function waitForSave(form, { saver, flush, say }) {
  let passing = false;
  form.addEventListener("formdata", flush);
  form.ownerDocument.addEventListener("submit", async (e) => {
    const target = /** @type {HTMLFormElement} */ (e.target);
    if (passing || !(target === form || target.matches("form[data-after-save]"))) return;
    e.preventDefault();
    flush();
    await saver.save();
    if (!saver.settled) return say("The text is not saved yet, so this step waits. It is kept in this browser; try again when it is saved.");
    const version = /** @type {HTMLInputElement | null} */ (target.elements.namedItem("Version"));
    if (version) version.value = String(saver.version);
    // With nothing to save all this took no time: while a form still tells of its submission, the browser ignores another.
    await new Promise((next) => setTimeout(next));
    passing = true;
    target.requestSubmit(/** @type {HTMLElement | null} */ (e.submitter));
    passing = false;
  });
}
