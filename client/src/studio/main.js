// Every page of the studio: light or dark, the palette, and the keys. No page needs it to work.
import { keepTheme } from "./theme.js";
import { openPalette, watchPalette } from "./palette.js";
import { moveRow, openRow } from "./rows.js";
import { showKeys } from "./keys.js";
import { watchBrief } from "./brief.js";
import { closeChoosers } from "./choosers.js";
import { followParts } from "./follow.js";
import { lookAgain } from "./again.js";

keepTheme();
watchPalette();
watchBrief();
closeChoosers();
followParts();
lookAgain();

// What is shown once is easily copied.
document.addEventListener("click", (e) => {
  const button = e.target instanceof HTMLElement ? e.target.closest("[data-copy]") : null;
  if (!(button instanceof HTMLElement)) return;
  const field = /** @type {HTMLInputElement} */ (document.getElementById(button.dataset.copy ?? ""));
  field.select();
  navigator.clipboard.writeText(field.value).then(() => { button.textContent = "Copied"; }, () => field.focus());
});

// A slider says its figure in words beside it.
document.addEventListener("input", (e) => {
  const slider = e.target;
  const said = slider instanceof HTMLInputElement && slider.type === "range" ? document.querySelector(`output[for="${slider.id}"]`) : null;
  if (said) said.textContent = Number(/** @type {HTMLInputElement} */ (slider).value).toLocaleString("en-US");
});

const typing = (/** @type {EventTarget | null} */ el) => el instanceof HTMLElement && (el.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(el.tagName) && !/^(checkbox|radio|button|submit)$/.test(/** @type {any} */ (el).type));

document.addEventListener("keydown", (e) => {
  if (e.defaultPrevented || e.isComposing) return;
  if ((e.ctrlKey || e.metaKey) && !e.shiftKey && !e.altKey && e.key.toLowerCase() === "k") { e.preventDefault(); openPalette(); return; }
  if (e.ctrlKey || e.metaKey || e.altKey || typing(e.target) || document.querySelector(":popover-open, dialog[open]")) return;
  const go = {
    j: () => moveRow(1), k: () => moveRow(-1), Enter: () => e.target === document.body && openRow(),
    n: () => { const link = /** @type {HTMLElement | null} */ (document.querySelector("[data-new-article]")); link?.click(); return Boolean(link); },
    "/": () => { const field = /** @type {HTMLInputElement | null} */ (document.querySelector("[data-search], .search input")); field?.focus(); field?.select(); return Boolean(field); },
    "?": () => { showKeys(); return true; },
  }[e.key];
  if (go?.()) e.preventDefault();
});
