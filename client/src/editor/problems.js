// What the server refused, beside the field it is about.
import { h } from "./dom.js";

const NAMES = /** @type {Record<string, string>} */ ({ "": "Body", title: "Title", summary: "Summary", body: "Body", slug: "Slug", seotitle: "SeoTitle", seodescription: "SeoDescription", kind: "Kind", category: "CategoryId", categoryid: "CategoryId", tags: "Tags", bylines: "Bylines", cover: "Cover" });

/** @param {string} pointer "/seoTitle", "/tags/3" */
const keyOf = (pointer) => (pointer ?? "").replace(/^#?\//, "").split("/")[0];

/** @param {HTMLFormElement} form */
export function clearProblems(form) {
  for (const place of form.ownerDocument.querySelectorAll("[data-error-for]")) place.replaceChildren();
  for (const field of form.querySelectorAll("[aria-invalid]")) {
    field.removeAttribute("aria-invalid");
    const rest = (field.getAttribute("aria-describedby") ?? "").split(" ").filter((id) => id && !id.startsWith("problem-"));
    if (rest.length) field.setAttribute("aria-describedby", rest.join(" ")); else field.removeAttribute("aria-describedby");
  }
}

/** Shows each error at its place. @param {HTMLFormElement} form @param {{ pointer: string, detail: string }[]} errors @returns {string[]} those without a place */
export function showProblems(form, errors) {
  clearProblems(form);
  /** @type {string[]} */
  const homeless = [];
  for (const error of errors) {
    const key = keyOf(error.pointer).toLowerCase();
    const place = [...form.ownerDocument.querySelectorAll("[data-error-for]")].find((el) => el.getAttribute("data-error-for")?.toLowerCase() === key);
    const field = form.elements.namedItem(NAMES[key] ?? key);
    const control = field instanceof RadioNodeList ? /** @type {HTMLElement} */ (field[0]) : /** @type {HTMLElement | null} */ (field);
    if (!place) { homeless.push(error.detail); continue; }
    place.id ||= `problem-${key}`;
    place.append(h("span.field-problem", null, error.detail));
    control?.setAttribute("aria-invalid", "true");
    const ids = new Set((control?.getAttribute("aria-describedby") ?? "").split(" ").filter(Boolean)).add(place.id);
    control?.setAttribute("aria-describedby", [...ids].join(" "));
  }
  return homeless;
}

/** @param {Response} response @returns {Promise<any>} the problem, or an empty one */
export async function problemOf(response) {
  try { return await response.json(); } catch { return {}; }
}
