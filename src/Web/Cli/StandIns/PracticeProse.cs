using System.Text.Json;
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
        if (prompt.StartsWith("Describe the picture above", StringComparison.Ordinal)) return ["Hills one behind the other ", "in the evening\n", "A low sun over five rows of hills\n", "Evening light on hills without a road\n"];
        if (prompt.StartsWith("Translate the passage", StringComparison.Ordinal)) return Pieces().Matches(Material(prompt, 0)).Select(m => m.Value);
        if (prompt.StartsWith("Assess the article", StringComparison.Ordinal)) return Pieces().Matches(Assessment(prompt)).Select(m => m.Value);
        if (prompt.StartsWith("List the claims", StringComparison.Ordinal)) return Pieces().Matches(PracticeClaims.Of(Material().Match(prompt.Replace("\\n", "\n", StringComparison.Ordinal)).Groups[1].Value)).Select(m => m.Value);
        if (prompt.Contains("on each line", StringComparison.Ordinal) || prompt.Contains("on one line", StringComparison.Ordinal)) return Pieces().Matches(Lines(prompt)).Select(m => m.Value);
        if (prompt.StartsWith("Plan a ", StringComparison.Ordinal))
            return Pieces().Matches(string.Join("\n\n", Sections(prompt).DefaultIfEmpty("Text").Select((s, i) => $"## {s}\n\n> {Sentence(i * 7, Line(prompt, "Topic") ?? "the move")}")) + "\n").Select(m => m.Value);
        var topic = Line(prompt, "Topic") ?? Line(prompt, "The article") ?? "the move";
        var words = WordCount().Match(prompt) is { Success: true } found ? Math.Clamp(int.Parse(found.Groups[1].Value), 40, 2800) : 60;
        // Asked to keep what the passage says, it says the same again.
        if (prompt.StartsWith("Rewrite the passage that stands between the marks", StringComparison.Ordinal)) return Pieces().Matches(Material().Matches(Unescaped(prompt)).Last().Groups[1].Value).Select(m => m.Value);
        var sections = Sections(prompt);
        var text = sections.Length > 0 ? Article(topic, sections, words, Line(prompt, "It must say")) : string.Join(' ', Enumerable.Range(0, 4).Select(i => Sentence(i * 5 + 1, topic)));
        return Pieces().Matches(text).Select(m => m.Value);
    }

    // In the shape that was asked for: a score for each criterion, and the article's first words as quotation.
    private static string Assessment(string prompt)
    {
        var lines = prompt.Replace("\\n", "\n", StringComparison.Ordinal).Split('\n');
        var names = lines.SkipWhile(l => !l.StartsWith("Give for each", StringComparison.Ordinal)).Skip(1).TakeWhile(l => !l.StartsWith("Title: ", StringComparison.Ordinal)).Select(l => l.Split(':')[0].Trim()).Where(n => n.Length > 0);
        var first = Material(prompt, 0).Split('\n').FirstOrDefault(l => l.Length > 20 && !l.StartsWith('#')) ?? "";
        var quote = string.Join(' ', first.Split(' ').Take(6));
        return JsonSerializer.Serialize(new { criteria = names.Select((name, i) => new { criterion = name, score = 6 + i % 4, reason = $"Practice: what stands here says nothing about {name.ToLowerInvariant()}, only that it was asked.", quotes = new[] { quote } }) });
    }

    // Suggestions for a field, one on each line.
    private static string Lines(string prompt)
    {
        var title = Line(prompt, "Its title now") ?? "the move";
        if (prompt.StartsWith("Suggest six titles", StringComparison.Ordinal)) return $"{title}, step by step\nWhat {title} really takes\nBefore you begin: {title}\n{title}: the short way\nFive things about {title}\n{title} without surprises\n";
        if (prompt.StartsWith("Suggest up to eight tags", StringComparison.Ordinal)) return "moving abroad\npaperwork\nfirst steps\n";
        if (prompt.StartsWith("Choose from the list", StringComparison.Ordinal)) return string.Join('\n', Material(prompt, 0).Split('\n').Take(2)) + "\n";
        if (prompt.StartsWith("Find up to eight places", StringComparison.Ordinal))
        {
            var words = Material(prompt, 1).Split('\n').Where(l => l.Length > 20 && !l.StartsWith('#')).SelectMany(l => l.Split(". ")).Select(s => string.Join(' ', s.TrimEnd('.').Split(' ').Take(3)));
            return string.Join('\n', words.Zip(Material(prompt, 0).Split('\n'), (w, address) => $"{w} | {address.Split(" | ")[0]}")) + "\n";
        }
        var sentences = Enumerable.Range(0, 3).Select(i => $"{Sentence(i * 5 + 1, title)} {Sentence(i * 5 + 2, title)}");
        return string.Join('\n', prompt.Contains("title | description", StringComparison.Ordinal) ? sentences.Select((s, i) => $"{title} ({i + 1}) | {s}") : sentences) + "\n";
    }

    /// <summary>A valid object of default values: what a parse takes for an answer and a person would not.</summary>
    public static IEnumerable<string> Defaults(string prompt) => prompt.StartsWith("List the claims", StringComparison.Ordinal) ? ["{\"sentences\":0,", " \"claims\":[]}"] : ["{\"criteria\":", " [{\"criterion\":\"\",", " \"score\":0, \"reason\":\"\", \"quotes\":[]}]}"];

    /// <summary>An answer in the shape of claims, of which one stands nowhere in the text.</summary>
    public static IEnumerable<string> Invented(string prompt) => Pieces().Matches(PracticeClaims.WithAnInventedOne(Material().Match(prompt.Replace("\\n", "\n", StringComparison.Ordinal)).Groups[1].Value)).Select(m => m.Value);

    /// <summary>Text in no shape that was asked for.</summary>
    public static IEnumerable<string> Shapeless() => ["Certainly! ", "Here is your text.\n\n", "# A title\n\n", "1. <b>One line</b>\n\n", "I hope this helps!\n"];

    /// <summary>Forty words, numbered, so that a test sees which had arrived.</summary>
    public static IEnumerable<string> Forty() => Enumerable.Range(1, 40).Select(i => i % 10 == 0 ? $"word{i}. " : $"word{i} ");

    /// <summary>Forty words, each the tick of this machine's clock at which it was sent: how long it was on its way can be measured.</summary>
    public static IEnumerable<string> Stamped() => Enumerable.Range(1, 40).Select(_ => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"sent{System.Diagnostics.Stopwatch.GetTimestamp()} "));

    /// <summary>The passage as it was given, but every figure one more and every must a may: what a careless rewrite does.</summary>
    public static IEnumerable<string> Altered(string prompt)
    {
        var passage = Material(prompt, 0);
        var text = Figure().Replace(passage, m => (int.Parse(m.Value) + 1).ToString()).Replace(" must ", " may ", StringComparison.Ordinal);
        return Pieces().Matches(text).Select(m => m.Value);
    }

    // In the two ways a brief names them: in one line, or in a list with what belongs in each.
    private static string[] Sections(string prompt) => Line(prompt, "Sections usual for this kind")?.Split("; ")
        ?? [.. Unescaped(prompt).Split('\n').SkipWhile(l => !l.StartsWith("Sections usual for this kind", StringComparison.Ordinal)).Skip(1).TakeWhile(l => l.StartsWith("- ", StringComparison.Ordinal)).Select(l => l[2..].Split(": ")[0])];

    private static string Unescaped(string prompt) => prompt.Replace("\\n", "\n", StringComparison.Ordinal);

    private static string Article(string topic, string[] sections, int words, string? mustSay)
    {
        var parts = new List<string> { $"{Sentence(1, topic)} {Sentence(0, topic)}{(mustSay is null ? "" : " " + mustSay)}" };
        var perSection = Math.Max(2, words / sections.Length / 14);
        for (var s = 0; s < sections.Length; s++)
            parts.Add($"## {sections[s]}\n\n{string.Join(' ', Enumerable.Range(0, perSection).Select(i => Sentence(s * 7 + i, topic)))}");
        return string.Join("\n\n", parts) + "\n";
    }

    private static string Sentence(int n, string topic) => string.Format(Sentences[n % Sentences.Length], char.ToLowerInvariant(topic[0]) + topic[1..]);

    private static string? Line(string prompt, string name) =>
        prompt.Replace("\\n", "\n", StringComparison.Ordinal).Split('\n').FirstOrDefault(l => l.StartsWith(name + ": ", StringComparison.Ordinal))?[(name.Length + 2)..].Trim() is { Length: > 0 } value ? value : null;

    private static string Material(string prompt, int which) => Material().Matches(prompt.Replace("\\n", "\n", StringComparison.Ordinal)).Select(m => m.Groups[1].Value).ElementAtOrDefault(which) ?? "";

    [GeneratedRegex(@"about (\d{2,4}) words")]
    private static partial Regex WordCount();

    [GeneratedRegex(@"<material>\n?(.*?)\n?</material>", RegexOptions.Singleline)]
    private static partial Regex Material();

    [GeneratedRegex(@"\d{1,6}")]
    private static partial Regex Figure();

    [GeneratedRegex(@"\S+\s*")]
    private static partial Regex Pieces();
}
