using System.Diagnostics.CodeAnalysis;
using QuestCms.Domain.Common;

namespace QuestCms.Domain.Ai;

/// <summary>Id of what an agent left beside an article.</summary>
public readonly record struct AgentNoteId(Guid Value) : ITypedId<AgentNoteId>
{
    public static AgentNoteId From(Guid value) => new(value);
    public static AgentNoteId New(DateTimeOffset now) => new(Guid.CreateVersion7(now));
    public static AgentNoteId Parse(string s, IFormatProvider? provider) => new(Guid.Parse(s, provider));

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out AgentNoteId result)
    {
        var parsed = Guid.TryParse(s, provider, out var value);
        result = new AgentNoteId(value);
        return parsed;
    }

    public override string ToString() => Value.ToString();
}
