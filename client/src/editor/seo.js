// How a search engine will show the article, and the address suggested from its title.
import { h } from "./dom.js";
import { createMeter } from "./gauge.js";

/** @param {string} title */
export const slugOf = (title) => title.normalize("NFKD").replace(/\p{M}/gu, "").replace(/ß/g, "ss").replace(/[Øø]/g, "o").replace(/[Łł]/g, "l").replace(/[Ææ]/g, "ae")
  .toLowerCase().replace(/['’]/g, "").replace(/[^a-z0-9]+/g, "-").replace(/^-+|-+$/g, "").slice(0, 96).replace(/-+$/, "");

/** @param {HTMLFormElement} form @param {HTMLElement | null} place */
export function createSearchPreview(form, place) {
  const value = (/** @type {string} */ name) => /** @type {any} */ (form.elements.namedItem(name))?.value?.trim() ?? "";
  const [u, t, d] = [h("p.u"), h("p.t"), h("p.d")];
  const title = createMeter("Title, up to 60", 80, 25, 60);
  const description = createMeter("Description, 120 to 155", 200, 120, 155);
  place?.replaceChildren(h("div.serp", null, u, t, d), title.el, description.el);
  const draw = () => {
    const shownTitle = value("SeoTitle") || value("Title"), shownText = value("SeoDescription") || value("Summary");
    u.textContent = [form.dataset.siteHost, value("Slug")].filter(Boolean).join(" › ");
    t.textContent = shownTitle || "The title stands here";
    d.textContent = shownText || "The summary stands here until a description is written.";
    title.set(shownTitle.length);
    description.set(shownText.length);
  };
  draw();
  return draw;
}

/** While nobody touched the address and it was never live, it follows the title. @param {HTMLFormElement} form */
export function followTitle(form) {
  const slug = /** @type {HTMLInputElement | null} */ (form.elements.namedItem("Slug"));
  const title = /** @type {HTMLTextAreaElement | null} */ (form.elements.namedItem("Title"));
  if (!slug || !title || form.dataset.slugFree !== "true") return;
  let untouched = !slug.value || slug.value === slugOf(title.value);
  slug.addEventListener("input", () => { untouched = slug.value === ""; });
  title.addEventListener("input", () => { if (untouched) slug.value = slugOf(title.value); });
}
