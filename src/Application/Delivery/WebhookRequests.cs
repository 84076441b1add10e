using System.Globalization;
using Microsoft.EntityFrameworkCore;
using QuestCms.Application.Common;
using QuestCms.Domain.Common;
using QuestCms.Domain.Delivery;

namespace QuestCms.Application.Delivery;

/// <summary>Makes the request of a delivery by Standard Webhooks 1.0, from the event's row as it stands in the log, signed for this moment. Errors: <see cref="EventGone"/>, <see cref="SecretLost"/>, <see cref="TooLarge"/>.</summary>
internal sealed class WebhookRequests(IQuestDb db, IWebhookSecrets secrets)
{
    public const int MostBytes = 20_000;
    public static readonly Error EventGone = Error.Conflict("webhook.event_gone", "The event no longer stands in the log, so there is nothing to send.");
    public static readonly Error SecretLost = Error.Conflict("webhook.secret_lost", "The house can't open this webhook’s secret any more, so nothing can be signed. Make a new secret.");
    public static readonly Error TooLarge = Error.Conflict("webhook.too_large", $"The event is larger than {MostBytes / 1000} kB and was not sent.");

    public async Task<Result<WebhookRequest>> MakeAsync(WebhookEndpoint webhook, WebhookDelivery delivery, DateTimeOffset now, CancellationToken ct)
    {
        var site = await db.PublishedSites.Where(s => s.Id == webhook.Site).Select(s => s.Slug).FirstAsync(ct);
        var body = delivery.IsTest ? EventEnvelope.Test(delivery.Event.Value, webhook.Site.Value, site, delivery.At).ToJson() : await BodyAsync(delivery, site, ct);
        if (body is null) return EventGone;
        if (body.Length >= MostBytes) return TooLarge;
        var keys = webhook.SecretsAt(now).Select(secrets.Open).OfType<WebhookSecret>().ToList();
        if (keys.Count == 0) return SecretLost;

        var timestamp = now.ToUnixTimeSeconds();
        return new WebhookRequest(new Uri(webhook.Url),
        [
            new(WebhookRequest.IdHeader, delivery.Message),
            new(WebhookRequest.TimestampHeader, timestamp.ToString(CultureInfo.InvariantCulture)),
            new(WebhookRequest.SignatureHeader, string.Join(' ', keys.Select(key => key.Sign(delivery.Message, timestamp, body)))),
        ], body);
    }

    private async Task<byte[]?> BodyAsync(WebhookDelivery delivery, string site, CancellationToken ct)
    {
        var told = await db.DeliveryEvents.AsNoTracking().FirstOrDefaultAsync(e => e.Id == delivery.Event, ct);
        return told is null ? null : EventEnvelope.Of(LoggedEvent.Of(told), site).ToJson();
    }
}
