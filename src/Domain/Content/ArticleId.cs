using System.Diagnostics.CodeAnalysis;
using QuestCms.Domain.Common;

namespace QuestCms.Domain.Content;

/// <summary>Id of an article; the same through every revision and on every site that reads it.</summary>
public readonly record struct ArticleId(Guid Value) : ITypedId<ArticleId>
{
    public static ArticleId From(Guid value) => new(value);
    public static ArticleId New(DateTimeOffset now) => new(Guid.CreateVersion7(now));
    public static ArticleId Parse(string s, IFormatProvider? provider) => new(Guid.Parse(s, provider));

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out ArticleId result)
    {
        var parsed = Guid.TryParse(s, provider, out var value);
        result = new ArticleId(value);
        return parsed;
    }

    // Lists go on from a place: (time, Id). .NET and PostgreSQL order GUIDs alike.
    public static bool operator <(ArticleId left, ArticleId right) => left.Value.CompareTo(right.Value) < 0;
    public static bool operator >(ArticleId left, ArticleId right) => left.Value.CompareTo(right.Value) > 0;

    public override string ToString() => Value.ToString();
}
