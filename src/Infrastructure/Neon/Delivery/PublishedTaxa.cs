using Npgsql;
using static QuestCms.Infrastructure.Neon.Delivery.DeliveryDataSource;

namespace QuestCms.Infrastructure.Neon.Delivery;

/// <summary>Something published articles stand under: a category, tag, author, locale or kind, with how many do. <paramref name="About"/> is an author's.</summary>
public sealed record Taxon(string Slug, string Name, string About, int Articles);

/// <summary>A shelf of one of the sites.</summary>
public sealed record SiteTaxon(Guid Site, string Taxonomy, Taxon Taxon);

/// <summary>An address that was an article's: <paramref name="To"/> is the slug it has now, null when it is gone.</summary>
public sealed record FormerAddress(string From, string? To, Guid? Article, Guid? Replacement, string? ReplacementSlug);

/// <summary>
/// An address that leads on where nothing stands, because somebody said so or a shelf moved. To an article: <paramref name="Slug"/> is the one it has now, null when readers see it no
/// longer. Else to an https address, or to a path of the site.
/// </summary>
public sealed record LeadingAddress(string? Slug, Guid? Article, string? Url, string? Path)
{
    /// <summary>The end of it; null when the article is gone.</summary>
    public string? To => Article is null ? Url ?? Path : Slug;
}

/// <summary>Either of them, as they are listed.</summary>
public sealed record RedirectRow(string From, FormerAddress? Former, LeadingAddress? Leading);

/// <summary>What published articles stand under, and the addresses they had. The database itself counts the first as rows of the published view come and go.</summary>
public sealed class PublishedTaxa(DeliveryDataSource database)
{
    /// <summary>Locales and kinds of all sites: few, and their articles add up to what a site has.</summary>
    public Task<List<SiteTaxon>> OfAllSitesAsync(CancellationToken ct) =>
        database.ReadAsync("select site, taxonomy, slug, name, about, articles from delivery.taxa where taxonomy in ('kind', 'locale') order by site, taxonomy, slug", [],
            r => new SiteTaxon(r.GetGuid(0), r.GetString(1), new Taxon(r.GetString(2), r.GetString(3), r.GetString(4), r.GetInt32(5))), ct);

    /// <summary>How many shelves of each taxonomy a site has.</summary>
    public async Task<Dictionary<string, long>> CountsAsync(Guid site, CancellationToken ct) =>
        (await database.ReadAsync("select taxonomy, count(*) from delivery.taxa where site = $1 group by taxonomy", [Id(site)], r => (Taxonomy: r.GetString(0), Count: r.GetInt64(1)), ct)).ToDictionary(c => c.Taxonomy, c => c.Count);

    /// <summary>Shelves by slug; beyond the one beside the page, in this order also backwards.</summary>
    public async Task<List<Taxon>> PageAsync(Guid site, string taxonomy, string? from, bool backwards, int limit, CancellationToken ct)
    {
        var rows = await database.ReadAsync($"""
            select slug, name, about, articles from delivery.taxa where site = $1 and taxonomy = $2 {(from is null ? "" : $"and slug {(backwards ? '<' : '>')} $4")}
            order by slug {(backwards ? "desc" : "asc")} limit $3
            """, [Id(site), Text(taxonomy), new() { Value = limit }, .. from is null ? [] : new[] { Text(from) }], r => new Taxon(r.GetString(0), r.GetString(1), r.GetString(2), r.GetInt32(3)), ct);
        if (backwards) rows.Reverse();
        return rows;
    }

    /// <summary>Former addresses of articles, and addresses that lead on besides, in their order.</summary>
    public async Task<List<RedirectRow>> RedirectsAsync(Guid site, string? from, bool backwards, int limit, CancellationToken ct)
    {
        var (sign, order) = (backwards ? '<' : '>', backwards ? "desc" : "asc");
        string After(string column) => from is null ? "" : $"and {column} {sign} $3";
        var rows = await database.ReadAsync($"""
            select * from (
                (select f.slug as address, p.slug, f.article, r.article, r.slug, null::text, null::text, true from delivery.former_slugs f left join delivery.published_articles p on p.article = f.article
                 left join delivery.published_articles r on r.article = f.replacement and r.site = f.site
                 where f.site = $1 {After("f.slug")} order by f.slug {order} limit $2)
                union all
                (select m.from_path, p.slug, m.article, null, null, m.url, m.path, false from delivery.redirects m left join delivery.published_articles p on p.article = m.article
                 where m.site = $1 {After("m.from_path")} order by m.from_path {order} limit $2)) both_of_them
            order by address {order} limit $2
            """, [Id(site), new() { Value = limit }, .. from is null ? [] : new[] { Text(from) }],
            r => r.GetBoolean(7) ? new RedirectRow(r.GetString(0), ReadFormer(r), null) : new RedirectRow(r.GetString(0), null, ReadLeading(r)), ct);
        if (backwards) rows.Reverse();
        return rows;
    }

    /// <summary>How many addresses of a site lead on or say that what was there is gone.</summary>
    public async Task<long> CountRedirectsAsync(Guid site, CancellationToken ct) => (await database.ReadAsync(
        "select (select count(*) from delivery.former_slugs where site = $1) + (select count(*) from delivery.redirects where site = $1)", [Id(site)], r => r.GetInt64(0), ct))[0];

    /// <summary>Where an address leads at which nothing stands; null when nobody said so.</summary>
    public async Task<LeadingAddress?> LeadingAsync(Guid site, string path, CancellationToken ct) => (await database.ReadAsync("""
        select m.from_path, p.slug, m.article, null::uuid, null::text, m.url, m.path from delivery.redirects m left join delivery.published_articles p on p.article = m.article
        where m.site = $1 and m.from_path = $2
        """, [Id(site), Text(path)], ReadLeading, ct)).FirstOrDefault();

    /// <summary>A former address: where it leads, or what stands in for what was there. Null when it never was one.</summary>
    public async Task<FormerAddress?> FormerAsync(Guid site, string slug, CancellationToken ct) => (await database.ReadAsync("""
        select f.slug, p.slug, f.article, r.article, r.slug from delivery.former_slugs f left join delivery.published_articles p on p.article = f.article
        left join delivery.published_articles r on r.article = f.replacement and r.site = f.site where f.site = $1 and f.slug = $2
        """, [Id(site), Text(slug)], ReadFormer, ct)).FirstOrDefault();

    /// <summary>An article that readers saw once, by its id; null when it never was this site's. Its replacement is told where there is one that readers see.</summary>
    public async Task<FormerAddress?> GoneAsync(Guid site, Guid article, CancellationToken ct) => (await database.ReadAsync("""
        select f.slug, null::text, f.article, r.article, r.slug from delivery.former_slugs f left join delivery.published_articles r on r.article = f.replacement and r.site = f.site
        where f.article = $2 and f.site = $1 order by f.replacement is null, f.slug limit 1
        """, [Id(site), Id(article)], ReadFormer, ct)).FirstOrDefault();

    private static LeadingAddress ReadLeading(NpgsqlDataReader r) =>
        new(r.IsDBNull(1) ? null : r.GetString(1), r.IsDBNull(2) ? null : r.GetGuid(2), r.IsDBNull(5) ? null : r.GetString(5), r.IsDBNull(6) ? null : r.GetString(6));

    private static FormerAddress ReadFormer(NpgsqlDataReader r) =>
        new(r.GetString(0), r.IsDBNull(1) ? null : r.GetString(1), r.GetGuid(2), r.IsDBNull(3) ? null : r.GetGuid(3), r.IsDBNull(4) ? null : r.GetString(4));
}
