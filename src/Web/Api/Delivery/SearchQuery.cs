using System.Globalization;
using QuestCms.Infrastructure.Neon.Delivery;

namespace QuestCms.Web.Api.Delivery;

/// <summary>The query of a search, checked: words, a list's filters, <c>year</c>, <c>fields</c>, <c>limit</c>, <c>cursor</c>.</summary>
internal sealed record SearchQuery(string Words, IReadOnlyList<ListCondition> Conditions, ArticleShape Shape, int Limit, string? Cursor)
{
    public static readonly string[] Known = ["q", "year", .. Filters.Short.Keys, "fields", "limit", "cursor"];
    private const int FirstYear = 1900;
    private const int LastYear = 2200;

    /// <summary>What a cursor is bound to.</summary>
    public string Bound(string site) => string.Join('\n', site, "search", Filters.Canonical(Conditions), Words);

    /// <summary>Null when something is wrong; what it is stands with <paramref name="asked"/>.</summary>
    public static SearchQuery? Read(AskedQuery asked)
    {
        asked.Allow(Known, Filters.IsFilter);
        var words = Typed(asked);
        var shape = ArticleShape.Read(asked, BodyForm.None, ListQuery.AllFields);
        if (shape.Body != BodyForm.None) asked.Refuse("fields", "field.unknown", "A search has no bodies.");
        var conditions = Filters.Read(asked);
        if (asked.One("year") is { } given)
        {
            if (int.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is >= FirstYear and <= LastYear) conditions.AddRange(SearchFilter.InYear(year));
            else asked.Refuse("year", "year.malformed", $"A year is a whole number from {FirstYear} to {LastYear}.");
        }
        var limit = asked.Limit(ListQuery.DefaultLimit, ListQuery.MaxLimit);
        var cursor = asked.One("cursor");
        return asked.Errors.Count > 0 ? null : new SearchQuery(words!, conditions, shape, limit, cursor);
    }

    /// <summary>What was typed; null when it was refused.</summary>
    public static string? Typed(AskedQuery asked)
    {
        var words = asked.One("q");
        if (string.IsNullOrWhiteSpace(words)) asked.Refuse("q", "q.missing", "Say in q what to look for.");
        else if (words.Length > AskedQuery.MaxValue) asked.Refuse("q", "q.too_long", $"A search has at most {AskedQuery.MaxValue} characters.");
        else if (asked.Fits("q", words)) return words;
        return null;
    }
}
