// Written by ./quest clients from clients/openapi.json: change the application, not this file.
#nullable enable
using System.Text.Json;

namespace QuestCms.Client;

public sealed partial class QuestClient
{
    /// <summary>The sites this caller may read.</summary>
    public Task<SiteList> ListSitesAsync(CancellationToken ct = default) =>
        _wire.GetAsync<SiteList>("/api/v1/sites", ct);

    /// <summary>One article that is not published yet, by a link that was given out.</summary>
    /// <remarks>In the shape of an article, with what is not decided yet as null. Nobody keeps it: <c>private, no-store</c>. A link that opens nothing is 403, and never the published text.</remarks>
    /// <param name="token">The end of the link.</param>
    /// <exception cref="QuestProblemException">It was refused; codes: preview.refused.</exception>
    public Task<JsonElement> GetPreviewAsync(string token, CancellationToken ct = default) =>
        _wire.GetAsync<JsonElement>($"/api/v1/preview/{Wire.Segment(token)}", ct);

    /// <summary>This document.</summary>
    public Task<JsonElement> GetOpenApiAsync(CancellationToken ct = default) =>
        _wire.GetAsync<JsonElement>("/api/v1/openapi.json", ct);
}

public sealed partial class QuestSite
{
    /// <summary>A site: its languages, categories and counts.</summary>
    /// <exception cref="QuestProblemException">It was refused; codes: site.not_found.</exception>
    public Task<Site> GetSiteAsync(CancellationToken ct = default) =>
        _wire.GetAsync<Site>($"/api/v1/sites/{Wire.Segment(Slug)}", ct);

    /// <summary>Bylines that articles have.</summary>
    /// <remarks>By slug, paged by key.</remarks>
    /// <exception cref="QuestProblemException">It was refused; codes: limit.range, cursor.invalid, site.not_found.</exception>
    public Task<Page<Author>> ListAuthorsAsync(ListAuthorsQuery? query = null, CancellationToken ct = default) =>
        _wire.GetAsync<Page<Author>>($"/api/v1/sites/{Wire.Segment(Slug)}/authors" + Asked.Of(query), ct);

    /// <summary>Bylines that articles have, page after page.</summary>
    /// <remarks>By slug, paged by key.</remarks>
    /// <exception cref="QuestProblemException">It was refused; codes: limit.range, cursor.invalid, site.not_found.</exception>
    public IAsyncEnumerable<Author> AllAuthorsAsync(ListAuthorsQuery? query = null, CancellationToken ct = default) =>
        _wire.ThroughAsync<Page<Author>, Author>($"/api/v1/sites/{Wire.Segment(Slug)}/authors" + Asked.Of(query), page => page.Data, page => page.Links.Next, ct);

    /// <summary>Categories that articles stand on.</summary>
    /// <remarks>By slug, paged by key.</remarks>
    /// <exception cref="QuestProblemException">It was refused; codes: limit.range, cursor.invalid, site.not_found.</exception>
    public Task<Page<Taxon>> ListCategoriesAsync(ListCategoriesQuery? query = null, CancellationToken ct = default) =>
        _wire.GetAsync<Page<Taxon>>($"/api/v1/sites/{Wire.Segment(Slug)}/categories" + Asked.Of(query), ct);

    /// <summary>Categories that articles stand on, page after page.</summary>
    /// <remarks>By slug, paged by key.</remarks>
    /// <exception cref="QuestProblemException">It was refused; codes: limit.range, cursor.invalid, site.not_found.</exception>
    public IAsyncEnumerable<Taxon> AllCategoriesAsync(ListCategoriesQuery? query = null, CancellationToken ct = default) =>
        _wire.ThroughAsync<Page<Taxon>, Taxon>($"/api/v1/sites/{Wire.Segment(Slug)}/categories" + Asked.Of(query), page => page.Data, page => page.Links.Next, ct);

    /// <summary>Addresses that articles had.</summary>
    /// <remarks>By slug, paged by key.</remarks>
    /// <exception cref="QuestProblemException">It was refused; codes: limit.range, cursor.invalid, site.not_found.</exception>
    public Task<Page<Redirect>> ListRedirectsAsync(ListRedirectsQuery? query = null, CancellationToken ct = default) =>
        _wire.GetAsync<Page<Redirect>>($"/api/v1/sites/{Wire.Segment(Slug)}/redirects" + Asked.Of(query), ct);

    /// <summary>Addresses that articles had, page after page.</summary>
    /// <remarks>By slug, paged by key.</remarks>
    /// <exception cref="QuestProblemException">It was refused; codes: limit.range, cursor.invalid, site.not_found.</exception>
    public IAsyncEnumerable<Redirect> AllRedirectsAsync(ListRedirectsQuery? query = null, CancellationToken ct = default) =>
        _wire.ThroughAsync<Page<Redirect>, Redirect>($"/api/v1/sites/{Wire.Segment(Slug)}/redirects" + Asked.Of(query), page => page.Data, page => page.Links.Next, ct);

    /// <summary>Tags that articles have.</summary>
    /// <remarks>By slug, paged by key.</remarks>
    /// <exception cref="QuestProblemException">It was refused; codes: limit.range, cursor.invalid, site.not_found.</exception>
    public Task<Page<Taxon>> ListTagsAsync(ListTagsQuery? query = null, CancellationToken ct = default) =>
        _wire.GetAsync<Page<Taxon>>($"/api/v1/sites/{Wire.Segment(Slug)}/tags" + Asked.Of(query), ct);

