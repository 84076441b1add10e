using System.Diagnostics.CodeAnalysis;
using QuestCms.Domain.Common;

namespace QuestCms.Domain.Delivery;

/// <summary>Id of a preview that somebody shared.</summary>
public readonly record struct PreviewLinkId(Guid Value) : ITypedId<PreviewLinkId>
{
    public static PreviewLinkId From(Guid value) => new(value);
    public static PreviewLinkId New(DateTimeOffset now) => new(Guid.CreateVersion7(now));
    public static PreviewLinkId Parse(string s, IFormatProvider? provider) => new(Guid.Parse(s, provider));

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out PreviewLinkId result)
    {
        var parsed = Guid.TryParse(s, provider, out var value);
        result = new PreviewLinkId(value);
        return parsed;
    }

    public override string ToString() => Value.ToString();
}
