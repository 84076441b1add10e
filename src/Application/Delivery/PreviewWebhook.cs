using System.Text;
using Microsoft.EntityFrameworkCore;
using QuestCms.Application.Common;
using QuestCms.Domain.Common;
using QuestCms.Domain.Delivery;
using QuestCms.Domain.Identity;

namespace QuestCms.Application.Delivery;

/// <summary>
/// The request exactly as it would be sent at this moment, without sending it: of one delivery, else of the site's newest event that the webhook wants, else of a test. Errors: NotFound,
/// <c>webhook.event_gone</c>, <c>webhook.secret_lost</c>.
/// </summary>
/// <param name="Delivery">One of this webhook's; null: the newest event.</param>
[Requires(Permission.AdministerSite)]
public sealed record PreviewWebhook(WebhookEndpointId Webhook, WebhookDeliveryId? Delivery) : IQuery<ShownWebhookRequest>, IAbout<WebhookEndpointId>
{
    public WebhookEndpointId About => Webhook;
}

/// <param name="Signed">What the signature is computed over: <c>id.timestamp.body</c>.</param>
/// <param name="Secrets">With how many secrets it is signed.</param>
public sealed record ShownWebhookRequest(WebhookEndpointId Webhook, string Url, string Type, IReadOnlyList<KeyValuePair<string, string>> Headers, string Body, string Signed, int Secrets);

internal sealed class PreviewWebhookHandler(IQuestDb db, WebhookRequests requests, TimeProvider clock) : IQueryHandler<PreviewWebhook, ShownWebhookRequest>
{
    // How far back an event that is wanted is looked for.
    private const int Newest = 50;

    public async Task<Result<ShownWebhookRequest>> Handle(PreviewWebhook query, CancellationToken ct)
    {
        if (await db.WebhookEndpoints.AsNoTracking().FirstOrDefaultAsync(w => w.Id == query.Webhook, ct) is not { } webhook) return WebhookErrors.NotFound;
        var now = clock.GetUtcNow();
        var delivery = query.Delivery is { } asked ? await db.WebhookDeliveries.AsNoTracking().FirstOrDefaultAsync(d => d.Id == asked && d.Endpoint == webhook.Id, ct) : await NewestAsync(webhook, now, ct);
        if (delivery is null) return WebhookErrors.NoDelivery;
        var made = await requests.MakeAsync(webhook, delivery, now, ct);
        if (made.Error is { } error) return error;

        var (url, headers, body) = made.Value;
        var text = Encoding.UTF8.GetString(body);
        string Header(string name) => headers.First(h => h.Key == name).Value;
        return new ShownWebhookRequest(webhook.Id, url.AbsoluteUri, delivery.Type, headers, text, $"{Header(WebhookRequest.IdHeader)}.{Header(WebhookRequest.TimestampHeader)}.{text}",
            Header(WebhookRequest.SignatureHeader).Split(' ').Length);
    }

    private async Task<WebhookDelivery> NewestAsync(WebhookEndpoint webhook, DateTimeOffset now, CancellationToken ct)
    {
        var newest = await db.DeliveryEvents.AsNoTracking().Where(e => e.Site == webhook.Site && e.Sequence != null).OrderByDescending(e => e.Sequence).Take(Newest).ToListAsync(ct);
        return newest.Find(e => webhook.Wanted.Length == 0 || webhook.Wanted.Contains(e.Type)) is { } told ? WebhookDelivery.Of(told, webhook.Id) : WebhookDelivery.Test(webhook, now);
    }
}