    /// <summary>Tags that articles have, page after page.</summary>
    /// <remarks>By slug, paged by key.</remarks>
    /// <exception cref="QuestProblemException">It was refused; codes: limit.range, cursor.invalid, site.not_found.</exception>
    public IAsyncEnumerable<Taxon> AllTagsAsync(ListTagsQuery? query = null, CancellationToken ct = default) =>
        _wire.ThroughAsync<Page<Taxon>, Taxon>($"/api/v1/sites/{Wire.Segment(Slug)}/tags" + Asked.Of(query), page => page.Data, page => page.Links.Next, ct);

    /// <summary>A list: narrowed, searched, sorted, paged by key.</summary>
    /// <remarks>Newest first, the best match first with <c>q</c>. <c>links.next</c> leads on; publishing while you page neither repeats nor skips. A sort by what a publication changes (<c>updatedAt</c>, <c>title</c>, <c>score</c>) shows an article where it stands when its page is read.</remarks>
    /// <exception cref="QuestProblemException">It was refused; codes: field.unknown, include.unknown, body.unknown, limit.range, cursor.invalid, sort.unknown, sort.repeated, sort.needs_q, filter.malformed, filter.field, filter.operator, filter.empty, filter.value, filter.too_short, filter.too_many, kind.unknown, score.malformed, time.malformed, id.malformed, tag.malformed, q.too_long, site.not_found.</exception>
    public Task<Page<ListedArticle>> ListArticlesAsync(ListArticlesQuery? query = null, CancellationToken ct = default) =>
        _wire.GetAsync<Page<ListedArticle>>($"/api/v1/sites/{Wire.Segment(Slug)}/articles" + Asked.Of(query), ct);

    /// <summary>A list: narrowed, searched, sorted, paged by key, page after page.</summary>
    /// <remarks>Newest first, the best match first with <c>q</c>. <c>links.next</c> leads on; publishing while you page neither repeats nor skips. A sort by what a publication changes (<c>updatedAt</c>, <c>title</c>, <c>score</c>) shows an article where it stands when its page is read.</remarks>
    /// <exception cref="QuestProblemException">It was refused; codes: field.unknown, include.unknown, body.unknown, limit.range, cursor.invalid, sort.unknown, sort.repeated, sort.needs_q, filter.malformed, filter.field, filter.operator, filter.empty, filter.value, filter.too_short, filter.too_many, kind.unknown, score.malformed, time.malformed, id.malformed, tag.malformed, q.too_long, site.not_found.</exception>
    public IAsyncEnumerable<ListedArticle> AllArticlesAsync(ListArticlesQuery? query = null, CancellationToken ct = default) =>
        _wire.ThroughAsync<Page<ListedArticle>, ListedArticle>($"/api/v1/sites/{Wire.Segment(Slug)}/articles" + Asked.Of(query), page => page.Data, page => page.Links.Next, ct);

    /// <summary>A list: narrowed, searched, sorted, paged by key: the chosen fields alone.</summary>
    /// <remarks>Newest first, the best match first with <c>q</c>. <c>links.next</c> leads on; publishing while you page neither repeats nor skips. A sort by what a publication changes (<c>updatedAt</c>, <c>title</c>, <c>score</c>) shows an article where it stands when its page is read.</remarks>
    /// <param name="fields">Fields with commas between them; a part of one as <c>seo.title</c>.</param>
    /// <exception cref="QuestProblemException">It was refused; codes: field.unknown, include.unknown, body.unknown, limit.range, cursor.invalid, sort.unknown, sort.repeated, sort.needs_q, filter.malformed, filter.field, filter.operator, filter.empty, filter.value, filter.too_short, filter.too_many, kind.unknown, score.malformed, time.malformed, id.malformed, tag.malformed, q.too_long, site.not_found.</exception>
    public Task<Page<PartOfArticle>> PickArticlesAsync(string fields, ListArticlesQuery? query = null, CancellationToken ct = default) =>
        _wire.GetAsync<Page<PartOfArticle>>($"/api/v1/sites/{Wire.Segment(Slug)}/articles" + Asked.Of(query, fields), ct);

    /// <summary>One article by its id.</summary>
    /// <param name="id">The article's id.</param>
    /// <exception cref="QuestProblemException">It was refused; codes: field.unknown, include.unknown, body.unknown, article.not_found, site.not_found, not_found, article.gone.</exception>
    public Task<Article> GetArticleAsync(Guid id, GetArticleQuery? query = null, CancellationToken ct = default) =>
        _wire.GetAsync<Article>($"/api/v1/sites/{Wire.Segment(Slug)}/articles/{id}" + Asked.Of(query), ct);

    /// <summary>One article by its id: the chosen fields alone.</summary>
    /// <param name="id">The article's id.</param>
    /// <param name="fields">Fields with commas between them; a part of one as <c>seo.title</c>.</param>
    /// <exception cref="QuestProblemException">It was refused; codes: field.unknown, include.unknown, body.unknown, article.not_found, site.not_found, not_found, article.gone.</exception>
    public Task<PartOfArticle> PickArticleAsync(Guid id, string fields, GetArticleQuery? query = null, CancellationToken ct = default) =>
        _wire.GetAsync<PartOfArticle>($"/api/v1/sites/{Wire.Segment(Slug)}/articles/{id}" + Asked.Of(query, fields), ct);

    /// <summary>One article by its slug.</summary>
    /// <remarks>A slug that the article had before leads to the one it has.</remarks>
    /// <param name="slug">The article's slug, or one it had.</param>
    /// <exception cref="QuestProblemException">It was refused; codes: field.unknown, include.unknown, body.unknown, article.not_found, site.not_found, not_found, article.gone.</exception>
    public Task<Article> GetArticleBySlugAsync(string slug, GetArticleBySlugQuery? query = null, CancellationToken ct = default) =>
        _wire.GetAsync<Article>($"/api/v1/sites/{Wire.Segment(Slug)}/articles/by-slug/{Wire.Segment(slug)}" + Asked.Of(query), ct);

