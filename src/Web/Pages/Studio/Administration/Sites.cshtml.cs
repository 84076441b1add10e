using MediatR;
using Microsoft.AspNetCore.Mvc;
using QuestCms.Application.Sites;
using QuestCms.Domain.Sites;
using QuestCms.Web.Ui;

namespace QuestCms.Web.Pages.Studio.Administration;

/// <summary>The sites of the house, for house administrators; here a site begins.</summary>
public sealed class SitesModel(IMediator mediator, CurrentSite current, TimeProvider clock) : StudioPage(mediator)
{
    [BindProperty] public string? Name { get; set; }
    [BindProperty] public string? Slug { get; set; }
    [BindProperty] public string? Strapline { get; set; }
    [BindProperty] public string Locale { get; set; } = "en";

    public IReadOnlyList<MySite> Sites { get; private set; } = [];

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => Redisplay(ct);

    public Task<IActionResult> OnPostAsync(CancellationToken ct) =>
        Perform(new FoundSite(SiteId.New(clock.GetUtcNow()), Slug ?? "", Name ?? "", Strapline ?? "", Locale ?? ""), "The site is made. Choose it at the left, then add its people, categories and bylines.",
            () => RedirectToPage(), ct);

    protected override async Task<IActionResult> Redisplay(CancellationToken ct)
    {
        var mine = await current.MineAsync(ct);
        if (!mine.HouseAdministrator) return StatusCode(403);
        Sites = mine.Sites;
        return Page();
    }
}
