using System.Diagnostics.CodeAnalysis;
using QuestCms.Domain.Common;

namespace QuestCms.Domain.Ai;

/// <summary>Id of one request to a model.</summary>
public readonly record struct GenerationId(Guid Value) : ITypedId<GenerationId>
{
    public static GenerationId From(Guid value) => new(value);
    public static GenerationId New(DateTimeOffset now) => new(Guid.CreateVersion7(now));
    public static GenerationId Parse(string s, IFormatProvider? provider) => new(Guid.Parse(s, provider));

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out GenerationId result)
    {
        var parsed = Guid.TryParse(s, provider, out var value);
        result = new GenerationId(value);
        return parsed;
    }

    // Lists go on from a place: (RequestedAt, Id). .NET and PostgreSQL order GUIDs alike.
    public static bool operator <(GenerationId left, GenerationId right) => left.Value.CompareTo(right.Value) < 0;
    public static bool operator >(GenerationId left, GenerationId right) => left.Value.CompareTo(right.Value) > 0;

    public override string ToString() => Value.ToString();
}
