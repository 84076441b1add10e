import type { PictureForm } from "./generated/types.js";
import type { Answer } from "./pages.js";
import { problemOf } from "./problems.js";

/** How a client behaves. */
export interface QuestOptions {
  /** A key of a site, `qk_…`; none for what anybody may read. Sent as a header, never in an address. Don't give one to a browser. */
  key?: string | undefined;
  /** How many answers are kept to be asked for with their entity tag: an unchanged one is not sent again. 256, and at most 16 million characters in all; 0 keeps none. */
  kept?: number;
  /** How often a call is tried again that was told to come later (429, and reading at 503). 3. */
  retries?: number;
  /** What a call waits for at most when it was told to come later, in milliseconds; longer is the caller's to decide. 30,000. */
  longestWait?: number;
  /** Instead of the global `fetch`. */
  fetch?: typeof fetch;
}

/** Of every call. */
export interface Call {
  signal?: AbortSignal | undefined;
}

/** Of a call that changes something that is there. */
export interface Changing extends Call {
  /** The entity tag of the version the change is made on: `etag` of an answer. */
  ifMatch: string;
}

/** Of a call that makes something. */
export interface Making extends Call {
  /** The same key with the same call makes one thing and hears the same answer, for 24 hours. */
  idempotencyKey?: string | undefined;
}

type Headed = Call & { ifMatch?: string; idempotencyKey?: string | undefined; headers?: Record<string, string> };

const mostRedirects = 3;
const mostCharacters = 16_000_000;

/** Sends and hears: entity tags, problems, waiting when told to, old addresses. Everything else of the client is made of it. */
export class Wire {
  readonly root: URL;
  readonly #options: QuestOptions;
  readonly #mostKept: number;
  #characters = 0;
  readonly #kept = new Map<string, { tag: string; text: string }>();

  constructor(address: string | URL, options: QuestOptions) {
    this.root = new URL(address);
    this.#options = options;
    // A browser keeps answers by itself, and would have to ask first whether it may send a tag to another host.
    this.#mostKept = typeof document === "undefined" ? (options.kept ?? 256) : 0;
  }

  /** The whole address of something that begins at the root of the house; it throws for what leads elsewhere, as a key would go along. */
  addressOf(fromRoot: string | URL): URL {
    const whole = new URL(fromRoot, this.root);
    if (whole.origin !== this.root.origin) throw new TypeError(`${fromRoot} is not an address of ${this.root.origin}.`);
    return whole;
  }

  /** What stands at an address: asked for with the tag of what is kept, and taken from there when that is still good. */
  async get<T>(from: string, call?: Call): Promise<T> {
    const kept = this.#kept.get(from);
    const answer = await this.#send("GET", from, undefined, { ...call, headers: kept ? { "if-none-match": kept.tag } : {} });
    if (answer.status === 304 && kept) {
      this.#keep(from, kept.tag, kept.text);
      return JSON.parse(kept.text) as T;
    }
    const text = await answer.text();
    const tag = answer.headers.get("etag");
    if (tag && !answer.headers.get("cache-control")?.includes("no-store")) this.#keep(from, tag, text);
    return JSON.parse(text) as T;
  }

  /** The same with the tag of what the caller has; nothing is kept for it here. */
  async ask<T>(from: string, etag?: string, call?: Call): Promise<Answer<T>> {
    const answer = await this.#send("GET", from, undefined, { ...call, headers: etag ? { "if-none-match": etag } : {} });
    const tag = answer.headers.get("etag") ?? undefined;
    return answer.status === 304 ? { value: undefined, etag: tag ?? etag, isSame: true } : { value: (await answer.json()) as T, etag: tag, isSame: false };
  }