    /// <summary>One article by its slug: the chosen fields alone.</summary>
    /// <remarks>A slug that the article had before leads to the one it has.</remarks>
    /// <param name="slug">The article's slug, or one it had.</param>
    /// <param name="fields">Fields with commas between them; a part of one as <c>seo.title</c>.</param>
    /// <exception cref="QuestProblemException">It was refused; codes: field.unknown, include.unknown, body.unknown, article.not_found, site.not_found, not_found, article.gone.</exception>
    public Task<PartOfArticle> PickArticleBySlugAsync(string slug, string fields, GetArticleBySlugQuery? query = null, CancellationToken ct = default) =>
        _wire.GetAsync<PartOfArticle>($"/api/v1/sites/{Wire.Segment(Slug)}/articles/by-slug/{Wire.Segment(slug)}" + Asked.Of(query, fields), ct);

    /// <summary>Similar articles.</summary>
    /// <remarks>By the tags they share, the category, and words of the title; the most similar first.</remarks>
    /// <param name="id">The article's id.</param>
    /// <exception cref="QuestProblemException">It was refused; codes: field.unknown, limit.range, article.not_found, site.not_found, not_found, article.gone.</exception>
    public Task<Page<ListedArticle>> ListRelatedArticlesAsync(Guid id, ListRelatedArticlesQuery? query = null, CancellationToken ct = default) =>
        _wire.GetAsync<Page<ListedArticle>>($"/api/v1/sites/{Wire.Segment(Slug)}/articles/{id}/related" + Asked.Of(query), ct);

    /// <summary>Similar articles: the chosen fields alone.</summary>
    /// <remarks>By the tags they share, the category, and words of the title; the most similar first.</remarks>
    /// <param name="id">The article's id.</param>
    /// <param name="fields">Fields with commas between them; a part of one as <c>seo.title</c>.</param>
    /// <exception cref="QuestProblemException">It was refused; codes: field.unknown, limit.range, article.not_found, site.not_found, not_found, article.gone.</exception>
    public Task<Page<PartOfArticle>> PickRelatedArticlesAsync(Guid id, string fields, ListRelatedArticlesQuery? query = null, CancellationToken ct = default) =>
        _wire.GetAsync<Page<PartOfArticle>>($"/api/v1/sites/{Wire.Segment(Slug)}/articles/{id}/related" + Asked.Of(query, fields), ct);

    /// <summary>Published articles, the best match first, with passages and figures.</summary>
    /// <remarks>What stands in a title comes before what stands in a summary, a heading, the text; the fresher of two alike comes first. Where few articles have every word, those that have most of them follow. <c>match</c> holds the title and a passage as pieces of plain text. Counts are over the newest 2,000 matches.</remarks>
    /// <exception cref="QuestProblemException">It was refused; codes: q.missing, q.too_long, year.malformed, field.unknown, limit.range, cursor.invalid, filter.malformed, filter.field, filter.operator, filter.empty, filter.value, filter.too_short, filter.too_many, kind.unknown, score.malformed, time.malformed, id.malformed, tag.malformed, site.not_found.</exception>
    public Task<SearchList> SearchAsync(SearchQuery query, CancellationToken ct = default) =>
        _wire.GetAsync<SearchList>($"/api/v1/sites/{Wire.Segment(Slug)}/search" + Asked.Of(query), ct);

    /// <summary>Published articles, the best match first, with passages and figures, page after page.</summary>
    /// <remarks>What stands in a title comes before what stands in a summary, a heading, the text; the fresher of two alike comes first. Where few articles have every word, those that have most of them follow. <c>match</c> holds the title and a passage as pieces of plain text. Counts are over the newest 2,000 matches.</remarks>
    /// <exception cref="QuestProblemException">It was refused; codes: q.missing, q.too_long, year.malformed, field.unknown, limit.range, cursor.invalid, filter.malformed, filter.field, filter.operator, filter.empty, filter.value, filter.too_short, filter.too_many, kind.unknown, score.malformed, time.malformed, id.malformed, tag.malformed, site.not_found.</exception>
    public IAsyncEnumerable<FoundArticle> AllSearchAsync(SearchQuery query, CancellationToken ct = default) =>
        _wire.ThroughAsync<SearchList, FoundArticle>($"/api/v1/sites/{Wire.Segment(Slug)}/search" + Asked.Of(query), page => page.Data, page => page.Links.Next, ct);

    /// <summary>Titles and words that begin like what is being typed.</summary>
    /// <exception cref="QuestProblemException">It was refused; codes: q.missing, q.too_long, site.not_found.</exception>
    public Task<Suggestions> SuggestAsync(SuggestQuery query, CancellationToken ct = default) =>
        _wire.GetAsync<Suggestions>($"/api/v1/sites/{Wire.Segment(Slug)}/search/suggest" + Asked.Of(query), ct);

    /// <summary>Every event of a site in order: how it catches up.</summary>
    /// <remarks>Without <c>since</c> from the first event that is kept. <c>meta.next</c> is the cursor to go on from, also when nothing came.</remarks>
    /// <exception cref="QuestProblemException">It was refused; codes: cursor.invalid, limit.range, site.not_found, resync.</exception>
    public Task<ChangeList> ListChangesAsync(ListChangesQuery? query = null, CancellationToken ct = default) =>
        _wire.GetAsync<ChangeList>($"/api/v1/sites/{Wire.Segment(Slug)}/changes" + Asked.Of(query), ct);

    /// <summary>Atom.</summary>
    /// <exception cref="QuestProblemException">It was refused; codes: site.not_found.</exception>
    public Task<string> GetAtomAsync(CancellationToken ct = default) =>
        _wire.TextAsync($"/api/v1/sites/{Wire.Segment(Slug)}/feed.atom", ct);

