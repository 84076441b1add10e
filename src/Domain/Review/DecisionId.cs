using System.Diagnostics.CodeAnalysis;
using QuestCms.Domain.Common;

namespace QuestCms.Domain.Review;

/// <summary>Id of one decision on one revision.</summary>
public readonly record struct DecisionId(Guid Value) : ITypedId<DecisionId>
{
    public static DecisionId From(Guid value) => new(value);
    public static DecisionId New(DateTimeOffset now) => new(Guid.CreateVersion7(now));
    public static DecisionId Parse(string s, IFormatProvider? provider) => new(Guid.Parse(s, provider));

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out DecisionId result)
    {
        var parsed = Guid.TryParse(s, provider, out var value);
        result = new DecisionId(value);
        return parsed;
    }

    public override string ToString() => Value.ToString();
}
