// A server that answers as Quest does, for trying the editor by itself: node harness/server.mjs [quest.css] [port]
import { createServer } from "node:http";
import { readFile } from "node:fs/promises";
import { existsSync } from "node:fs";

const here = new URL("./", import.meta.url), web = new URL("../../src/Web/wwwroot/", import.meta.url);
const CSP = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' https: data:; connect-src 'self'; font-src 'self'; form-action 'self'; base-uri 'none'";
const TYPES = { js: "text/javascript", css: "text/css", html: "text/html", json: "application/json", svg: "image/svg+xml", woff2: "font/woff2" };
export const PROPOSAL = "Pay all the visa fees in one transfer: cash is refused.\n\nThe paper that fails most often is the **birth certificate**, which must carry an apostille.\n\n- Bring two copies\n- Bring a pen\n";
export const ARTICLE = "Most families plan the move in the wrong order. They find a flat, then a school, then read what the consulate wants to see.\n\nThis guide takes the steps in the order that works, with the figures of this autumn.\n\n## What the visa costs a family of four\n\nThe consulate counts the whole household: one application for each person, one appointment for all of you, and a fee that nobody refunds when a birth certificate turns out to be older than six months.\n\n| What | For whom | Euro |\n| --- | --- | ---: |\n| Visa fee at the consulate | 4 × €110 | 440 |\n| Residence permit | 4 × €160 | 640 |\n\n<div class=\"note\">\nA note in HTML\n</div>\n\n## The school comes before the flat\n\nState schools take children all year, by address. See {{ site.fees }} for the rest.\n\nSo write to three schools first.\n";

