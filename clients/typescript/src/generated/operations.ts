// Written by ./quest clients from clients/openapi.json: change the application, not this file.
import type { Answer, Page } from "../pages.js";
import { asked, segment, type Call, type Changing, type Making, type Wire } from "../wire.js";
import type * as t from "./types.js";

export class HouseOperations {
  constructor(protected readonly wire: Wire) {}

  /** The sites this caller may read. */
  listSites(options?: Call): Promise<t.SiteList> {
    return this.wire.get<t.SiteList>("/api/v1/sites", options);
  }

  /** One article that is not published yet, by a link that was given out. In the shape of an article, with what is not decided yet as null. Nobody keeps it: `private, no-store`. A link that opens nothing is 403, and never the published text. @throws {QuestProblem} codes: preview.refused. */
  getPreview(token: string, options?: Call): Promise<unknown> {
    return this.wire.get<unknown>(`/api/v1/preview/${segment(token)}`, options);
  }

  /** The keys that provenance cards are and were signed with. A JSON Web Key Set (RFC 7517) of Ed25519 keys (RFC 8037). A key that signs no more stays here, so that every card that was ever given out can be checked. */
  listProvenanceKeys(options?: Call): Promise<t.ProvenanceKeys> {
    return this.wire.get<t.ProvenanceKeys>("/api/v1/provenance/keys", options);
  }

  /** This document. */
  getOpenApi(options?: Call): Promise<unknown> {
    return this.wire.get<unknown>("/api/v1/openapi.json", options);
  }
}

export class SiteOperations {
  constructor(protected readonly wire: Wire, readonly slug: string) {}

  /** A site: its languages, categories and counts. @throws {QuestProblem} codes: site.not_found. */
  getSite(options?: Call): Promise<t.Site> {
    return this.wire.get<t.Site>(`/api/v1/sites/${segment(this.slug)}`, options);
  }

  /** Bylines that articles have. By slug, paged by key. @throws {QuestProblem} codes: limit.range, cursor.invalid, site.not_found. */
  listAuthors(query?: t.ListAuthorsQuery, options?: Call): Promise<Page<t.Author>> {
    return this.wire.get<Page<t.Author>>(`/api/v1/sites/${segment(this.slug)}/authors` + asked(query), options);
  }

  /** Bylines that articles have, page after page. By slug, paged by key. @throws {QuestProblem} codes: limit.range, cursor.invalid, site.not_found. */
  allAuthors(query?: t.ListAuthorsQuery, options?: Call): AsyncGenerator<t.Author, void, undefined> {
    return this.wire.through<t.Author>(`/api/v1/sites/${segment(this.slug)}/authors` + asked(query), options);
  }

  /** Categories that articles stand on. By slug, paged by key. @throws {QuestProblem} codes: limit.range, cursor.invalid, site.not_found. */
  listCategories(query?: t.ListCategoriesQuery, options?: Call): Promise<Page<t.Taxon>> {
    return this.wire.get<Page<t.Taxon>>(`/api/v1/sites/${segment(this.slug)}/categories` + asked(query), options);
  }

  /** Categories that articles stand on, page after page. By slug, paged by key. @throws {QuestProblem} codes: limit.range, cursor.invalid, site.not_found. */
  allCategories(query?: t.ListCategoriesQuery, options?: Call): AsyncGenerator<t.Taxon, void, undefined> {
    return this.wire.through<t.Taxon>(`/api/v1/sites/${segment(this.slug)}/categories` + asked(query), options);
  }

  /** Addresses that articles had. By slug, paged by key. @throws {QuestProblem} codes: limit.range, cursor.invalid, site.not_found. */
  listRedirects(query?: t.ListRedirectsQuery, options?: Call): Promise<Page<t.Redirect>> {
    return this.wire.get<Page<t.Redirect>>(`/api/v1/sites/${segment(this.slug)}/redirects` + asked(query), options);
  }

  /** Addresses that articles had, page after page. By slug, paged by key. @throws {QuestProblem} codes: limit.range, cursor.invalid, site.not_found. */
  allRedirects(query?: t.ListRedirectsQuery, options?: Call): AsyncGenerator<t.Redirect, void, undefined> {
    return this.wire.through<t.Redirect>(`/api/v1/sites/${segment(this.slug)}/redirects` + asked(query), options);
  }

