// Tries an address of the API from its page: what the form says is asked, what came is shown. Everything else on that page works without this.
for (const form of document.querySelectorAll("form[data-try]")) {
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const { path = "", method = "GET" } = form.dataset;
    const data = new FormData(form);
    let address = path;
    const query = new URLSearchParams();
    const headers = {};
    for (const [name, value] of data) {
      if (typeof value !== "string" || value === "") continue;
      if (name.startsWith("path:")) address = address.replace(`{${name.slice(5)}}`, encodeURIComponent(value));
      else if (name.startsWith("header:")) headers[name.slice(7)] = value;
      else if (name === "body") headers["Content-Type"] = "application/json";
      else query.append(name.slice(6), value);
    }
    const asked = query.size > 0 ? `${address}?${query}` : address;
    const out = form.querySelector("output");
    out.replaceChildren(line(`${method} ${asked}`));
    try {
      const answer = await fetch(asked, { method, headers, body: method === "GET" ? undefined : data.get("body") || undefined, credentials: "omit" });
      const text = await answer.text();
      out.append(line(`${answer.status} ${answer.statusText}`), block([...answer.headers].map(([n, v]) => `${n}: ${v}`).join("\n")), block(pretty(text)));
    } catch {
      out.append(line("No answer came. Is the house still there?"));
    }
  });
}

/** @param {string} text */
function line(text) {
  const p = document.createElement("p");
  p.textContent = text;
  return p;
}

/** @param {string} text */
function block(text) {
  const pre = document.createElement("pre");
  pre.tabIndex = 0;
  pre.textContent = text.length > 40_000 ? `${text.slice(0, 40_000)}\n…` : text;
  return pre;
}

/** @param {string} text */
function pretty(text) {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}
