using System.Diagnostics.CodeAnalysis;
using QuestCms.Domain.Common;

namespace QuestCms.Domain.Review;

/// <summary>Id of one claim of one article.</summary>
public readonly record struct ClaimId(Guid Value) : ITypedId<ClaimId>
{
    public static ClaimId From(Guid value) => new(value);
    public static ClaimId New(DateTimeOffset now) => new(Guid.CreateVersion7(now));
    public static ClaimId Parse(string s, IFormatProvider? provider) => new(Guid.Parse(s, provider));

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out ClaimId result)
    {
        var parsed = Guid.TryParse(s, provider, out var value);
        result = new ClaimId(value);
        return parsed;
    }

    public override string ToString() => Value.ToString();
}