  /** Tags that articles have. By slug, paged by key. @throws {QuestProblem} codes: limit.range, cursor.invalid, site.not_found. */
  listTags(query?: t.ListTagsQuery, options?: Call): Promise<Page<t.Taxon>> {
    return this.wire.get<Page<t.Taxon>>(`/api/v1/sites/${segment(this.slug)}/tags` + asked(query), options);
  }

  /** Tags that articles have, page after page. By slug, paged by key. @throws {QuestProblem} codes: limit.range, cursor.invalid, site.not_found. */
  allTags(query?: t.ListTagsQuery, options?: Call): AsyncGenerator<t.Taxon, void, undefined> {
    return this.wire.through<t.Taxon>(`/api/v1/sites/${segment(this.slug)}/tags` + asked(query), options);
  }

  /** A list: narrowed, searched, sorted, paged by key. Newest first, the best match first with `q`. `links.next` leads on; publishing while you page neither repeats nor skips. A sort by what a publication changes (`updatedAt`, `title`, `score`) shows an article where it stands when its page is read. @throws {QuestProblem} codes: field.unknown, include.unknown, body.unknown, limit.range, cursor.invalid, sort.unknown, sort.repeated, sort.needs_q, filter.malformed, filter.field, filter.operator, filter.empty, filter.value, filter.too_short, filter.too_many, kind.unknown, score.malformed, time.malformed, id.malformed, tag.malformed, q.too_long, site.not_found. */
  listArticles(query?: t.ListArticlesQuery, options?: Call): Promise<Page<t.ListedArticle>> {
    return this.wire.get<Page<t.ListedArticle>>(`/api/v1/sites/${segment(this.slug)}/articles` + asked(query), options);
  }

  /** A list: narrowed, searched, sorted, paged by key, page after page. Newest first, the best match first with `q`. `links.next` leads on; publishing while you page neither repeats nor skips. A sort by what a publication changes (`updatedAt`, `title`, `score`) shows an article where it stands when its page is read. @throws {QuestProblem} codes: field.unknown, include.unknown, body.unknown, limit.range, cursor.invalid, sort.unknown, sort.repeated, sort.needs_q, filter.malformed, filter.field, filter.operator, filter.empty, filter.value, filter.too_short, filter.too_many, kind.unknown, score.malformed, time.malformed, id.malformed, tag.malformed, q.too_long, site.not_found. */
  allArticles(query?: t.ListArticlesQuery, options?: Call): AsyncGenerator<t.ListedArticle, void, undefined> {
    return this.wire.through<t.ListedArticle>(`/api/v1/sites/${segment(this.slug)}/articles` + asked(query), options);
  }

  /** A list: narrowed, searched, sorted, paged by key: the chosen fields alone, with commas between them; a part of one as `seo.title`. Newest first, the best match first with `q`. `links.next` leads on; publishing while you page neither repeats nor skips. A sort by what a publication changes (`updatedAt`, `title`, `score`) shows an article where it stands when its page is read. @throws {QuestProblem} codes: field.unknown, include.unknown, body.unknown, limit.range, cursor.invalid, sort.unknown, sort.repeated, sort.needs_q, filter.malformed, filter.field, filter.operator, filter.empty, filter.value, filter.too_short, filter.too_many, kind.unknown, score.malformed, time.malformed, id.malformed, tag.malformed, q.too_long, site.not_found. */
  pickArticles(fields: string, query?: t.ListArticlesQuery, options?: Call): Promise<Page<t.PartOfArticle>> {
    return this.wire.get<Page<t.PartOfArticle>>(`/api/v1/sites/${segment(this.slug)}/articles` + asked({ ...query, fields }), options);
  }

  /** One article by its id. @throws {QuestProblem} codes: field.unknown, include.unknown, body.unknown, article.not_found, site.not_found, not_found, article.gone. */
  getArticle(id: string, query?: t.GetArticleQuery, options?: Call): Promise<t.Article> {
    return this.wire.get<t.Article>(`/api/v1/sites/${segment(this.slug)}/articles/${segment(id)}` + asked(query), options);
  }

