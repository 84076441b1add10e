// What was typed and not yet acknowledged by the server, kept in this browser. Local storage and not IndexedDB:
// it writes before the page can go away, and an article of 200 KB is far below its limit.

/** @typedef {{ version: number, fields: [string, string][], pastes: string[], taking: string | null, at: number, tab: string }} Kept */

/** @param {string} article @param {string} person */
export function createShelf(article, person) {
  const key = `quest:${article}:${person}`;
  const tab = Math.random().toString(36).slice(2);
  let full = false;
  return {
    /** @param {Omit<Kept, "at" | "tab">} kept @returns {boolean} whether the browser could keep it */
    put(kept) {
      try { localStorage.setItem(key, JSON.stringify({ ...kept, at: Date.now(), tab })); full = false; } catch { full = true; }
      return !full;
    },
    /** @returns {Kept | null} */
    get() {
      try {
        const kept = JSON.parse(localStorage.getItem(key) ?? "null");
        return kept && Array.isArray(kept.fields) ? kept : null;
      } catch { return null; }
    },
    /** Only what this page kept, or what it read at its start: another tab's text is not ours to drop. @param {Kept | null} [read] */
    clear(read) {
      try {
        const now = JSON.parse(localStorage.getItem(key) ?? "null");
        if (now && (now.tab === tab || (read && now.tab === read.tab && now.at === read.at))) localStorage.removeItem(key);
      } catch { /* storage is closed to us: there is nothing to clear */ }
    },
    get full() { return full; },
  };
}
