using Npgsql;
using NpgsqlTypes;
using static QuestCms.Infrastructure.Neon.Delivery.DeliveryDataSource;

namespace QuestCms.Infrastructure.Neon.Delivery;

/// <summary>
/// What a search asks for, within one site. <paramref name="Query"/>: words, "phrases", or, -not; it is read in the site's language, or in the one that the articles are
/// narrowed to. <paramref name="From"/> is the row beside the page, with rank and time as its keys; <paramref name="Backwards"/> reads the page before it, in the same order.
/// </summary>
public sealed record SearchFilter(Guid Site, string Query, IReadOnlyList<ListCondition> Conditions, int Limit, ListPlace? From = null, bool Backwards = false)
{
    /// <summary>Published first in that year, in UTC.</summary>
    public static IEnumerable<ListCondition> InYear(int year) =>
    [
        new(ListField.PublishedAt, ListOperator.Gte, [new DateTimeOffset(year, 1, 1, 0, 0, 0, TimeSpan.Zero)]),
        new(ListField.PublishedAt, ListOperator.Lt, [new DateTimeOffset(year + 1, 1, 1, 0, 0, 0, TimeSpan.Zero)]),
    ];

    internal string? Locale => Conditions.FirstOrDefault(c => c is { Field: ListField.Locale, Operator: ListOperator.Eq })?.Values[0] as string;
}

/// <summary>A piece of plain text; <paramref name="Match"/>: it is what was looked for. Never markup: who shows it encodes it.</summary>
public sealed record SearchPiece(string Text, bool Match);

/// <summary>An article that was found: its ready list JSON, its place in the ranking, its title and a passage with what was looked for.</summary>
public sealed record SearchHit(Guid Id, string Json, DateTimeOffset PublishedAt, double Rank, IReadOnlyList<SearchPiece> Title, IReadOnlyList<SearchPiece> Passage)
{
    public ListPlace Place => new([Rank, PublishedAt], Id);
}

/// <summary>How many of what was found share a value; <paramref name="Name"/> is how it is shown.</summary>
public sealed record SearchFacet(string Value, string Name, int Count);

/// <summary>Counted over what was found, most first; years newest first.</summary>
public sealed record SearchFacets(IReadOnlyList<SearchFacet> Categories, IReadOnlyList<SearchFacet> Tags, IReadOnlyList<SearchFacet> Kinds, IReadOnlyList<SearchFacet> Years);

/// <summary>What a search found. Facets and count are over at most <see cref="PublishedSearch.MostCounted"/> matches, the newest.</summary>
/// <param name="DidYouMean">The query with words the site knows in place of such as no article has; they were looked for as well. Null when every word is known.</param>
public sealed record SearchFound(IReadOnlyList<SearchHit> Hits, int Count, SearchFacets Facets, string? DidYouMean)
{
    public static SearchFound Nothing { get; } = new([], 0, new SearchFacets([], [], [], []), null);
}

/// <summary>What might be meant while it is typed: titles with their slugs, newest first, and words, the commonest first.</summary>
public sealed record SearchSuggestions(IReadOnlyList<(string Title, string Slug)> Titles, IReadOnlyList<string> Words);

/// <summary>
/// Search over published articles: the best first, with passages, facets and near misses (docs/search.md). Nothing a reader can type is a fault; texts are without what
/// <c>PlainText.HasForbidden</c> finds, at most 200 characters long.
/// </summary>
public sealed class PublishedSearch(DeliveryDataSource database)
{
    /// <summary>As many matches are counted and ranked, and no more.</summary>
    public const int MostCounted = SearchRanking.MostRanked;

    private const int MostFacets = 30;
    private const int MostTitles = 6;
    private const int MostWords = 6;
    private const char Begin = '\uE000';
    private const char End = '\uE001';

    /// <summary>A page of what was found; one row more than the limit says that there is another.</summary>
    public async Task<SearchFound> SearchAsync(SearchFilter filter, CancellationToken ct)
    {
        var asked = SearchAsked.Of(filter.Query);
        if (asked.IsEmpty) return SearchFound.Nothing;
        var (found, whole) = await RankedAsync(filter, asked, NearWords.None, ct);
        // Every word is known where one article has them all.
        if (whole > 0 || await NearWords.OfAsync(database, filter.Site, filter.Locale, asked, ct) is not { Count: > 0 } near) return found;
        (found, _) = await RankedAsync(filter, asked, near, ct);
        return found with { DidYouMean = asked.Typed(near.ToDictionary(n => n.Key, n => n.Value[0])) };
    }

    /// <summary>Titles that have all of the words, the last one perhaps not typed to its end, and words that begin like the last one.</summary>
    public async Task<SearchSuggestions> SuggestAsync(Guid site, string typed, CancellationToken ct)
    {
        var words = SearchAsked.Of(typed).Wanted.SelectMany(t => t.Text.Split(['-', '.', '/', '_', '@', ':', '\'', '’', ' '], StringSplitOptions.RemoveEmptyEntries)).Take(8).ToList();
        if (words.Count == 0 || words[^1].Length < 2) return new SearchSuggestions([], []);
        var rows = await database.ReadAsync($"""
            with asked as materialized (
                select coalesce(delivery.all_of(array(select plainto_tsquery('pg_catalog.simple', delivery.folded(word)) from unnest($2::text[]) word)) && beginning, beginning) as words, beginning
                from (select (quote_literal(delivery.folded(lower($3))) || ':*')::tsquery as beginning) last),
            titles as (
                select 0 as sort, title as text, slug, 0 as uses, published_at from delivery.published_articles
                where site = $1 and to_tsvector('pg_catalog.simple', delivery.folded(title)) @@ (select words from asked) order by published_at desc, article desc limit {MostTitles}),
            known as (
                select w.word, (select count(*) from (select from delivery.published_articles p where p.site = $1 and p.search @@ delivery.known_asked(delivery.language_of(s.locale), w.word) limit 100) uses) as uses
                from (select locale from delivery.sites where id = $1) s, (select word from delivery.search_words where site = $1 and word like $4 order by word limit 40) w)
            select sort, text, slug, uses, published_at from titles
            union all select * from (select 1, word, '', uses::int, null::timestamptz from known where uses > 0 order by uses desc, word limit {MostWords}) words
            order by sort, uses desc, published_at desc, text
            """,
            [Id(site), Words(words[..^1]), Text(words[^1]), Text(words[^1].ToLowerInvariant().Replace("%", "", StringComparison.Ordinal).Replace("\\", "", StringComparison.Ordinal) + "%")],
            r => (Sort: r.GetInt32(0), Text: r.GetString(1), Slug: r.GetString(2)), ct);
        return new SearchSuggestions([.. rows.Where(r => r.Sort == 0).Select(r => (r.Text, r.Slug))], [.. rows.Where(r => r.Sort == 1).Select(r => r.Text)]);
    }

