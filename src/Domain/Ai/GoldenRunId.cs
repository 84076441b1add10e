using System.Diagnostics.CodeAnalysis;
using QuestCms.Domain.Common;

namespace QuestCms.Domain.Ai;

/// <summary>Id of one trial of a prompt version against its golden set.</summary>
public readonly record struct GoldenRunId(Guid Value) : ITypedId<GoldenRunId>
{
    public static GoldenRunId From(Guid value) => new(value);
    public static GoldenRunId New(DateTimeOffset now) => new(Guid.CreateVersion7(now));
    public static GoldenRunId Parse(string s, IFormatProvider? provider) => new(Guid.Parse(s, provider));

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out GoldenRunId result)
    {
        var parsed = Guid.TryParse(s, provider, out var value);
        result = new GoldenRunId(value);
        return parsed;
    }

    public override string ToString() => Value.ToString();
}
