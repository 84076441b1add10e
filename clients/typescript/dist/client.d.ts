import { type Following } from "./events.js";
import { HouseOperations, ManagementOperations, SiteOperations } from "./generated/operations.js";
import type { QuestEvent } from "./generated/types.js";
import type { Answer } from "./pages.js";
import { type Call, type QuestOptions } from "./wire.js";
/**
 * A house of Quest CMS, seen by a program.
 * ```ts
 * const quest = new QuestClient("https://cms.example.org");
 * for await (const article of quest.site("relocation").allArticles()) console.log(article.title);
 * ```
 */
export declare class QuestClient extends HouseOperations {
    /** `address`: where the house is, `https://cms.example.org`. */
    constructor(address: string | URL, options?: QuestOptions);
    /** One site, by its slug: its articles, its events. */
    site(slug: string): QuestSite;
    /** What a key with the scopes `preview` and `write` may do on a site. No key approves, rejects or publishes what a person has not approved. */
    management(slug: string): ManagementOperations;
    /** Asks an address of the API, such as `data.url` of an event, with the entity tag of what the caller has. Nothing is kept for it here. */
    ask<T>(address: string, etag?: string, options?: Call): Promise<Answer<T>>;
    /** The whole address of something that begins at the root of the house, as pictures do. */
    addressOf(fromRoot: string): string;
    /** The HTML of an article with addresses that begin at the root of the house (pictures, links within the site) made whole, so that it can be shown anywhere. All else stays as it is. */
    withWholeAddresses(html: string): string;
}
/** One site of a house. */
export declare class QuestSite extends SiteOperations {
    /**
     * What happens on the site, as it happens and for as long as the caller reads: lines that break are taken up behind the last event, nothing is told twice or left out. Keep the `id` of the last event you handled
     * where a restart finds it, and begin with it.
     * @throws {QuestResync} It can't be read on from there: fetch everything, then follow from the end.
     * @throws {QuestProblem} The site can't be read. What passes by itself is waited for instead.
     */
    follow(options?: Following): AsyncGenerator<QuestEvent, void, undefined>;
    /**
     * Keeps a copy of the site fresh, in the order that leaves nothing out: where the log ends, everything, then each event from there on; and from the beginning when the log began anew. Ends when `signal` does.
     * What `handle` throws ends all.
     */
    mirror(fetchEverything: () => Promise<void>, handle: (event: QuestEvent) => Promise<void> | void, options?: Call): Promise<never>;
}
