using System.Diagnostics.CodeAnalysis;
using QuestCms.Domain.Common;

namespace QuestCms.Domain.Delivery;

/// <summary>Id of a planned publication or withdrawal.</summary>
public readonly record struct ScheduledPublicationId(Guid Value) : ITypedId<ScheduledPublicationId>
{
    public static ScheduledPublicationId From(Guid value) => new(value);
    public static ScheduledPublicationId New(DateTimeOffset now) => new(Guid.CreateVersion7(now));
    public static ScheduledPublicationId Parse(string s, IFormatProvider? provider) => new(Guid.Parse(s, provider));

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out ScheduledPublicationId result)
    {
        var parsed = Guid.TryParse(s, provider, out var value);
        result = new ScheduledPublicationId(value);
        return parsed;
    }

    public override string ToString() => Value.ToString();
}
