using Npgsql;
using static QuestCms.Infrastructure.Neon.Delivery.DeliveryDataSource;

namespace QuestCms.Infrastructure.Neon.Delivery;

/// <summary>An article ready to be sent.</summary>
public sealed record DeliveryArticle(Guid Id, string Slug, string Json, string JsonTag, DateTimeOffset UpdatedAt);

/// <summary>A rendition of a published picture; no bytes when the asker has them by that tag.</summary>
public sealed record DeliveryMedia(string ContentType, string Tag, byte[]? Content);

/// <summary>
/// Published articles one by one. Like every query of this folder: typed SQL over the schema <c>delivery</c> and no other, through <see cref="DeliveryDataSource"/>;
/// a test runs each of them as a database role that can see nothing else.
/// </summary>
public sealed class PublishedStore(DeliveryDataSource database)
{
    public async Task<DeliveryArticle?> BySlugAsync(Guid site, string slug, CancellationToken ct) =>
        (await database.ReadAsync("select article, slug, json, json_tag, updated_at from delivery.published_articles where site = $1 and slug = $2", [Id(site), Text(slug)], ReadArticle, ct)).FirstOrDefault();

    public async Task<DeliveryArticle?> ByIdAsync(Guid site, Guid article, CancellationToken ct) =>
        (await database.ReadAsync("select article, slug, json, json_tag, updated_at from delivery.published_articles where article = $2 and site = $1", [Id(site), Id(article)], ReadArticle, ct)).FirstOrDefault();

    /// <summary>Which articles had this address, without slashes at its ends, on any site that anyone may read: site and present slug, two at most.</summary>
    public Task<List<(string Site, string Slug)>> FormerAnywhereAsync(string address, CancellationToken ct) =>
        database.ReadAsync("""
            select s.slug, p.slug from delivery.sites s join delivery.former_slugs f on f.site = s.id and f.slug = $1
            join delivery.published_articles p on p.article = f.article where s.anonymous_reading limit 2
            """, [Text(address)], r => (r.GetString(0), r.GetString(1)), ct);

    /// <summary>A rendition of a picture that a published article shows; its bytes only when they are not the ones of that tag.</summary>
    public async Task<DeliveryMedia?> MediaAsync(Guid asset, string name, string? knownTag, CancellationToken ct) =>
        (await database.ReadAsync("""
            select m.content_type, m.tag, case when m.tag = $3 then null else m.content end from delivery.media m
            where m.asset = $1 and m.name = $2 and exists (select from delivery.media_uses u where u.asset = m.asset)
            """, [Id(asset), Text(name), Text(knownTag ?? "")], r => new DeliveryMedia(r.GetString(0), r.GetString(1), r.IsDBNull(2) ? null : r.GetFieldValue<byte[]>(2)), ct)).FirstOrDefault();

    private static DeliveryArticle ReadArticle(NpgsqlDataReader r) => new(r.GetGuid(0), r.GetString(1), r.GetString(2), r.GetString(3), r.GetFieldValue<DateTimeOffset>(4));
}