  async text(from: string, call?: Call): Promise<string> {
    return (await this.#send("GET", from, undefined, { ...call })).text();
  }

  /** A change. */
  async send<T>(method: string, to: string, sent: object | undefined, call: Headed = {}): Promise<Answer<T>> {
    const headers: Record<string, string> = {};
    if (call.ifMatch !== undefined) headers["if-match"] = call.ifMatch;
    if (call.idempotencyKey !== undefined) headers["idempotency-key"] = call.idempotencyKey;
    let body: FormData | string | undefined;
    if (sent && "file" in sent) body = formOf(sent as PictureForm);
    else if (sent) {
      headers["content-type"] = "application/json";
      body = JSON.stringify(sent);
    }
    const answer = await this.#send(method, to, body, { ...call, headers });
    return { value: (await answer.json()) as T, etag: answer.headers.get("etag") ?? undefined, isSame: false };
  }

  /** All that stands on a page and on those that follow it. */
  async *through<T>(from: string, call?: Call): AsyncGenerator<T, void, undefined> {
    for (let at: string | null = from; at !== null; ) {
      const page: { data: T[]; links: { next: string | null } } = await this.get(at, call);
      yield* page.data;
      at = page.links.next;
    }
  }

  /** The answer of a stream as soon as it begins; not tried again here. */
  async open(from: string, headers: Record<string, string>, signal: AbortSignal): Promise<Response> {
    const answer = await this.#fetch(this.addressOf(from), { headers: this.#headers(headers), signal, cache: "no-store" });
    if (!answer.ok) throw await problemOf(answer);
    return answer;
  }

  async #send(method: string, to: string, body: FormData | string | undefined, call: Headed): Promise<Response> {
    const { retries = 3, longestWait = 30_000 } = this.#options;
    let [address, tries, redirects] = [this.addressOf(to), 0, 0];
    while (true) {
      // A browser follows old slugs by itself and hides where they lead; elsewhere they are followed here, so that the key goes along and stays in the house.
      const redirect = typeof document === "undefined" ? "manual" : "follow";
      const answer = await this.#fetch(address, { method, body: body ?? null, headers: this.#headers(call.headers ?? {}), signal: call.signal ?? null, redirect });
      if (answer.ok || answer.status === 304) return answer;
      const location = answer.headers.get("location");
      if (method === "GET" && answer.status === 308 && location && redirects++ < mostRedirects) {
        address = this.addressOf(new URL(location, address));
        continue;
      }
      const comesLater = answer.status === 429 || (answer.status === 503 && method === "GET");
      const wait = comesLater ? waitOf(answer, ++tries) : Infinity;
      if (tries > retries || wait > longestWait) throw await problemOf(answer);
      await answer.body?.cancel();
      await pause(wait, call.signal);
    }
  }

  #fetch(address: URL, request: RequestInit): Promise<Response> {
    return (this.#options.fetch ?? fetch)(address, request);
  }

  #headers(more: Record<string, string>): Record<string, string> {
    return this.#options.key ? { authorization: `Bearer ${this.#options.key}`, ...more } : more;
  }

  // The ones asked for longest ago go first: a Map keeps the order in which things were put into it.
  #keep(address: string, tag: string, text: string): void {
    if (this.#mostKept <= 0) return;
    this.#drop(address);
    this.#kept.set(address, { tag, text });
    this.#characters += text.length;
    for (const oldest of this.#kept.keys()) {
      if (this.#kept.size <= this.#mostKept && this.#characters <= mostCharacters) return;
      this.#drop(oldest);
    }
  }

  #drop(address: string): void {
    this.#characters -= this.#kept.get(address)?.text.length ?? 0;
    this.#kept.delete(address);
  }
}

/** A part of a path. */
export const segment = (part: string | number): string => encodeURIComponent(part);

/** The query of an address: nothing of what is undefined, lists as repeated names, conditions as `filter[field][operator]`. */
export function asked(query: object = {}): string {
  const pairs: string[] = [];
  const add = (name: string, value: unknown): void => {
    if (value === undefined || value === null) return;
    if (Array.isArray(value)) for (const one of value) add(name, one);
    else if (typeof value === "object") for (const [part, one] of Object.entries(value)) add(`${name}[${part}]`, one);
    else pairs.push(`${encodeURIComponent(name)}=${encodeURIComponent(String(value))}`);
  };
  for (const [name, value] of Object.entries(query)) add(name, value);
  return pairs.length ? `?${pairs.join("&")}` : "";
}

/** Waits; an end of the signal ends it at once. */
export function pause(milliseconds: number, signal?: AbortSignal | null): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(signal.reason);
    const stop = (): void => {
      clearTimeout(timer);
      reject(signal?.reason);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener("abort", stop);
      resolve();
    }, milliseconds);
    signal?.addEventListener("abort", stop, { once: true });
  });
}

// What it says, in seconds or as a date; without a word a second, then two, then four.
function waitOf(answer: Response, tries: number): number {
  const said = answer.headers.get("retry-after");
  if (!said) return 1000 * 2 ** (tries - 1);
  const seconds = Number(said);
  return Number.isFinite(seconds) ? seconds * 1000 : Math.max(0, Date.parse(said) - Date.now()) || 0;
}

function formOf(picture: PictureForm): FormData {
  const form = new FormData();
  form.append("file", picture.file, "picture");
  if (picture.alt !== undefined) form.append("alt", picture.alt);
  if (picture.credit !== undefined) form.append("credit", picture.credit);
  return form;
}
