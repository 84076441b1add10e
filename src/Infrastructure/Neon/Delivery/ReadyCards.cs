using Npgsql;
using static QuestCms.Infrastructure.Neon.Delivery.DeliveryDataSource;

namespace QuestCms.Infrastructure.Neon.Delivery;

/// <summary>A provenance card as its bytes leave the house; <paramref name="Bytes"/> are null while an article of before there were cards waits for its own.</summary>
public sealed record ReadyCard(Guid Article, byte[]? Bytes, string Tag, DateTimeOffset UpdatedAt, string CacheTags);

/// <summary>A key that provenance cards are or were signed with; its public half.</summary>
public sealed record DeliveryKey(string Id, string X, DateTimeOffset MadeAt, DateTimeOffset? RetiredAt, DateTimeOffset? RevokedAt);

/// <summary>Provenance cards of published articles, in the coding the reader asks for, and the keys that prove them.</summary>
public sealed class ReadyCards(DeliveryDataSource database)
{
    public async Task<ReadyCard?> ByIdAsync(Guid site, Guid article, Coding coding, CancellationToken ct)
    {
        var columns = coding switch { Coding.Brotli => "c.json_br, c.json_br_tag", Coding.Gzip => "c.json_gzip, c.json_gzip_tag", _ => "convert_to(c.json, 'UTF8'), c.json_tag" };
        return (await database.ReadAsync($"""
            select p.article, p.updated_at, p.cache_tags, {columns} from delivery.published_articles p left join delivery.provenance c on c.article = p.article and c.version = p.version
            where p.article = $2 and p.site = $1
            """, [Id(site), Id(article)], r => new ReadyCard(r.GetGuid(0), r.IsDBNull(3) ? null : r.GetFieldValue<byte[]>(3), r.IsDBNull(4) ? "" : r.GetString(4), r.GetFieldValue<DateTimeOffset>(1), r.GetString(2)), ct)).FirstOrDefault();
    }

    /// <summary>Every key there was, the newest first.</summary>
    public Task<List<DeliveryKey>> KeysAsync(CancellationToken ct) =>
        database.ReadAsync("select id, x, made_at, retired_at, revoked_at from delivery.provenance_keys order by made_at desc, id", [],
            r => new DeliveryKey(r.GetString(0), r.GetString(1), r.GetFieldValue<DateTimeOffset>(2), TimeIn(r, 3), TimeIn(r, 4)), ct);

    private static DateTimeOffset? TimeIn(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetFieldValue<DateTimeOffset>(column);
}
