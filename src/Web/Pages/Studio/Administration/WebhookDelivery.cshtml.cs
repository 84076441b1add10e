using MediatR;
using Microsoft.AspNetCore.Mvc;
using QuestCms.Application.Delivery;
using QuestCms.Domain.Delivery;
using QuestCms.Web.Ui;

namespace QuestCms.Web.Pages.Studio.Administration;

/// <summary>One delivery of a webhook, attempt by attempt, with what was answered.</summary>
public sealed class WebhookDeliveryModel(IMediator mediator) : StudioPage(mediator)
{
    [BindProperty(SupportsGet = true)] public WebhookDeliveryId Id { get; set; }

    public ShownDelivery Delivery { get; private set; } = null!;

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => Redisplay(ct);

    public Task<IActionResult> OnPostAgainAsync(CancellationToken ct) => Perform(new SendWebhookAgain(Id), "It is sent again now, with the same id.", () => RedirectToPage(new { Id }), ct);

    protected override Task<IActionResult> Redisplay(CancellationToken ct) => Show(new GetWebhookDelivery(Id), delivery => Delivery = delivery, ct);
}
