import { problemOf } from "./problems.js";
const mostRedirects = 3;
const mostCharacters = 16_000_000;
/** Sends and hears: entity tags, problems, waiting when told to, old addresses. Everything else of the client is made of it. */
export class Wire {
    root;
    #options;
    #mostKept;
    #characters = 0;
    #kept = new Map();
    constructor(address, options) {
        this.root = new URL(address);
        this.#options = options;
        // A browser keeps answers by itself, and would have to ask first whether it may send a tag to another host.
        this.#mostKept = typeof document === "undefined" ? (options.kept ?? 256) : 0;
    }
    /** The whole address of something that begins at the root of the house; it throws for what leads elsewhere, as a key would go along. */
    addressOf(fromRoot) {
        const whole = new URL(fromRoot, this.root);
        if (whole.origin !== this.root.origin)
            throw new TypeError(`${fromRoot} is not an address of ${this.root.origin}.`);
        return whole;
    }
    /** What stands at an address: asked for with the tag of what is kept, and taken from there when that is still good. */
    async get(from, call) {
        const kept = this.#kept.get(from);
        const answer = await this.#send("GET", from, undefined, { ...call, headers: kept ? { "if-none-match": kept.tag } : {} });
        if (answer.status === 304 && kept) {
            this.#keep(from, kept.tag, kept.text);
            return JSON.parse(kept.text);
        }
        const text = await answer.text();
        const tag = answer.headers.get("etag");
        if (tag && !answer.headers.get("cache-control")?.includes("no-store"))
            this.#keep(from, tag, text);
        return JSON.parse(text);
    }
    /** The same with the tag of what the caller has; nothing is kept for it here. */
    async ask(from, etag, call) {
        const answer = await this.#send("GET", from, undefined, { ...call, headers: etag ? { "if-none-match": etag } : {} });
        const tag = answer.headers.get("etag") ?? undefined;
        return answer.status === 304 ? { value: undefined, etag: tag ?? etag, isSame: true } : { value: (await answer.json()), etag: tag, isSame: false };
    }
    async text(from, call) {
        return (await this.#send("GET", from, undefined, { ...call })).text();
    }
    /** A change. */
    async send(method, to, sent, call = {}) {
        const headers = {};
        if (call.ifMatch !== undefined)
            headers["if-match"] = call.ifMatch;
        if (call.idempotencyKey !== undefined)
            headers["idempotency-key"] = call.idempotencyKey;
        let body;
        if (sent && "file" in sent)
            body = formOf(sent);
        else if (sent) {
            headers["content-type"] = "application/json";
            body = JSON.stringify(sent);
        }
        const answer = await this.#send(method, to, body, { ...call, headers });
        return { value: (await answer.json()), etag: answer.headers.get("etag") ?? undefined, isSame: false };
    }
    /** All that stands on a page and on those that follow it. */
    async *through(from, call) {
        for (let at = from; at !== null;) {
            const page = await this.get(at, call);
            yield* page.data;
            at = page.links.next;
        }
    }
    /** The answer of a stream as soon as it begins; not tried again here. */
    async open(from, headers, signal) {
        const answer = await this.#fetch(this.addressOf(from), { headers: this.#headers(headers), signal, cache: "no-store" });
        if (!answer.ok)
            throw await problemOf(answer);
        return answer;
    }
    async #send(method, to, body, call) {
        const { retries = 3, longestWait = 30_000 } = this.#options;
        let [address, tries, redirects] = [this.addressOf(to), 0, 0];
        while (true) {
            // A browser follows old slugs by itself and hides where they lead; elsewhere they are followed here, so that the key goes along and stays in the house.
            const redirect = typeof document === "undefined" ? "manual" : "follow";
            const answer = await this.#fetch(address, { method, body: body ?? null, headers: this.#headers(call.headers ?? {}), signal: call.signal ?? null, redirect });
            if (answer.ok || answer.status === 304)
                return answer;
            const location = answer.headers.get("location");
            if (method === "GET" && answer.status === 308 && location && redirects++ < mostRedirects) {
                address = this.addressOf(new URL(location, address));
                continue;
            }
            const comesLater = answer.status === 429 || (answer.status === 503 && method === "GET");
            const wait = comesLater ? waitOf(answer, ++tries) : Infinity;
            if (tries > retries || wait > longestWait)
                throw await problemOf(answer);
            await answer.body?.cancel();
            await pause(wait, call.signal);
        }
    }
    #fetch(address, request) {
        return (this.#options.fetch ?? fetch)(address, request);
    }
    #headers(more) {
        return this.#options.key ? { authorization: `Bearer ${this.#options.key}`, ...more } : more;
    }
    // The ones asked for longest ago go first: a Map keeps the order in which things were put into it.
    #keep(address, tag, text) {
        if (this.#mostKept <= 0)
            return;
        this.#drop(address);
        this.#kept.set(address, { tag, text });
        this.#characters += text.length;
        for (const oldest of this.#kept.keys()) {
            if (this.#kept.size <= this.#mostKept && this.#characters <= mostCharacters)
                return;
            this.#drop(oldest);
        }
    }
    #drop(address) {
        this.#characters -= this.#kept.get(address)?.text.length ?? 0;
        this.#kept.delete(address);
    }
}
/** A part of a path. */
export const segment = (part) => encodeURIComponent(part);
/** The query of an address: nothing of what is undefined, lists as repeated names, conditions as `filter[field][operator]`. */
export function asked(query = {}) {
    const pairs = [];
    const add = (name, value) => {
        if (value === undefined || value === null)
            return;
        if (Array.isArray(value))
            for (const one of value)
                add(name, one);
        else if (typeof value === "object")
            for (const [part, one] of Object.entries(value))
                add(`${name}[${part}]`, one);
        else
            pairs.push(`${encodeURIComponent(name)}=${encodeURIComponent(String(value))}`);
    };
    for (const [name, value] of Object.entries(query))
        add(name, value);
    return pairs.length ? `?${pairs.join("&")}` : "";
}
/** Waits; an end of the signal ends it at once. */
export function pause(milliseconds, signal) {
    return new Promise((resolve, reject) => {
        if (signal?.aborted)
            return reject(signal.reason);
        const stop = () => {
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
function waitOf(answer, tries) {
    const said = answer.headers.get("retry-after");
    if (!said)
        return 1000 * 2 ** (tries - 1);
    const seconds = Number(said);
    return Number.isFinite(seconds) ? seconds * 1000 : Math.max(0, Date.parse(said) - Date.now()) || 0;
}
function formOf(picture) {
    const form = new FormData();
    form.append("file", picture.file, "picture");
    if (picture.alt !== undefined)
        form.append("alt", picture.alt);
    if (picture.credit !== undefined)
        form.append("credit", picture.credit);
    return form;
}
//# sourceMappingURL=wire.js.map