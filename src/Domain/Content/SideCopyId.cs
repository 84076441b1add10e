using System.Diagnostics.CodeAnalysis;
using QuestCms.Domain.Common;

namespace QuestCms.Domain.Content;

/// <summary>Id of a side copy: what a person typed on a version that was no longer the newest.</summary>
public readonly record struct SideCopyId(Guid Value) : ITypedId<SideCopyId>
{
    public static SideCopyId From(Guid value) => new(value);
    public static SideCopyId New(DateTimeOffset now) => new(Guid.CreateVersion7(now));
    public static SideCopyId Parse(string s, IFormatProvider? provider) => new(Guid.Parse(s, provider));

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out SideCopyId result)
    {
        var parsed = Guid.TryParse(s, provider, out var value);
        result = new SideCopyId(value);
        return parsed;
    }

    public override string ToString() => Value.ToString();
}
