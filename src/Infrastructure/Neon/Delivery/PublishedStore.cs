using Npgsql;
using NpgsqlTypes;

namespace QuestCms.Infrastructure.Neon.Delivery;

/// <summary>A site as delivery knows it.</summary>
public sealed record DeliverySite(Guid Id, string Slug, string Name, string Strapline, string Locale, bool AnonymousReading, long Sequence);

/// <summary>An article ready to be sent.</summary>
public sealed record DeliveryArticle(Guid Id, string Slug, string Json, string JsonTag, DateTimeOffset UpdatedAt);

/// <summary>An article ready to be read on a page.</summary>
public sealed record DeliveryPage(Guid Id, string Slug, string Locale, string Title, string Summary, string Kind, string? CategoryName, string Html, string Json, string PageTag,
    DateTimeOffset PublishedAt, DateTimeOffset UpdatedAt);

/// <summary>One row of a list: the ready JSON and its place in the order.</summary>
public sealed record DeliveryRow(Guid Id, string Json, DateTimeOffset PublishedAt, double Rank);

/// <summary>A rendition of a published picture; no bytes when the asker has them by that tag.</summary>
public sealed record DeliveryMedia(string ContentType, string Tag, byte[]? Content);

/// <summary>What a list asks for. <paramref name="After"/> is the last row seen.</summary>
public sealed record DeliveryFilter(Guid Site, string? Category, string[] Tags, string? Query, int Limit, (double Rank, DateTimeOffset At, Guid Id)? After);

/// <summary>
/// Everything delivery reads, and the only way it reads: typed SQL over the schema <c>delivery</c> and no other. A test runs each of these queries as a
/// database role that can see nothing else.
/// </summary>
public sealed class PublishedStore(DeliveryDataSource database)
{
    private const string SiteColumns = "id, slug, name, strapline, locale, anonymous_reading, last_sequence";

    public Task<List<DeliverySite>> SitesAsync(CancellationToken ct) =>
        ReadAsync($"select {SiteColumns} from delivery.sites order by name", [], ReadSite, ct);

    public async Task<DeliverySite?> SiteAsync(string slug, CancellationToken ct) =>
        (await ReadAsync($"select {SiteColumns} from delivery.sites where slug = $1", [Text(slug)], ReadSite, ct)).FirstOrDefault();

    public async Task<DeliveryArticle?> BySlugAsync(Guid site, string slug, CancellationToken ct) =>
        (await ReadAsync("select article, slug, json, json_tag, updated_at from delivery.published_articles where site = $1 and slug = $2", [Id(site), Text(slug)], ReadArticle, ct)).FirstOrDefault();

    public async Task<DeliveryArticle?> ByIdAsync(Guid site, Guid article, CancellationToken ct) =>
        (await ReadAsync("select article, slug, json, json_tag, updated_at from delivery.published_articles where article = $2 and site = $1", [Id(site), Id(article)], ReadArticle, ct)).FirstOrDefault();

    public async Task<DeliveryPage?> PageAsync(Guid site, string slug, CancellationToken ct) =>
        (await ReadAsync("""
            select article, slug, locale, title, summary, kind, category_name, html, json, page_tag, published_at, updated_at
            from delivery.published_articles where site = $1 and slug = $2
            """, [Id(site), Text(slug)],
            r => new DeliveryPage(r.GetGuid(0), r.GetString(1), r.GetString(2), r.GetString(3), r.GetString(4), r.GetString(5), r.IsDBNull(6) ? null : r.GetString(6), r.GetString(7),
                r.GetString(8), r.GetString(9), r.GetFieldValue<DateTimeOffset>(10), r.GetFieldValue<DateTimeOffset>(11)), ct)).FirstOrDefault();