    /// <summary>JSON Feed 1.1.</summary>
    /// <exception cref="QuestProblemException">It was refused; codes: site.not_found.</exception>
    public Task<JsonElement> GetJsonFeedAsync(CancellationToken ct = default) =>
        _wire.GetAsync<JsonElement>($"/api/v1/sites/{Wire.Segment(Slug)}/feed.json", ct);

    /// <summary>RSS 2.0.</summary>
    /// <exception cref="QuestProblemException">It was refused; codes: site.not_found.</exception>
    public Task<string> GetRssAsync(CancellationToken ct = default) =>
        _wire.TextAsync($"/api/v1/sites/{Wire.Segment(Slug)}/feed.rss", ct);

    /// <summary>What the site is, for programs that read.</summary>
    /// <exception cref="QuestProblemException">It was refused; codes: site.not_found.</exception>
    public Task<string> GetLlmsTextAsync(CancellationToken ct = default) =>
        _wire.TextAsync($"/api/v1/sites/{Wire.Segment(Slug)}/llms.txt", ct);

    /// <summary>The site map; an index of parts above 50,000 pieces.</summary>
    /// <exception cref="QuestProblemException">It was refused; codes: part.unknown, site.not_found.</exception>
    public Task<string> GetSiteMapAsync(GetSiteMapQuery? query = null, CancellationToken ct = default) =>
        _wire.TextAsync($"/api/v1/sites/{Wire.Segment(Slug)}/sitemap.xml" + Asked.Of(query), ct);
}

public sealed partial class QuestManagement
{
    /// <summary>Working copies of the site, last changed first.</summary>
    public Task<ManagedRowPage> ListManagedArticlesAsync(ListManagedArticlesQuery? query = null, CancellationToken ct = default) =>
        _wire.GetAsync<ManagedRowPage>($"/api/v1/manage/sites/{Wire.Segment(Slug)}/articles" + Asked.Of(query), ct);

    /// <summary>Working copies of the site, last changed first, page after page.</summary>
    public IAsyncEnumerable<ManagedRow> AllManagedArticlesAsync(ListManagedArticlesQuery? query = null, CancellationToken ct = default) =>
        _wire.ThroughAsync<ManagedRowPage, ManagedRow>($"/api/v1/manage/sites/{Wire.Segment(Slug)}/articles" + Asked.Of(query), page => page.Data, page => page.Links.Next, ct);

    /// <summary>Write a new article.</summary>
    /// <param name="idempotencyKey">The same key with the same call makes one thing and hears the same answer, for 24 hours.</param>
    public Task<Answer<ManagedStanding>> WriteNewArticleAsync(ManagedTextSent sent, string? idempotencyKey = null, CancellationToken ct = default) =>
        _wire.SendAsync<ManagedStanding>(HttpMethod.Post, $"/api/v1/manage/sites/{Wire.Segment(Slug)}/articles", Wire.Json(sent), ("Idempotency-Key", idempotencyKey), ct);

    /// <summary>What lies in the bin, put there last first.</summary>
    public Task<ManagedBinnedPage> ListBinAsync(ListBinQuery? query = null, CancellationToken ct = default) =>
        _wire.GetAsync<ManagedBinnedPage>($"/api/v1/manage/sites/{Wire.Segment(Slug)}/bin" + Asked.Of(query), ct);

    /// <summary>What lies in the bin, put there last first, page after page.</summary>
    public IAsyncEnumerable<ManagedBinned> AllBinAsync(ListBinQuery? query = null, CancellationToken ct = default) =>
        _wire.ThroughAsync<ManagedBinnedPage, ManagedBinned>($"/api/v1/manage/sites/{Wire.Segment(Slug)}/bin" + Asked.Of(query), page => page.Data, page => page.Links.Next, ct);

    /// <summary>What was asked of Claude on the site, newest first.</summary>
    public Task<ManagedGenerationPage> ListGenerationsAsync(ListGenerationsQuery? query = null, CancellationToken ct = default) =>
        _wire.GetAsync<ManagedGenerationPage>($"/api/v1/manage/sites/{Wire.Segment(Slug)}/generations" + Asked.Of(query), ct);

    /// <summary>What was asked of Claude on the site, newest first, page after page.</summary>
    public IAsyncEnumerable<ManagedGeneration> AllGenerationsAsync(ListGenerationsQuery? query = null, CancellationToken ct = default) =>
        _wire.ThroughAsync<ManagedGenerationPage, ManagedGeneration>($"/api/v1/manage/sites/{Wire.Segment(Slug)}/generations" + Asked.Of(query), page => page.Data, page => page.Links.Next, ct);

    /// <summary>Ask Claude for a proposal in an article.</summary>
    /// <param name="idempotencyKey">The same key with the same call makes one thing and hears the same answer, for 24 hours.</param>
    public Task<Answer<ManagedAsked>> AskForGenerationAsync(ManagedAskSent sent, string? idempotencyKey = null, CancellationToken ct = default) =>
        _wire.SendAsync<ManagedAsked>(HttpMethod.Post, $"/api/v1/manage/sites/{Wire.Segment(Slug)}/generations", Wire.Json(sent), ("Idempotency-Key", idempotencyKey), ct);

    /// <summary>Pictures of the library, newest first.</summary>
    public Task<ManagedPicturePage> ListMediaAsync(ListMediaQuery? query = null, CancellationToken ct = default) =>
        _wire.GetAsync<ManagedPicturePage>($"/api/v1/manage/sites/{Wire.Segment(Slug)}/media" + Asked.Of(query), ct);

    /// <summary>Pictures of the library, newest first, page after page.</summary>
    public IAsyncEnumerable<ManagedPicture> AllMediaAsync(ListMediaQuery? query = null, CancellationToken ct = default) =>
        _wire.ThroughAsync<ManagedPicturePage, ManagedPicture>($"/api/v1/manage/sites/{Wire.Segment(Slug)}/media" + Asked.Of(query), page => page.Data, page => page.Links.Next, ct);

