using Npgsql;
using NpgsqlTypes;
using static QuestCms.Infrastructure.Neon.Delivery.DeliveryDataSource;

namespace QuestCms.Infrastructure.Neon.Delivery;

/// <summary>One row of a list: the ready JSON and its place in the order.</summary>
public sealed record DeliveryRow(Guid Id, string Json, DateTimeOffset PublishedAt, double Rank);

/// <summary>What a list asks for. <paramref name="After"/> is the last row seen.</summary>
public sealed record DeliveryFilter(Guid Site, string? Category, string[] Tags, string? Query, int Limit, (double Rank, DateTimeOffset At, Guid Id)? After);

/// <summary>Lists of published articles.</summary>
public sealed class PublishedLists(DeliveryDataSource database)
{
    /// <summary>Newest first; with a query, the best match first, among so many of the newest matches and no more: a common word is in most articles.</summary>
    public Task<List<DeliveryRow>> ListAsync(DeliveryFilter filter, CancellationToken ct)
    {
        var where = new List<string> { "site = $1" };
        var values = new List<NpgsqlParameter> { Id(filter.Site) };
        string Add(NpgsqlParameter value)
        {
            values.Add(value);
            return $"${values.Count}";
        }
        if (filter.Category is not null) where.Add($"category_slug = {Add(Text(filter.Category))}");
        if (filter.Tags.Length > 0) where.Add($"tags && {Add(new() { Value = filter.Tags, NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text })}");
        if (filter.Query is null)
        {
            if (filter.After is { } after) where.Add($"(published_at, article) < ({Add(Time(after.At))}, {Add(Id(after.Id))})");
            return database.ReadAsync($"""
                select article, list_json, published_at, 0::float8 from delivery.published_articles where {string.Join(" and ", where)}
                order by published_at desc, article desc limit {Add(new() { Value = filter.Limit })}
                """, values, ReadRow, ct);
        }
        var typed = Add(Text(filter.Query));
        var words = SearchWords.Sql(typed, filter.Query);
        where.Add($"search @@ {words}");
        var beyond = filter.After is { } seen ? $"where (rank, published_at, article) < ({Add(new() { Value = seen.Rank })}, {Add(Time(seen.At))}, {Add(Id(seen.Id))})" : "";
        return database.ReadAsync($"""
            with matches as (
                select article, published_at, title, search from delivery.published_articles where {string.Join(" and ", where)}
                order by published_at desc, article desc limit {SearchWords.MostRanked}),
            ranked as (select article, published_at, {SearchWords.Rank("search", "title", words, typed)} as rank from matches)
            select r.article, p.list_json, r.published_at, r.rank from (
                select * from ranked {beyond} order by rank desc, published_at desc, article desc limit {Add(new() { Value = filter.Limit })}) r
            join delivery.published_articles p on p.article = r.article
            order by r.rank desc, r.published_at desc, r.article desc
            """, values, ReadRow, ct);
    }

    private static DeliveryRow ReadRow(NpgsqlDataReader r) => new(r.GetGuid(0), r.GetString(1), r.GetFieldValue<DateTimeOffset>(2), r.GetDouble(3));
}
