using System.Diagnostics.CodeAnalysis;
using QuestCms.Domain.Common;

namespace QuestCms.Domain.Sites;

/// <summary>Id of a membership: one person in one site.</summary>
public readonly record struct MembershipId(Guid Value) : ITypedId<MembershipId>
{
    public static MembershipId From(Guid value) => new(value);
    public static MembershipId New(DateTimeOffset now) => new(Guid.CreateVersion7(now));
    public static MembershipId Parse(string s, IFormatProvider? provider) => new(Guid.Parse(s, provider));

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out MembershipId result)
    {
        var parsed = Guid.TryParse(s, provider, out var value);
        result = new MembershipId(value);
        return parsed;
    }

    public override string ToString() => Value.ToString();
}
