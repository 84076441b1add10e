using System.Diagnostics.CodeAnalysis;
using QuestCms.Domain.Common;

namespace QuestCms.Domain.Delivery;

/// <summary>Id of a rewriting of what readers see.</summary>
public readonly record struct RewritingId(Guid Value) : ITypedId<RewritingId>
{
    public static RewritingId From(Guid value) => new(value);
    public static RewritingId New(DateTimeOffset now) => new(Guid.CreateVersion7(now));
    public static RewritingId Parse(string s, IFormatProvider? provider) => new(Guid.Parse(s, provider));

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out RewritingId result)
    {
        var parsed = Guid.TryParse(s, provider, out var value);
        result = new RewritingId(value);
        return parsed;
    }

    public override string ToString() => Value.ToString();
}
