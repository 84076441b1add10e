using System.Diagnostics.CodeAnalysis;
using QuestCms.Domain.Common;

namespace QuestCms.Domain.Identity;

/// <summary>Id of a person: the same in the house and in the sign-in tables.</summary>
public readonly record struct PersonId(Guid Value) : ITypedId<PersonId>
{
    public static PersonId From(Guid value) => new(value);
    public static PersonId New(DateTimeOffset now) => new(Guid.CreateVersion7(now));
    public static PersonId Parse(string s, IFormatProvider? provider) => new(Guid.Parse(s, provider));

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out PersonId result)
    {
        var parsed = Guid.TryParse(s, provider, out var value);
        result = new PersonId(value);
        return parsed;
    }

    public override string ToString() => Value.ToString();
}