  /** One article by its id: the chosen fields alone, with commas between them; a part of one as `seo.title`. @throws {QuestProblem} codes: field.unknown, include.unknown, body.unknown, article.not_found, site.not_found, not_found, article.gone. */
  pickArticle(id: string, fields: string, query?: t.GetArticleQuery, options?: Call): Promise<t.PartOfArticle> {
    return this.wire.get<t.PartOfArticle>(`/api/v1/sites/${segment(this.slug)}/articles/${segment(id)}` + asked({ ...query, fields }), options);
  }

  /** One article by its slug. A slug that the article had before leads to the one it has. @throws {QuestProblem} codes: field.unknown, include.unknown, body.unknown, article.not_found, site.not_found, not_found, article.gone. */
  getArticleBySlug(slug: string, query?: t.GetArticleBySlugQuery, options?: Call): Promise<t.Article> {
    return this.wire.get<t.Article>(`/api/v1/sites/${segment(this.slug)}/articles/by-slug/${segment(slug)}` + asked(query), options);
  }

  /** One article by its slug: the chosen fields alone, with commas between them; a part of one as `seo.title`. A slug that the article had before leads to the one it has. @throws {QuestProblem} codes: field.unknown, include.unknown, body.unknown, article.not_found, site.not_found, not_found, article.gone. */
  pickArticleBySlug(slug: string, fields: string, query?: t.GetArticleBySlugQuery, options?: Call): Promise<t.PartOfArticle> {
    return this.wire.get<t.PartOfArticle>(`/api/v1/sites/${segment(this.slug)}/articles/by-slug/${segment(slug)}` + asked({ ...query, fields }), options);
  }

  /** Who wrote and reviewed an article, with what: signed. A JSON Web Signature (RFC 7515, flattened; Ed25519 by RFC 8037) over the card, with the card beside it for those who only read. To be sure, check the signature with a key of `/provenance/keys` and read what stands in `payload`. It is made when the article is published and tells of that publication. @throws {QuestProblem} codes: article.not_found, site.not_found, not_found, provenance.not_made, article.gone. */
  getProvenance(id: string, options?: Call): Promise<t.SignedCard> {
    return this.wire.get<t.SignedCard>(`/api/v1/sites/${segment(this.slug)}/articles/${segment(id)}/provenance`, options);
  }

  /** Similar articles. By the tags they share, the category, and words of the title; the most similar first. @throws {QuestProblem} codes: field.unknown, limit.range, article.not_found, site.not_found, not_found, article.gone. */
  listRelatedArticles(id: string, query?: t.ListRelatedArticlesQuery, options?: Call): Promise<Page<t.ListedArticle>> {
    return this.wire.get<Page<t.ListedArticle>>(`/api/v1/sites/${segment(this.slug)}/articles/${segment(id)}/related` + asked(query), options);
  }

  /** Similar articles: the chosen fields alone, with commas between them; a part of one as `seo.title`. By the tags they share, the category, and words of the title; the most similar first. @throws {QuestProblem} codes: field.unknown, limit.range, article.not_found, site.not_found, not_found, article.gone. */
  pickRelatedArticles(id: string, fields: string, query?: t.ListRelatedArticlesQuery, options?: Call): Promise<Page<t.PartOfArticle>> {
    return this.wire.get<Page<t.PartOfArticle>>(`/api/v1/sites/${segment(this.slug)}/articles/${segment(id)}/related` + asked({ ...query, fields }), options);
  }

  /** Published articles, the best match first, with passages and figures. What stands in a title comes before what stands in a summary, a heading, the text; the fresher of two alike comes first. Where few articles have every word, those that have most of them follow. `match` holds the title and a passage as pieces of plain text. Counts are over the newest 2,000 matches. @throws {QuestProblem} codes: q.missing, q.too_long, year.malformed, field.unknown, limit.range, cursor.invalid, filter.malformed, filter.field, filter.operator, filter.empty, filter.value, filter.too_short, filter.too_many, kind.unknown, score.malformed, time.malformed, id.malformed, tag.malformed, site.not_found. */
  search(query: t.SearchQuery, options?: Call): Promise<t.SearchList> {
    return this.wire.get<t.SearchList>(`/api/v1/sites/${segment(this.slug)}/search` + asked(query), options);
  }

