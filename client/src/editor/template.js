// Where Claude cannot be had, the outline of the kind's template stands in.

/** @param {any} page { editor, keeper, saver, say } @returns {(source: string, at: number) => void} puts it into the text at a place */
export const createTemplate = ({ editor, keeper, saver, say }) => (source, at) => {
  editor.chain().focus().insertContentAt(at, keeper.learn(source).map((/** @type {any} */ n) => n.toJSON())).run();
  // Its words are the template's, not the writer's: the server is told so.
  saver.take("template");
  say("The outline of the template stands in the text. Ctrl Z takes it out again.");
};

/** The outline of a kind, as Markdown. @param {HTMLFormElement} form @returns {Promise<string | null>} null without a network */
export async function outlineOf(form) {
  const kind = /** @type {any} */ (form.elements.namedItem("Kind"))?.value ?? "";
  const response = await fetch(`${location.pathname}?handler=Outline&kind=${encodeURIComponent(kind)}`).catch(() => null);
  return response?.ok ? response.text() : null;
}
