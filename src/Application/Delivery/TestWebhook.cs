using Microsoft.EntityFrameworkCore;
using QuestCms.Application.Common;
using QuestCms.Domain.Common;
using QuestCms.Domain.Delivery;
using QuestCms.Domain.Identity;

namespace QuestCms.Application.Delivery;

/// <summary>An administrator has one event of the type <c>endpoint.test</c> sent to a webhook, also to a disabled one: once, and what comes of it stands in its log. Error: NotFound.</summary>
[Requires(Permission.AdministerSite), OpenToKeys(Permission.WriteAsAgent)]
public sealed record TestWebhook(WebhookEndpointId Webhook) : ICommand<WebhookDeliveryId>, IAbout<WebhookEndpointId>
{
    public WebhookEndpointId About => Webhook;
}

internal sealed class TestWebhookHandler(IQuestDb db, EventOutbox outbox, TimeProvider clock) : ICommandHandler<TestWebhook, WebhookDeliveryId>
{
    public async Task<Result<WebhookDeliveryId>> Handle(TestWebhook command, CancellationToken ct)
    {
        if (await db.WebhookEndpoints.AsNoTracking().FirstOrDefaultAsync(w => w.Id == command.Webhook, ct) is not { } webhook) return WebhookErrors.NotFound;
        var now = clock.GetUtcNow();
        var delivery = WebhookDelivery.Test(webhook, now);
        outbox.Send(delivery, now);
        await db.SaveChangesAsync(ct);
        return delivery.Id;
    }
}
