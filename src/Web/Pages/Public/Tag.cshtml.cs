using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using QuestCms.Domain.Common;
using QuestCms.Infrastructure.Neon.Delivery;
using QuestCms.Web.Ui;

namespace QuestCms.Web.Pages.Public;

/// <summary>The pieces with a tag. One without pieces is not there.</summary>
[AllowAnonymous]
public sealed class TagModel(SiteReading reading) : ShelfPage(reading)
{
    public async Task<IActionResult> OnGetAsync(string site, string tag, CancellationToken ct)
    {
        if (!await EnterAsync(site, ct)) return NotFound();
        var written = tag.Replace("%2F", "/", StringComparison.OrdinalIgnoreCase); // the one character that a server leaves escaped in a path
        if (PlainText.HasForbidden(written)) return await ElsewhereAsync("tag", ct);
        if (IsKnown()) return new EmptyResult();
        var path = PublicPaths.Tag(Site.Slug, written);
        if (!await ReadAsync(new Shelf(Site.Id, PageSize) { Tag = written }, path, ct)) return Position(Before) is null ? await ElsewhereAsync($"tag/{tag}", ct) : Redirect(path);
        Heading = written;
        Lead(new PublicLink(written, path, Current: true));
        return Show(written, path, $"{written}: what {Site.Name} has published with this tag.");
    }
}
