import type { PageLinks, PageMeta } from "./generated/types.js";
/** A page of a list. */
export interface Page<T> {
    data: T[];
    meta: PageMeta;
    links: PageLinks;
}
/** What was answered, with its entity tag. */
export interface Answer<T> {
    /** Undefined when the caller's is still good. */
    value: T | undefined;
    /** For `If-None-Match` and `If-Match`. */
    etag: string | undefined;
    /** What the caller has is still good (304). */
    isSame: boolean;
}