/** One article per address, so that trials do not meet. */
export function start({ css, port = 0, delay = 60 } = {}) {
  const articles = new Map(), generations = new Map(), log = [];
  const article = (id) => articles.get(id) ?? articles.set(id, { version: 42, title: "Moving to Lisbon with a family", summary: "What the visa costs, why the school comes before the flat, and how the first ninety days really go.", body: ARTICLE, slug: "moving-to-lisbon-with-a-family", next: [], proposals: [], frozen: false }).get(id);
  const esc = (s) => String(s).replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");
  const json = (res, status, body, more = {}) => { res.writeHead(status, { "content-type": status < 400 ? "application/json" : "application/problem+json", ...more }); res.end(JSON.stringify(body)); };
  const generation = (text, speed = 20) => { const id = `g${generations.size + 1}`; generations.set(id, { id, text, sent: 0, state: "running", speed, begun: Date.now(), drops: 0 }); return generations.get(id); };

  async function page(res, id, url) {
    const a = article(id), panel = url.searchParams.get("panel") === "1";
    const html = await readFile(new URL("edit.html", here), "utf8");
    const fill = { ARTICLE: id, VERSION: a.version, TITLE: a.title, SUMMARY: a.summary, BODY: a.body, SLUG: a.slug, SLUGFREE: "true", FROZEN: a.frozen, PROPOSALS: JSON.stringify(a.proposals), OPEN: panel ? " open" : "", OTHER: panel ? 0 : 1, PANELWORD: panel ? "Close the panel" : "Beside the text" };
    const tools = '<section class="tools" aria-label="Writing tools"><div data-toolbar></div></section>';
    const raw = { TOOLSCLOSED: panel ? "" : tools, TOOLSOPEN: panel ? tools : "", SIDEHIDDEN: panel ? "" : "hidden", OUTLINE: panel ? "" : '<nav class="outline" aria-label="Outline" data-outline><h2>Outline</h2></nav>', BESIDE: panel ? "" : '<aside class="beside" aria-label="Beside the text"><a href="?panel=1" class="t-wait"><svg class="i" viewBox="0 0 16 16" aria-hidden="true"><path d="M8 2.2 14.3 13.2H1.7zM8 6.5v3M8 11.4h.01"/></svg><span><span data-checks-count>2</span> checks to fix</span></a></aside>' };
    res.writeHead(200, { "content-type": "text/html; charset=utf-8", "content-security-policy": CSP });
    res.end(html.replace(/@@(\w+)@@/g, (_, key) => key in raw ? raw[key] : esc(fill[key])));
  }
  function stream(req, res, g, url) {
    let at = Math.max(Number(req.headers["last-event-id"] ?? 0), Number(url.searchParams.get("offset") ?? 0));
    res.writeHead(200, { "content-type": "text/event-stream", "cache-control": "no-store" });
    const send = (event, data, id) => res.write(`${id === undefined ? "" : `id: ${id}\n`}event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
    const begun = g.resumed ??= Date.now();
    let pieces = 0;
    const tick = setInterval(() => {
      const arrived = g.state === "running" ? Math.min(g.text.length, Math.floor((Date.now() - begun) / g.speed) * 6) : g.cut ?? g.text.length;
      if (arrived > at) { send("text", { offset: at, text: g.text.slice(at, arrived) }, arrived); at = arrived; }
      if (g.dropAfter && ++pieces === g.dropAfter) { g.dropAfter = 0; g.drops++; clearInterval(tick); return res.destroy(); }
      if (g.state === "running" && arrived === g.text.length) g.state = "finished";
      if (g.state !== "running") { send("state", { state: g.state, say: g.state === "finished" ? "Claude’s proposal is complete." : "Claude was stopped; what had arrived is here.", words: g.text.split(/\s+/).length, cost: "$0.011" }); clearInterval(tick); res.end(); }
      else send("state", { state: "running", words: g.text.slice(0, at).split(/\s+/).length, cost: null });
    }, 20);
    req.on("close", () => clearInterval(tick));
  }
  async function post(req, res, id, url) {
    let text = ""; for await (const chunk of req) text += chunk;
    const form = new URLSearchParams(text), handler = url.searchParams.get("handler"), a = article(id);
    log.push({ id, handler, form, at: Date.now() });
    if (form.get("__RequestVerificationToken") !== "token-of-the-harness") return json(res, 400, { detail: "The form has no token." });
    if (handler === "Preview") { res.writeHead(200, { "content-type": "text/html" }); return res.end(`<p>Preview of ${form.get("Body").length} characters.</p>`); }
    if (handler === "Ask") {
      const planned = a.next.shift();
      if (planned) return json(res, planned.status, planned.body);
      const g = generation(PROPOSAL, a.speed);
      g.dropAfter = a.dropAfter; a.dropAfter = 0;
      return json(res, 202, { id: g.id, streamUrl: `/studio/generations/${g.id}/events`, kind: "passage" });
    }
    if (handler === "Stop") { const g = generations.get(form.get("generation")); g.cut = Math.min(g.text.length, Math.floor((Date.now() - (g.resumed ?? Date.now())) / g.speed) * 6); g.state = "cancelled"; return json(res, 200, {}); }
    if (handler === "Leave") return json(res, 200, {});
    await new Promise((done) => setTimeout(done, delay));
    const planned = a.next.shift();
    if (planned) { if (planned.theirs) { a.version++; a.body = planned.theirs; } return json(res, planned.status, planned.body, planned.headers); }
    if (Number(form.get("Version")) !== a.version) { a.side = form.get("Body"); return json(res, 409, { code: "article.stale", detail: "Demo publisher saved version 44 at 14:38; yours is kept beside it.", version: a.version, by: "Demo publisher", at: "2026-11-24T14:38:00Z", resolveUrl: "/studio/articles/resolve/1" }); }
    Object.assign(a, { version: a.version + 1, title: form.get("Title"), summary: form.get("Summary"), body: form.get("Body").replace(/\r\n/g, "\n"), slug: form.get("Slug") });
    json(res, 200, { version: a.version, savedAt: new Date().toISOString(), words: 1048, minutes: 5, checks: [{ level: "bad", title: "A figure without a source", say: "", field: "body", quote: "a fee that nobody refunds" }, { level: "bad", title: "The cover has no description", say: "Say in one sentence what it shows.", field: "cover", quote: null }, { level: "warn", title: "One sentence of 43 words", say: "Can stay; readers stumble from 35 on.", field: "body", quote: "The consulate counts the whole household" }, { level: "ok", title: "Length" }, { level: "ok", title: "Headings" }, { level: "ok", title: "7 links alive" }] });
  }
  const server = createServer(async (req, res) => {
    try {
      const url = new URL(req.url, "http://127.0.0.1");
      const edit = /^\/edit\/([\w-]+)$/.exec(url.pathname), events = /^\/studio\/generations\/(\w+)\/events$/.exec(url.pathname);
      if (edit) return req.method === "POST" ? await post(req, res, edit[1], url) : await page(res, edit[1], url);
      if (events) return stream(req, res, generations.get(events[1]), url);
      if (url.pathname === "/submitted") { let t = ""; for await (const c of req) t += c; log.push({ handler: "submitted", form: new URLSearchParams(t) }); return res.end("submitted"); }
      if (url.pathname === "/blank") { res.writeHead(200, { "content-type": "text/html", "content-security-policy": CSP }); return res.end("<!doctype html><title>blank</title>"); }
      const file = url.pathname === "/css/quest.css" && css ? css : /^\/(css|lib|fonts)\/[\w.-]+$/.test(url.pathname) ? new URL(url.pathname.slice(1), web) : null;
      if (!file || !existsSync(file)) { res.writeHead(404); return res.end(); }
      res.writeHead(200, { "content-type": TYPES[url.pathname.split(".").at(-1)] ?? "application/octet-stream", "content-security-policy": CSP });
      res.end(await readFile(file));
    } catch (error) { console.error(error); res.writeHead(500); res.end(); }
  });
  return new Promise((done) => server.listen(port, "127.0.0.1", () => done({ url: `http://127.0.0.1:${server.address().port}`, article, generation, log, close: () => { server.closeAllConnections(); server.close(); } })));
}

if (process.argv[1] === new URL(import.meta.url).pathname) {
  const s = await start({ css: process.argv[2], port: Number(process.argv[3] ?? 5180) });
  console.log(`${s.url}/edit/first`);
}
