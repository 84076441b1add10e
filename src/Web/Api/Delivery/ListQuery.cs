using QuestCms.Infrastructure.Neon.Delivery;

namespace QuestCms.Web.Api.Delivery;

/// <summary>The query of a list, checked: anything unknown is an error with the nearest right name, a limit over the maximum is an error and not a clamp.</summary>
internal sealed record ListQuery(int Limit, string? Cursor, IReadOnlyList<ListCondition> Conditions, string? Search, IReadOnlyList<ListKey> Sort, ArticleShape Shape, bool Count)
{
    public const int DefaultLimit = 20;
    public const int MaxLimit = 100;
    /// <summary>Similar articles are looked for with each one of the list.</summary>
    public const int MaxLimitWithRelated = 20;
    private const int MaxKeys = 4;

    public static readonly string[] Known = [.. Filters.Short.Keys, "q", "sort", "fields", "include", "body", "limit", "cursor", "count"];
    public static readonly string[] Sorts = [.. Enum.GetNames<ListSort>().Select(Filters.Camel)];

    /// <summary>What an article of a list has by itself.</summary>
    public static readonly string[] AllFields =
    [
        "id", "site", "slug", "locale", "kind", "title", "summary", "category", "tags", "authors", "image", "seo", "readingMinutes", "wordCount", "publishedAt", "updatedAt",
        "version", "review", "ai", "cacheTags",
    ];

    /// <summary>What a cursor is bound to: everything that decides which articles come in which order; not the page's size, nor what of them is shown.</summary>
    public string Bound(string site) => string.Join('\n', site, Filters.Canonical(Conditions), Search ?? "", string.Join(',', Sort.Select(k => (k.Descending ? "-" : "") + k.By)));

    /// <summary>Null when something is wrong; what it is stands with <paramref name="asked"/>.</summary>
    public static ListQuery? Read(AskedQuery asked)
    {
        asked.Allow(Known, Filters.IsFilter);
        var shape = ArticleShape.Read(asked, BodyForm.None, AllFields);
        var limit = asked.Limit(DefaultLimit, MaxLimit);
        if (shape.Related && limit > MaxLimitWithRelated) asked.Refuse("limit", "limit.range", $"With include=related a limit is at most {MaxLimitWithRelated}.");
        var search = asked.One("q");
        if (search is { Length: > AskedQuery.MaxValue }) asked.Refuse("q", "q.too_long", $"A search has at most {AskedQuery.MaxValue} characters.");
        else if (search is not null) asked.Fits("q", search);
        if (string.IsNullOrWhiteSpace(search)) search = null;
        var conditions = Filters.Read(asked);
        var sort = SortOf(asked, search is not null);
        var count = asked.Flag("count");
        var cursor = asked.One("cursor");
        return asked.Errors.Count > 0 ? null : new ListQuery(limit, cursor, conditions, search, sort, shape, count);
    }

    private static IReadOnlyList<ListKey> SortOf(AskedQuery asked, bool searching)
    {
        if (asked.One("sort") is not { } given) return searching ? PublishedLists.BestMatch : PublishedLists.Newest;
        var keys = new List<ListKey>();
        foreach (var part in given.Split(',', StringSplitOptions.TrimEntries))
        {
            var name = part.TrimStart('-');
            if (Array.IndexOf(Sorts, name) is not (>= 0 and var at) || part.Length - name.Length > 1) asked.Refuse("sort", "sort.unknown", "A list can't be sorted by that.", Nearest.Hint(name, Sorts));
            else if (keys.Exists(k => k.By == (ListSort)at)) asked.Refuse("sort", "sort.repeated", $"“{name}” sorts a list once.");
            else if ((ListSort)at == ListSort.Relevance && !searching) asked.Refuse("sort", "sort.needs_q", "Only a search has relevance: give q.");
            else keys.Add(new ListKey((ListSort)at, part[0] == '-'));
            if (keys.Count > MaxKeys) asked.Refuse("sort", "sort.repeated", $"A list is sorted by at most {MaxKeys} keys.");
        }
        return keys;
    }
}
