// Passkeys: one is added on "Signing in", and signs in at the door. The house says what to ask the authenticator and judges its answer; this only carries both.
const forms = /** @type {HTMLFormElement[]} */ ([...document.querySelectorAll("form[data-passkey]")]);
const able = typeof PublicKeyCredential === "function" && "parseCreationOptionsFromJSON" in PublicKeyCredential && "parseRequestOptionsFromJSON" in PublicKeyCredential;

/** @type {AbortController | undefined} */
let waiting;

/** What the house wants asked. @param {HTMLFormElement} form */
async function asked(form) {
  const answer = await fetch(form.dataset.ask ?? "", { method: "POST", headers: { Accept: "application/json" }, body: new URLSearchParams(/** @type {any} */ (new FormData(form))) });
  const said = await answer.json();
  if (!answer.ok) throw new Error(said.detail);
  return said;
}

/** One question at a time: a new one ends the one before. @param {HTMLFormElement} form @param {boolean} quietly */
async function credentialFor(form, quietly) {
  waiting?.abort();
  const now = waiting = new AbortController();
  const options = await asked(form);
  now.signal.throwIfAborted();
  return form.dataset.passkey === "create"
    ? navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options), signal: now.signal })
    : navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options), signal: now.signal, ...(quietly ? { mediation: /** @type {const} */ ("conditional") } : {}) });
}

/** @param {unknown} fault */
function inWords(fault) {
  const name = fault instanceof Error ? fault.name : "";
  if (name === "NotAllowedError") return "It was cancelled, or took too long.";
  if (name === "InvalidStateError") return "This device holds a passkey of yours already.";
  if (name === "SecurityError") return "Passkeys work at this site’s own address only.";
  return fault instanceof Error && name === "Error" ? fault.message : "Your browser could not do it. Try once more.";
}

/** @param {HTMLFormElement} form @param {boolean} quietly */
async function ask(form, quietly) {
  const say = form.querySelector("[data-passkey-say]");
  if (say) say.textContent = "";
  try {
    const credential = await credentialFor(form, quietly);
    if (!credential) return;
    const remember = /** @type {HTMLInputElement | null} */ (document.querySelector("input[type=checkbox][name=Remember]"));
    const put = (/** @type {string} */ name, /** @type {string} */ value) => { const field = form.elements.namedItem(name); if (field instanceof HTMLInputElement) field.value = value; };
    put("Credential", JSON.stringify(credential));
    if (remember) put("Remember", String(remember.checked));
    form.submit();
  } catch (fault) {
    // Nobody asked for what goes on quietly, and what was broken off here says nothing.
    if (say && !quietly && !(fault instanceof DOMException && fault.name === "AbortError")) say.textContent = inWords(fault);
  }
}

for (const form of forms) {
  if (!able) { form.hidden = true; continue; }
  form.addEventListener("submit", (e) => { e.preventDefault(); if (form.reportValidity()) ask(form, false); });
  // Where the browser offers passkeys in the field of the address, it waits for a choice there.
  if (form.dataset.passkey === "get") PublicKeyCredential.isConditionalMediationAvailable?.().then((yes) => { if (yes) ask(form, true); });
}
