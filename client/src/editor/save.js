// Autosave: one request at a time, everything typed is kept in this browser first, and a kept text goes away
// only when the server has acknowledged a version that contains it.
import { h, clock } from "./dom.js";
import { createShelf } from "./shelf.js";
import { clearProblems, showProblems, problemOf } from "./problems.js";

const REST = 1200, AT_LEAST = 10_000, KEEP = 300, SKIP = new Set(["Version", "__RequestVerificationToken"]);
const TOO_LONG = "The text is over 200 KB and is kept in this browser. Shorten it or move a part into an article of its own; it is saved as soon as it fits.";

/** @param {{ form: HTMLFormElement, flush: () => void, say: (...parts: (Node | string)[]) => void, onSaved: (answer: any) => void, put: (fields: [string, string][]) => void }} page */
export function createSaver({ form, flush, say: sayTo, onSaved, put }) {
  // What the saver said is taken back when it is no longer true; what others said stays.
  let said = false;
  const say = (/** @type {(Node | string)[]} */ ...parts) => { const empty = parts.every((p) => p === ""); if (empty && !said) return; said = !empty; sayTo(...parts); };
  const shelf = createShelf(form.dataset.article ?? "", form.dataset.person ?? "");
  const shown = form.ownerDocument.querySelector("[data-save-state]");
  const versionField = /** @type {HTMLInputElement} */ (form.elements.namedItem("Version"));
  /** @type {string[]} */
  let pastes = [];
  /** @type {string[]} Proposals taken and not yet acknowledged. */
  let taking = [];
  let acknowledged = "", running = false, named = false, failures = 0, dirtySince = 0, timer = 0, keepTimer = 0, resolveUrl = "", blocked = false;
  /** @type {Promise<void>} */
  let inFlight = Promise.resolve();

  const fields = () => /** @type {[string, string][]} */ ([...new FormData(form)].filter(([name, value]) => !SKIP.has(name) && typeof value === "string"));
  const frozen = () => form.dataset.frozen === "true";
  const snapshot = () => { flush(); return fields(); };
  const version = () => Number(versionField.value);
  const changed = () => JSON.stringify(snapshot()) !== acknowledged;
  const keep = (state = snapshot()) => shelf.put({ version: version(), fields: state, pastes, taking: taking[0] ?? null });

  /** @param {"saved" | "saving" | "kept" | "two"} state @param {any} [at] */
  function show(state, at) {
    if (!shown) return;
    shown.setAttribute("data-is", state);
    if (state === "saved") shown.textContent = `Saved ${clock(at ?? new Date())}`;
    else if (state === "saving") shown.textContent = "Saving";
    else if (state === "kept") shown.textContent = "Offline, kept here";
    else shown.replaceChildren(h("a.t-wait", { href: resolveUrl, onclick: openResolve }, "Two versions"));
  }
  async function openResolve(/** @type {Event} */ e) {
    e.preventDefault();
    await save();
    location.assign(resolveUrl);
  }

  /** Something changed: it is kept at once and sent when the writer rests. */
  function touch() {
    if (frozen()) return;
    dirtySince ||= Date.now();
    blocked = false;
    clearTimeout(timer);
    timer = window.setTimeout(save, Math.max(0, Math.min(REST, dirtySince + AT_LEAST - Date.now())));
    keepTimer ||= window.setTimeout(() => { keepTimer = 0; if (changed()) keep(); }, KEEP);
  }
  const retry = (/** @type {number} */ ms) => { clearTimeout(timer); timer = window.setTimeout(save, ms); };
  const backoff = () => Math.min(30_000, 1000 * 2 ** failures++);

  /** @param {{ named?: boolean }} [wish] @returns {Promise<void>} */
  function save(wish = {}) {
    named ||= wish.named === true;
    if (frozen()) return Promise.resolve();
    if (running) return (inFlight = inFlight.then(() => save()));
    const state = snapshot();
    if (JSON.stringify(state) === acknowledged && !named && !taking.length) { dirtySince = 0; return Promise.resolve(); }
    running = true;
    return (inFlight = send(state).finally(() => {
      running = false;
      if (!blocked && !failures && (named || taking.length || changed())) touch();
    }));
  }

  /** @param {[string, string][]} state */
  async function send(state) {
    clearTimeout(timer);
    const sent = { key: JSON.stringify(state), pastes: [...pastes], taking: taking[0] ?? null, named };
    const stored = keep(state);
    show(resolveUrl ? "two" : "saving");
    named = false;
    let response;
    try { response = await post(sent.taking ? "Take" : "Save", version(), state, sent); }
    catch { named ||= sent.named; return offline(stored, backoff()); }
    if (response.ok && !response.redirected) return saved(await response.json(), sent);
    named ||= sent.named;
    await refused(response, stored, sent);
  }

  /** @param {string} handler @param {number} base @param {[string, string][]} state @param {{ pastes: string[], taking: string | null, named: boolean }} more */
  function post(handler, base, state, more) {
    const body = new URLSearchParams(state);
    body.set("Version", String(base));
    body.set("pastes", JSON.stringify(more.pastes));
    body.set("named", String(more.named));
    if (more.taking) body.set("taking", more.taking);
    body.set("__RequestVerificationToken", /** @type {any} */ (form.elements.namedItem("__RequestVerificationToken"))?.value ?? "");
    const text = body.toString();
    // A small body outlives the page; a browser refuses more than 64 KB there.
    return fetch(`${location.pathname}?handler=${handler}`, { method: "POST", body, headers: { Accept: "application/json" }, keepalive: text.length < 60_000 });
  }

  /** @param {any} answer @param {{ key: string, pastes: string[], taking: string | null, named: boolean }} sent */
  function saved(answer, sent) {
    versionField.value = String(answer.version);
    acknowledged = sent.key;
    pastes = pastes.slice(sent.pastes.length);
    if (sent.taking) taking = taking.filter((id) => id !== sent.taking);
    failures = 0; dirtySince = 0; resolveUrl = ""; blocked = false;
    clearProblems(form);
    if (changed() || pastes.length || taking.length) keep(); else shelf.clear();
    show("saved", answer.savedAt);
    say(sent.named ? `Saved at ${clock(answer.savedAt)}. This text is now a revision in History.` : "");
    onSaved(answer);
  }

  /** @param {boolean} stored @param {number} wait */
  function offline(stored, wait) {
    show(resolveUrl ? "two" : "kept");
    if (!stored) say("This browser has no room left to keep the text. Copy it to a safe place before you close the page.");
    retry(wait);
  }

  /** @param {Response} response @param {boolean} stored @param {{ key: string, taking: string | null, named: boolean }} sent */
  async function refused(response, stored, sent) {
    if (response.status >= 500 || response.status === 429) return offline(stored, Math.max(backoff(), 1000 * Number(response.headers.get("Retry-After") ?? 0)));
    const problem = await problemOf(response);
    failures = 0; dirtySince = 0; blocked = true; named = false;
    if (response.status === 409 && problem.code === "article.stale") return twoVersions(problem, sent);
    show("kept");
    if (response.redirected || response.status === 401) {
      const signIn = `${form.dataset.signIn ?? "/sign-in"}?returnUrl=${encodeURIComponent(location.pathname)}`;
      return say("You are signed out. Your text is kept in this browser; sign in and it is saved. ", h("a", { href: signIn }, "Sign in"));
    }
    if (response.status === 413) return say(problem.detail ?? TOO_LONG, problem.detail ? " It is kept in this browser; it is saved as soon as it fits." : "");
    if (response.status === 400 && problem.errors) {
      const homeless = showProblems(form, problem.errors);
      return say([problem.detail, ...homeless].filter(Boolean).join(" "));
    }
    if (sent.taking) taking = taking.filter((id) => id !== sent.taking);
    say(problem.detail ?? `The server did not take this text (${response.status}). It is kept in this browser.`);
  }

  /** The server keeps what was sent as this person's own copy, so the browser need not. @param {any} problem @param {{ key: string }} sent */
  function twoVersions(problem, sent) {
    resolveUrl = problem.resolveUrl ?? "";
    if (JSON.stringify(snapshot()) === sent.key) shelf.clear();
    acknowledged = sent.key;
    show("two");
    say(`${problem.detail ?? "Someone else saved this article meanwhile; both versions are kept."} `, h("a", { href: resolveUrl, onclick: openResolve }, "Compare the two versions"));
  }

  /** A text this browser kept from an earlier visit. */
  async function takeUpKept() {
    const kept = shelf.get();
    if (!kept) return;
    if (JSON.stringify(kept.fields) === acknowledged) return shelf.clear(kept);
    pastes = kept.pastes ?? [];
    taking = kept.taking ? [kept.taking] : [];
    if (kept.version === version()) {
      put(kept.fields);
      say(`The text this browser kept at ${clock(kept.at)} is back and is being saved.`);
      return save();
    }
    // The article went on without it: offered with its old version, so that the server keeps it beside the newer one.
    const sent = { key: JSON.stringify(kept.fields), pastes, taking: taking[0] ?? null, named: false };
    const response = await post(sent.taking ? "Take" : "Save", kept.version, kept.fields, sent).catch(() => null);
    if (!response) { say(`A text this browser kept at ${clock(kept.at)} is not saved yet; it is offered again when there is a network.`); addEventListener("online", takeUpKept, { once: true }); return; }
    const problem = response.ok ? null : await problemOf(response);
    pastes = []; taking = [];
    if (response.ok && !response.redirected) { put(kept.fields); saved(await response.json(), sent); shelf.clear(kept); }
    else if (problem?.code === "article.stale") { resolveUrl = problem.resolveUrl; shelf.clear(kept); twoVersions(problem, { key: acknowledged }); }
    else say(problem?.detail ?? "A text this browser kept is not saved yet. It stays kept here.");
  }

  return {
    touch, save,
    start() { acknowledged = JSON.stringify(snapshot()); return frozen() ? Promise.resolve() : takeUpKept(); },
    /** @param {string} id */
    take(id) { taking.push(id); blocked = false; return save(); },
    /** @param {string} text */
    pasted(text) { if (pastes.length < 20) pastes.push(text.slice(0, 20_000)); },
    /** The page is hidden or left: keep, then send what can still be sent. */
    leave() { if (!frozen() && changed()) { keep(); save(); } },
    wake() { if (!frozen() && (failures || changed())) { failures = 0; save(); } },
    get unkept() { return !frozen() && shelf.full && changed(); },
    get settled() { return frozen() || !changed(); },
    get version() { return version(); },
  };
}
