using System.Diagnostics.CodeAnalysis;
using QuestCms.Domain.Common;

namespace QuestCms.Domain.Delivery;

/// <summary>Id of one event on its way to one receiver.</summary>
public readonly record struct WebhookDeliveryId(Guid Value) : ITypedId<WebhookDeliveryId>
{
    public static WebhookDeliveryId From(Guid value) => new(value);
    public static WebhookDeliveryId New(DateTimeOffset now) => new(Guid.CreateVersion7(now));
    public static WebhookDeliveryId Parse(string s, IFormatProvider? provider) => new(Guid.Parse(s, provider));

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out WebhookDeliveryId result)
    {
        var parsed = Guid.TryParse(s, provider, out var value);
        result = new WebhookDeliveryId(value);
        return parsed;
    }

    // Lists go on from a place: (At, Id). .NET and PostgreSQL order GUIDs alike.
    public static bool operator <(WebhookDeliveryId left, WebhookDeliveryId right) => left.Value.CompareTo(right.Value) < 0;
    public static bool operator >(WebhookDeliveryId left, WebhookDeliveryId right) => left.Value.CompareTo(right.Value) > 0;

    public override string ToString() => Value.ToString();
}
