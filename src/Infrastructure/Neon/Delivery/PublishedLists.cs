using System.Globalization;
using Npgsql;

namespace QuestCms.Infrastructure.Neon.Delivery;

/// <summary>One row of a list: the ready JSON and its place in the order.</summary>
public sealed record DeliveryRow(Guid Id, string Json, DateTimeOffset PublishedAt, double Rank);

/// <summary>What a list of the house's own pages asks for: newest first, or best match first. <paramref name="After"/> is the last row seen.</summary>
public sealed record DeliveryFilter(Guid Site, string? Category, string[] Tags, string? Query, int Limit, (double Rank, DateTimeOffset At, Guid Id)? After);

/// <summary>Lists of published articles: narrowed, sorted, paged by key.</summary>
public sealed class PublishedLists(DeliveryDataSource database)
{
    /// <summary>Newest first.</summary>
    public static readonly IReadOnlyList<ListKey> Newest = [new(ListSort.PublishedAt, true)];
    /// <summary>The best match first, newer before older.</summary>
    public static readonly IReadOnlyList<ListKey> BestMatch = [new(ListSort.Relevance, true), new(ListSort.PublishedAt, true)];

    /// <summary>Newest first; with a query, the best match first, among so many of the newest matches and no more: a common word is in most articles.</summary>
    public async Task<List<DeliveryRow>> ListAsync(DeliveryFilter filter, CancellationToken ct)
    {
        var conditions = new List<ListCondition>();
        if (filter.Category is not null) conditions.Add(new(ListField.Category, ListOperator.Eq, [filter.Category]));
        if (filter.Tags.Length > 0) conditions.Add(new(ListField.Tag, ListOperator.In, filter.Tags));
        var (sort, from) = filter.Query is null ? (Newest, filter.After is { } at ? new ListPlace([at.At], at.Id) : null)
            : (BestMatch, filter.After is { } seen ? new ListPlace([seen.Rank, seen.At], seen.Id) : null);
        var rows = await PageAsync(new ListAsked(filter.Site, conditions, filter.Query, sort, filter.Limit, from, false, new ListShape(BodyForm.None, false)), ct);
        return [.. rows.Select(r => new DeliveryRow(r.Id, r.Json, (DateTimeOffset)r.Place.Keys[^1], filter.Query is null ? 0 : (double)r.Place.Keys[0]))];
    }

    /// <summary>A page of a list, in its order also when it was read backwards.</summary>
    public async Task<List<ListedArticle>> PageAsync(ListAsked asked, CancellationToken ct)
    {
        var sql = new ListSql(asked.Site);
        foreach (var condition in asked.Conditions) sql.And(condition);
        var rows = asked.Query is { } typed && asked.Sort.Any(k => k.By == ListSort.Relevance) ? await RankedAsync(asked, sql, typed, ct) : await SortedAsync(asked, sql, ct);
        if (asked.Backwards) rows.Reverse();
        return rows;
    }

    /// <summary>How many articles of the site meet the conditions. One shelf, or none, is known without counting.</summary>
    public async Task<long> CountAsync(ListAsked asked, CancellationToken ct)
    {
        var sql = new ListSql(asked.Site);
        var shelf = asked.Query is not null ? null : asked.Conditions switch
        {
            [] => "taxonomy = 'kind'",
            [{ Operator: ListOperator.Eq, Field: ListField.Category or ListField.Tag or ListField.Author or ListField.Kind or ListField.Locale } one] => $"taxonomy = {sql.Add(one.Field.ToString().ToLowerInvariant())} and slug = {sql.Add(one.Values[0])}",
            _ => null,
        };
        if (shelf is not null) return (await database.ReadAsync($"select coalesce(sum(articles), 0) from delivery.taxa where site = $1 and {shelf}", sql.Values, r => r.GetInt64(0), ct))[0];
        foreach (var condition in asked.Conditions) sql.And(condition);
        return (await database.ReadAsync($"{Match(asked, sql)}select count(*) from delivery.published_articles where {sql.Where}", sql.Values, r => r.GetInt64(0), ct))[0];
    }

    // The limit stands in the statement: with one that is not known the server takes its plan for a costly one, and makes another each time.
    private Task<List<ListedArticle>> SortedAsync(ListAsked asked, ListSql sql, CancellationToken ct)
    {
        var words = Match(asked, sql);
        if (asked.From is { } from) sql.And(sql.Beyond(asked.Sort, from, asked.Backwards));
        return database.ReadAsync($"""
            {words}select article, list_json, {Besides(asked.Shape, "")}, {string.Join(", ", asked.Sort.Select(k => ListSql.Key(k.By)))} from delivery.published_articles where {sql.Where}
            order by {ListSql.Order(asked.Sort, asked.Backwards)} limit {asked.Limit.ToString(CultureInfo.InvariantCulture)}
            """, sql.Values, r => Read(r, asked.Sort), ct);
    }

    // Among so many of the newest matches and no more; the rows themselves are fetched for the page alone.
    private Task<List<ListedArticle>> RankedAsync(ListAsked asked, ListSql sql, string typed, CancellationToken ct)
    {
        var words = SearchRanking.Asked(SearchAsked.Of(typed), "$1", null, NearWords.None, sql.Add);
        var newest = SearchRanking.Ranked("article, published_at, updated_at, score, title", sql.Where, sql.Add(typed));
        var beyond = asked.From is { } from ? $"where {sql.Beyond(asked.Sort, from, asked.Backwards)}" : "";
        var keys = asked.Sort.Select((k, i) => string.Create(CultureInfo.InvariantCulture, $"{ListSql.Key(k.By)} as k{i}"));
        return database.ReadAsync($"""
            with {words}, ranked as ({newest})
            select r.article, p.list_json, {Besides(asked.Shape, "p.")}, {string.Join(", ", asked.Sort.Select((_, i) => string.Create(CultureInfo.InvariantCulture, $"r.k{i}")))} from (
                select article, {string.Join(", ", keys)} from ranked {beyond} order by {ListSql.Order(asked.Sort, asked.Backwards)} limit {sql.Add(asked.Limit)}) r
            join delivery.published_articles p on p.article = r.article
            order by {ListSql.Order(asked.Sort, asked.Backwards, "r.")}
            """, sql.Values, r => Read(r, asked.Sort), ct);
    }

    // What stands before the statement where words are looked for.
    private static string Match(ListAsked asked, ListSql sql)
    {
        if (asked.Query is not { } typed) return "";
        sql.And(SearchRanking.Matches);
        return $"with {SearchRanking.Asked(SearchAsked.Of(typed), "$1", null, NearWords.None, sql.Add)} ";
    }

    private static string Besides(ListShape shape, string of) => (shape.Body switch
    {
        BodyForm.Html => of + "html",
        BodyForm.Markdown => of + "markdown",
        BodyForm.Text => of + "text",
        _ => "null::text",
    }) + (shape.Media ? $", {of}media_json" : ", null::text");

    private static ListedArticle Read(NpgsqlDataReader r, IReadOnlyList<ListKey> sort) => new(r.GetGuid(0), r.GetFieldValue<byte[]>(1), r.IsDBNull(2) ? null : r.GetString(2), r.IsDBNull(3) ? null : r.GetString(3),
        new ListPlace([.. sort.Select((key, i) => (object)(key.By switch
        {
            ListSort.Relevance => r.GetDouble(i + 4),
            ListSort.Title => r.GetString(i + 4),
            ListSort.Score => r.GetInt32(i + 4),
            _ => r.GetFieldValue<DateTimeOffset>(i + 4),
        }))], r.GetGuid(0)));
}