  /** Published articles, the best match first, with passages and figures, page after page. What stands in a title comes before what stands in a summary, a heading, the text; the fresher of two alike comes first. Where few articles have every word, those that have most of them follow. `match` holds the title and a passage as pieces of plain text. Counts are over the newest 2,000 matches. @throws {QuestProblem} codes: q.missing, q.too_long, year.malformed, field.unknown, limit.range, cursor.invalid, filter.malformed, filter.field, filter.operator, filter.empty, filter.value, filter.too_short, filter.too_many, kind.unknown, score.malformed, time.malformed, id.malformed, tag.malformed, site.not_found. */
  allSearch(query: t.SearchQuery, options?: Call): AsyncGenerator<t.FoundArticle, void, undefined> {
    return this.wire.through<t.FoundArticle>(`/api/v1/sites/${segment(this.slug)}/search` + asked(query), options);
  }

  /** Titles and words that begin like what is being typed. @throws {QuestProblem} codes: q.missing, q.too_long, site.not_found. */
  suggest(query: t.SuggestQuery, options?: Call): Promise<t.Suggestions> {
    return this.wire.get<t.Suggestions>(`/api/v1/sites/${segment(this.slug)}/search/suggest` + asked(query), options);
  }

  /** Every event of a site in order: how it catches up. Without `since` from the first event that is kept. `meta.next` is the cursor to go on from, also when nothing came. @throws {QuestProblem} codes: cursor.invalid, limit.range, site.not_found, resync. */
  listChanges(query?: t.ListChangesQuery, options?: Call): Promise<t.ChangeList> {
    return this.wire.get<t.ChangeList>(`/api/v1/sites/${segment(this.slug)}/changes` + asked(query), options);
  }

  /** Atom. @throws {QuestProblem} codes: site.not_found. */
  getAtom(options?: Call): Promise<string> {
    return this.wire.text(`/api/v1/sites/${segment(this.slug)}/feed.atom`, options);
  }

  /** JSON Feed 1.1. @throws {QuestProblem} codes: site.not_found. */
  getJsonFeed(options?: Call): Promise<unknown> {
    return this.wire.get<unknown>(`/api/v1/sites/${segment(this.slug)}/feed.json`, options);
  }

  /** RSS 2.0. @throws {QuestProblem} codes: site.not_found. */
  getRss(options?: Call): Promise<string> {
    return this.wire.text(`/api/v1/sites/${segment(this.slug)}/feed.rss`, options);
  }

  /** What the site is, for programs that read. @throws {QuestProblem} codes: site.not_found. */
  getLlmsText(options?: Call): Promise<string> {
    return this.wire.text(`/api/v1/sites/${segment(this.slug)}/llms.txt`, options);
  }

  /** The site map; an index of parts above 50,000 pieces. @throws {QuestProblem} codes: part.unknown, site.not_found. */
  getSiteMap(query?: t.GetSiteMapQuery, options?: Call): Promise<string> {
    return this.wire.text(`/api/v1/sites/${segment(this.slug)}/sitemap.xml` + asked(query), options);
  }
}

export class ManagementOperations {
  constructor(protected readonly wire: Wire, readonly slug: string) {}

  /** Working copies of the site, last changed first. */
  listManagedArticles(query?: t.ListManagedArticlesQuery, options?: Call): Promise<t.ManagedRowPage> {
    return this.wire.get<t.ManagedRowPage>(`/api/v1/manage/sites/${segment(this.slug)}/articles` + asked(query), options);
  }

  /** Working copies of the site, last changed first, page after page. */
  allManagedArticles(query?: t.ListManagedArticlesQuery, options?: Call): AsyncGenerator<t.ManagedRow, void, undefined> {
    return this.wire.through<t.ManagedRow>(`/api/v1/manage/sites/${segment(this.slug)}/articles` + asked(query), options);
  }

  /** Write a new article. */
  writeNewArticle(sent: t.ManagedTextSent, options?: Making): Promise<Answer<t.ManagedStanding>> {
    return this.wire.send<t.ManagedStanding>("POST", `/api/v1/manage/sites/${segment(this.slug)}/articles`, sent, options);
  }

  /** What lies in the bin, put there last first. */
  listBin(query?: t.ListBinQuery, options?: Call): Promise<t.ManagedBinnedPage> {
    return this.wire.get<t.ManagedBinnedPage>(`/api/v1/manage/sites/${segment(this.slug)}/bin` + asked(query), options);
  }

