using System.Globalization;
using Microsoft.Extensions.Primitives;

namespace QuestCms.Web.Api.Delivery;

/// <summary>The query of a list, checked: anything unknown is an error with the nearest right name, a limit over the maximum is an error and not a clamp.</summary>
internal sealed record ListQuery(int Limit, string? Cursor, string[]? Fields, string? Category, string[] Tags, string? Search)
{
    public const int MaxLimit = 100;
    private const int DefaultLimit = 20;
    private const int MaxSearch = 200;
    private static readonly string[] Known = ["limit", "cursor", "fields", "category", "tag", "q"];

    public static readonly string[] AllFields =
    [
        "id", "site", "slug", "locale", "kind", "title", "summary", "category", "tags", "authors", "image", "seo", "readingMinutes", "wordCount", "publishedAt", "updatedAt",
        "version", "review", "ai", "cacheTags",
    ];

    /// <summary>What a cursor is bound to: everything but the cursor and the page's size.</summary>
    public string Filters(string site) => string.Join('\n', site, Category ?? "", string.Join(',', Tags.Order(StringComparer.Ordinal)), Search ?? "");

    public static (ListQuery? Query, IReadOnlyList<ProblemField> Errors) Read(IQueryCollection query)
    {
        var errors = new List<ProblemField>();
        foreach (var name in query.Keys.Where(k => !Known.Contains(k))) errors.Add(new(null, name, "parameter.unknown", $"There is no parameter “{name}”.", Nearest(name, Known)));
        var limit = DefaultLimit;
        if (One(query, "limit", errors) is { } given && (!int.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out limit) || limit is < 1 or > MaxLimit))
            errors.Add(new(null, "limit", "limit.range", $"A limit is a whole number from 1 to {MaxLimit}.", null));
        var fields = One(query, "fields", errors)?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        foreach (var field in fields?.Where(f => !AllFields.Contains(f)) ?? []) errors.Add(new(null, "fields", "field.unknown", $"There is no field “{field}” in a list.", Nearest(field, AllFields)));
        var search = One(query, "q", errors);
        if (search is { Length: > MaxSearch }) errors.Add(new(null, "q", "q.too_long", $"A search has at most {MaxSearch} characters.", null));
        if (search is not null && Domain.Common.PlainText.HasForbidden(search)) errors.Add(new(null, "q", "text.forbidden_characters", "The search holds characters that no text has.", null));
        string[] tags = [.. query["tag"].OfType<string>()];
        if (tags.Length > 20 || tags.Any(t => Domain.Common.PlainText.HasForbidden(t))) errors.Add(new(null, "tag", "tag.malformed", "At most 20 tags, without characters that no text has.", null));
        var category = One(query, "category", errors);
        if (category is not null && Domain.Common.PlainText.HasForbidden(category)) errors.Add(new(null, "category", "text.forbidden_characters", "A category is a slug.", null));
        var cursor = One(query, "cursor", errors);
        return errors.Count > 0 ? (null, errors) : (new ListQuery(limit, cursor, fields, category, tags, string.IsNullOrWhiteSpace(search) ? null : search), errors);
    }

    private static string? One(IQueryCollection query, string name, List<ProblemField> errors)
    {
        var values = query[name];
        if (values.Count > 1) errors.Add(new(null, name, "parameter.repeated", $"“{name}” can be given once.", null));
        return StringValues.IsNullOrEmpty(values) ? null : values[0];
    }

    internal static string? Nearest(string name, string[] known)
    {
        var best = known.Select(k => (Name: k, Distance: Distance(name.ToLowerInvariant(), k.ToLowerInvariant()))).MinBy(k => k.Distance);
        return best.Distance <= Math.Max(2, best.Name.Length / 2) ? $"Did you mean “{best.Name}”?" : $"There are: {string.Join(", ", known)}.";
    }

    // Edits between two names, two letters that changed places being one; the names are short and a longer input is cut.
    private static int Distance(string a, string b)
    {
        if (a.Length > 40) a = a[..40];
        var d = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++) d[i, 0] = i;
        for (var j = 0; j <= b.Length; j++) d[0, j] = j;
        for (var i = 1; i <= a.Length; i++)
            for (var j = 1; j <= b.Length; j++)
            {
                d[i, j] = Math.Min(Math.Min(d[i - 1, j], d[i, j - 1]) + 1, d[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) d[i, j] = Math.Min(d[i, j], d[i - 2, j - 2] + 1);
            }
        return d[a.Length, b.Length];
    }
}
