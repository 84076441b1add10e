using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using QuestCms.Infrastructure.Neon.Delivery;
using QuestCms.Web.Ui;

namespace QuestCms.Web.Pages.Public;

/// <summary>What a list shows below its heading.</summary>
/// <param name="OlderHref">The next page; null on the last one.</param>
/// <param name="NewestHref">The first page, from any other; null on itself.</param>
public sealed record Listed(string Site, IReadOnlyList<PublicCard> Cards, string? OlderHref, string? NewestHref);

/// <summary>A page that lists pieces, newest first, page by page by key.</summary>
public abstract class ShelfPage(SiteReading reading) : SitePage(reading)
{
    public Listed Listed { get; private set; } = null!;
    public string Heading { get; protected set; } = "";

    /// <summary>Where in the list the page begins: the last piece of the page before.</summary>
    [BindProperty(SupportsGet = true)] public string? Before { get; set; }

    /// <summary>Reads a page of the shelf; false when there is nothing on it.</summary>
    protected async Task<bool> ReadAsync(Shelf shelf, string path, CancellationToken ct)
    {
        var after = Position(Before);
        var rows = await Reading.Shelves.OfAsync(shelf with { Limit = PageSize + 1, After = after }, ct);
        Listed = new Listed(Site.Slug, [.. rows.Take(PageSize).Select(r => PublicCard.Of(r.Json))], rows.Count > PageSize ? $"{path}?before={PositionOf(rows[PageSize - 1])}" : null, after is null ? null : path);
        return rows.Count > 0;
    }

    /// <summary>The page around a list whose heading and way are set.</summary>
    /// <param name="title">Null for the front page.</param>
    protected PageResult Show(string? title, string path, string description)
    {
        var first = Listed.NewestHref is null;
        var page = Around(title, path) with { Description = description, NoIndex = !first, NextHref = Listed.OlderHref };
        ViewData["Public"] = page with
        {
            JsonLd = title is null ? StructuredData.OfHome(Site.Name, Site.Slug, Site.Strapline, Site.Locale, Absolute) : StructuredData.OfList(title, page.Canonical, Site.Name, Site.Slug, Crumbs, Absolute),
        };
        return Page();
    }
}
