using Microsoft.EntityFrameworkCore;
using QuestCms.Application.Common;
using QuestCms.Domain.Common;
using QuestCms.Domain.Delivery;
using QuestCms.Domain.Identity;

namespace QuestCms.Application.Delivery;

/// <summary>An administrator has one delivery sent again, now and with all its attempts before it, whatever became of it; its id is the same. Errors: NotFound, <c>webhook.not_active</c>.</summary>
[Requires(Permission.AdministerSite), OpenToKeys(Permission.WriteAsAgent)]
public sealed record SendWebhookAgain(WebhookDeliveryId Delivery) : ICommand, IAbout<WebhookDeliveryId>
{
    public WebhookDeliveryId About => Delivery;
}

internal sealed class SendWebhookAgainHandler(IQuestDb db, EventOutbox outbox, TimeProvider clock) : ICommandHandler<SendWebhookAgain>
{
    public async Task<Result> Handle(SendWebhookAgain command, CancellationToken ct)
    {
        if (await db.WebhookDeliveries.FirstOrDefaultAsync(d => d.Id == command.Delivery, ct) is not { } delivery) return WebhookErrors.NoDelivery;
        if (await db.WebhookEndpoints.FirstOrDefaultAsync(w => w.Id == delivery.Endpoint, ct) is not { } webhook) return WebhookErrors.NoDelivery;
        if (webhook.State != WebhookState.Active && !delivery.IsTest) return WebhookErrors.NotActive;
        var now = clock.GetUtcNow();
        delivery.Repeat(now);
        outbox.Send(delivery.Id, webhook.Id, now);
        webhook.TellRepeated(1);
        await db.SaveChangesAsync(ct);
        return Result.Done;
    }
}
