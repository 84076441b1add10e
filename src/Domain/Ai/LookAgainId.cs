using System.Diagnostics.CodeAnalysis;
using QuestCms.Domain.Common;

namespace QuestCms.Domain.Ai;

/// <summary>Id of the wish that an article is looked at again.</summary>
public readonly record struct LookAgainId(Guid Value) : ITypedId<LookAgainId>
{
    public static LookAgainId From(Guid value) => new(value);
    public static LookAgainId New(DateTimeOffset now) => new(Guid.CreateVersion7(now));
    public static LookAgainId Parse(string s, IFormatProvider? provider) => new(Guid.Parse(s, provider));

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out LookAgainId result)
    {
        var parsed = Guid.TryParse(s, provider, out var value);
        result = new LookAgainId(value);
        return parsed;
    }

    public override string ToString() => Value.ToString();
}