    /// <summary>Bring a picture: multipart/form-data with file, alt and credit.</summary>
    /// <param name="idempotencyKey">The same key with the same call makes one thing and hears the same answer, for 24 hours.</param>
    public Task<Answer<ManagedBrought>> AddMediaAsync(PictureForm picture, string? idempotencyKey = null, CancellationToken ct = default) =>
        _wire.SendAsync<ManagedBrought>(HttpMethod.Post, $"/api/v1/manage/sites/{Wire.Segment(Slug)}/media", Wire.Form(picture), ("Idempotency-Key", idempotencyKey), ct);

    /// <summary>Put an article into the bin.</summary>
    /// <param name="id">Which one.</param>
    /// <param name="ifMatch">The entity tag of the version the change is made on: <see cref="Answer{T}.ETag"/>.</param>
    public Task<Answer<ManagedStanding>> BinArticleAsync(Guid id, string ifMatch, CancellationToken ct = default) =>
        _wire.SendAsync<ManagedStanding>(HttpMethod.Delete, $"/api/v1/manage/sites/{Wire.Segment(Slug)}/articles/{id}", null, ("If-Match", ifMatch), ct);

    /// <summary>One working copy with everything known of it.</summary>
    /// <param name="id">Which one.</param>
    public Task<Answer<ManagedArticle>> ReadManagedArticleAsync(Guid id, CancellationToken ct = default) =>
        _wire.SendAsync<ManagedArticle>(HttpMethod.Get, $"/api/v1/manage/sites/{Wire.Segment(Slug)}/articles/{id}", null, ("Accept", "application/json"), ct);

    /// <summary>Put another text into the working copy.</summary>
    /// <param name="id">Which one.</param>
    /// <param name="ifMatch">The entity tag of the version the change is made on: <see cref="Answer{T}.ETag"/>.</param>
    public Task<Answer<ManagedStanding>> RewriteArticleAsync(Guid id, string ifMatch, ManagedText sent, CancellationToken ct = default) =>
        _wire.SendAsync<ManagedStanding>(HttpMethod.Put, $"/api/v1/manage/sites/{Wire.Segment(Slug)}/articles/{id}", Wire.Json(sent), ("If-Match", ifMatch), ct);

    /// <summary>One request and what came of it.</summary>
    /// <param name="id">Which one.</param>
    public Task<Answer<ManagedGenerationText>> ReadGenerationAsync(Guid id, CancellationToken ct = default) =>
        _wire.SendAsync<ManagedGenerationText>(HttpMethod.Get, $"/api/v1/manage/sites/{Wire.Segment(Slug)}/generations/{id}", null, ("Accept", "application/json"), ct);

    /// <summary>One picture with everything known of it.</summary>
    /// <param name="id">Which one.</param>
    public Task<Answer<ManagedPicture>> ReadMediaAsync(Guid id, CancellationToken ct = default) =>
        _wire.SendAsync<ManagedPicture>(HttpMethod.Get, $"/api/v1/manage/sites/{Wire.Segment(Slug)}/media/{id}", null, ("Accept", "application/json"), ct);

    /// <summary>Take it out of the archive.</summary>
    /// <param name="id">Which one.</param>
    /// <param name="ifMatch">The entity tag of the version the change is made on: <see cref="Answer{T}.ETag"/>.</param>
    public Task<Answer<ManagedStanding>> UnarchiveArticleAsync(Guid id, string ifMatch, CancellationToken ct = default) =>
        _wire.SendAsync<ManagedStanding>(HttpMethod.Delete, $"/api/v1/manage/sites/{Wire.Segment(Slug)}/articles/{id}/archive", null, ("If-Match", ifMatch), ct);

    /// <summary>Put it out of the way.</summary>
    /// <param name="id">Which one.</param>
    /// <param name="ifMatch">The entity tag of the version the change is made on: <see cref="Answer{T}.ETag"/>.</param>
    public Task<Answer<ManagedStanding>> ArchiveArticleAsync(Guid id, string ifMatch, CancellationToken ct = default) =>
        _wire.SendAsync<ManagedStanding>(HttpMethod.Post, $"/api/v1/manage/sites/{Wire.Segment(Slug)}/articles/{id}/archive", null, ("If-Match", ifMatch), ct);

    /// <summary>Take an article out of the bin.</summary>
    /// <param name="id">Which one.</param>
    /// <param name="ifMatch">The entity tag of the version the change is made on: <see cref="Answer{T}.ETag"/>.</param>
    public Task<Answer<ManagedStanding>> RestoreArticleAsync(Guid id, string ifMatch, CancellationToken ct = default) =>
        _wire.SendAsync<ManagedStanding>(HttpMethod.Post, $"/api/v1/manage/sites/{Wire.Segment(Slug)}/articles/{id}/restore", null, ("If-Match", ifMatch), ct);

    /// <summary>The revisions of an article, newest first.</summary>
    /// <param name="id">Which one.</param>
    public Task<ManagedRevisionPage> ListRevisionsAsync(Guid id, ListRevisionsQuery? query = null, CancellationToken ct = default) =>
        _wire.GetAsync<ManagedRevisionPage>($"/api/v1/manage/sites/{Wire.Segment(Slug)}/articles/{id}/revisions" + Asked.Of(query), ct);

    /// <summary>The revisions of an article, newest first, page after page.</summary>
    /// <param name="id">Which one.</param>
    public IAsyncEnumerable<ManagedRevision> AllRevisionsAsync(Guid id, ListRevisionsQuery? query = null, CancellationToken ct = default) =>
        _wire.ThroughAsync<ManagedRevisionPage, ManagedRevision>($"/api/v1/manage/sites/{Wire.Segment(Slug)}/articles/{id}/revisions" + Asked.Of(query), page => page.Data, page => page.Links.Next, ct);

