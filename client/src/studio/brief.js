// The brief while it is written: in a sentence, what Claude will be asked. The form works without.
export function watchBrief() {
  const form = /** @type {HTMLFormElement | null} */ (document.querySelector("[data-brief]"));
  const say = document.querySelector("[data-brief-say]");
  if (!form || !say) return;
  const field = (/** @type {string} */ name) => /** @type {HTMLInputElement} */ (form.elements.namedItem(name))?.value.trim() ?? "";
  const strong = (/** @type {string} */ text) => Object.assign(document.createElement("em"), { textContent: text });
  const lines = (/** @type {string} */ name) => field(name).split("\n").filter((line) => line.trim()).length;
  const things = (/** @type {number} */ n) => `${n} ${n === 1 ? "thing" : "things"}`;
  // A field's words inside a sentence: without their last full stop, small at the beginning unless they are a name.
  const inside = (/** @type {string} */ name) => field(name).replace(/[.\s]+$/, "").replace(/^(The|A|An|What|How|Why|When|Where|Which|Parents|People)\b/, (word) => word.toLowerCase());

  function tell() {
    const words = Number(field("Words")).toLocaleString("en");
    const said = ["Write a ", strong(field("Kind").toLowerCase()), " of about ", strong(`${words} words`), field("Topic") ? " on " : "", field("Topic") ? strong(inside("Topic")) : "",
      field("Audience") ? ", for " : "", field("Audience") ? strong(inside("Audience")) : "", ". ",
      field("Angle") ? "Argue that " : "", field("Angle") ? strong(inside("Angle")) : "", field("Angle") ? ". " : "",
      lines("MustSay") ? `Say ${things(lines("MustSay"))} for certain. ` : "", lines("MustNotSay") ? `Leave out ${things(lines("MustNotSay"))}. ` : "",
      field("Sources") ? "Use the sources first and mark whatever comes from elsewhere." : ""];
    say?.replaceChildren(...said.filter((part) => part !== ""));
  }
  form.addEventListener("input", tell);
  tell();
}
