using NpgsqlTypes;
using static QuestCms.Infrastructure.Neon.Delivery.DeliveryDataSource;

namespace QuestCms.Infrastructure.Neon.Delivery;

/// <summary>A piece of a feed, whole: its HTML, and its ready JSON without the body.</summary>
public sealed record FeedRow(Guid Id, string Html, string Json, DateTimeOffset PublishedAt, DateTimeOffset UpdatedAt);

/// <summary>A line of a site map. <paramref name="Image"/> is the cover's address from the root; null without a cover.</summary>
public sealed record MapRow(Guid Id, string Slug, string? Image, DateTimeOffset PublishedAt, DateTimeOffset UpdatedAt);

/// <summary>What goes to programs that follow a site: the newest pieces whole, and the address of every one.</summary>
public sealed class PublishedFeeds(DeliveryDataSource database)
{
    public Task<List<FeedRow>> NewestAsync(Guid site, int limit, CancellationToken ct) =>
        database.ReadAsync("""
            select article, html, list_json, published_at, updated_at from delivery.published_articles where site = $1
            order by published_at desc, article desc limit $2
            """, [Id(site), new() { Value = limit }],
            r => new FeedRow(r.GetGuid(0), r.GetString(1), r.GetString(2), r.GetFieldValue<DateTimeOffset>(3), r.GetFieldValue<DateTimeOffset>(4)), ct);

    /// <summary>How long published renditions are in bytes, by asset and name; one that is not there is left out.</summary>
    public async Task<IReadOnlyDictionary<(Guid, string), int>> LengthsAsync(IReadOnlyList<(Guid Asset, string Name)> renditions, CancellationToken ct) =>
        renditions.Count == 0 ? new Dictionary<(Guid, string), int>() : (await database.ReadAsync("""
            select m.asset, m.name, octet_length(m.content) from (select distinct * from unnest($1, $2) as a(asset, name)) a join delivery.media m on m.asset = a.asset and m.name = a.name
            """, [new() { Value = renditions.Select(r => r.Asset).ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Uuid },
                new() { Value = renditions.Select(r => r.Name).ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text }],
            r => (Key: (r.GetGuid(0), r.GetString(1)), Length: r.GetInt32(2)), ct)).ToDictionary(r => r.Key, r => r.Length);

    /// <summary>Oldest first, from that piece on: what is added later stands at the end, so that the parts before stay as they are.</summary>
    public Task<List<MapRow>> MapAsync(Guid site, (DateTimeOffset At, Guid Id)? from, int limit, CancellationToken ct) =>
        database.ReadAsync("""
            select article, slug, list_json::json #>> '{image,url}', published_at, updated_at from delivery.published_articles
            where site = $1 and (published_at, article) >= ($2, $3) order by published_at, article limit $4
            """, [Id(site), Time(from?.At ?? DateTimeOffset.MinValue), Id(from?.Id ?? Guid.Empty), new() { Value = limit }],
            r => new MapRow(r.GetGuid(0), r.GetString(1), r.IsDBNull(2) ? null : r.GetString(2), r.GetFieldValue<DateTimeOffset>(3), r.GetFieldValue<DateTimeOffset>(4)), ct);

    /// <summary>Where each part of a site map begins, when it has so many addresses and no more; read from the index alone. One part, or none, fits in one file.</summary>
    public Task<List<(DateTimeOffset At, Guid Id)>> PartsAsync(Guid site, int addresses, CancellationToken ct) =>
        database.ReadAsync("""
            select published_at, article from (
                select published_at, article, row_number() over (order by published_at, article) as place from delivery.published_articles where site = $1) p
            where place % $2 = 1 order by published_at, article
            """, [Id(site), new() { Value = addresses }], r => (r.GetFieldValue<DateTimeOffset>(0), r.GetGuid(1)), ct);
}
