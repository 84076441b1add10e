using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using QuestCms.Domain.Common;
using QuestCms.Web.Api.Delivery;

namespace QuestCms.Web.Pages.Public;

/// <summary>An article as readers see it (<see cref="ArticlePages"/> makes it). A former address leads to the present one; a withdrawn piece says so.</summary>
[AllowAnonymous]
public sealed class ArticleModel(SiteReading reading, ArticlePages pages) : SitePage(reading)
{
    public async Task<IActionResult> OnGetAsync(string site, string slug, CancellationToken ct)
    {
        if (!await EnterAsync(site, ct)) return NotFound();
        slug = slug.Trim('/'); // a former address may have several parts, and a slash at its end
        if (PlainText.HasForbidden(slug) || await pages.MakeAsync(Site, slug, Absolute(""), ct) is not { } page) return await ElsewhereAsync(slug, ct);
        Response.Headers["Cache-Tag"] = page.CacheTags;
        Response.Headers.LastModified = page.UpdatedAt.ToString("R");
        return Answer.NotModified(HttpContext, page.Tag) ? new EmptyResult() : new FileContentResult(page.Html.ToArray(), MadePage.ContentType);
    }
}
