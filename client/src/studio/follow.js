// A part of the page that waits for Claude: when the request has ended, that part alone is fetched again; what is typed elsewhere stays.
const FINAL = ["finished", "failed", "refused", "cancelled", "interrupted"];

export function followParts() {
  for (const part of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-follow]"))) {
    const source = new EventSource(part.dataset.follow ?? "");
    source.addEventListener("state", async (e) => {
      if (!FINAL.includes(JSON.parse(e.data).state)) return;
      source.close();
      const page = await fetch(location.href, { headers: { Accept: "text/html" } }).then((r) => (r.ok ? r.text() : "")).catch(() => "");
      const fresh = new DOMParser().parseFromString(page, "text/html").getElementById(part.id);
      if (fresh) part.replaceWith(fresh);
    });
  }
}
