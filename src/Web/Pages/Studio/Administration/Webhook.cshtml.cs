using System.Globalization;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using QuestCms.Application.Common;
using QuestCms.Application.Delivery;
using QuestCms.Domain.Common;
using QuestCms.Domain.Delivery;
using QuestCms.Web.Ui;

namespace QuestCms.Web.Pages.Studio.Administration;

/// <summary>One webhook: what was sent to it and answered, where it goes, its secret.</summary>
public sealed class WebhookModel(IMediator mediator) : StudioPage(mediator)
{
    [BindProperty(SupportsGet = true)] public WebhookEndpointId Id { get; set; }
    [BindProperty(SupportsGet = true)] public WebhookDeliveryState? State { get; set; }
    [BindProperty(SupportsGet = true)] public string? After { get; set; }
    [BindProperty] public string? Address { get; set; }
    [BindProperty] public string? Description { get; set; }
    [BindProperty] public List<string> Wanted { get; set; } = [];
    [BindProperty] public int BasedOn { get; set; }
    /// <summary>UTC, as the field gives it: 2026-11-24T07:00.</summary>
    [BindProperty] public string? From { get; set; }
    [BindProperty] public string? To { get; set; }
    [BindProperty] public bool All { get; set; }
    [BindProperty] public bool AtOnce { get; set; }
    [BindProperty] public bool Sure { get; set; }

    /// <summary>Carried over the redirect in an encrypted cookie and gone once shown; nowhere stored in readable form.</summary>
    [TempData] public string? WebhookSecret { get; set; }

    public ShownWebhook Webhook { get; private set; } = null!;
    public Page<ListedDelivery> Deliveries { get; private set; } = new([], null);

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => Redisplay(ct);

    public Task<IActionResult> OnPostChangeAsync(CancellationToken ct) =>
        Perform(new ChangeWebhook(Id, BasedOn, new WebhookTerms(Address ?? "", Description ?? "", Wanted)), "Kept. What waits goes there too.", Here, ct);

    public Task<IActionResult> OnPostTestAsync(CancellationToken ct) =>
        Perform(new TestWebhook(Id), _ => "The test is on its way; what came of it stands here. Load the page again in a moment.", sent => RedirectToPage("WebhookDelivery", new { id = sent }), ct);

    public Task<IActionResult> OnPostAgainAsync(WebhookDeliveryId delivery, CancellationToken ct) => Perform(new SendWebhookAgain(delivery), "It is sent again now, with the same id.", Here, ct);

    public async Task<IActionResult> OnPostSpanAsync(CancellationToken ct)
    {
        if (Read(From) is not { } from) return await Refused(Error.Field("from", "from.malformed", "Say the day and the time it begins (UTC)."), ct);
        if (Read(To) is not { } to) return await Refused(Error.Field("to", "to.malformed", "Say the day and the time it ends (UTC)."), ct);
        // The field knows minutes: the last one is meant whole.
        return await Perform(new SendWebhooksAgain(Id, from, to.AddMinutes(1).AddTicks(-1), All), sent => sent == 0 ? "Nothing in that span was left to send." : $"{Figures.Of(sent, "delivery", "deliveries")} in line, in order.", _ => Here(), ct);
    }

    public Task<IActionResult> OnPostRotateAsync(CancellationToken ct) => Perform(new RotateWebhookSecret(Id, AtOnce), _ => null, made =>
    {
        WebhookSecret = made.Secret.Reveal();
        return Here();
    }, ct);

    public Task<IActionResult> OnPostDisableAsync(CancellationToken ct) => Perform(new DisableWebhook(Id), "Disabled: nothing is sent to it any more.", Here, ct);

    public Task<IActionResult> OnPostEnableAsync(CancellationToken ct) => Perform(new EnableWebhook(Id), "Enabled: it is told of what happens from now on.", Here, ct);

    public async Task<IActionResult> OnPostRemoveAsync(CancellationToken ct) => Sure
        ? await Perform(new RemoveWebhook(Id), "Removed: it is told of nothing any more.", () => RedirectToPage("Webhooks"), ct)
        : await Refused(Error.Field("sure", "sure.missing", "Say that you mean it: there is no way back."), ct);

    protected override async Task<IActionResult> Redisplay(CancellationToken ct)
    {
        var page = await Show(new GetWebhook(Id), webhook => Webhook = webhook, ct);
        if (page is not PageResult) return page;
        if (Refusal is null) (Address, Description, Wanted, BasedOn) = (Webhook.Url, Webhook.Description, [.. Webhook.Wanted], Webhook.Version);
        else
        {
            // Another form of the page was refused: this one shows what is stored.
            if (Address is null) Wanted = [.. Webhook.Wanted];
            (Address, Description, BasedOn) = (Address ?? Webhook.Url, Description ?? Webhook.Description, BasedOn == 0 ? Webhook.Version : BasedOn);
        }
        // A question that makes no sense shows the newest.
        var asked = await Mediator.Send(new ListWebhookDeliveries(Id, State, string.IsNullOrEmpty(After) ? null : After), ct);
        if (asked.Error is not null) asked = await Mediator.Send(new ListWebhookDeliveries(Id, null, null), ct);
        Deliveries = asked.Value;
        return page;
    }

    private static DateTimeOffset? Read(string? moment) =>
        DateTimeOffset.TryParse(moment, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var at) && at < DateTimeOffset.MaxValue.AddDays(-1) ? at : null;

    private RedirectToPageResult Here() => RedirectToPage(new { Id });
}
