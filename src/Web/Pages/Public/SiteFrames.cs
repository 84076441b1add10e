using System.Collections.Concurrent;
using QuestCms.Infrastructure.Neon.Delivery;
using QuestCms.Web.Api.Delivery;

namespace QuestCms.Web.Pages.Public;

/// <summary>What stands around every page of a site: its categories and the years of its archive. <paramref name="Tag"/> changes when any of it does.</summary>
public sealed record SiteFrame(IReadOnlyList<ShelfSection> Sections, IReadOnlyList<int> Years, string Tag);

/// <summary>The frame of each site, kept for as long as the site's sequence stands: a page asks for its own rows and for nothing around them.</summary>
public sealed class SiteFrames(PublishedShelves shelves)
{
    private readonly ConcurrentDictionary<Guid, Kept> _kept = new();

    private sealed record Kept(long Sequence, Task<SiteFrame> Frame);

    public async ValueTask<SiteFrame> OfAsync(DeliverySite site, CancellationToken ct)
    {
        // Two at once may both look: the same is found twice.
        if (!_kept.TryGetValue(site.Id, out var kept) || kept.Sequence != site.Sequence || kept.Frame.IsFaulted) _kept[site.Id] = kept = new Kept(site.Sequence, LookAsync(site.Id));
        return await kept.Frame.WaitAsync(ct);
    }

    private async Task<SiteFrame> LookAsync(Guid site)
    {
        var sections = await shelves.SectionsAsync(site, CancellationToken.None);
        var years = await shelves.YearsAsync(site, CancellationToken.None);
        return new SiteFrame(sections, years, Answer.TagOf(string.Join('\n', sections.Select(s => $"{s.Slug} {s.Name}").Concat(years.Select(y => $"{y}")))));
    }
}