  /** What lies in the bin, put there last first, page after page. */
  allBin(query?: t.ListBinQuery, options?: Call): AsyncGenerator<t.ManagedBinned, void, undefined> {
    return this.wire.through<t.ManagedBinned>(`/api/v1/manage/sites/${segment(this.slug)}/bin` + asked(query), options);
  }

  /** What was asked of Claude on the site, newest first. */
  listGenerations(query?: t.ListGenerationsQuery, options?: Call): Promise<t.ManagedGenerationPage> {
    return this.wire.get<t.ManagedGenerationPage>(`/api/v1/manage/sites/${segment(this.slug)}/generations` + asked(query), options);
  }

  /** What was asked of Claude on the site, newest first, page after page. */
  allGenerations(query?: t.ListGenerationsQuery, options?: Call): AsyncGenerator<t.ManagedGeneration, void, undefined> {
    return this.wire.through<t.ManagedGeneration>(`/api/v1/manage/sites/${segment(this.slug)}/generations` + asked(query), options);
  }

  /** Ask Claude for a proposal in an article. */
  askForGeneration(sent: t.ManagedAskSent, options?: Making): Promise<Answer<t.ManagedAsked>> {
    return this.wire.send<t.ManagedAsked>("POST", `/api/v1/manage/sites/${segment(this.slug)}/generations`, sent, options);
  }

  /** Pictures of the library, newest first. */
  listMedia(query?: t.ListMediaQuery, options?: Call): Promise<t.ManagedPicturePage> {
    return this.wire.get<t.ManagedPicturePage>(`/api/v1/manage/sites/${segment(this.slug)}/media` + asked(query), options);
  }

  /** Pictures of the library, newest first, page after page. */
  allMedia(query?: t.ListMediaQuery, options?: Call): AsyncGenerator<t.ManagedPicture, void, undefined> {
    return this.wire.through<t.ManagedPicture>(`/api/v1/manage/sites/${segment(this.slug)}/media` + asked(query), options);
  }

  /** Bring a picture: multipart/form-data with file, alt and credit. */
  addMedia(picture: t.PictureForm, options?: Making): Promise<Answer<t.ManagedBrought>> {
    return this.wire.send<t.ManagedBrought>("POST", `/api/v1/manage/sites/${segment(this.slug)}/media`, picture, options);
  }

  /** The webhooks of the site, those told of events first. */
  listWebhooks(options?: Call): Promise<Answer<t.ManagedWebhooks>> {
    return this.wire.send<t.ManagedWebhooks>("GET", `/api/v1/manage/sites/${segment(this.slug)}/webhooks`, undefined, options);
  }

  /** Have events sent to an address; the secret is in this answer alone. */
  addWebhook(sent: t.ManagedWebhookTermsSent, options?: Making): Promise<Answer<t.ManagedMadeWebhook>> {
    return this.wire.send<t.ManagedMadeWebhook>("POST", `/api/v1/manage/sites/${segment(this.slug)}/webhooks`, sent, options);
  }

  /** Put an article into the bin. */
  binArticle(id: string, options: Changing): Promise<Answer<t.ManagedStanding>> {
    return this.wire.send<t.ManagedStanding>("DELETE", `/api/v1/manage/sites/${segment(this.slug)}/articles/${segment(id)}`, undefined, options);
  }

  /** One working copy with everything known of it. */
  readManagedArticle(id: string, options?: Call): Promise<Answer<t.ManagedArticle>> {
    return this.wire.send<t.ManagedArticle>("GET", `/api/v1/manage/sites/${segment(this.slug)}/articles/${segment(id)}`, undefined, options);
  }

  /** Put another text into the working copy. */
  rewriteArticle(id: string, sent: t.ManagedText, options: Changing): Promise<Answer<t.ManagedStanding>> {
    return this.wire.send<t.ManagedStanding>("PUT", `/api/v1/manage/sites/${segment(this.slug)}/articles/${segment(id)}`, sent, options);
  }

  /** One request and what came of it. */
  readGeneration(id: string, options?: Call): Promise<Answer<t.ManagedGenerationText>> {
    return this.wire.send<t.ManagedGenerationText>("GET", `/api/v1/manage/sites/${segment(this.slug)}/generations/${segment(id)}`, undefined, options);
  }

