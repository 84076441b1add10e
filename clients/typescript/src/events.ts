import type { QuestEvent } from "./generated/types.js";
import { QuestProblem } from "./problems.js";
import { pause, type Wire } from "./wire.js";

/** Of a caller that follows a site. */
export interface Following {
  /** The id of the last event that was handled, or `meta.next` of `listChanges`; without it the stream begins now. */
  since?: string | undefined;
  signal?: AbortSignal | undefined;
}

const silence = 30_000;
const longestPause = 60_000;

/** The events behind an address for as long as the caller reads: lines that break are taken up behind the last event. */
export async function* follow(wire: Wire, address: string, { since, signal }: Following): AsyncGenerator<QuestEvent, void, undefined> {
  let last = since;
  let failures = 0;
  while (true) {
    signal?.throwIfAborted();
    const line = new AbortController();
    const stop = (): void => line.abort(signal?.reason);
    signal?.addEventListener("abort", stop, { once: true });
    let advised: number | undefined;
    try {
      const answer = await wire.open(address, last === undefined ? {} : { "last-event-id": last }, line.signal);
      for await (const block of blocksOf(answer, () => line.abort(new DOMException("It was silent for too long.", "TimeoutError")))) {
        failures = 0;
        advised = block.retry ?? advised;
        last = block.id ?? last;
        if (block.data !== undefined) yield JSON.parse(block.data) as QuestEvent;
      }
    } catch (cut) {
      signal?.throwIfAborted();
      // What passes by itself is waited for; the rest is the caller's to hear, as a resync.
      if (cut instanceof QuestProblem ? cut.status !== 429 && cut.status < 500 : !(cut instanceof TypeError || (cut instanceof DOMException && cut.name === "TimeoutError"))) throw cut;
      advised = undefined;
    } finally {
      signal?.removeEventListener("abort", stop);
      line.abort();
    }
    await pause(advised ?? Math.min(longestPause, 1000 * 2 ** Math.min(failures++, 6)) * (0.5 + Math.random() / 2), signal);
  }
}

interface Block {
  id?: string;
  data?: string;
  retry?: number;
}

/** What stands between two empty lines. A line that says nothing for too long, not even a comment, is given up. */
async function* blocksOf(answer: Response, giveUp: () => void): AsyncGenerator<Block, void, undefined> {
  let block: Block = {};
  for await (const line of linesOf(answer.body!, giveUp)) {
    if (line === "") {
      if (block.id !== undefined || block.data !== undefined || block.retry !== undefined) yield block;
      block = {};
      continue;
    }
    const colon = line.indexOf(":");
    const field = colon < 0 ? line : line.slice(0, colon);
    const value = colon < 0 ? "" : line.slice(colon + 1).replace(/^ /, "");
    if (field === "id") block.id = value;
    else if (field === "data") block.data = block.data === undefined ? value : `${block.data}\n${value}`;
    else if (field === "retry" && /^\d+$/.test(value)) block.retry = Number(value);
  }
  if (block.retry !== undefined) yield { retry: block.retry };
}

async function* linesOf(body: ReadableStream<Uint8Array>, giveUp: () => void): AsyncGenerator<string, void, undefined> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let rest = "";
  try {
    while (true) {
      const dead = setTimeout(giveUp, silence);
      const { done, value } = await reader.read().finally(() => clearTimeout(dead));
      if (done) return;
      const lines = (rest + decoder.decode(value, { stream: true })).split(/\r\n|\n/);
      rest = lines.pop()!;
      yield* lines;
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}
