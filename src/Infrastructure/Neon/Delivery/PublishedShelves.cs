using System.Globalization;
using Npgsql;
using static QuestCms.Infrastructure.Neon.Delivery.DeliveryDataSource;

namespace QuestCms.Infrastructure.Neon.Delivery;

/// <summary>A category that has pieces.</summary>
public sealed record ShelfSection(string Slug, string Name, DateTimeOffset Newest);

/// <summary>A piece on a shelf: its ready JSON without the body, and its place in the order.</summary>
public sealed record ShelfRow(Guid Id, string Json, DateTimeOffset PublishedAt);

/// <summary>Which pieces of a site a page shows, newest first. <paramref name="After"/> is the last one seen.</summary>
public sealed record Shelf(Guid Site, int Limit, (DateTimeOffset At, Guid Id)? After = null)
{
    public string? Category { get; init; }
    /// <summary>As it is written, not as a slug.</summary>
    public string? Tag { get; init; }
    /// <summary>A byline's slug.</summary>
    public string? Author { get; init; }
    /// <summary>Published from this moment on.</summary>
    public DateTimeOffset? From { get; init; }
    /// <summary>Published before this moment.</summary>
    public DateTimeOffset? Until { get; init; }
}

/// <summary>The shelves of the public pages: what stands on one, and which there are. None of it reads more rows than it shows, save the count of months, which reads an index.</summary>
public sealed class PublishedShelves(DeliveryDataSource database)
{
    public Task<List<ShelfRow>> OfAsync(Shelf shelf, CancellationToken ct)
    {
        var where = new List<string> { "site = $1" };
        var values = new List<NpgsqlParameter> { Id(shelf.Site) };
        void Only(string condition, params NpgsqlParameter[] given)
        {
            values.AddRange(given);
            for (var i = given.Length; i > 0; i--) condition = condition.Replace($"@{i}", string.Create(CultureInfo.InvariantCulture, $"${values.Count - given.Length + i}"), StringComparison.Ordinal);
            where.Add(condition);
        }
        if (shelf.Category is not null) Only("category_slug = @1", Text(shelf.Category));
        if (shelf.Tag is not null) Only("tags @> array[@1]", Text(shelf.Tag));
        if (shelf.Author is not null) Only("author_slugs @> array[@1]", Text(shelf.Author));
        if (shelf.From is { } from) Only("published_at >= @1", Time(from));
        if (shelf.Until is { } until) Only("published_at < @1", Time(until));
        if (shelf.After is { } after) Only("(published_at, article) < (@1, @2)", Time(after.At), Id(after.Id));
        values.Add(new() { Value = shelf.Limit });
        return database.ReadAsync($"""
            select article, list_json, published_at from delivery.published_articles where {string.Join(" and ", where)}
            order by published_at desc, article desc limit ${values.Count}
            """, values, r => new ShelfRow(r.GetGuid(0), r.GetString(1), r.GetFieldValue<DateTimeOffset>(2)), ct);
    }

    /// <summary>The categories that have pieces, by name: the index is read from one to the next.</summary>
    public Task<List<ShelfSection>> SectionsAsync(Guid site, CancellationToken ct) =>
        database.ReadAsync("""
            with recursive sections as (
                (select category_slug, category_name, published_at from delivery.published_articles where site = $1 and category_slug is not null
                 order by category_slug, published_at desc, article desc limit 1)
                union all
                select n.category_slug, n.category_name, n.published_at from sections s cross join lateral (
                    select category_slug, category_name, published_at from delivery.published_articles where site = $1 and category_slug > s.category_slug
                    order by category_slug, published_at desc, article desc limit 1) n)
            select category_slug, category_name, published_at from sections order by category_name, category_slug
            """, [Id(site)], r => new ShelfSection(r.GetString(0), r.GetString(1), r.GetFieldValue<DateTimeOffset>(2)), ct);

    /// <summary>The years (UTC) in which something was published, newest first; read from one to the next.</summary>
    public Task<List<int>> YearsAsync(Guid site, CancellationToken ct) =>
        database.ReadAsync("""
            with recursive years as (
                (select date_trunc('year', published_at, 'UTC') as year from delivery.published_articles where site = $1 order by published_at desc limit 1)
                union all
                select n.year from years y cross join lateral (
                    select date_trunc('year', published_at, 'UTC') as year from delivery.published_articles where site = $1 and published_at < y.year
                    order by published_at desc limit 1) n)
            select extract(year from year at time zone 'UTC')::int from years
            """, [Id(site)], r => r.GetInt32(0), ct);

    /// <summary>How many pieces each month (UTC) of a year has, newest first.</summary>
    public Task<List<(int Month, long Pieces)>> MonthsAsync(Guid site, int year, CancellationToken ct) =>
        database.ReadAsync("""
            select extract(month from published_at at time zone 'UTC')::int, count(*) from delivery.published_articles
            where site = $1 and published_at >= $2 and published_at < $3 group by 1 order by 1 desc
            """, [Id(site), Time(Start(year)), Time(Start(year + 1))], r => (r.GetInt32(0), r.GetInt64(1)), ct);

    private static DateTimeOffset Start(int year) => new(year, 1, 1, 0, 0, 0, TimeSpan.Zero);
}
