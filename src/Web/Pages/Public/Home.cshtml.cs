using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using QuestCms.Domain.Common;
using QuestCms.Infrastructure.Neon.Delivery;
using QuestCms.Web.Ui;

namespace QuestCms.Web.Pages.Public;

/// <summary>A site's front page: its articles, newest first; asked with <c>q</c>, the ones that answer it, best first.</summary>
[AllowAnonymous]
public sealed class HomeModel(SiteReading reading, PublishedSearch search) : ShelfPage(reading)
{
    private const int MaxWords = 200;

    /// <summary>What is looked for; null on the front page itself.</summary>
    public string? Words { get; private set; }
    /// <summary>Why it was not looked for.</summary>
    public string? Refusal { get; private set; }
    public IReadOnlyList<PublicCard> Results { get; private set; } = [];
    /// <summary>Of all that answers; from <see cref="PublishedSearch.MostCounted"/> on, at least so many.</summary>
    public int Count { get; private set; }
    /// <summary>The same with words that this site knows; null when it knows each.</summary>
    public string? DidYouMean { get; private set; }
    public string? MoreHref { get; private set; }
    /// <summary>For who finds nothing.</summary>
    public IReadOnlyList<ShelfSection> Shelves => Frame.Sections;

    public async Task<IActionResult> OnGetAsync(string site, string? q, string? after, CancellationToken ct)
    {
        if (!await EnterAsync(site, ct)) return NotFound();
        if (Request.Query.ContainsKey("q")) return await SearchAsync((q ?? "").Trim(), after, ct);
        if (IsKnown()) return new EmptyResult();
        var path = PublicPaths.Home(Site.Slug);
        if (!await ReadAsync(new Shelf(Site.Id, PageSize), path, ct) && Position(Before) is not null) return Redirect(path);
        Heading = Site.Name;
        return Show(null, path, Site.Strapline);
    }

    private async Task<IActionResult> SearchAsync(string words, string? after, CancellationToken ct)
    {
        Words = words;
        var path = PublicPaths.Search(Site.Slug, words);
        Lead(new PublicLink("Search", PublicPaths.Search(Site.Slug), Current: true));
        if (words.Length > MaxWords || PlainText.HasForbidden(words))
        {
            (Words, Refusal, Response.StatusCode) = ("", words.Length > MaxWords ? $"A search has at most {MaxWords} characters." : "The search holds characters that no text has.", StatusCodes.Status400BadRequest);
        }
        else
        {
            if (IsKnown()) return new EmptyResult();
            if (words.Length > 0) await FindAsync(words, path, after, ct);
        }
        ViewData["Public"] = Around(Words.Length == 0 ? "Search" : $"“{Words}”", Refusal is null ? path : PublicPaths.Search(Site.Slug)) with { NoIndex = true, Description = $"What {Site.Name} has published about it." };
        return Page();
    }

    private async Task FindAsync(string words, string path, string? after, CancellationToken ct)
    {
        var found = await search.SearchAsync(new SearchFilter(Site.Id, words, [], PageSize + 1, Place(after)), ct);
        (Count, DidYouMean) = (found.Count, found.DidYouMean);
        Results = [.. found.Hits.Take(PageSize).Select(h => PublicCard.Of(h.Json) with { Passage = [.. h.Passage.Select(p => (p.Text, p.Match))] })];
        if (found.Hits.Count > PageSize && found.Hits[PageSize - 1] is var last) MoreHref = string.Create(CultureInfo.InvariantCulture, $"{path}&after={last.Rank:R}_{last.PublishedAt.UtcTicks}_{last.Id:N}");
    }

    // A position among results is rank, time and id; anything else begins at the best.
    private static ListPlace? Place(string? after) =>
        after?.Split('_') is [var rank, var ticks, var id] && double.TryParse(rank, NumberStyles.Float, CultureInfo.InvariantCulture, out var r) && double.IsFinite(r)
            && long.TryParse(ticks, NumberStyles.None, CultureInfo.InvariantCulture, out var t) && t <= DateTime.MaxValue.Ticks && Guid.TryParseExact(id, "N", out var guid) ? new ListPlace([r, new DateTimeOffset(t, TimeSpan.Zero)], guid) : null;
}