    /// <summary>Drop the plan that waits.</summary>
    /// <param name="id">Which one.</param>
    /// <param name="ifMatch">The entity tag of the version the change is made on: <see cref="Answer{T}.ETag"/>.</param>
    public Task<Answer<ManagedStanding>> CancelScheduleAsync(Guid id, string ifMatch, CancellationToken ct = default) =>
        _wire.SendAsync<ManagedStanding>(HttpMethod.Delete, $"/api/v1/manage/sites/{Wire.Segment(Slug)}/articles/{id}/schedule", null, ("If-Match", ifMatch), ct);

    /// <summary>Plan that a revision a person approved goes live at a time, or that the article goes offline.</summary>
    /// <param name="id">Which one.</param>
    /// <param name="ifMatch">The entity tag of the version the change is made on: <see cref="Answer{T}.ETag"/>.</param>
    public Task<Answer<ManagedStanding>> ScheduleArticleAsync(Guid id, string ifMatch, ManagedPlanSent sent, CancellationToken ct = default) =>
        _wire.SendAsync<ManagedStanding>(HttpMethod.Post, $"/api/v1/manage/sites/{Wire.Segment(Slug)}/articles/{id}/schedule", Wire.Json(sent), ("If-Match", ifMatch), ct);

    /// <summary>Hand the working copy to the reviewers.</summary>
    /// <param name="id">Which one.</param>
    /// <param name="ifMatch">The entity tag of the version the change is made on: <see cref="Answer{T}.ETag"/>.</param>
    public Task<Answer<ManagedStanding>> SubmitArticleAsync(Guid id, string ifMatch, ManagedNoteSent? sent = null, CancellationToken ct = default) =>
        _wire.SendAsync<ManagedStanding>(HttpMethod.Post, $"/api/v1/manage/sites/{Wire.Segment(Slug)}/articles/{id}/submit", Wire.Json(sent), ("If-Match", ifMatch), ct);

    /// <summary>Take it from its readers.</summary>
    /// <param name="id">Which one.</param>
    /// <param name="ifMatch">The entity tag of the version the change is made on: <see cref="Answer{T}.ETag"/>.</param>
    public Task<Answer<ManagedStanding>> UnpublishArticleAsync(Guid id, string ifMatch, CancellationToken ct = default) =>
        _wire.SendAsync<ManagedStanding>(HttpMethod.Post, $"/api/v1/manage/sites/{Wire.Segment(Slug)}/articles/{id}/unpublish", null, ("If-Match", ifMatch), ct);

    /// <summary>Take it back before anyone decided.</summary>
    /// <param name="id">Which one.</param>
    /// <param name="ifMatch">The entity tag of the version the change is made on: <see cref="Answer{T}.ETag"/>.</param>
    public Task<Answer<ManagedStanding>> WithdrawArticleAsync(Guid id, string ifMatch, CancellationToken ct = default) =>
        _wire.SendAsync<ManagedStanding>(HttpMethod.Post, $"/api/v1/manage/sites/{Wire.Segment(Slug)}/articles/{id}/withdraw", null, ("If-Match", ifMatch), ct);

    /// <summary>One revision as it was frozen.</summary>
    /// <param name="id">Which one.</param>
    /// <param name="number">Which one.</param>
    public Task<Answer<ManagedRevisionText>> ReadRevisionAsync(Guid id, int number, CancellationToken ct = default) =>
        _wire.SendAsync<ManagedRevisionText>(HttpMethod.Get, $"/api/v1/manage/sites/{Wire.Segment(Slug)}/articles/{id}/revisions/{number}", null, ("Accept", "application/json"), ct);
}

/// <summary>What <c>ListAuthorsAsync</c> can be asked.</summary>
public sealed record ListAuthorsQuery : IAsked
{
    /// <summary>How many at most; more is refused.</summary>
    public int? Limit { get; init; }
    /// <summary>A position from <c>links</c>: opaque, bound to filters and order, good for ever.</summary>
    public string? Cursor { get; init; }
    /// <summary>Whether all that meet the conditions are counted.</summary>
    public bool? Count { get; init; }

    void IAsked.Write(Asked asked) => asked.Add("limit", Limit).Add("cursor", Cursor).Add("count", Count);
}

/// <summary>What <c>ListCategoriesAsync</c> can be asked.</summary>
public sealed record ListCategoriesQuery : IAsked
{
    /// <summary>How many at most; more is refused.</summary>
    public int? Limit { get; init; }
    /// <summary>A position from <c>links</c>: opaque, bound to filters and order, good for ever.</summary>
    public string? Cursor { get; init; }
    /// <summary>Whether all that meet the conditions are counted.</summary>
    public bool? Count { get; init; }

    void IAsked.Write(Asked asked) => asked.Add("limit", Limit).Add("cursor", Cursor).Add("count", Count);
}

/// <summary>What <c>ListRedirectsAsync</c> can be asked.</summary>
public sealed record ListRedirectsQuery : IAsked
{
    /// <summary>How many at most; more is refused.</summary>
    public int? Limit { get; init; }
    /// <summary>A position from <c>links</c>: opaque, bound to filters and order, good for ever.</summary>
    public string? Cursor { get; init; }
    /// <summary>Whether all that meet the conditions are counted.</summary>
    public bool? Count { get; init; }

    void IAsked.Write(Asked asked) => asked.Add("limit", Limit).Add("cursor", Cursor).Add("count", Count);
}

