using System.Text;
using System.Text.RegularExpressions;
using QuestCms.TestKit;

namespace QuestCms.Benchmarks;

/// <summary>Posts to work on: those of a folder, or ones put together from the project's own, each different.</summary>
internal static partial class BenchTexts
{
    private const int OwnPosts = 300;
    private static readonly string[] Topics = ["Lisbon", "a deposit", "notice periods", "a payslip", "schools", "the first week", "a second interview", "a fixed fee", "the tax number", "a shared flat", "pension years", "the probation period"];
    private static readonly string[] Shapes = ["What {0} costs", "How to plan {0}", "Ten questions about {0}", "{0}, step by step", "When {0} goes wrong", "{0} for families", "The short guide to {0}"];

    /// <summary>Path and bytes of each post.</summary>
    public static IReadOnlyList<(string Path, byte[] Bytes)> Posts(string? folder) => folder is not null
        ? [.. Directory.EnumerateFiles(folder, "*.md", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(f => (Path.GetRelativePath(folder, f), File.ReadAllBytes(f)))]
        : [.. Enumerable.Range(0, OwnPosts).Select(Own)];

    /// <summary>A text of about so many words, from the project's own paragraphs.</summary>
    public static string Body(int seed, int words)
    {
        var random = new Random(seed);
        var text = new StringBuilder();
        for (var left = words; left > 0;)
        {
            if (random.Next(5) == 0) text.Append("## ").Append(string.Format(Shapes[random.Next(Shapes.Length)], Topics[random.Next(Topics.Length)])).Append("\n\n");
            var paragraph = Paragraphs.Value[random.Next(Paragraphs.Value.Length)];
            // The same paragraph is not the same words twice: some are exchanged for others.
            var changed = string.Join(' ', paragraph.Split(' ').Select(w => random.Next(12) == 0 ? Words.Value[random.Next(Words.Value.Length)] : w));
            text.Append(changed).Append("\n\n");
            left -= changed.Count(c => c == ' ') + 1;
        }
        return text.ToString();
    }

    private static (string, byte[]) Own(int number)
    {
        var random = new Random(number);
        var topic = Topics[random.Next(Topics.Length)];
        var title = string.Format(Shapes[random.Next(Shapes.Length)], topic);
        var day = new DateOnly(2016, 1, 4).AddDays(number * 11);
        var post = $"---\ntitle: \"{char.ToUpperInvariant(title[0])}{title[1..]}, part {number}\"\ndate: {day:yyyy-MM-dd}\ncategory: {(number % 3 == 0 ? "Housing" : "Money")}\ntags: [{topic.Split(' ')[^1].ToLowerInvariant()}, year{day.Year}]\nauthor: Desk {number % 7}\n---\n\n{Body(number, 400 + random.Next(1_200))}";
        return ($"{day:yyyy-MM-dd}-part-{number}.md", Encoding.UTF8.GetBytes(post));
    }

    private static readonly Lazy<string[]> Paragraphs = new(() => [.. Directory.EnumerateFiles(Path.Combine(ProjectFolder.Root, "tests/UnitTests/Posts"), "*.md").Order(StringComparer.Ordinal)
        .Select(File.ReadAllText).Append(File.ReadAllText(Path.Combine(ProjectFolder.Root, "docs/architecture.md"))).Append(File.ReadAllText(Path.Combine(ProjectFolder.Root, "src/Web/Ui/README.md")))
        .SelectMany(text => Blank().Split(text)).Where(p => p.Length > 120 && !p.Contains("---", StringComparison.Ordinal) && !p.Contains('|', StringComparison.Ordinal) && !p.Contains("```", StringComparison.Ordinal) && !p.Contains('{', StringComparison.Ordinal))]);

    private static readonly Lazy<string[]> Words = new(() => [.. Paragraphs.Value.SelectMany(p => Word().Matches(p)).Select(m => m.Value.ToLowerInvariant()).Distinct()]);

    [GeneratedRegex(@"\r?\n\s*\r?\n")]
    private static partial Regex Blank();

    [GeneratedRegex("[A-Za-z]{4,}")]
    private static partial Regex Word();
}
