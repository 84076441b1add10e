using System.Diagnostics.CodeAnalysis;
using QuestCms.Domain.Common;

namespace QuestCms.Domain.Delivery;

/// <summary>Id of a receiver of events.</summary>
public readonly record struct WebhookEndpointId(Guid Value) : ITypedId<WebhookEndpointId>
{
    public static WebhookEndpointId From(Guid value) => new(value);
    public static WebhookEndpointId New(DateTimeOffset now) => new(Guid.CreateVersion7(now));
    public static WebhookEndpointId Parse(string s, IFormatProvider? provider) => new(Guid.Parse(s, provider));

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out WebhookEndpointId result)
    {
        var parsed = Guid.TryParse(s, provider, out var value);
        result = new WebhookEndpointId(value);
        return parsed;
    }

    public override string ToString() => Value.ToString();
}
