// A list that a <details> opens over the page (the sites) closes as everything that opens does: with Escape, or by going elsewhere.
export function closeChoosers() {
  const open = () => /** @type {HTMLDetailsElement | null} */ (document.querySelector("details.site[open]"));
  document.addEventListener("keydown", (e) => {
    const list = e.key === "Escape" ? open() : null;
    if (!list) return;
    list.open = false;
    list.querySelector("summary")?.focus();
    e.preventDefault();
  });
  for (const event of ["pointerdown", "focusin"]) document.addEventListener(event, (e) => { const list = open(); if (list && !list.contains(/** @type {Node} */ (e.target))) list.open = false; });
}
