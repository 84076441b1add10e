// A picture pasted or dropped goes into the library of the site, and its address into the text.
import { problemOf } from "./problems.js";

/** @param {{ editor: () => any, form: HTMLFormElement, say: (text: string) => void }} on @returns {(files: File[], at?: number) => Promise<void>} */
export const createPictures = ({ editor, form, say }) => async (files, at) => {
  const body = new FormData();
  body.set("__RequestVerificationToken", /** @type {any} */ (form.elements.namedItem("__RequestVerificationToken")).value);
  body.set("site", form.dataset.site ?? "");
  for (const file of files) body.append("Files", file);
  say("Bringing the picture …");
  try {
    const answer = await fetch("/studio/media", { method: "POST", body, headers: { Accept: "application/json" } });
    if (!answer.ok) return say((await problemOf(answer)).detail ?? "The picture was not taken; try again.");
    const pictures = await answer.json();
    const { state, view, schema } = editor();
    const place = state.doc.resolve(Math.min(at ?? state.selection.to, state.doc.content.size));
    // A paragraph of its own, behind the one it was dropped on.
    view.dispatch(state.tr.insert(place.depth ? place.after(1) : place.pos, pictures.map((/** @type {any} */ p) => schema.nodes.paragraph.create(null, schema.nodes.image.create({ src: p.url, alt: p.alt || null })))));
    say("The picture stands in the text and in the library. Say in its alt text what it shows.");
  } catch { say("The picture could not be brought: there is no connection. Try again."); }
};
