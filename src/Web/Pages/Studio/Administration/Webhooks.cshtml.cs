using MediatR;
using Microsoft.AspNetCore.Mvc;
using QuestCms.Application.Delivery;
using QuestCms.Web.Ui;

namespace QuestCms.Web.Pages.Studio.Administration;

/// <summary>The webhooks of a site. A secret is shown once, on the page of the webhook, after the post that made it.</summary>
public sealed class WebhooksModel(IMediator mediator, CurrentSite current) : StudioPage(mediator)
{
    [BindProperty] public string? Address { get; set; }
    [BindProperty] public string? Description { get; set; }
    [BindProperty] public List<string> Wanted { get; set; } = [];

    /// <summary>Carried over the redirect in an encrypted cookie and gone once shown; nowhere stored in readable form.</summary>
    [TempData] public string? WebhookSecret { get; set; }

    public IReadOnlyList<ListedWebhook> Webhooks { get; private set; } = [];

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => Redisplay(ct);

    public async Task<IActionResult> OnPostAddAsync(CancellationToken ct)
    {
        if (await current.IdAsync(ct) is not { } site) return NotFound();
        return await Perform(new AddWebhook(site, new WebhookTerms(Address ?? "", Description ?? "", Wanted)), _ => "Added. Have a test sent, to see that the other side takes it.", made =>
        {
            WebhookSecret = made.Secret.Reveal();
            return RedirectToPage("Webhook", new { id = made.Webhook });
        }, ct);
    }

    protected override async Task<IActionResult> Redisplay(CancellationToken ct)
    {
        if (await current.IdAsync(ct) is not { } site) return NotFound();
        return await Show(new ListWebhooks(site), webhooks => Webhooks = webhooks, ct);
    }
}
