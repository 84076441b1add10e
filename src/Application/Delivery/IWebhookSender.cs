using QuestCms.Domain.Common;
using QuestCms.Domain.Delivery;

namespace QuestCms.Application.Delivery;

/// <summary>The way to a webhook's receiver: https and public addresses only, checked at the address that is really connected to; no redirects; 15 seconds in all.</summary>
public interface IWebhookSender
{
    /// <summary>Why it can't be a webhook's address, as far as that is known without a look-up; null when it may be one.</summary>
    Error? Refuses(Uri url);

    /// <summary>Sends it and answers with what came. What goes wrong on the way is an answer without a status, never a fault.</summary>
    Task<WebhookReply> SendAsync(WebhookRequest request, CancellationToken ct);
}

/// <summary>A request as it is sent, byte for byte.</summary>
public sealed record WebhookRequest(Uri Url, IReadOnlyList<KeyValuePair<string, string>> Headers, byte[] Body)
{
    public const string ContentType = "application/json";
    public const string IdHeader = "webhook-id";
    public const string TimestampHeader = "webhook-timestamp";
    public const string SignatureHeader = "webhook-signature";
}

/// <param name="RetryAfter">How long the receiver asked to be left alone; null when it asked for nothing.</param>
public sealed record WebhookReply(WebhookAnswered Answered, TimeSpan? RetryAfter);

/// <summary>Keeps the secrets of webhooks: what stands in the database opens with the house's keys alone.</summary>
public interface IWebhookSecrets
{
    byte[] Protect(WebhookSecret secret);

    /// <summary>Null when the house's keys do not open it any more.</summary>
    WebhookSecret? Open(byte[] kept);
}