  /** One picture with everything known of it. */
  readMedia(id: string, options?: Call): Promise<Answer<t.ManagedPicture>> {
    return this.wire.send<t.ManagedPicture>("GET", `/api/v1/manage/sites/${segment(this.slug)}/media/${segment(id)}`, undefined, options);
  }

  /** Take it away for good, with its secret and its log. */
  removeWebhook(id: string, options: Changing): Promise<Answer<string>> {
    return this.wire.send<string>("DELETE", `/api/v1/manage/sites/${segment(this.slug)}/webhooks/${segment(id)}`, undefined, options);
  }

  /** One webhook, never its secret. */
  readWebhook(id: string, options?: Call): Promise<Answer<t.ManagedWebhook>> {
    return this.wire.send<t.ManagedWebhook>("GET", `/api/v1/manage/sites/${segment(this.slug)}/webhooks/${segment(id)}`, undefined, options);
  }

  /** Say anew where events go, and which. */
  changeWebhook(id: string, sent: t.ManagedWebhookTerms, options: Changing): Promise<Answer<t.ManagedWebhook>> {
    return this.wire.send<t.ManagedWebhook>("PUT", `/api/v1/manage/sites/${segment(this.slug)}/webhooks/${segment(id)}`, sent, options);
  }

  /** Take it out of the archive. */
  unarchiveArticle(id: string, options: Changing): Promise<Answer<t.ManagedStanding>> {
    return this.wire.send<t.ManagedStanding>("DELETE", `/api/v1/manage/sites/${segment(this.slug)}/articles/${segment(id)}/archive`, undefined, options);
  }

  /** Put it out of the way. */
  archiveArticle(id: string, options: Changing): Promise<Answer<t.ManagedStanding>> {
    return this.wire.send<t.ManagedStanding>("POST", `/api/v1/manage/sites/${segment(this.slug)}/articles/${segment(id)}/archive`, undefined, options);
  }

  /** Take an article out of the bin. */
  restoreArticle(id: string, options: Changing): Promise<Answer<t.ManagedStanding>> {
    return this.wire.send<t.ManagedStanding>("POST", `/api/v1/manage/sites/${segment(this.slug)}/articles/${segment(id)}/restore`, undefined, options);
  }

  /** The revisions of an article, newest first. */
  listRevisions(id: string, query?: t.ListRevisionsQuery, options?: Call): Promise<t.ManagedRevisionPage> {
    return this.wire.get<t.ManagedRevisionPage>(`/api/v1/manage/sites/${segment(this.slug)}/articles/${segment(id)}/revisions` + asked(query), options);
  }

  /** The revisions of an article, newest first, page after page. */
  allRevisions(id: string, query?: t.ListRevisionsQuery, options?: Call): AsyncGenerator<t.ManagedRevision, void, undefined> {
    return this.wire.through<t.ManagedRevision>(`/api/v1/manage/sites/${segment(this.slug)}/articles/${segment(id)}/revisions` + asked(query), options);
  }

  /** Drop the plan that waits. */
  cancelSchedule(id: string, options: Changing): Promise<Answer<t.ManagedStanding>> {
    return this.wire.send<t.ManagedStanding>("DELETE", `/api/v1/manage/sites/${segment(this.slug)}/articles/${segment(id)}/schedule`, undefined, options);
  }

  /** Plan that a revision a person approved goes live at a time, or that the article goes offline. */
  scheduleArticle(id: string, sent: t.ManagedPlanSent, options: Changing): Promise<Answer<t.ManagedStanding>> {
    return this.wire.send<t.ManagedStanding>("POST", `/api/v1/manage/sites/${segment(this.slug)}/articles/${segment(id)}/schedule`, sent, options);
  }

  /** Hand the working copy to the reviewers. */
  submitArticle(id: string, sent: t.ManagedNoteSent | undefined, options: Changing): Promise<Answer<t.ManagedStanding>> {
    return this.wire.send<t.ManagedStanding>("POST", `/api/v1/manage/sites/${segment(this.slug)}/articles/${segment(id)}/submit`, sent, options);
  }

  /** Take it from its readers. */
  unpublishArticle(id: string, options: Changing): Promise<Answer<t.ManagedStanding>> {
    return this.wire.send<t.ManagedStanding>("POST", `/api/v1/manage/sites/${segment(this.slug)}/articles/${segment(id)}/unpublish`, undefined, options);
  }

