using MediatR;
using Microsoft.AspNetCore.Mvc;
using QuestCms.Application.Common;
using QuestCms.Application.Delivery;
using QuestCms.Web.Ui;

namespace QuestCms.Web.Pages.Studio.Administration;

/// <summary>The addresses of a site that lead on: made by hand, and those that moves left behind.</summary>
public sealed class RedirectsModel(IMediator mediator, CurrentSite current) : StudioPage(mediator)
{
    [BindProperty(SupportsGet = true)] public string? After { get; set; }
    [BindProperty] public string? From { get; set; }
    [BindProperty] public string? To { get; set; }
    /// <summary>The address whose redirect goes.</summary>
    [BindProperty] public string? Gone { get; set; }

    public Page<ListedRedirect> Redirects { get; private set; } = new([], null);
    /// <summary>The site's slug.</summary>
    public string Site { get; private set; } = "";

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => Redisplay(ct);

    public async Task<IActionResult> OnPostAddAsync(CancellationToken ct)
    {
        if (await current.IdAsync(ct) is not { } site) return NotFound();
        var here = await current.RouteAsync(ct);
        return await Perform(new AddRedirect(site, From ?? "", To ?? ""), "It leads on now.", () => RedirectToPage(here), ct);
    }

    public async Task<IActionResult> OnPostRemoveAsync(CancellationToken ct)
    {
        if (await current.IdAsync(ct) is not { } site) return NotFound();
        var here = await current.RouteAsync(ct);
        return await Perform(new RemoveRedirect(site, Gone ?? ""), "The redirect is gone; its address is not found now.", () => RedirectToPage(here), ct);
    }

    protected override async Task<IActionResult> Redisplay(CancellationToken ct)
    {
        if (await current.LookAsync(ct) is not { } site) return NotFound();
        Site = site.Slug;
        return await Show(new ListRedirects(site.Id, After), redirects => Redirects = redirects, ct);
    }
}
