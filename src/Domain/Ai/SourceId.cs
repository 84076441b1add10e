using System.Diagnostics.CodeAnalysis;
using QuestCms.Domain.Common;

namespace QuestCms.Domain.Ai;

/// <summary>Id of one source that was read for a request.</summary>
public readonly record struct SourceId(Guid Value) : ITypedId<SourceId>
{
    public static SourceId From(Guid value) => new(value);
    public static SourceId New(DateTimeOffset now) => new(Guid.CreateVersion7(now));
    public static SourceId Parse(string s, IFormatProvider? provider) => new(Guid.Parse(s, provider));

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out SourceId result)
    {
        var parsed = Guid.TryParse(s, provider, out var value);
        result = new SourceId(value);
        return parsed;
    }

    public override string ToString() => Value.ToString();
}
