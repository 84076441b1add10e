using System.Diagnostics.CodeAnalysis;
using QuestCms.Domain.Common;

namespace QuestCms.Domain.Content;

/// <summary>Id of a byline: the name readers see above a piece.</summary>
public readonly record struct BylineId(Guid Value) : ITypedId<BylineId>
{
    public static BylineId From(Guid value) => new(value);
    public static BylineId New(DateTimeOffset now) => new(Guid.CreateVersion7(now));
    public static BylineId Parse(string s, IFormatProvider? provider) => new(Guid.Parse(s, provider));

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out BylineId result)
    {
        var parsed = Guid.TryParse(s, provider, out var value);
        result = new BylineId(value);
        return parsed;
    }

    public override string ToString() => Value.ToString();
}
