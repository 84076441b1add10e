namespace QuestCms.Web.Api.Describing;

/// <summary>Articles: one, similar ones, lists.</summary>
internal static class ArticleOperations
{
    private const string Group = "Articles";
    private static readonly string[] Shaping = ["field.unknown", "include.unknown", "body.unknown"];

    private static readonly Reply[] NotThere =
    [
        Reply.Refused(404, "No published article of this site has it; drafts and other sites' things answer the same.", "article.not_found", "site.not_found", "not_found"),
        Reply.Refused(410, "It was live and is not; `replacement` says what stands in for it, or is null.", "article.gone"),
    ];

    public static readonly Operation List = new("listArticles", Group, "A list: narrowed, searched, sorted, paged by key")
    {
        Description = "Newest first, the best match first with `q`. `links.next` leads on; publishing while you page neither repeats nor skips. A sort by what a publication changes (`updatedAt`, `title`, `score`) shows an article where it stands when its page is read.",
        Parameters = [Parameters.Site, .. Parameters.Filters, Parameters.Filter, Parameters.Sort, .. Parameters.Shaping, Parameters.Limit, Parameters.Cursor, Parameters.Count, Parameters.Known],
        Replies = Replies.OfSite(new Reply(200, "A page.", "ArticleList") { Headers = ["Link"], Example = "articles" },
        [
            .. Shaping, "limit.range", "cursor.invalid", "sort.unknown", "sort.repeated", "sort.needs_q", "filter.malformed", "filter.field", "filter.operator", "filter.empty", "filter.value", "filter.too_short", "filter.too_many",
            "kind.unknown", "score.malformed", "time.malformed", "id.malformed", "tag.malformed", "q.too_long",
        ]),
    };

    public static readonly Operation ById = new("getArticle", Group, "One article by its id")
    {
        Parameters = [Parameters.Site, Parameters.Id, .. Parameters.Shaping, Parameters.Known],
        Replies = Replies.OfSite(Answer(), Shaping, NotThere),
    };

    public static readonly Operation BySlug = new("getArticleBySlug", Group, "One article by its slug")
    {
        Description = "A slug that the article had before leads to the one it has.",
        Parameters = [Parameters.Site, Parameters.Slug, .. Parameters.Shaping, Parameters.Known],
        Replies = Replies.OfSite(Answer(), Shaping, [.. NotThere, new Reply(308, "The article has another slug now.") { Headers = ["Location"] }]),
    };

    public static readonly Operation Related = new("listRelatedArticles", Group, "Similar articles")
    {
        Description = "By the tags they share, the category, and words of the title; the most similar first.",
        Parameters = [Parameters.Site, Parameters.Id, Parameters.Shaping[0], Parameters.Query("limit", "How many at most.", () => Shape.Whole(null, 1, 20), 5), Parameters.Known],
        Replies = Replies.OfSite(new Reply(200, "Similar ones.", "ArticleList") { Example = "related" }, ["field.unknown", "limit.range"], NotThere),
    };

    private static Reply Answer() => new(200, "The article; with `fields`, a part of it.", "AnyArticle") { Headers = ["Last-Modified"], Example = "article" };
}