/// <summary>What <c>ListTagsAsync</c> can be asked.</summary>
public sealed record ListTagsQuery : IAsked
{
    /// <summary>How many at most; more is refused.</summary>
    public int? Limit { get; init; }
    /// <summary>A position from <c>links</c>: opaque, bound to filters and order, good for ever.</summary>
    public string? Cursor { get; init; }
    /// <summary>Whether all that meet the conditions are counted.</summary>
    public bool? Count { get; init; }

    void IAsked.Write(Asked asked) => asked.Add("limit", Limit).Add("cursor", Cursor).Add("count", Count);
}

/// <summary>What <c>ListArticlesAsync</c> can be asked.</summary>
public sealed record ListArticlesQuery : IAsked
{
    /// <summary>A category's slug.</summary>
    public string? Category { get; init; }
    /// <summary>A tag; given several times, any of them.</summary>
    public IReadOnlyList<string>? Tag { get; init; }
    /// <summary>Given several times, all of them.</summary>
    public IReadOnlyList<string>? TagAll { get; init; }
    /// <summary>A byline's slug.</summary>
    public string? Author { get; init; }
    public ArticleKind? Kind { get; init; }
    /// <summary>BCP 47.</summary>
    public string? Locale { get; init; }
    /// <summary>The reviewer's score, at least.</summary>
    public int? MinScore { get; init; }
    /// <summary>Readers saw it first after this time, RFC 3339; a date is its beginning in UTC.</summary>
    public string? PublishedAfter { get; init; }
    /// <summary>Before this time.</summary>
    public string? PublishedBefore { get; init; }
    /// <summary>Published last after this time.</summary>
    public string? UpdatedAfter { get; init; }
    /// <summary>Words to look for: "a phrase", -without, or.</summary>
    public string? Q { get; init; }
    /// <summary>filter[field][operator]=value. Fields: id, slug, title, category, tag, author, kind, locale, score, publishedAt, updatedAt. Operators: eq, ne, lt, lte, gt, gte, in, nin, contains, startsWith, null; not every one of every field. <c>in</c> and <c>nin</c> take values with commas between, <c>null</c> true or false.</summary>
    public IReadOnlyList<Filter>? Filter { get; init; }
    /// <summary>Keys with commas between, each from high to low with a minus before it: relevance, publishedAt, updatedAt, title, score; relevance with <c>q</c> alone. The id is always the last.</summary>
    public string? Sort { get; init; }
    /// <summary>What comes besides, with commas between: <c>related</c>, <c>media</c>.</summary>
    public string? Include { get; init; }
    /// <summary>The form of the body.</summary>
    public BodyForm? Body { get; init; }
    /// <summary>How many at most; more is refused.</summary>
    public int? Limit { get; init; }
    /// <summary>A position from <c>links</c>: opaque, bound to filters and order, good for ever.</summary>
    public string? Cursor { get; init; }
    /// <summary>Whether all that meet the conditions are counted.</summary>
    public bool? Count { get; init; }

    void IAsked.Write(Asked asked) => asked.Add("category", Category).Add("tag", Tag).Add("tagAll", TagAll).Add("author", Author).Add("kind", Kind).Add("locale", Locale).Add("minScore", MinScore).Add("publishedAfter", PublishedAfter).Add("publishedBefore", PublishedBefore).Add("updatedAfter", UpdatedAfter).Add("q", Q).Add("filter", Filter).Add("sort", Sort).Add("include", Include).Add("body", Body).Add("limit", Limit).Add("cursor", Cursor).Add("count", Count);
}

/// <summary>What <c>GetArticleAsync</c> can be asked.</summary>
public sealed record GetArticleQuery : IAsked
{
    /// <summary>What comes besides, with commas between: <c>related</c>, <c>media</c>.</summary>
    public string? Include { get; init; }
    /// <summary>The form of the body.</summary>
    public BodyForm? Body { get; init; }

    void IAsked.Write(Asked asked) => asked.Add("include", Include).Add("body", Body);
}

/// <summary>What <c>GetArticleBySlugAsync</c> can be asked.</summary>
public sealed record GetArticleBySlugQuery : IAsked
{
    /// <summary>What comes besides, with commas between: <c>related</c>, <c>media</c>.</summary>
    public string? Include { get; init; }
    /// <summary>The form of the body.</summary>
    public BodyForm? Body { get; init; }

    void IAsked.Write(Asked asked) => asked.Add("include", Include).Add("body", Body);
}

/// <summary>What <c>ListRelatedArticlesAsync</c> can be asked.</summary>
public sealed record ListRelatedArticlesQuery : IAsked
{
    /// <summary>How many at most.</summary>
    public int? Limit { get; init; }

    void IAsked.Write(Asked asked) => asked.Add("limit", Limit);
}

/// <summary>What <c>SearchAsync</c> can be asked.</summary>
public sealed record SearchQuery : IAsked
{
    /// <summary>What to look for, at most 200 characters: words, "a phrase", or, -without; the last word may be the beginning of one.</summary>
    public required string Q { get; init; }
    /// <summary>A category's slug.</summary>
    public string? Category { get; init; }
    /// <summary>A tag; given several times, any of them.</summary>
    public IReadOnlyList<string>? Tag { get; init; }
    /// <summary>Given several times, all of them.</summary>
    public IReadOnlyList<string>? TagAll { get; init; }
    /// <summary>A byline's slug.</summary>
    public string? Author { get; init; }
    public ArticleKind? Kind { get; init; }
    /// <summary>BCP 47.</summary>
    public string? Locale { get; init; }
    /// <summary>The reviewer's score, at least.</summary>
    public int? MinScore { get; init; }
    /// <summary>Readers saw it first after this time, RFC 3339; a date is its beginning in UTC.</summary>
    public string? PublishedAfter { get; init; }
    /// <summary>Before this time.</summary>
    public string? PublishedBefore { get; init; }
    /// <summary>Published last after this time.</summary>
    public string? UpdatedAfter { get; init; }
    /// <summary>filter[field][operator]=value. Fields: id, slug, title, category, tag, author, kind, locale, score, publishedAt, updatedAt. Operators: eq, ne, lt, lte, gt, gte, in, nin, contains, startsWith, null; not every one of every field. <c>in</c> and <c>nin</c> take values with commas between, <c>null</c> true or false.</summary>
    public IReadOnlyList<Filter>? Filter { get; init; }
    /// <summary>Published first in that year, in UTC.</summary>
    public int? Year { get; init; }
    /// <summary>Only these fields, with commas between them; a part of one as <c>seo.title</c>.</summary>
    public string? Fields { get; init; }
    /// <summary>How many at most; more is refused.</summary>
    public int? Limit { get; init; }
    /// <summary>A position from <c>links</c>: opaque, bound to filters and order, good for ever.</summary>
    public string? Cursor { get; init; }

