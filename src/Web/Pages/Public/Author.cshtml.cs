using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using QuestCms.Domain.Common;
using QuestCms.Infrastructure.Neon.Delivery;
using QuestCms.Web.Ui;

namespace QuestCms.Web.Pages.Public;

/// <summary>The pieces under a byline. One without pieces is not there.</summary>
[AllowAnonymous]
public sealed class AuthorModel(SiteReading reading) : ShelfPage(reading)
{
    public async Task<IActionResult> OnGetAsync(string site, string author, CancellationToken ct)
    {
        if (!await EnterAsync(site, ct)) return NotFound();
        if (PlainText.HasForbidden(author)) return await ElsewhereAsync("author", ct);
        if (IsKnown()) return new EmptyResult();
        var path = PublicPaths.Author(Site.Slug, author);
        if (!await ReadAsync(new Shelf(Site.Id, PageSize) { Author = author }, path, ct)) return Position(Before) is null ? await ElsewhereAsync($"author/{author}", ct) : Redirect(path);
        Heading = Listed.Cards[0].Authors.First(a => a.Slug == author).Name;
        Lead(new PublicLink(Heading, path, Current: true));
        return Show(Heading, path, $"What {Heading} has written for {Site.Name}.");
    }
}
