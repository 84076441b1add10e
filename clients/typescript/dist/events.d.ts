import type { QuestEvent } from "./generated/types.js";
import { type Wire } from "./wire.js";
/** Of a caller that follows a site. */
export interface Following {
    /** The id of the last event that was handled, or `meta.next` of `listChanges`; without it the stream begins now. */
    since?: string | undefined;
    signal?: AbortSignal | undefined;
}
/** The events behind an address for as long as the caller reads: lines that break are taken up behind the last event. */
export declare function follow(wire: Wire, address: string, { since, signal }: Following): AsyncGenerator<QuestEvent, void, undefined>;
