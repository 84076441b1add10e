using Npgsql;
using QuestCms.Application.Delivery;
using static QuestCms.Infrastructure.Neon.Delivery.DeliveryDataSource;

namespace QuestCms.Infrastructure.Neon.Delivery;

/// <summary>How an answer's bytes are packed for the line.</summary>
public enum Coding
{
    Identity,
    Gzip,
    Brotli,
}

/// <summary>An article as its bytes leave the house. <paramref name="Tag"/> is the tag of exactly these bytes.</summary>
public sealed record ReadyArticle(Guid Id, byte[] Bytes, string Tag, DateTimeOffset UpdatedAt, string CacheTags);

/// <summary>
/// Published articles as the bytes that were made of them at publishing, in the coding the reader asks for and no other. What was published before there were such
/// bytes is packed when it is read.
/// </summary>
public sealed class ReadyArticles(DeliveryDataSource database)
{
    private const string BySlug = "site = $1 and slug = $2", ById = "article = $2 and site = $1";

    public Task<ReadyArticle?> BySlugAsync(Guid site, string slug, Coding coding, CancellationToken ct) => ReadAsync(BySlug, coding, Id(site), Text(slug), ct);

    public Task<ReadyArticle?> ByIdAsync(Guid site, Guid article, Coding coding, CancellationToken ct) => ReadAsync(ById, coding, Id(site), Id(article), ct);

    private async Task<ReadyArticle?> ReadAsync(string where, Coding coding, NpgsqlParameter site, NpgsqlParameter which, CancellationToken ct)
    {
        var columns = coding switch
        {
            Coding.Brotli => "json_br, json_br_tag, case when json_br is null then json end",
            Coding.Gzip => "json_gzip, json_gzip_tag, case when json_gzip is null then json end",
            _ => "null::bytea, json_tag, json",
        };
        await using var command = database.Source.CreateCommand($"select article, updated_at, cache_tags, {columns} from delivery.published_articles where {where}");
        command.Parameters.Add(site);
        command.Parameters.Add(which);
        await using var reader = await command.ExecuteReaderAsync(ct);
        if (!await reader.ReadAsync(ct)) return null;
        var (id, at, tags) = (reader.GetGuid(0), reader.GetFieldValue<DateTimeOffset>(1), reader.GetString(2));
        if (!reader.IsDBNull(3)) return new ReadyArticle(id, reader.GetFieldValue<byte[]>(3), reader.GetString(4), at, tags);
        var json = reader.GetFieldValue<byte[]>(5);
        if (coding == Coding.Identity) return new ReadyArticle(id, json, reader.GetString(4), at, tags);
        var packed = coding == Coding.Brotli ? Compressed.Brotli(json, Compressed.Waiting) : Compressed.Gzip(json, Compressed.Waiting);
        return new ReadyArticle(id, packed, Compressed.TagOf(packed), at, tags);
    }
}

/// <summary>Which articles the events of a site speak of.</summary>
public sealed class MovedArticles(DeliveryDataSource database)
{
    /// <summary>Events looked at; beyond that it is simpler to read everything anew.</summary>
    public const int Most = 500;

    /// <summary>Null where it can't be said: too many, not all there, or one that speaks of more than an article.</summary>
    public async Task<HashSet<Guid>?> BetweenAsync(Guid site, long after, long upTo, CancellationToken ct)
    {
        if (upTo <= after || upTo - after > Most) return null;
        var moved = await database.ReadAsync("select article, type from delivery.events where site = $1 and sequence > $2 and sequence <= $3",
            [Id(site), new NpgsqlParameter { Value = after }, new NpgsqlParameter { Value = upTo }], r => r.IsDBNull(0) || !r.GetString(1).StartsWith("article.", StringComparison.Ordinal) ? Guid.Empty : r.GetGuid(0), ct);
        return moved.Count < upTo - after || moved.Contains(Guid.Empty) ? null : [.. moved];
    }
}