    /// <summary>Where a former address leads: the article's present slug, an empty text when it is gone, null when it never was one.</summary>
    public async Task<string?> FormerAsync(Guid site, string slug, CancellationToken ct) =>
        (await ReadAsync("""
            select coalesce(p.slug, '') from delivery.former_slugs f left join delivery.published_articles p on p.article = f.article
            where f.site = $1 and f.slug = $2
            """, [Id(site), Text(slug)], r => r.GetString(0), ct)).FirstOrDefault();

    /// <summary>Which articles had this address, without slashes at its ends, on any site that anyone may read: site and present slug, two at most.</summary>
    public Task<List<(string Site, string Slug)>> FormerAnywhereAsync(string address, CancellationToken ct) =>
        ReadAsync("""
            select s.slug, p.slug from delivery.sites s join delivery.former_slugs f on f.site = s.id and f.slug = $1
            join delivery.published_articles p on p.article = f.article where s.anonymous_reading limit 2
            """, [Text(address)], r => (r.GetString(0), r.GetString(1)), ct);

    /// <summary>A rendition of a picture that a published article shows; its bytes only when they are not the ones of that tag.</summary>
    public async Task<DeliveryMedia?> MediaAsync(Guid asset, string name, string? knownTag, CancellationToken ct) =>
        (await ReadAsync("""
            select m.content_type, m.tag, case when m.tag = $3 then null else m.content end from delivery.media m
            where m.asset = $1 and m.name = $2 and exists (select from delivery.media_uses u where u.asset = m.asset)
            """, [Id(asset), Text(name), Text(knownTag ?? "")], r => new DeliveryMedia(r.GetString(0), r.GetString(1), r.IsDBNull(2) ? null : r.GetFieldValue<byte[]>(2)), ct)).FirstOrDefault();

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
            return ReadAsync($"""
                select article, list_json, published_at, 0::float8 from delivery.published_articles where {string.Join(" and ", where)}
                order by published_at desc, article desc limit {Add(new() { Value = filter.Limit })}
                """, values, ReadRow, ct);
        }
        var typed = Add(Text(filter.Query));
        var words = SearchWords.Sql(typed, filter.Query);
        where.Add($"search @@ {words}");
        var beyond = filter.After is { } seen ? $"where (rank, published_at, article) < ({Add(new() { Value = seen.Rank })}, {Add(Time(seen.At))}, {Add(Id(seen.Id))})" : "";
        return ReadAsync($"""
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

    private async Task<List<T>> ReadAsync<T>(string sql, IEnumerable<NpgsqlParameter> values, Func<NpgsqlDataReader, T> read, CancellationToken ct)
    {
        await using var command = database.Source.CreateCommand(sql);
        foreach (var value in values) command.Parameters.Add(value);
        await using var reader = await command.ExecuteReaderAsync(ct);
        var rows = new List<T>();
        while (await reader.ReadAsync(ct)) rows.Add(read(reader));
        return rows;
    }

    private static DeliverySite ReadSite(NpgsqlDataReader r) => new(r.GetGuid(0), r.GetString(1), r.GetString(2), r.GetString(3), r.GetString(4), r.GetBoolean(5), r.GetInt64(6));
    private static DeliveryArticle ReadArticle(NpgsqlDataReader r) => new(r.GetGuid(0), r.GetString(1), r.GetString(2), r.GetString(3), r.GetFieldValue<DateTimeOffset>(4));
    private static DeliveryRow ReadRow(NpgsqlDataReader r) => new(r.GetGuid(0), r.GetString(1), r.GetFieldValue<DateTimeOffset>(2), r.GetDouble(3));
    private static NpgsqlParameter Id(Guid id) => new() { Value = id };
    private static NpgsqlParameter Text(string text) => new() { Value = text };
    private static NpgsqlParameter Time(DateTimeOffset at) => new() { Value = at.ToUniversalTime() };
}

/// <summary>The database as delivery reaches it: the house's own, or a read-only role or replica where an operator gives one.</summary>
public sealed class DeliveryDataSource(NpgsqlDataSource source)
{
    public NpgsqlDataSource Source { get; } = source;
}