    void IAsked.Write(Asked asked) => asked.Add("q", Q).Add("category", Category).Add("tag", Tag).Add("tagAll", TagAll).Add("author", Author).Add("kind", Kind).Add("locale", Locale).Add("minScore", MinScore).Add("publishedAfter", PublishedAfter).Add("publishedBefore", PublishedBefore).Add("updatedAfter", UpdatedAfter).Add("filter", Filter).Add("year", Year).Add("fields", Fields).Add("limit", Limit).Add("cursor", Cursor);
}

/// <summary>What <c>SuggestAsync</c> can be asked.</summary>
public sealed record SuggestQuery : IAsked
{
    /// <summary>What to look for, at most 200 characters: words, "a phrase", or, -without; the last word may be the beginning of one.</summary>
    public required string Q { get; init; }

    void IAsked.Write(Asked asked) => asked.Add("q", Q);
}

/// <summary>What <c>ListChangesAsync</c> can be asked.</summary>
public sealed record ListChangesQuery : IAsked
{
    /// <summary>A cursor, or <c>now</c> for the end of the log.</summary>
    public string? Since { get; init; }
    /// <summary>How many at most; more is refused.</summary>
    public int? Limit { get; init; }

    void IAsked.Write(Asked asked) => asked.Add("since", Since).Add("limit", Limit);
}

/// <summary>What <c>GetSiteMapAsync</c> can be asked.</summary>
public sealed record GetSiteMapQuery : IAsked
{
    /// <summary>A part that the index names.</summary>
    public string? Part { get; init; }

    void IAsked.Write(Asked asked) => asked.Add("part", Part);
}

/// <summary>What <c>ListManagedArticlesAsync</c> can be asked.</summary>
public sealed record ListManagedArticlesQuery : IAsked
{
    /// <summary>Only those.</summary>
    public string? State { get; init; }
    /// <summary>Only those.</summary>
    public string? Kind { get; init; }
    /// <summary>Only those.</summary>
    public string? Category { get; init; }
    /// <summary>Only those.</summary>
    public string? Author { get; init; }
    /// <summary>Only those.</summary>
    public string? Tag { get; init; }
    /// <summary>Words to look for.</summary>
    public string? Q { get; init; }
    /// <summary>How many at most; more is refused.</summary>
    public int? Limit { get; init; }
    /// <summary>A position from <c>links</c>: opaque, bound to filters and order, good for ever.</summary>
    public string? Cursor { get; init; }

    void IAsked.Write(Asked asked) => asked.Add("state", State).Add("kind", Kind).Add("category", Category).Add("author", Author).Add("tag", Tag).Add("q", Q).Add("limit", Limit).Add("cursor", Cursor);
}

/// <summary>What <c>ListBinAsync</c> can be asked.</summary>
public sealed record ListBinQuery : IAsked
{
    /// <summary>How many at most; more is refused.</summary>
    public int? Limit { get; init; }
    /// <summary>A position from <c>links</c>: opaque, bound to filters and order, good for ever.</summary>
    public string? Cursor { get; init; }

    void IAsked.Write(Asked asked) => asked.Add("limit", Limit).Add("cursor", Cursor);
}

/// <summary>What <c>ListGenerationsAsync</c> can be asked.</summary>
public sealed record ListGenerationsQuery : IAsked
{
    /// <summary>Only those.</summary>
    public string? Article { get; init; }
    /// <summary>How many at most; more is refused.</summary>
    public int? Limit { get; init; }
    /// <summary>A position from <c>links</c>: opaque, bound to filters and order, good for ever.</summary>
    public string? Cursor { get; init; }

    void IAsked.Write(Asked asked) => asked.Add("article", Article).Add("limit", Limit).Add("cursor", Cursor);
}

/// <summary>What <c>ListMediaAsync</c> can be asked.</summary>
public sealed record ListMediaQuery : IAsked
{
    /// <summary>Words to look for.</summary>
    public string? Q { get; init; }
    /// <summary>How many at most; more is refused.</summary>
    public int? Limit { get; init; }
    /// <summary>A position from <c>links</c>: opaque, bound to filters and order, good for ever.</summary>
    public string? Cursor { get; init; }

    void IAsked.Write(Asked asked) => asked.Add("q", Q).Add("limit", Limit).Add("cursor", Cursor);
}

/// <summary>What <c>ListRevisionsAsync</c> can be asked.</summary>
public sealed record ListRevisionsQuery : IAsked
{
    /// <summary>How many at most; more is refused.</summary>
    public int? Limit { get; init; }
    /// <summary>A position from <c>links</c>: opaque, bound to filters and order, good for ever.</summary>
    public string? Cursor { get; init; }

    void IAsked.Write(Asked asked) => asked.Add("limit", Limit).Add("cursor", Cursor);
}
