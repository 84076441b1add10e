// A rewritten paragraph, change by change: what stays, and what would go for what would come.
import { diffArrays } from "diff";

/** @typedef {{ same: string } | { gone: string, come: string }} Hunk */
const tokens = (/** @type {string} */ s) => s.match(/\s+|[\p{L}\p{N}]+|[^]/gu) ?? [];
const words = (/** @type {string} */ s) => s.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;

/** Null where the two have too little in common to be told apart change by change. @param {string} old @param {string} fresh @returns {Hunk[] | null} */
export function hunksOf(old, fresh) {
  const parts = diffArrays(tokens(old), tokens(fresh), { maxEditLength: 1_500 });
  if (!parts) return null;
  /** @type {any[]} */
  const hunks = [];
  let kept = 0;
  for (const part of parts) {
    const text = part.value.join("");
    const last = hunks.at(-1);
    if (!part.added && !part.removed) {
      kept += words(text);
      // One word between two changes belongs to them: nobody decides about a lone "the".
      if (last && !("same" in last) && words(text) < 2 && part !== parts.at(-1)) { last.gone += text; last.come += text; }
      else hunks.push({ same: text });
    } else if (last && !("same" in last)) last[part.added ? "come" : "gone"] += text;
    else hunks.push({ gone: part.removed ? text : "", come: part.added ? text : "" });
  }
  return hunks.some((hunk) => !("same" in hunk)) && kept >= 0.4 * Math.max(words(old), words(fresh)) ? hunks : null;
}

/** The text with the chosen changes and without the others. @param {Hunk[]} hunks @param {boolean[]} on one for each change */
export function composed(hunks, on) {
  let change = 0;
  return hunks.map((hunk) => ("same" in hunk ? hunk.same : on[change++] ? hunk.come : hunk.gone)).join("");
}
