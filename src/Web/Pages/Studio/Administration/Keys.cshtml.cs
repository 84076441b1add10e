using MediatR;
using Microsoft.AspNetCore.Mvc;
using QuestCms.Application.Sites;
using QuestCms.Domain.Sites;
using QuestCms.Web.Ui;

namespace QuestCms.Web.Pages.Studio.Administration;

/// <summary>The keys of a site. A secret is shown once, after the post that made it.</summary>
public sealed class KeysModel(IMediator mediator, CurrentSite current) : StudioPage(mediator)
{
    [BindProperty] public string? Name { get; set; }
    [BindProperty] public List<KeyScope> Scopes { get; set; } = [];

    /// <summary>Carried over the redirect in an encrypted cookie and gone once shown; nowhere stored in readable form.</summary>
    [TempData] public string? Secret { get; set; }

    public IReadOnlyList<ListedKey> Keys { get; private set; } = [];

    public static string Says(KeyScope scope) => scope switch
    {
        KeyScope.Preview => "reads working copies too, drafts among them",
        KeyScope.Write => "proposes drafts and changes; through the management API writes, submits, plans what people approved, takes down, and looks after webhooks",
        _ => "reads what is published; every key does",
    };

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => Redisplay(ct);

    public async Task<IActionResult> OnPostMakeAsync(CancellationToken ct)
    {
        if (await current.IdAsync(ct) is not { } site) return NotFound();
        var here = await current.RouteAsync(ct);
        return await Perform(new MakeSiteKey(site, Name ?? "", Scopes), _ => null, made =>
        {
            Secret = made.Secret.Reveal();
            return RedirectToPage(here);
        }, ct);
    }

    public async Task<IActionResult> OnPostRevokeAsync(SiteKeyId key, CancellationToken ct)
    {
        var here = await current.RouteAsync(ct);
        return await Perform(new RevokeSiteKey(key), "The key is revoked: within five seconds it opens nothing. What was done with it stays.", () => RedirectToPage(here), ct);
    }

    protected override async Task<IActionResult> Redisplay(CancellationToken ct)
    {
        if (await current.IdAsync(ct) is not { } site) return NotFound();
        return await Show(new ListSiteKeys(site), keys => Keys = keys, ct);
    }
}
