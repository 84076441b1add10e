namespace QuestCms.Domain.Content;

/// <summary>One section of a template: its heading, and in a sentence what belongs there.</summary>
public sealed record TemplateSection(string Heading, string Guidance)
{
    /// <summary>A line each, "heading | guidance"; without guidance the heading alone.</summary>
    public static string InLines(IEnumerable<TemplateSection> sections) => string.Join('\n', sections.Select(s => s.Guidance.Length > 0 ? $"{s.Heading} | {s.Guidance}" : s.Heading));

    /// <summary>The sections of such lines; empty lines are none.</summary>
    public static IReadOnlyList<TemplateSection> Read(string lines) => [.. lines.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        .Select(line => line.Split('|', 2, StringSplitOptions.TrimEntries)).Select(parts => new TemplateSection(parts[0], parts.Length > 1 ? parts[1] : ""))];
}
