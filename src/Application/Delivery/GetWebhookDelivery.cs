using Microsoft.EntityFrameworkCore;
using QuestCms.Application.Common;
using QuestCms.Domain.Common;
using QuestCms.Domain.Delivery;
using QuestCms.Domain.Identity;

namespace QuestCms.Application.Delivery;

/// <summary>One delivery with its attempts and what was answered, the newest first, thirty at most. Error: NotFound.</summary>
[Requires(Permission.AdministerSite), OpenToKeys(Permission.WriteAsAgent)]
public sealed record GetWebhookDelivery(WebhookDeliveryId Delivery) : IQuery<ShownDelivery>, IAbout<WebhookDeliveryId>
{
    public WebhookDeliveryId About => Delivery;
}

/// <param name="Message">The <c>webhook-id</c> it is sent with, the same each time.</param>
public sealed record ShownDelivery(ListedDelivery Line, string Message, WebhookEndpointId Webhook, string Host, WebhookState WebhookState, bool IsTest, DateTimeOffset? EndedAt, IReadOnlyList<ShownAttempt> Attempts);

/// <param name="Status">Null when nothing was answered.</param>
/// <param name="Body">The first 4 KB of the answer: another server's text, never to be trusted.</param>
public sealed record ShownAttempt(int Number, DateTimeOffset At, int? Status, int Milliseconds, string Say, string Body);

internal sealed class GetWebhookDeliveryHandler(IQuestDb db) : IQueryHandler<GetWebhookDelivery, ShownDelivery>
{
    private const int Most = 30;

    public async Task<Result<ShownDelivery>> Handle(GetWebhookDelivery query, CancellationToken ct)
    {
        if (await db.WebhookDeliveries.AsNoTracking().FirstOrDefaultAsync(d => d.Id == query.Delivery, ct) is not { } delivery) return WebhookErrors.NoDelivery;
        if (await db.WebhookEndpoints.AsNoTracking().FirstOrDefaultAsync(w => w.Id == delivery.Endpoint, ct) is not { } webhook) return WebhookErrors.NoDelivery;
        var attempts = await db.WebhookAttempts.AsNoTracking().Where(a => a.Delivery == delivery.Id).OrderByDescending(a => a.Number).Take(Most)
            .Select(a => new ShownAttempt(a.Number, a.At, a.Status, a.Milliseconds, a.Say, a.Body)).ToListAsync(ct);
        return new ShownDelivery(ListedDelivery.Of(delivery), delivery.Message, webhook.Id, webhook.Host, webhook.State, delivery.IsTest, delivery.EndedAt, attempts);
    }
}
