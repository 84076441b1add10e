import type { Answer, Page } from "../pages.js";
import { type Call, type Changing, type Making, type Wire } from "../wire.js";
import type * as t from "./types.js";
export declare class HouseOperations {
    protected readonly wire: Wire;
    constructor(wire: Wire);
    /** The sites this caller may read. */
    listSites(options?: Call): Promise<t.SiteList>;
    /** One article that is not published yet, by a link that was given out. In the shape of an article, with what is not decided yet as null. Nobody keeps it: `private, no-store`. A link that opens nothing is 403, and never the published text. @throws {QuestProblem} codes: preview.refused. */
    getPreview(token: string, options?: Call): Promise<unknown>;
    /** The keys that provenance cards are and were signed with. A JSON Web Key Set (RFC 7517) of Ed25519 keys (RFC 8037). A key that signs no more stays here, so that every card that was ever given out can be checked. */
    listProvenanceKeys(options?: Call): Promise<t.ProvenanceKeys>;
    /** This document. */
    getOpenApi(options?: Call): Promise<unknown>;
}
export declare class SiteOperations {
    protected readonly wire: Wire;
    readonly slug: string;
    constructor(wire: Wire, slug: string);
    /** A site: its languages, categories and counts. @throws {QuestProblem} codes: site.not_found. */
    getSite(options?: Call): Promise<t.Site>;
    /** Bylines that articles have. By slug, paged by key. @throws {QuestProblem} codes: limit.range, cursor.invalid, site.not_found. */
    listAuthors(query?: t.ListAuthorsQuery, options?: Call): Promise<Page<t.Author>>;
    /** Bylines that articles have, page after page. By slug, paged by key. @throws {QuestProblem} codes: limit.range, cursor.invalid, site.not_found. */
    allAuthors(query?: t.ListAuthorsQuery, options?: Call): AsyncGenerator<t.Author, void, undefined>;
    /** Categories that articles stand on. By slug, paged by key. @throws {QuestProblem} codes: limit.range, cursor.invalid, site.not_found. */
    listCategories(query?: t.ListCategoriesQuery, options?: Call): Promise<Page<t.Taxon>>;
    /** Categories that articles stand on, page after page. By slug, paged by key. @throws {QuestProblem} codes: limit.range, cursor.invalid, site.not_found. */
    allCategories(query?: t.ListCategoriesQuery, options?: Call): AsyncGenerator<t.Taxon, void, undefined>;
    /** Addresses that articles had. By slug, paged by key. @throws {QuestProblem} codes: limit.range, cursor.invalid, site.not_found. */
    listRedirects(query?: t.ListRedirectsQuery, options?: Call): Promise<Page<t.Redirect>>;
    /** Addresses that articles had, page after page. By slug, paged by key. @throws {QuestProblem} codes: limit.range, cursor.invalid, site.not_found. */
    allRedirects(query?: t.ListRedirectsQuery, options?: Call): AsyncGenerator<t.Redirect, void, undefined>;
    /** Tags that articles have. By slug, paged by key. @throws {QuestProblem} codes: limit.range, cursor.invalid, site.not_found. */
    listTags(query?: t.ListTagsQuery, options?: Call): Promise<Page<t.Taxon>>;
    /** Tags that articles have, page after page. By slug, paged by key. @throws {QuestProblem} codes: limit.range, cursor.invalid, site.not_found. */
    allTags(query?: t.ListTagsQuery, options?: Call): AsyncGenerator<t.Taxon, void, undefined>;
    /** A list: narrowed, searched, sorted, paged by key. Newest first, the best match first with `q`. `links.next` leads on; publishing while you page neither repeats nor skips. A sort by what a publication changes (`updatedAt`, `title`, `score`) shows an article where it stands when its page is read. @throws {QuestProblem} codes: field.unknown, include.unknown, body.unknown, limit.range, cursor.invalid, sort.unknown, sort.repeated, sort.needs_q, filter.malformed, filter.field, filter.operator, filter.empty, filter.value, filter.too_short, filter.too_many, kind.unknown, score.malformed, time.malformed, id.malformed, tag.malformed, q.too_long, site.not_found. */
    listArticles(query?: t.ListArticlesQuery, options?: Call): Promise<Page<t.ListedArticle>>;
    /** A list: narrowed, searched, sorted, paged by key, page after page. Newest first, the best match first with `q`. `links.next` leads on; publishing while you page neither repeats nor skips. A sort by what a publication changes (`updatedAt`, `title`, `score`) shows an article where it stands when its page is read. @throws {QuestProblem} codes: field.unknown, include.unknown, body.unknown, limit.range, cursor.invalid, sort.unknown, sort.repeated, sort.needs_q, filter.malformed, filter.field, filter.operator, filter.empty, filter.value, filter.too_short, filter.too_many, kind.unknown, score.malformed, time.malformed, id.malformed, tag.malformed, q.too_long, site.not_found. */
    allArticles(query?: t.ListArticlesQuery, options?: Call): AsyncGenerator<t.ListedArticle, void, undefined>;
    /** A list: narrowed, searched, sorted, paged by key: the chosen fields alone, with commas between them; a part of one as `seo.title`. Newest first, the best match first with `q`. `links.next` leads on; publishing while you page neither repeats nor skips. A sort by what a publication changes (`updatedAt`, `title`, `score`) shows an article where it stands when its page is read. @throws {QuestProblem} codes: field.unknown, include.unknown, body.unknown, limit.range, cursor.invalid, sort.unknown, sort.repeated, sort.needs_q, filter.malformed, filter.field, filter.operator, filter.empty, filter.value, filter.too_short, filter.too_many, kind.unknown, score.malformed, time.malformed, id.malformed, tag.malformed, q.too_long, site.not_found. */
    pickArticles(fields: string, query?: t.ListArticlesQuery, options?: Call): Promise<Page<t.PartOfArticle>>;
    /** One article by its id. @throws {QuestProblem} codes: field.unknown, include.unknown, body.unknown, article.not_found, site.not_found, not_found, article.gone. */
    getArticle(id: string, query?: t.GetArticleQuery, options?: Call): Promise<t.Article>;
    /** One article by its id: the chosen fields alone, with commas between them; a part of one as `seo.title`. @throws {QuestProblem} codes: field.unknown, include.unknown, body.unknown, article.not_found, site.not_found, not_found, article.gone. */
    pickArticle(id: string, fields: string, query?: t.GetArticleQuery, options?: Call): Promise<t.PartOfArticle>;
    /** One article by its slug. A slug that the article had before leads to the one it has. @throws {QuestProblem} codes: field.unknown, include.unknown, body.unknown, article.not_found, site.not_found, not_found, article.gone. */
    getArticleBySlug(slug: string, query?: t.GetArticleBySlugQuery, options?: Call): Promise<t.Article>;
    /** One article by its slug: the chosen fields alone, with commas between them; a part of one as `seo.title`. A slug that the article had before leads to the one it has. @throws {QuestProblem} codes: field.unknown, include.unknown, body.unknown, article.not_found, site.not_found, not_found, article.gone. */
    pickArticleBySlug(slug: string, fields: string, query?: t.GetArticleBySlugQuery, options?: Call): Promise<t.PartOfArticle>;
    /** Who wrote and reviewed an article, with what: signed. A JSON Web Signature (RFC 7515, flattened; Ed25519 by RFC 8037) over the card, with the card beside it for those who only read. To be sure, check the signature with a key of `/provenance/keys` and read what stands in `payload`. It is made when the article is published and tells of that publication. @throws {QuestProblem} codes: article.not_found, site.not_found, not_found, provenance.not_made, article.gone. */
    getProvenance(id: string, options?: Call): Promise<t.SignedCard>;
    /** Similar articles. By the tags they share, the category, and words of the title; the most similar first. @throws {QuestProblem} codes: field.unknown, limit.range, article.not_found, site.not_found, not_found, article.gone. */
    listRelatedArticles(id: string, query?: t.ListRelatedArticlesQuery, options?: Call): Promise<Page<t.ListedArticle>>;
    /** Similar articles: the chosen fields alone, with commas between them; a part of one as `seo.title`. By the tags they share, the category, and words of the title; the most similar first. @throws {QuestProblem} codes: field.unknown, limit.range, article.not_found, site.not_found, not_found, article.gone. */
    pickRelatedArticles(id: string, fields: string, query?: t.ListRelatedArticlesQuery, options?: Call): Promise<Page<t.PartOfArticle>>;
    /** Published articles, the best match first, with passages and figures. What stands in a title comes before what stands in a summary, a heading, the text; the fresher of two alike comes first. Where few articles have every word, those that have most of them follow. `match` holds the title and a passage as pieces of plain text. Counts are over the newest 2,000 matches. @throws {QuestProblem} codes: q.missing, q.too_long, year.malformed, field.unknown, limit.range, cursor.invalid, filter.malformed, filter.field, filter.operator, filter.empty, filter.value, filter.too_short, filter.too_many, kind.unknown, score.malformed, time.malformed, id.malformed, tag.malformed, site.not_found. */
    search(query: t.SearchQuery, options?: Call): Promise<t.SearchList>;
    /** Published articles, the best match first, with passages and figures, page after page. What stands in a title comes before what stands in a summary, a heading, the text; the fresher of two alike comes first. Where few articles have every word, those that have most of them follow. `match` holds the title and a passage as pieces of plain text. Counts are over the newest 2,000 matches. @throws {QuestProblem} codes: q.missing, q.too_long, year.malformed, field.unknown, limit.range, cursor.invalid, filter.malformed, filter.field, filter.operator, filter.empty, filter.value, filter.too_short, filter.too_many, kind.unknown, score.malformed, time.malformed, id.malformed, tag.malformed, site.not_found. */
    allSearch(query: t.SearchQuery, options?: Call): AsyncGenerator<t.FoundArticle, void, undefined>;
    /** Titles and words that begin like what is being typed. @throws {QuestProblem} codes: q.missing, q.too_long, site.not_found. */
    suggest(query: t.SuggestQuery, options?: Call): Promise<t.Suggestions>;
    /** Every event of a site in order: how it catches up. Without `since` from the first event that is kept. `meta.next` is the cursor to go on from, also when nothing came. @throws {QuestProblem} codes: cursor.invalid, limit.range, site.not_found, resync. */
    listChanges(query?: t.ListChangesQuery, options?: Call): Promise<t.ChangeList>;
    /** Atom. @throws {QuestProblem} codes: site.not_found. */
    getAtom(options?: Call): Promise<string>;
    /** JSON Feed 1.1. @throws {QuestProblem} codes: site.not_found. */
    getJsonFeed(options?: Call): Promise<unknown>;
    /** RSS 2.0. @throws {QuestProblem} codes: site.not_found. */
    getRss(options?: Call): Promise<string>;
    /** What the site is, for programs that read. @throws {QuestProblem} codes: site.not_found. */
    getLlmsText(options?: Call): Promise<string>;
    /** The site map; an index of parts above 50,000 pieces. @throws {QuestProblem} codes: part.unknown, site.not_found. */
    getSiteMap(query?: t.GetSiteMapQuery, options?: Call): Promise<string>;
}
export declare class ManagementOperations {
    protected readonly wire: Wire;
    readonly slug: string;
    constructor(wire: Wire, slug: string);
    /** Working copies of the site, last changed first. */
    listManagedArticles(query?: t.ListManagedArticlesQuery, options?: Call): Promise<t.ManagedRowPage>;
    /** Working copies of the site, last changed first, page after page. */
    allManagedArticles(query?: t.ListManagedArticlesQuery, options?: Call): AsyncGenerator<t.ManagedRow, void, undefined>;
    /** Write a new article. */
    writeNewArticle(sent: t.ManagedTextSent, options?: Making): Promise<Answer<t.ManagedStanding>>;
    /** What lies in the bin, put there last first. */
    listBin(query?: t.ListBinQuery, options?: Call): Promise<t.ManagedBinnedPage>;
    /** What lies in the bin, put there last first, page after page. */
    allBin(query?: t.ListBinQuery, options?: Call): AsyncGenerator<t.ManagedBinned, void, undefined>;
    /** What was asked of Claude on the site, newest first. */
    listGenerations(query?: t.ListGenerationsQuery, options?: Call): Promise<t.ManagedGenerationPage>;
    /** What was asked of Claude on the site, newest first, page after page. */
    allGenerations(query?: t.ListGenerationsQuery, options?: Call): AsyncGenerator<t.ManagedGeneration, void, undefined>;
    /** Ask Claude for a proposal in an article. */
    askForGeneration(sent: t.ManagedAskSent, options?: Making): Promise<Answer<t.ManagedAsked>>;
    /** Pictures of the library, newest first. */
    listMedia(query?: t.ListMediaQuery, options?: Call): Promise<t.ManagedPicturePage>;
    /** Pictures of the library, newest first, page after page. */
    allMedia(query?: t.ListMediaQuery, options?: Call): AsyncGenerator<t.ManagedPicture, void, undefined>;
    /** Bring a picture: multipart/form-data with file, alt and credit. */
    addMedia(picture: t.PictureForm, options?: Making): Promise<Answer<t.ManagedBrought>>;
    /** The webhooks of the site, those told of events first. */
    listWebhooks(options?: Call): Promise<Answer<t.ManagedWebhooks>>;
    /** Have events sent to an address; the secret is in this answer alone. */
    addWebhook(sent: t.ManagedWebhookTermsSent, options?: Making): Promise<Answer<t.ManagedMadeWebhook>>;
    /** Put an article into the bin. */
    binArticle(id: string, options: Changing): Promise<Answer<t.ManagedStanding>>;
    /** One working copy with everything known of it. */
    readManagedArticle(id: string, options?: Call): Promise<Answer<t.ManagedArticle>>;
    /** Put another text into the working copy. */
    rewriteArticle(id: string, sent: t.ManagedText, options: Changing): Promise<Answer<t.ManagedStanding>>;
    /** One request and what came of it. */
    readGeneration(id: string, options?: Call): Promise<Answer<t.ManagedGenerationText>>;
    /** One picture with everything known of it. */
    readMedia(id: string, options?: Call): Promise<Answer<t.ManagedPicture>>;
    /** Take it away for good, with its secret and its log. */
    removeWebhook(id: string, options: Changing): Promise<Answer<string>>;
    /** One webhook, never its secret. */
    readWebhook(id: string, options?: Call): Promise<Answer<t.ManagedWebhook>>;
    /** Say anew where events go, and which. */
    changeWebhook(id: string, sent: t.ManagedWebhookTerms, options: Changing): Promise<Answer<t.ManagedWebhook>>;
    /** Take it out of the archive. */
    unarchiveArticle(id: string, options: Changing): Promise<Answer<t.ManagedStanding>>;
    /** Put it out of the way. */
    archiveArticle(id: string, options: Changing): Promise<Answer<t.ManagedStanding>>;
    /** Take an article out of the bin. */
    restoreArticle(id: string, options: Changing): Promise<Answer<t.ManagedStanding>>;
    /** The revisions of an article, newest first. */
    listRevisions(id: string, query?: t.ListRevisionsQuery, options?: Call): Promise<t.ManagedRevisionPage>;
    /** The revisions of an article, newest first, page after page. */
    allRevisions(id: string, query?: t.ListRevisionsQuery, options?: Call): AsyncGenerator<t.ManagedRevision, void, undefined>;
    /** Drop the plan that waits. */
    cancelSchedule(id: string, options: Changing): Promise<Answer<t.ManagedStanding>>;
    /** Plan that a revision a person approved goes live at a time, or that the article goes offline. */
    scheduleArticle(id: string, sent: t.ManagedPlanSent, options: Changing): Promise<Answer<t.ManagedStanding>>;
    /** Hand the working copy to the reviewers. */
    submitArticle(id: string, sent: t.ManagedNoteSent | undefined, options: Changing): Promise<Answer<t.ManagedStanding>>;
    /** Take it from its readers. */
    unpublishArticle(id: string, options: Changing): Promise<Answer<t.ManagedStanding>>;
    /** Take it back before anyone decided. */
    withdrawArticle(id: string, options: Changing): Promise<Answer<t.ManagedStanding>>;
    /** What was sent to it, or waits, newest first. */
    listWebhookDeliveries(id: string, query?: t.ListWebhookDeliveriesQuery, options?: Call): Promise<t.ManagedDeliveryPage>;
    /** What was sent to it, or waits, newest first, page after page. */
    allWebhookDeliveries(id: string, query?: t.ListWebhookDeliveriesQuery, options?: Call): AsyncGenerator<t.ManagedDelivery, void, undefined>;
    /** Send it nothing more, nor what waits. */
    disableWebhook(id: string, options: Changing): Promise<Answer<t.ManagedWebhook>>;
    /** Tell it of what happens from now on. */
    enableWebhook(id: string, options: Changing): Promise<Answer<t.ManagedWebhook>>;
    /** Send what happened in a span and was not taken again, in order; 1,000 events at most. */
    resendWebhooks(id: string, sent: t.ManagedSpanSent, options?: Call): Promise<Answer<t.ManagedResent>>;
    /** Make a new secret, which is in this answer alone; the former one fits for 24 hours more, unless it ends at once. */
    rotateWebhookSecret(id: string, sent: t.ManagedRotationSent | undefined, options: Changing): Promise<Answer<t.ManagedMadeWebhook>>;
    /** Have one event of the type endpoint.test sent, also to a disabled one. */
    testWebhook(id: string, options?: Call): Promise<Answer<t.ManagedDelivery>>;
    /** One revision as it was frozen. */
    readRevision(id: string, number: number, options?: Call): Promise<Answer<t.ManagedRevisionText>>;
    /** One delivery with its attempts and what was answered. */
    readWebhookDelivery(id: string, delivery: string, options?: Call): Promise<Answer<t.ManagedDeliveryWithAttempts>>;
    /** Send one again, now, with the same webhook-id. */
    resendWebhookDelivery(id: string, delivery: string, options?: Call): Promise<Answer<t.ManagedDelivery>>;
}
