using QuestCms.Domain.Common;
using QuestCms.Domain.Sites;

namespace QuestCms.Domain.Delivery;

public sealed record WebhookAdded(WebhookEndpointId Endpoint, SiteId Site, string Host) : DomainEvent(Endpoint.Value, Site.Value);
public sealed record WebhookChanged(WebhookEndpointId Endpoint, SiteId Site, string Host) : DomainEvent(Endpoint.Value, Site.Value);
public sealed record WebhookDisabled(WebhookEndpointId Endpoint, SiteId Site, string Host, string Why) : DomainEvent(Endpoint.Value, Site.Value);
public sealed record WebhookEnabled(WebhookEndpointId Endpoint, SiteId Site, string Host) : DomainEvent(Endpoint.Value, Site.Value);
public sealed record WebhookRemoved(WebhookEndpointId Endpoint, SiteId Site, string Host) : DomainEvent(Endpoint.Value, Site.Value);
public sealed record WebhookSecretRotated(WebhookEndpointId Endpoint, SiteId Site, string Host, bool AtOnce) : DomainEvent(Endpoint.Value, Site.Value), ISecurityEvent;
public sealed record WebhookDeliveriesRepeated(WebhookEndpointId Endpoint, SiteId Site, string Host, int Deliveries) : DomainEvent(Endpoint.Value, Site.Value);

/// <summary>What a webhook can answer instead of doing what was asked.</summary>
public static class WebhookErrors
{
    public static readonly Error NotFound = Error.NotFound("webhook.not_found", "There is no such webhook on this site.");
    public static readonly Error NoDelivery = Error.NotFound("webhook.no_delivery", "There is no such delivery on this site.");
    public static readonly Error Changed = Error.Conflict("webhook.changed", "Someone changed this webhook since you opened it. Look at it as it is now, then change it; nothing of yours was stored.");
    public static readonly Error NotActive = Error.Conflict("webhook.not_active", "This webhook is disabled, so nothing is sent to it. Enable it first.");
    public static readonly Error TooMany = Error.Conflict("webhooks.too_many", $"{WebhookEndpoint.MostActive} webhooks of this site are told of events. Disable one that is not needed any more.");
    public static readonly Error Url = Error.Field("address", "address.malformed", "This is no whole address. It begins with https:// and has neither a name with password nor a # part.");
    public static readonly Error PlainHttp = Error.Field("address", "address.plain_http", "The address must begin with https://, so that nobody on the way reads or changes what is sent.");
    public static readonly Error PrivateAddress = Error.Field("address", "address.private", "This address is not on the public internet, so nothing is sent to it. An operator can allow it (QUEST_OUTBOUND_ALLOW).");

    /// <summary>The address as it is taken, or why it can't be one.</summary>
    public static Result<Uri> Read(string url) =>
        url.Length <= WebhookEndpoint.MaxUrl && Uri.TryCreate(url.Trim(), UriKind.Absolute, out var address) && address.Scheme is "https" or "http" && address.Host.Length > 0
        && address.UserInfo.Length == 0 && address.Fragment.Length == 0 && address.AbsoluteUri.Length <= WebhookEndpoint.MaxUrl ? address : Url;
}
