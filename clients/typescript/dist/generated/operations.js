import { asked, segment } from "../wire.js";
export class HouseOperations {
    wire;
    constructor(wire) {
        this.wire = wire;
    }
    /** The sites this caller may read. */
    listSites(options) {
        return this.wire.get("/api/v1/sites", options);
    }
    /** One article that is not published yet, by a link that was given out. In the shape of an article, with what is not decided yet as null. Nobody keeps it: `private, no-store`. A link that opens nothing is 403, and never the published text. @throws {QuestProblem} codes: preview.refused. */
    getPreview(token, options) {
        return this.wire.get(`/api/v1/preview/${segment(token)}`, options);
    }
    /** The keys that provenance cards are and were signed with. A JSON Web Key Set (RFC 7517) of Ed25519 keys (RFC 8037). A key that signs no more stays here, so that every card that was ever given out can be checked. */
    listProvenanceKeys(options) {
        return this.wire.get("/api/v1/provenance/keys", options);
    }
    /** This document. */
    getOpenApi(options) {
        return this.wire.get("/api/v1/openapi.json", options);
    }
}
export class SiteOperations {
    wire;
    slug;
    constructor(wire, slug) {
        this.wire = wire;
        this.slug = slug;
    }
    /** A site: its languages, categories and counts. @throws {QuestProblem} codes: site.not_found. */
    getSite(options) {
        return this.wire.get(`/api/v1/sites/${segment(this.slug)}`, options);
    }
    /** Bylines that articles have. By slug, paged by key. @throws {QuestProblem} codes: limit.range, cursor.invalid, site.not_found. */
    listAuthors(query, options) {
        return this.wire.get(`/api/v1/sites/${segment(this.slug)}/authors` + asked(query), options);
    }
    /** Bylines that articles have, page after page. By slug, paged by key. @throws {QuestProblem} codes: limit.range, cursor.invalid, site.not_found. */
    allAuthors(query, options) {
        return this.wire.through(`/api/v1/sites/${segment(this.slug)}/authors` + asked(query), options);
    }
    /** Categories that articles stand on. By slug, paged by key. @throws {QuestProblem} codes: limit.range, cursor.invalid, site.not_found. */
    listCategories(query, options) {
        return this.wire.get(`/api/v1/sites/${segment(this.slug)}/categories` + asked(query), options);
    }
    /** Categories that articles stand on, page after page. By slug, paged by key. @throws {QuestProblem} codes: limit.range, cursor.invalid, site.not_found. */
    allCategories(query, options) {
        return this.wire.through(`/api/v1/sites/${segment(this.slug)}/categories` + asked(query), options);
    }
    /** Addresses that articles had. By slug, paged by key. @throws {QuestProblem} codes: limit.range, cursor.invalid, site.not_found. */
    listRedirects(query, options) {
        return this.wire.get(`/api/v1/sites/${segment(this.slug)}/redirects` + asked(query), options);
    }
    /** Addresses that articles had, page after page. By slug, paged by key. @throws {QuestProblem} codes: limit.range, cursor.invalid, site.not_found. */
    allRedirects(query, options) {
        return this.wire.through(`/api/v1/sites/${segment(this.slug)}/redirects` + asked(query), options);
    }
    /** Tags that articles have. By slug, paged by key. @throws {QuestProblem} codes: limit.range, cursor.invalid, site.not_found. */
    listTags(query, options) {
        return this.wire.get(`/api/v1/sites/${segment(this.slug)}/tags` + asked(query), options);
    }
    /** Tags that articles have, page after page. By slug, paged by key. @throws {QuestProblem} codes: limit.range, cursor.invalid, site.not_found. */
    allTags(query, options) {
        return this.wire.through(`/api/v1/sites/${segment(this.slug)}/tags` + asked(query), options);
    }
    /** A list: narrowed, searched, sorted, paged by key. Newest first, the best match first with `q`. `links.next` leads on; publishing while you page neither repeats nor skips. A sort by what a publication changes (`updatedAt`, `title`, `score`) shows an article where it stands when its page is read. @throws {QuestProblem} codes: field.unknown, include.unknown, body.unknown, limit.range, cursor.invalid, sort.unknown, sort.repeated, sort.needs_q, filter.malformed, filter.field, filter.operator, filter.empty, filter.value, filter.too_short, filter.too_many, kind.unknown, score.malformed, time.malformed, id.malformed, tag.malformed, q.too_long, site.not_found. */
    listArticles(query, options) {
        return this.wire.get(`/api/v1/sites/${segment(this.slug)}/articles` + asked(query), options);
    }
    /** A list: narrowed, searched, sorted, paged by key, page after page. Newest first, the best match first with `q`. `links.next` leads on; publishing while you page neither repeats nor skips. A sort by what a publication changes (`updatedAt`, `title`, `score`) shows an article where it stands when its page is read. @throws {QuestProblem} codes: field.unknown, include.unknown, body.unknown, limit.range, cursor.invalid, sort.unknown, sort.repeated, sort.needs_q, filter.malformed, filter.field, filter.operator, filter.empty, filter.value, filter.too_short, filter.too_many, kind.unknown, score.malformed, time.malformed, id.malformed, tag.malformed, q.too_long, site.not_found. */
    allArticles(query, options) {
        return this.wire.through(`/api/v1/sites/${segment(this.slug)}/articles` + asked(query), options);
    }
    /** A list: narrowed, searched, sorted, paged by key: the chosen fields alone, with commas between them; a part of one as `seo.title`. Newest first, the best match first with `q`. `links.next` leads on; publishing while you page neither repeats nor skips. A sort by what a publication changes (`updatedAt`, `title`, `score`) shows an article where it stands when its page is read. @throws {QuestProblem} codes: field.unknown, include.unknown, body.unknown, limit.range, cursor.invalid, sort.unknown, sort.repeated, sort.needs_q, filter.malformed, filter.field, filter.operator, filter.empty, filter.value, filter.too_short, filter.too_many, kind.unknown, score.malformed, time.malformed, id.malformed, tag.malformed, q.too_long, site.not_found. */
    pickArticles(fields, query, options) {
        return this.wire.get(`/api/v1/sites/${segment(this.slug)}/articles` + asked({ ...query, fields }), options);
    }
    /** One article by its id. @throws {QuestProblem} codes: field.unknown, include.unknown, body.unknown, article.not_found, site.not_found, not_found, article.gone. */
    getArticle(id, query, options) {
        return this.wire.get(`/api/v1/sites/${segment(this.slug)}/articles/${segment(id)}` + asked(query), options);
    }
    /** One article by its id: the chosen fields alone, with commas between them; a part of one as `seo.title`. @throws {QuestProblem} codes: field.unknown, include.unknown, body.unknown, article.not_found, site.not_found, not_found, article.gone. */
    pickArticle(id, fields, query, options) {
        return this.wire.get(`/api/v1/sites/${segment(this.slug)}/articles/${segment(id)}` + asked({ ...query, fields }), options);
    }
    /** One article by its slug. A slug that the article had before leads to the one it has. @throws {QuestProblem} codes: field.unknown, include.unknown, body.unknown, article.not_found, site.not_found, not_found, article.gone. */
    getArticleBySlug(slug, query, options) {
        return this.wire.get(`/api/v1/sites/${segment(this.slug)}/articles/by-slug/${segment(slug)}` + asked(query), options);
    }
    /** One article by its slug: the chosen fields alone, with commas between them; a part of one as `seo.title`. A slug that the article had before leads to the one it has. @throws {QuestProblem} codes: field.unknown, include.unknown, body.unknown, article.not_found, site.not_found, not_found, article.gone. */
    pickArticleBySlug(slug, fields, query, options) {
        return this.wire.get(`/api/v1/sites/${segment(this.slug)}/articles/by-slug/${segment(slug)}` + asked({ ...query, fields }), options);
    }
    /** Who wrote and reviewed an article, with what: signed. A JSON Web Signature (RFC 7515, flattened; Ed25519 by RFC 8037) over the card, with the card beside it for those who only read. To be sure, check the signature with a key of `/provenance/keys` and read what stands in `payload`. It is made when the article is published and tells of that publication. @throws {QuestProblem} codes: article.not_found, site.not_found, not_found, provenance.not_made, article.gone. */
    getProvenance(id, options) {
        return this.wire.get(`/api/v1/sites/${segment(this.slug)}/articles/${segment(id)}/provenance`, options);
    }
    /** Similar articles. By the tags they share, the category, and words of the title; the most similar first. @throws {QuestProblem} codes: field.unknown, limit.range, article.not_found, site.not_found, not_found, article.gone. */
    listRelatedArticles(id, query, options) {
        return this.wire.get(`/api/v1/sites/${segment(this.slug)}/articles/${segment(id)}/related` + asked(query), options);
    }
    /** Similar articles: the chosen fields alone, with commas between them; a part of one as `seo.title`. By the tags they share, the category, and words of the title; the most similar first. @throws {QuestProblem} codes: field.unknown, limit.range, article.not_found, site.not_found, not_found, article.gone. */
    pickRelatedArticles(id, fields, query, options) {
        return this.wire.get(`/api/v1/sites/${segment(this.slug)}/articles/${segment(id)}/related` + asked({ ...query, fields }), options);
    }
    /** Published articles, the best match first, with passages and figures. What stands in a title comes before what stands in a summary, a heading, the text; the fresher of two alike comes first. Where few articles have every word, those that have most of them follow. `match` holds the title and a passage as pieces of plain text. Counts are over the newest 2,000 matches. @throws {QuestProblem} codes: q.missing, q.too_long, year.malformed, field.unknown, limit.range, cursor.invalid, filter.malformed, filter.field, filter.operator, filter.empty, filter.value, filter.too_short, filter.too_many, kind.unknown, score.malformed, time.malformed, id.malformed, tag.malformed, site.not_found. */
    search(query, options) {
        return this.wire.get(`/api/v1/sites/${segment(this.slug)}/search` + asked(query), options);
    }
    /** Published articles, the best match first, with passages and figures, page after page. What stands in a title comes before what stands in a summary, a heading, the text; the fresher of two alike comes first. Where few articles have every word, those that have most of them follow. `match` holds the title and a passage as pieces of plain text. Counts are over the newest 2,000 matches. @throws {QuestProblem} codes: q.missing, q.too_long, year.malformed, field.unknown, limit.range, cursor.invalid, filter.malformed, filter.field, filter.operator, filter.empty, filter.value, filter.too_short, filter.too_many, kind.unknown, score.malformed, time.malformed, id.malformed, tag.malformed, site.not_found. */
    allSearch(query, options) {
        return this.wire.through(`/api/v1/sites/${segment(this.slug)}/search` + asked(query), options);
    }
    /** Titles and words that begin like what is being typed. @throws {QuestProblem} codes: q.missing, q.too_long, site.not_found. */
    suggest(query, options) {
        return this.wire.get(`/api/v1/sites/${segment(this.slug)}/search/suggest` + asked(query), options);
    }
    /** Every event of a site in order: how it catches up. Without `since` from the first event that is kept. `meta.next` is the cursor to go on from, also when nothing came. @throws {QuestProblem} codes: cursor.invalid, limit.range, site.not_found, resync. */
    listChanges(query, options) {
        return this.wire.get(`/api/v1/sites/${segment(this.slug)}/changes` + asked(query), options);
    }
    /** Atom. @throws {QuestProblem} codes: site.not_found. */
    getAtom(options) {
        return this.wire.text(`/api/v1/sites/${segment(this.slug)}/feed.atom`, options);
    }
    /** JSON Feed 1.1. @throws {QuestProblem} codes: site.not_found. */
    getJsonFeed(options) {
        return this.wire.get(`/api/v1/sites/${segment(this.slug)}/feed.json`, options);
    }
    /** RSS 2.0. @throws {QuestProblem} codes: site.not_found. */
    getRss(options) {
        return this.wire.text(`/api/v1/sites/${segment(this.slug)}/feed.rss`, options);
    }
    /** What the site is, for programs that read. @throws {QuestProblem} codes: site.not_found. */
    getLlmsText(options) {
        return this.wire.text(`/api/v1/sites/${segment(this.slug)}/llms.txt`, options);
    }
    /** The site map; an index of parts above 50,000 pieces. @throws {QuestProblem} codes: part.unknown, site.not_found. */
    getSiteMap(query, options) {
        return this.wire.text(`/api/v1/sites/${segment(this.slug)}/sitemap.xml` + asked(query), options);
    }
}
export class ManagementOperations {
    wire;
    slug;
    constructor(wire, slug) {
        this.wire = wire;
        this.slug = slug;
    }
    /** Working copies of the site, last changed first. */
    listManagedArticles(query, options) {
        return this.wire.get(`/api/v1/manage/sites/${segment(this.slug)}/articles` + asked(query), options);
    }
    /** Working copies of the site, last changed first, page after page. */
    allManagedArticles(query, options) {
        return this.wire.through(`/api/v1/manage/sites/${segment(this.slug)}/articles` + asked(query), options);
    }
    /** Write a new article. */
    writeNewArticle(sent, options) {
        return this.wire.send("POST", `/api/v1/manage/sites/${segment(this.slug)}/articles`, sent, options);
    }
    /** What lies in the bin, put there last first. */
    listBin(query, options) {
        return this.wire.get(`/api/v1/manage/sites/${segment(this.slug)}/bin` + asked(query), options);
    }
    /** What lies in the bin, put there last first, page after page. */
    allBin(query, options) {
        return this.wire.through(`/api/v1/manage/sites/${segment(this.slug)}/bin` + asked(query), options);
    }
    /** What was asked of Claude on the site, newest first. */
    listGenerations(query, options) {
        return this.wire.get(`/api/v1/manage/sites/${segment(this.slug)}/generations` + asked(query), options);
    }
    /** What was asked of Claude on the site, newest first, page after page. */
    allGenerations(query, options) {
        return this.wire.through(`/api/v1/manage/sites/${segment(this.slug)}/generations` + asked(query), options);
    }
    /** Ask Claude for a proposal in an article. */
    askForGeneration(sent, options) {
        return this.wire.send("POST", `/api/v1/manage/sites/${segment(this.slug)}/generations`, sent, options);
    }
    /** Pictures of the library, newest first. */
    listMedia(query, options) {
        return this.wire.get(`/api/v1/manage/sites/${segment(this.slug)}/media` + asked(query), options);
    }
    /** Pictures of the library, newest first, page after page. */
    allMedia(query, options) {
        return this.wire.through(`/api/v1/manage/sites/${segment(this.slug)}/media` + asked(query), options);
    }
    /** Bring a picture: multipart/form-data with file, alt and credit. */
    addMedia(picture, options) {
        return this.wire.send("POST", `/api/v1/manage/sites/${segment(this.slug)}/media`, picture, options);
    }
    /** The webhooks of the site, those told of events first. */
    listWebhooks(options) {
        return this.wire.send("GET", `/api/v1/manage/sites/${segment(this.slug)}/webhooks`, undefined, options);
    }
    /** Have events sent to an address; the secret is in this answer alone. */
    addWebhook(sent, options) {
        return this.wire.send("POST", `/api/v1/manage/sites/${segment(this.slug)}/webhooks`, sent, options);
    }
    /** Put an article into the bin. */
    binArticle(id, options) {
        return this.wire.send("DELETE", `/api/v1/manage/sites/${segment(this.slug)}/articles/${segment(id)}`, undefined, options);
    }
    /** One working copy with everything known of it. */
    readManagedArticle(id, options) {
        return this.wire.send("GET", `/api/v1/manage/sites/${segment(this.slug)}/articles/${segment(id)}`, undefined, options);
    }
    /** Put another text into the working copy. */
    rewriteArticle(id, sent, options) {
        return this.wire.send("PUT", `/api/v1/manage/sites/${segment(this.slug)}/articles/${segment(id)}`, sent, options);
    }
    /** One request and what came of it. */
    readGeneration(id, options) {
        return this.wire.send("GET", `/api/v1/manage/sites/${segment(this.slug)}/generations/${segment(id)}`, undefined, options);
    }
    /** One picture with everything known of it. */
    readMedia(id, options) {
        return this.wire.send("GET", `/api/v1/manage/sites/${segment(this.slug)}/media/${segment(id)}`, undefined, options);
    }
    /** Take it away for good, with its secret and its log. */
    removeWebhook(id, options) {
        return this.wire.send("DELETE", `/api/v1/manage/sites/${segment(this.slug)}/webhooks/${segment(id)}`, undefined, options);
    }
    /** One webhook, never its secret. */
    readWebhook(id, options) {
        return this.wire.send("GET", `/api/v1/manage/sites/${segment(this.slug)}/webhooks/${segment(id)}`, undefined, options);
    }
    /** Say anew where events go, and which. */
    changeWebhook(id, sent, options) {
        return this.wire.send("PUT", `/api/v1/manage/sites/${segment(this.slug)}/webhooks/${segment(id)}`, sent, options);
    }
    /** Take it out of the archive. */
    unarchiveArticle(id, options) {
        return this.wire.send("DELETE", `/api/v1/manage/sites/${segment(this.slug)}/articles/${segment(id)}/archive`, undefined, options);
    }
    /** Put it out of the way. */
    archiveArticle(id, options) {
        return this.wire.send("POST", `/api/v1/manage/sites/${segment(this.slug)}/articles/${segment(id)}/archive`, undefined, options);
    }
    /** Take an article out of the bin. */
    restoreArticle(id, options) {
        return this.wire.send("POST", `/api/v1/manage/sites/${segment(this.slug)}/articles/${segment(id)}/restore`, undefined, options);
    }
    /** The revisions of an article, newest first. */
    listRevisions(id, query, options) {
        return this.wire.get(`/api/v1/manage/sites/${segment(this.slug)}/articles/${segment(id)}/revisions` + asked(query), options);
    }
    /** The revisions of an article, newest first, page after page. */
    allRevisions(id, query, options) {
        return this.wire.through(`/api/v1/manage/sites/${segment(this.slug)}/articles/${segment(id)}/revisions` + asked(query), options);
    }
    /** Drop the plan that waits. */
    cancelSchedule(id, options) {
        return this.wire.send("DELETE", `/api/v1/manage/sites/${segment(this.slug)}/articles/${segment(id)}/schedule`, undefined, options);
    }
    /** Plan that a revision a person approved goes live at a time, or that the article goes offline. */
    scheduleArticle(id, sent, options) {
        return this.wire.send("POST", `/api/v1/manage/sites/${segment(this.slug)}/articles/${segment(id)}/schedule`, sent, options);
    }
    /** Hand the working copy to the reviewers. */
    submitArticle(id, sent, options) {
        return this.wire.send("POST", `/api/v1/manage/sites/${segment(this.slug)}/articles/${segment(id)}/submit`, sent, options);
    }
    /** Take it from its readers. */
    unpublishArticle(id, options) {
        return this.wire.send("POST", `/api/v1/manage/sites/${segment(this.slug)}/articles/${segment(id)}/unpublish`, undefined, options);
    }
    /** Take it back before anyone decided. */
    withdrawArticle(id, options) {
        return this.wire.send("POST", `/api/v1/manage/sites/${segment(this.slug)}/articles/${segment(id)}/withdraw`, undefined, options);
    }
    /** What was sent to it, or waits, newest first. */
    listWebhookDeliveries(id, query, options) {
        return this.wire.get(`/api/v1/manage/sites/${segment(this.slug)}/webhooks/${segment(id)}/deliveries` + asked(query), options);
    }
    /** What was sent to it, or waits, newest first, page after page. */
    allWebhookDeliveries(id, query, options) {
        return this.wire.through(`/api/v1/manage/sites/${segment(this.slug)}/webhooks/${segment(id)}/deliveries` + asked(query), options);
    }
    /** Send it nothing more, nor what waits. */
    disableWebhook(id, options) {
        return this.wire.send("POST", `/api/v1/manage/sites/${segment(this.slug)}/webhooks/${segment(id)}/disable`, undefined, options);
    }
    /** Tell it of what happens from now on. */
    enableWebhook(id, options) {
        return this.wire.send("POST", `/api/v1/manage/sites/${segment(this.slug)}/webhooks/${segment(id)}/enable`, undefined, options);
    }
    /** Send what happened in a span and was not taken again, in order; 1,000 events at most. */
    resendWebhooks(id, sent, options) {
        return this.wire.send("POST", `/api/v1/manage/sites/${segment(this.slug)}/webhooks/${segment(id)}/resend`, sent, options);
    }
    /** Make a new secret, which is in this answer alone; the former one fits for 24 hours more, unless it ends at once. */
    rotateWebhookSecret(id, sent, options) {
        return this.wire.send("POST", `/api/v1/manage/sites/${segment(this.slug)}/webhooks/${segment(id)}/rotate`, sent, options);
    }
    /** Have one event of the type endpoint.test sent, also to a disabled one. */
    testWebhook(id, options) {
        return this.wire.send("POST", `/api/v1/manage/sites/${segment(this.slug)}/webhooks/${segment(id)}/test`, undefined, options);
    }
    /** One revision as it was frozen. */
    readRevision(id, number, options) {
        return this.wire.send("GET", `/api/v1/manage/sites/${segment(this.slug)}/articles/${segment(id)}/revisions/${segment(number)}`, undefined, options);
    }
    /** One delivery with its attempts and what was answered. */
    readWebhookDelivery(id, delivery, options) {
        return this.wire.send("GET", `/api/v1/manage/sites/${segment(this.slug)}/webhooks/${segment(id)}/deliveries/${segment(delivery)}`, undefined, options);
    }
    /** Send one again, now, with the same webhook-id. */
    resendWebhookDelivery(id, delivery, options) {
        return this.wire.send("POST", `/api/v1/manage/sites/${segment(this.slug)}/webhooks/${segment(id)}/deliveries/${segment(delivery)}/resend`, undefined, options);
    }
}
//# sourceMappingURL=operations.js.map