    private async Task<(SearchFound Found, int Whole)> RankedAsync(SearchFilter filter, SearchAsked asked, IReadOnlyDictionary<string, string[]> near, CancellationToken ct)
    {
        var sql = new ListSql(filter.Site);
        foreach (var condition in filter.Conditions) sql.And(condition);
        var words = SearchRanking.Asked(asked, "$1", filter.Locale, near, sql.Add);
        var found = SearchRanking.Found(sql.Where, sql.Add(filter.Query), all: filter.Conditions.Count == 0);
        var beyond = filter.From is { } from ? $"where {sql.Beyond(PublishedLists.BestMatch, from, filter.Backwards)}" : "";
        var rows = await database.ReadAsync($"""
            with {words}, {found},
            page as (select article, published_at, rank from found {beyond} order by {ListSql.Order(PublishedLists.BestMatch, filter.Backwards)} limit {sql.Add(filter.Limit)}),
            facets as (
                select 1 as sort, category_slug as value, max(category_name) as name, count(*)::int as n from found where category_slug is not null group by category_slug
                union all select * from (select 2, tag, tag, count(*)::int as n from found, unnest(tags) tag group by tag order by n desc, tag limit {MostFacets}) tags
                union all select 3, kind, kind, count(*)::int from found group by kind
                union all select 4, year, year, count(*)::int from (select extract(year from published_at at time zone 'UTC')::int::text as year from found) years group by year
                union all select 5, '', '', count(*)::int from found
                union all select 6, '', '', count(*)::int from whole)
            select sort, n, value, name, null::uuid, null::timestamptz, null::float8, null::text from facets
            union all
            select 0, 0, p.list_json, ts_headline(delivery.language_of(p.locale), {Unmarked("p.title")}, a.seen, 'StartSel={Begin}, StopSel={End}, HighlightAll=true'),
                page.article, page.published_at, page.rank,
                ts_headline(delivery.language_of(p.locale), {Unmarked("delivery.passage_of(p.text, p.summary, n.needles)")}, a.seen, 'StartSel={Begin}, StopSel={End}, MaxWords=32, MinWords=16, MaxFragments=1')
            from page join delivery.published_articles p on p.article = page.article
                cross join (select delivery.any_of(terms) as seen, delivery.needles_of(terms) as needles from asked) n cross join lateral (select n.seen) a
            """, sql.Values, Read, ct);
        IReadOnlyList<SearchFacet> Facet(int sort) => [.. rows.Where(r => r.Sort == sort).OrderByDescending(r => sort == 4 ? 0 : r.Count).ThenByDescending(r => sort == 4 ? r.Value : "", StringComparer.Ordinal)
            .ThenBy(r => r.Value, StringComparer.Ordinal).Select(r => new SearchFacet(r.Value, r.Name, r.Count))];
        var hits = rows.Where(r => r.Sort == 0).OrderByDescending(r => r.Rank).ThenByDescending(r => r.At).ThenByDescending(r => r.Id.ToString("N"), StringComparer.Ordinal)
            .Select(r => new SearchHit(r.Id, r.Value, r.At, r.Rank, Pieces(r.Name), Pieces(r.Passage)));
        return (new SearchFound([.. hits], rows.First(r => r.Sort == 5).Count, new SearchFacets(Facet(1), Facet(2), Facet(3), Facet(4)), null), rows.First(r => r.Sort == 6).Count);
    }

    private static string Unmarked(string text) => $"translate({text}, '{Begin}{End}', '')";

    private static (int Sort, int Count, string Value, string Name, Guid Id, DateTimeOffset At, double Rank, string Passage) Read(NpgsqlDataReader r) =>
        r.GetInt32(0) > 0 ? (r.GetInt32(0), r.GetInt32(1), r.GetString(2), r.GetString(3), default, default, 0, "")
            : (0, 0, r.GetString(2), r.GetString(3), r.GetGuid(4), r.GetFieldValue<DateTimeOffset>(5), r.GetDouble(6), r.GetString(7));

    // What stands between the two marks was looked for; neither mark is in any text.
    private static List<SearchPiece> Pieces(string marked)
    {
        var pieces = new List<SearchPiece>();
        for (var i = 0; i < marked.Length;)
        {
            var match = marked[i] == Begin;
            if (match || marked[i] == End) i++;
            var end = marked.AsSpan(i).IndexOfAny(Begin, End) is >= 0 and var next ? i + next : marked.Length;
            if (end > i) pieces.Add(new SearchPiece(marked[i..end], match));
            i = end;
        }
        return pieces;
    }

    private static NpgsqlParameter Words(IReadOnlyList<string> words) => new() { Value = words.ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text };
}
