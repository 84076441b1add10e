using System.Collections.Concurrent;
using static QuestCms.Infrastructure.Neon.Delivery.DeliveryDataSource;

namespace QuestCms.Infrastructure.Neon.Delivery;

/// <summary>An article ready to be read on a page.</summary>
/// <param name="ListJson">All that is told of it, without its body.</param>
/// <param name="Card">Its signed provenance card; null while an old one waits for its own.</param>
/// <param name="Related">Similar articles as lists answer them, the most similar first.</param>
public sealed record DeliveryPage(Guid Id, string Slug, int Version, string Html, string ListJson, string PageTag, DateTimeOffset UpdatedAt, string? Card, string CardTag, IReadOnlyList<string> Related);

/// <summary>
/// What an article's page is made of, in one statement. Which articles are similar costs many times as much as the page itself: it is chosen anew when the article changes, when one of the
/// chosen is gone, and every ten minutes; what is shown of the chosen is read each time.
/// </summary>
public sealed class PublishedPages(DeliveryDataSource database, PublishedRelated similar, TimeProvider clock)
{
    public static readonly TimeSpan ChosenFor = TimeSpan.FromMinutes(10);
    private const int MostRelated = 3;
    private const int MostRemembered = 20_000;
    private readonly ConcurrentDictionary<(Guid Site, string Slug), Choice> _choices = new();

    private sealed record Choice(Guid Article, int Version, Guid[] Chosen, long At);

    public async Task<DeliveryPage?> OfAsync(Guid site, string slug, CancellationToken ct)
    {
        var choice = _choices.TryGetValue((site, slug), out var known) && clock.GetElapsedTime(known.At) < ChosenFor ? known : null;
        if (await ReadAsync(site, slug, choice?.Chosen ?? [], ct) is not { } page) return null;
        if (choice is not null && choice.Article == page.Id && choice.Version == page.Version && choice.Chosen.Length == page.Related.Count) return page;
        var found = await similar.OfAsync(site, [page.Id], MostRelated, ct);
        if (_choices.Count >= MostRemembered) _choices.Clear();
        _choices[(site, slug)] = new Choice(page.Id, page.Version, [.. found.Select(f => f.Id)], clock.GetTimestamp());
        return page with { Related = [.. found.Select(f => f.Json)] };
    }

    // Each of the chosen by a value of its own: the plan of a statement with an array is made anew each time, which costs more than the rows.
    private async Task<DeliveryPage?> ReadAsync(Guid site, string slug, Guid[] related, CancellationToken ct) =>
        (await database.ReadAsync($"""
            select p.article, p.slug, p.version, p.html, p.list_json, p.page_tag, p.updated_at, c.json, coalesce(c.json_tag, ''), {Card("$3")}, {Card("$4")}, {Card("$5")}
            from delivery.published_articles p left join delivery.provenance c on c.article = p.article and c.version = p.version where p.site = $1 and p.slug = $2
            """, [Id(site), Text(slug), .. Enumerable.Range(0, MostRelated).Select(n => Id(n < related.Length ? related[n] : Guid.Empty))],
            r => new DeliveryPage(r.GetGuid(0), r.GetString(1), r.GetInt32(2), r.GetString(3), r.GetString(4), r.GetString(5), r.GetFieldValue<DateTimeOffset>(6), r.IsDBNull(7) ? null : r.GetString(7), r.GetString(8),
                [.. Enumerable.Range(9, MostRelated).Where(n => !r.IsDBNull(n)).Select(r.GetString)]), ct)).FirstOrDefault();

    private static string Card(string article) => $"(select r.list_json from delivery.published_articles r where r.article = {article} and r.site = $1)";
}
