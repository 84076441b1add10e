namespace QuestCms.IntegrationTests.Api;

/// <summary>
/// A row of the contract: what it says, an address that shows it, and what the answer is held to. In an address {id} is piece 7, {gone} one that was taken down. A row of another
/// part of the API is a line here.
/// </summary>
internal sealed record ContractRow(string Says, string Ask, int Status, params string[] Holds);

/// <summary>The tables and lists of the contract (docs/api.md), row by row.</summary>
internal static class ContractRows
{
    private const string S = "/api/v1/sites/relocation", A = S + "/articles";

    // Holds: "name" a member of the answer, "name=value" with that value, "data*name" a member of each item, "count=n" so many items, "header:Name" a header.
    public static readonly ContractRow[] All =
    [
        // Conventions
        new("camelCase, RFC 3339 UTC, nulls present", A + "/{id}", 200, "readingMinutes", "image=null", "publishedAt~Z"),
        new("errors are problem details", A + "?limit=0", 400, "type~/api/problems/limit.range", "title", "status=400", "detail", "code=limit.range", "traceId", "errors"),
        new("errors[] of pointer, parameter, code, detail, hint", A + "?limt=1", 400, "errors*pointer", "errors*parameter", "errors*code", "errors*detail", "errors*hint"),
        new("unknown parameter with the nearest right name", A + "?limt=1", 400, "code=parameter.unknown", "errors~Did you mean “limit”?"),
        new("unknown field", A + "?fields=titel", 400, "code=field.unknown", "errors~“title”"),
        new("unknown sort", A + "?sort=titel", 400, "code=sort.unknown", "errors~“title”"),
        new("unknown operator", A + "?filter[title][contain]=abc", 400, "code=filter.operator", "errors~“contains”"),
        new("a limit above the maximum is 400", A + "?limit=101", 400, "code=limit.range"),
        new("another site's thing is 404", "/api/v1/sites/placement/articles/{id}", 404, "code=article.not_found"),
        new("what was live and is not: 410, with the replacement", A + "/{gone}", 410, "code=article.gone", "replacement"),
        // Routes
        new("GET /sites", "/api/v1/sites", 200, "data*slug", "data*locales", "data*articles"),
        new("GET /sites/{site}", S, 200, "locales", "categories", "counts"),
        new("GET …/articles", A, 200, "data", "meta", "links"),
        new("GET …/articles/{id}", A + "/{id}", 200, "id", "body"),
        new("GET …/articles/by-slug/{slug}", A + "/by-slug/piece-7", 200, "slug=piece-7"),
        new("an old slug answers 308", A + "/by-slug/piece-4", 308, "header:Location"),
        new("GET …/articles/{id}/related", A + "/{id}/related", 200, "data*title", "count=5"),
        new("GET …/articles/{id}/provenance", A + "/{id}/provenance", 200, "card", "payload", "protected", "signature"),
        new("GET …/provenance, of what was taken down", A + "/{gone}/provenance", 410, "code=article.gone", "replacement"),
        new("GET /provenance/keys", "/api/v1/provenance/keys", 200, "keys*kid", "keys*x"),
        new("GET …/search?q=", S + "/search?q=lighthouse", 200, "data*match", "meta~facets"),
        new("GET …/categories", S + "/categories", 200, "data*slug", "data*name", "data*articles"),
        new("GET …/tags", S + "/tags", 200, "data*slug", "data*articles"),
        new("GET …/authors", S + "/authors", 200, "data*slug", "data*about"),
        new("GET …/redirects", S + "/redirects", 200, "data*from", "data*to", "data*status"),
        new("GET …/changes?since=CURSOR", S + "/changes", 200, "data*type", "meta~next"),
        new("GET …/changes, a foreign cursor", S + "/changes?since=nonsense", 400, "code=cursor.invalid"),
        new("GET …/live", S + "/live", 426, "code=websocket.needed"),
        new("GET …/events", S + "/events?since=nonsense", 400, "code=cursor.invalid"),
        new("GET …/feed.rss", S + "/feed.rss", 200, "text:<rss", "header:ETag", "header:Cache-Tag"),
        new("GET …/feed.atom", S + "/feed.atom", 200, "text:<feed", "text:urn:uuid:", "header:ETag"),
        new("GET …/feed.json", S + "/feed.json", 200, "version=https://jsonfeed.org/version/1.1", "items*id", "items*url", "header:ETag"),
        new("GET …/sitemap.xml", S + "/sitemap.xml", 200, "text:<urlset", "text:<loc>http", "header:ETag"),
        new("GET …/llms.txt", S + "/llms.txt", 200, "text:# ", "header:ETag"),
        new("a feed takes no parameters", S + "/feed.rss?page=2", 400, "code=parameter.unknown"),
        new("GET /api/v1/openapi.json", "/api/v1/openapi.json", 200, "openapi~3.1", "paths"),
        new("GET /api/docs", "/api/docs", 200, "text:listArticles"),
        // Query parameters of a list
        new("category=", A + "?category=spain&limit=100", 200, "count=4"),
        new("tag= (repeat = any)", A + "?tag=tax&tag=none&limit=100", 200, "count=12"),
        new("tagAll=", A + "?tagAll=tax&tagAll=none", 200, "count=0"),
        new("author= (a byline's slug)", A + "?author=relocation-desk&limit=3", 200, "count=3"),
        new("kind=", A + "?kind=news", 200, "count=0"),
        new("locale=", A + "?locale=en&limit=2", 200, "count=2"),
        new("minScore=", A + "?minScore=9", 200, "count=0"),
        new("publishedAfter=", A + "?publishedAfter=2100-01-01", 200, "count=0"),
        new("publishedBefore=", A + "?publishedBefore=2000-01-01", 200, "count=0"),
        new("updatedAfter=", A + "?updatedAfter=2100-01-01", 200, "count=0"),
        new("q=", A + "?q=lighthouse", 200, "count=1"),
        .. new[] { "category][eq]=spain", "category][ne]=portugal", "score][lt]=9", "score][lte]=8", "score][gt]=7", "score][gte]=8", "category][in]=spain,portugal", "category][nin]=none", "title][contains]=iece", "title][startsWith]=Pie", "category][null]=false" }
            .Select(f => new ContractRow($"filter[{f}", $"{A}?limit=2&filter[{f}", 200, "count=2")),
        new("sort=-publishedAt,title", A + "?sort=-publishedAt,title&limit=1", 200, "count=1"),
        new("fields=", A + "?fields=slug&limit=1", 200, "data*slug", "text:{\"slug\":"),
        new("include=related,media", A + "?include=related,media&limit=1", 200, "data*related", "data*media"),
        new("body=html", A + "?body=html&limit=1", 200, "text:<p>"),
        new("body=markdown", A + "?body=markdown&limit=1", 200, "data*body"),
        new("body=text", A + "?body=text&limit=1", 200, "data*body"),
        new("body=none", A + "/{id}?body=none", 200, "title"),
        new("limit= (20)", A, 200, "count=20", "meta~\"limit\":20"),
        new("count=true", A + "?count=true&limit=1", 200, "meta~\"count\":24"),
        new("count is null else", A + "?limit=1", 200, "meta~\"count\":null"),
        new("links self, next, prev and a Link header", A + "?limit=1", 200, "links~self", "links~next", "links~prev", "header:Link"),
        // An article
        .. new[] { "id", "site", "slug", "locale", "kind", "title", "summary", "body", "category~\"slug\"", "category~\"name\"", "tags", "authors*slug", "authors*name", "image", "seo~\"title\"", "seo~\"description\"", "seo~\"canonical\":\"/sites/relocation/piece-7\"",
            "seo~\"keywords\"", "readingMinutes", "wordCount", "publishedAt", "updatedAt", "version", "review~\"score\":8", "review~\"approvedAt\"", "review~\"reviewers\"", "ai~\"origin\":\"none\"", "ai~\"share\"", "ai~\"disclosure\":null", "cacheTags~site:relocation" }
            .Select(f => new ContractRow($"An article has {f}", A + "/by-slug/piece-7", 200, f)),
        // Caching
        new("ETag, Cache-Control, Vary, Cache-Tag", A + "/{id}", 200, "header:ETag", "header:Last-Modified", "header:Cache-Control", "header:Vary", "header:Cache-Tag"),
        new("ETag of a list", A, 200, "header:ETag", "header:Cache-Tag"),
        // Limits
        new("CORS exposes what a page needs", A, 200, "header:Access-Control-Expose-Headers"),
    ];
}
