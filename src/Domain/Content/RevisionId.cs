using System.Diagnostics.CodeAnalysis;
using QuestCms.Domain.Common;

namespace QuestCms.Domain.Content;

/// <summary>Id of a frozen revision; people say its number.</summary>
public readonly record struct RevisionId(Guid Value) : ITypedId<RevisionId>
{
    public static RevisionId From(Guid value) => new(value);
    public static RevisionId New(DateTimeOffset now) => new(Guid.CreateVersion7(now));
    public static RevisionId Parse(string s, IFormatProvider? provider) => new(Guid.Parse(s, provider));

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out RevisionId result)
    {
        var parsed = Guid.TryParse(s, provider, out var value);
        result = new RevisionId(value);
        return parsed;
    }

    public override string ToString() => Value.ToString();
}
