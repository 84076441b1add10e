using System.Diagnostics.CodeAnalysis;
using QuestCms.Domain.Common;

namespace QuestCms.Domain.Delivery;

/// <summary>Id of one event of a site's log.</summary>
public readonly record struct DeliveryEventId(Guid Value) : ITypedId<DeliveryEventId>
{
    public static DeliveryEventId From(Guid value) => new(value);
    public static DeliveryEventId New(DateTimeOffset now) => new(Guid.CreateVersion7(now));
    public static DeliveryEventId Parse(string s, IFormatProvider? provider) => new(Guid.Parse(s, provider));

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out DeliveryEventId result)
    {
        var parsed = Guid.TryParse(s, provider, out var value);
        result = new DeliveryEventId(value);
        return parsed;
    }

    public override string ToString() => Value.ToString();
}
