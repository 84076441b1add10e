// Parts of a page that will be different in a while: as long as one of them says so, and the page is seen, they are fetched again and what changed is put in.
const SECONDS = 3;

const waiting = () => /** @type {HTMLElement[]} */ ([...document.querySelectorAll("[data-again]")]);

export function lookAgain() {
  if (waiting().length > 0) window.setTimeout(() => void look(new Map(waiting().map((part) => [part.id, part.innerHTML]))), 1000 * SECONDS);
}

/** @param {Map<string, string>} shown What the server said of each part. */
async function look(shown) {
  if (document.visibilityState === "visible") {
    const page = await fetch(location.href, { headers: { Accept: "text/html" } }).then((r) => (r.ok ? r.text() : "")).catch(() => "");
    const anew = new DOMParser().parseFromString(page, "text/html");
    for (const part of waiting()) {
      const fresh = anew.getElementById(part.id);
      if (!fresh) continue;
      const html = fresh.innerHTML;
      if (html === shown.get(part.id) && fresh.hasAttribute("data-again")) continue;
      shown.set(part.id, html);
      const open = [...part.querySelectorAll("details")].map((d) => d.open);
      part.replaceWith(fresh);
      fresh.querySelectorAll("details").forEach((d, n) => { d.open = open[n] ?? d.open; });
    }
  }
  if (waiting().length > 0) window.setTimeout(() => void look(shown), 1000 * SECONDS);
}
