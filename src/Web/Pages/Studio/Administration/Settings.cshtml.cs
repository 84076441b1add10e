using MediatR;
using Microsoft.AspNetCore.Mvc;
using QuestCms.Application.Sites;
using QuestCms.Web.Ui;

namespace QuestCms.Web.Pages.Studio.Administration;

/// <summary>How the site is called and by whom it is read.</summary>
public sealed class SettingsModel(IMediator mediator, CurrentSite current) : StudioPage(mediator)
{
    [BindProperty] public string? Name { get; set; }
    [BindProperty] public string? Strapline { get; set; }
    [BindProperty] public string? Locale { get; set; }
    [BindProperty] public bool AnonymousReading { get; set; }
    [BindProperty] public string? Origins { get; set; }
    [BindProperty] public bool HasTaggedCdn { get; set; }

    public string Slug { get; private set; } = "";

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => Redisplay(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (await current.IdAsync(ct) is not { } site) return NotFound();
        var here = await current.RouteAsync(ct);
        return await Perform(new ChangeSiteSettings(site, Name ?? "", Strapline ?? "", Locale ?? "", AnonymousReading, Origins ?? "", HasTaggedCdn), "Kept: readers and sites have it now.", () => RedirectToPage(here), ct);
    }

    protected override async Task<IActionResult> Redisplay(CancellationToken ct)
    {
        if (await current.IdAsync(ct) is not { } site) return NotFound();
        return await Show(new GetSiteSettings(site), settings =>
        {
            Slug = settings.Slug;
            if (HttpMethods.IsPost(Request.Method)) return; // what was typed stays
            (Name, Strapline, Locale, AnonymousReading, Origins, HasTaggedCdn) = (settings.Name, settings.Strapline, settings.Locale, settings.AnonymousReading, string.Join('\n', settings.Origins), settings.HasTaggedCdn);
        }, ct);
    }
}
