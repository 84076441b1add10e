using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using QuestCms.Domain.Common;
using QuestCms.Infrastructure.Neon.Delivery;
using QuestCms.Web.Ui;

namespace QuestCms.Web.Pages.Public;

/// <summary>The pieces of a category. One without pieces is not there.</summary>
[AllowAnonymous]
public sealed class CategoryModel(SiteReading reading) : ShelfPage(reading)
{
    public async Task<IActionResult> OnGetAsync(string site, string category, CancellationToken ct)
    {
        if (!await EnterAsync(site, ct)) return NotFound();
        if (PlainText.HasForbidden(category) || Frame.Sections.FirstOrDefault(s => s.Slug == category) is not { } section) return await ElsewhereAsync($"category/{category}", ct);
        if (IsKnown($"site:{Site.Slug},category:{category}", [$"{Site.Sequence}", Request.Path, $"{Request.QueryString}"])) return new EmptyResult();
        var path = PublicPaths.Category(Site.Slug, section.Slug);
        if (!await ReadAsync(new Shelf(Site.Id, PageSize) { Category = section.Slug }, path, ct)) return Redirect(path);
        Heading = section.Name;
        Lead(new PublicLink(section.Name, path, Current: true));
        return Show(section.Name, path, $"{section.Name}: what {Site.Name} has published about it.");
    }
}
