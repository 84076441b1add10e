using QuestCms.Domain.Ai;

namespace QuestCms.Application.Ai;

/// <summary>A rubric as people write it: one criterion on each line, what to look at behind a colon.</summary>
public static class RubricText
{
    public static string Of(IEnumerable<Criterion> criteria) => string.Join('\n', criteria.Select(c => c.Guidance.Length > 0 ? $"{c.Name}: {c.Guidance}" : c.Name));

    public static IReadOnlyList<Criterion> Read(string text) => [.. text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        .Select(line => line.Split(':', 2, StringSplitOptions.TrimEntries)).Select(parts => new Criterion(parts[0], parts.Length > 1 ? parts[1] : ""))];
}
