// One generation as it arrives. EventSource reconnects by itself; what arrived twice is dropped, what is missing is asked for again.

/**
 * @typedef {{ state: string, say?: string, words?: number, cost?: string | null, changes?: string[], copied?: boolean }} StreamState
 * @param {string} url @param {{ text: (whole: string) => void, state: (state: StreamState) => void }} on
 */
export function follow(url, on) {
  let text = "", over = false, tries = 0, timer = 0;
  /** @type {EventSource | null} */
  let source = null;
  const FINAL = ["finished", "failed", "refused", "cancelled", "interrupted"];

  function open() {
    const address = new URL(url, location.href);
    address.searchParams.set("offset", String(text.length));
    source = new EventSource(address);
    source.addEventListener("text", (e) => {
      const data = JSON.parse(e.data);
      const end = Number(e.lastEventId) || data.offset + data.text.length;
      const start = end - data.text.length;
      if (start > text.length) return again(); // a piece is missing
      if (end > text.length) { text += data.text.slice(text.length - start); tries = 0; on.text(text); }
    });
    source.addEventListener("state", (e) => {
      const data = JSON.parse(e.data);
      if (FINAL.includes(data.state)) close();
      on.state(data);
    });
    // Closed for good (an error page, a sign-in): try again by hand, slower each time.
    source.onerror = () => { if (source?.readyState === EventSource.CLOSED) again(); };
  }
  function again() {
    source?.close();
    if (!over) timer = window.setTimeout(open, Math.min(30_000, 500 * 2 ** tries++));
  }
  function close() { over = true; clearTimeout(timer); source?.close(); }
  open();
  return { close };
}
