using MediatR;
using Microsoft.AspNetCore.Mvc;
using QuestCms.Application.Delivery;
using QuestCms.Domain.Common;
using QuestCms.Domain.Delivery;
using QuestCms.Web.Ui;

namespace QuestCms.Web.Pages.Studio.Administration;

/// <summary>The dry run: what a webhook is sent, byte for byte, and how it is signed.</summary>
public sealed class WebhookRequestModel(IMediator mediator) : StudioPage(mediator)
{
    [BindProperty(SupportsGet = true)] public WebhookEndpointId Id { get; set; }
    [BindProperty(SupportsGet = true)] public WebhookDeliveryId? Delivery { get; set; }

    public ShownWebhookRequest? Made { get; private set; }

    /// <summary>Why nothing could be made.</summary>
    public string? Why { get; private set; }

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => Redisplay(ct);

    protected override async Task<IActionResult> Redisplay(CancellationToken ct)
    {
        var asked = await Mediator.Send(new PreviewWebhook(Id, Delivery), ct);
        if (asked.Error is { Kind: not ErrorKind.Conflict } error) return StatusCode(Api.Problems.StatusOf(error.Kind));
        if (asked.Error is { } nothing) Why = nothing.Message;
        else Made = asked.Value;
        return Page();
    }
}
