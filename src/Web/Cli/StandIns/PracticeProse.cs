using System.Text.RegularExpressions;

namespace QuestCms.Web.Cli.StandIns;

/// <summary>What the stand-in writes: calm sentences about the request's own topic, in its sections, as long as asked. Practice text, not knowledge.</summary>
internal static partial class PracticeProse
{
    private static readonly string[] Sentences =
    [
        "Begin with what cannot be changed later, because everything else depends on it.",
        "Most people plan {0} in the wrong order and pay for it twice.",
        "Ask for the figure in writing, with its date, before you count on it [check].",
        "The office that answers first is not always the one that decides.",
        "Keep one list of papers, and note beside each when it expires.",
        "What takes a week on paper takes three when a stamp is missing.",
        "If two sources differ, follow the one that names its date.",
        "Nobody refunds a fee that was paid for the wrong form.",
        "For {0}, the first ninety days decide how the first year goes.",
        "Write down what you were told, by whom, and when.",
        "A copy is enough until someone asks for the original, so bring both.",
        "The cheaper way is often the slower one; choose which of the two you can afford.",
    ];

    public static IEnumerable<string> For(string prompt)
    {
        var topic = Line(prompt, "Topic") ?? Line(prompt, "The article") ?? "the move";
        var words = WordCount().Match(prompt) is { Success: true } found ? Math.Clamp(int.Parse(found.Groups[1].Value), 40, 2800) : 60;
        var sections = Line(prompt, "Sections usual for this kind")?.Split("; ") ?? [];
        var text = sections.Length > 0 ? Article(topic, sections, words) : string.Join(' ', Enumerable.Range(0, 4).Select(i => Sentence(i * 5 + 1, topic)));
        return Pieces().Matches(text).Select(m => m.Value);
    }

    /// <summary>Forty words, numbered, so that a test sees which had arrived.</summary>
    public static IEnumerable<string> Forty() => Enumerable.Range(1, 40).Select(i => i % 10 == 0 ? $"word{i}. " : $"word{i} ");

    private static string Article(string topic, string[] sections, int words)
    {
        var parts = new List<string> { $"{Sentence(1, topic)} {Sentence(0, topic)}" };
        var perSection = Math.Max(2, words / sections.Length / 14);
        for (var s = 0; s < sections.Length; s++)
            parts.Add($"## {sections[s]}\n\n{string.Join(' ', Enumerable.Range(0, perSection).Select(i => Sentence(s * 7 + i, topic)))}");
        return string.Join("\n\n", parts) + "\n";
    }

    private static string Sentence(int n, string topic) => string.Format(Sentences[n % Sentences.Length], char.ToLowerInvariant(topic[0]) + topic[1..]);

    private static string? Line(string prompt, string name) =>
        prompt.Replace("\\n", "\n", StringComparison.Ordinal).Split('\n').FirstOrDefault(l => l.StartsWith(name + ": ", StringComparison.Ordinal))?[(name.Length + 2)..].Trim() is { Length: > 0 } value ? value : null;

    [GeneratedRegex(@"about (\d{2,4}) words")]
    private static partial Regex WordCount();

    [GeneratedRegex(@"\S+\s*")]
    private static partial Regex Pieces();
}
