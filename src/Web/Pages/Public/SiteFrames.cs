using System.Collections.Concurrent;
using System.Globalization;
using QuestCms.Infrastructure.Neon.Delivery;
using QuestCms.Web.Api.Delivery;
using QuestCms.Web.Ui;

namespace QuestCms.Web.Pages.Public;

/// <summary>What stands around every page of a site: its categories and the years of its archive. <paramref name="Tag"/> changes when any of it does.</summary>
public sealed record SiteFrame(IReadOnlyList<ShelfSection> Sections, IReadOnlyList<int> Years, string Tag)
{
    private const int MostSections = 6;

    // Made once, for all pages.
    private PublicLink[] Top { get; init; } = [];
    private PublicLink[] Categories { get; init; } = [];
    private PublicLink[] Archive { get; init; } = [];

    public static SiteFrame Of(string site, IReadOnlyList<ShelfSection> sections, IReadOnlyList<int> years)
    {
        PublicLink Link(ShelfSection section) => new(section.Name, PublicPaths.Category(site, section.Slug));
        return new SiteFrame(sections, years, Answer.TagOf(string.Join('\n', sections.Select(s => $"{s.Slug} {s.Name}").Concat(years.Select(y => $"{y}")))))
        {
            Top = [.. sections.OrderByDescending(s => s.Newest).Take(MostSections).OrderBy(s => s.Name, StringComparer.CurrentCulture).Select(Link)],
            Categories = [.. sections.Select(Link)],
            Archive = [.. years.Select(y => new PublicLink(y.ToString(CultureInfo.InvariantCulture), PublicPaths.Year(site, y)))],
        };
    }

    /// <param name="canonical">Absolute.</param>
    /// <param name="here">The page's own path, where it may be one of those above it.</param>
    public PublicPage Around(DeliverySite site, string? title, string canonical, string? here = null) => new(site.Name, PublicPaths.Home(site.Slug), title, canonical)
    {
        Locale = site.Locale,
        Sections = here is null ? Top : [.. Top.Select(l => l with { Current = l.Href == here })],
        Categories = Categories,
        Years = Archive,
        FeedsHref = PublicPaths.Api(site.Slug),
    };
}

/// <summary>The frame of each site, kept for as long as the site's sequence stands: a page asks for its own rows and for nothing around them.</summary>
public sealed class SiteFrames(PublishedShelves shelves)
{
    private readonly ConcurrentDictionary<Guid, Kept> _kept = new();

    private sealed record Kept(long Sequence, Task<SiteFrame> Frame);

    public async ValueTask<SiteFrame> OfAsync(DeliverySite site, CancellationToken ct)
    {
        // Two at once may both look: the same is found twice.
        if (!_kept.TryGetValue(site.Id, out var kept) || kept.Sequence != site.Sequence || kept.Frame.IsFaulted) _kept[site.Id] = kept = new Kept(site.Sequence, LookAsync(site.Id, site.Slug));
        return await kept.Frame.WaitAsync(ct);
    }

    private async Task<SiteFrame> LookAsync(Guid site, string slug)
    {
        var sections = await shelves.SectionsAsync(site, CancellationToken.None);
        var years = await shelves.YearsAsync(site, CancellationToken.None);
        return SiteFrame.Of(slug, sections, years);
    }
}
