import type { Answer } from "./pages.js";
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
type Headed = Call & {
    ifMatch?: string;
    idempotencyKey?: string | undefined;
    headers?: Record<string, string>;
};
/** Sends and hears: entity tags, problems, waiting when told to, old addresses. Everything else of the client is made of it. */
export declare class Wire {
    #private;
    readonly root: URL;
    constructor(address: string | URL, options: QuestOptions);
    /** The whole address of something that begins at the root of the house; it throws for what leads elsewhere, as a key would go along. */
    addressOf(fromRoot: string | URL): URL;
    /** What stands at an address: asked for with the tag of what is kept, and taken from there when that is still good. */
    get<T>(from: string, call?: Call): Promise<T>;
    /** The same with the tag of what the caller has; nothing is kept for it here. */
    ask<T>(from: string, etag?: string, call?: Call): Promise<Answer<T>>;
    text(from: string, call?: Call): Promise<string>;
    /** A change. */
    send<T>(method: string, to: string, sent: object | undefined, call?: Headed): Promise<Answer<T>>;
    /** All that stands on a page and on those that follow it. */
    through<T>(from: string, call?: Call): AsyncGenerator<T, void, undefined>;
    /** The answer of a stream as soon as it begins; not tried again here. */
    open(from: string, headers: Record<string, string>, signal: AbortSignal): Promise<Response>;
}
/** A part of a path. */
export declare const segment: (part: string | number) => string;
/** The query of an address: nothing of what is undefined, lists as repeated names, conditions as `filter[field][operator]`. */
export declare function asked(query?: object): string;
/** Waits; an end of the signal ends it at once. */
export declare function pause(milliseconds: number, signal?: AbortSignal | null): Promise<void>;
export {};