  /** Take it back before anyone decided. */
  withdrawArticle(id: string, options: Changing): Promise<Answer<t.ManagedStanding>> {
    return this.wire.send<t.ManagedStanding>("POST", `/api/v1/manage/sites/${segment(this.slug)}/articles/${segment(id)}/withdraw`, undefined, options);
  }

  /** What was sent to it, or waits, newest first. */
  listWebhookDeliveries(id: string, query?: t.ListWebhookDeliveriesQuery, options?: Call): Promise<t.ManagedDeliveryPage> {
    return this.wire.get<t.ManagedDeliveryPage>(`/api/v1/manage/sites/${segment(this.slug)}/webhooks/${segment(id)}/deliveries` + asked(query), options);
  }

  /** What was sent to it, or waits, newest first, page after page. */
  allWebhookDeliveries(id: string, query?: t.ListWebhookDeliveriesQuery, options?: Call): AsyncGenerator<t.ManagedDelivery, void, undefined> {
    return this.wire.through<t.ManagedDelivery>(`/api/v1/manage/sites/${segment(this.slug)}/webhooks/${segment(id)}/deliveries` + asked(query), options);
  }

  /** Send it nothing more, nor what waits. */
  disableWebhook(id: string, options: Changing): Promise<Answer<t.ManagedWebhook>> {
    return this.wire.send<t.ManagedWebhook>("POST", `/api/v1/manage/sites/${segment(this.slug)}/webhooks/${segment(id)}/disable`, undefined, options);
  }

  /** Tell it of what happens from now on. */
  enableWebhook(id: string, options: Changing): Promise<Answer<t.ManagedWebhook>> {
    return this.wire.send<t.ManagedWebhook>("POST", `/api/v1/manage/sites/${segment(this.slug)}/webhooks/${segment(id)}/enable`, undefined, options);
  }

  /** Send what happened in a span and was not taken again, in order; 1,000 events at most. */
  resendWebhooks(id: string, sent: t.ManagedSpanSent, options?: Call): Promise<Answer<t.ManagedResent>> {
    return this.wire.send<t.ManagedResent>("POST", `/api/v1/manage/sites/${segment(this.slug)}/webhooks/${segment(id)}/resend`, sent, options);
  }

  /** Make a new secret, which is in this answer alone; the former one fits for 24 hours more, unless it ends at once. */
  rotateWebhookSecret(id: string, sent: t.ManagedRotationSent | undefined, options: Changing): Promise<Answer<t.ManagedMadeWebhook>> {
    return this.wire.send<t.ManagedMadeWebhook>("POST", `/api/v1/manage/sites/${segment(this.slug)}/webhooks/${segment(id)}/rotate`, sent, options);
  }

  /** Have one event of the type endpoint.test sent, also to a disabled one. */
  testWebhook(id: string, options?: Call): Promise<Answer<t.ManagedDelivery>> {
    return this.wire.send<t.ManagedDelivery>("POST", `/api/v1/manage/sites/${segment(this.slug)}/webhooks/${segment(id)}/test`, undefined, options);
  }

  /** One revision as it was frozen. */
  readRevision(id: string, number: number, options?: Call): Promise<Answer<t.ManagedRevisionText>> {
    return this.wire.send<t.ManagedRevisionText>("GET", `/api/v1/manage/sites/${segment(this.slug)}/articles/${segment(id)}/revisions/${segment(number)}`, undefined, options);
  }

  /** One delivery with its attempts and what was answered. */
  readWebhookDelivery(id: string, delivery: string, options?: Call): Promise<Answer<t.ManagedDeliveryWithAttempts>> {
    return this.wire.send<t.ManagedDeliveryWithAttempts>("GET", `/api/v1/manage/sites/${segment(this.slug)}/webhooks/${segment(id)}/deliveries/${segment(delivery)}`, undefined, options);
  }

  /** Send one again, now, with the same webhook-id. */
  resendWebhookDelivery(id: string, delivery: string, options?: Call): Promise<Answer<t.ManagedDelivery>> {
    return this.wire.send<t.ManagedDelivery>("POST", `/api/v1/manage/sites/${segment(this.slug)}/webhooks/${segment(id)}/deliveries/${segment(delivery)}/resend`, undefined, options);
  }
}
