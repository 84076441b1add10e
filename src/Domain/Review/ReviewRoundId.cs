using System.Diagnostics.CodeAnalysis;
using QuestCms.Domain.Common;

namespace QuestCms.Domain.Review;

/// <summary>Id of one round of review.</summary>
public readonly record struct ReviewRoundId(Guid Value) : ITypedId<ReviewRoundId>
{
    public static ReviewRoundId From(Guid value) => new(value);
    public static ReviewRoundId New(DateTimeOffset now) => new(Guid.CreateVersion7(now));
    public static ReviewRoundId Parse(string s, IFormatProvider? provider) => new(Guid.Parse(s, provider));

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out ReviewRoundId result)
    {
        var parsed = Guid.TryParse(s, provider, out var value);
        result = new ReviewRoundId(value);
        return parsed;
    }

    // Order in the queue, where several were submitted in one instant.
    public static bool operator <(ReviewRoundId left, ReviewRoundId right) => left.Value.CompareTo(right.Value) < 0;
    public static bool operator >(ReviewRoundId left, ReviewRoundId right) => left.Value.CompareTo(right.Value) > 0;

    public override string ToString() => Value.ToString();
}
