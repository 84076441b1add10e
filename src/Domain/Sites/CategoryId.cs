using System.Diagnostics.CodeAnalysis;
using QuestCms.Domain.Common;

namespace QuestCms.Domain.Sites;

/// <summary>Id of a category; a category belongs to one site.</summary>
public readonly record struct CategoryId(Guid Value) : ITypedId<CategoryId>
{
    public static CategoryId From(Guid value) => new(value);
    public static CategoryId New(DateTimeOffset now) => new(Guid.CreateVersion7(now));
    public static CategoryId Parse(string s, IFormatProvider? provider) => new(Guid.Parse(s, provider));

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out CategoryId result)
    {
        var parsed = Guid.TryParse(s, provider, out var value);
        result = new CategoryId(value);
        return parsed;
    }

    public override string ToString() => Value.ToString();
}
