using System.Text.RegularExpressions;
using QuestCms.Domain.Ai;

namespace QuestCms.Application.Ai.Golden;

/// <summary>What answers are held to: shape, structure, length, and that they keep to what was asked. Rules only; nobody's taste.</summary>
internal static partial class Expect
{
    public static readonly Expectation NoLevelOne = new("no heading of level 1", a => LevelOne().IsMatch(a) ? "There is a heading of level 1; the title has its own field." : null);
    public static readonly Expectation NoHtml = new("no HTML", a => Tag().Match(a) is { Success: true } tag ? $"There is HTML: {tag.Value}" : null);
    public static readonly Expectation NoPreamble = new("no preamble and no closing remark", a => Preamble().IsMatch(a) ? $"It begins with a preamble: “{Short(a.Trim())}”" : Closing().Match(a) is { Success: true } remark ? $"It ends with a remark: “{Short(remark.Value.Trim())}”" : null);

    /// <summary>Headings with a sentence each as a quotation, and nothing else.</summary>
    public static readonly Expectation OutlineOnly = new("headings with one quoted sentence each, no text", a =>
    {
        var lines = Lines(a);
        if (lines.FirstOrDefault(l => !l.StartsWith("## ", StringComparison.Ordinal) && !l.StartsWith('>')) is { } text) return $"There is text in the outline: “{Short(text)}”";
        return lines.Where((l, i) => l.StartsWith("## ", StringComparison.Ordinal) && (i + 1 == lines.Count || !lines[i + 1].StartsWith('>'))).FirstOrDefault() is { } bare ? $"Nothing says what belongs under “{Short(bare)}”." : null;
    });

    /// <summary>Within a quarter of the words asked for.</summary>
    public static Expectation Words(int about) => WordsBetween(about * 3 / 4, about * 5 / 4);

    public static Expectation WordsBetween(int least, int most) => new($"{least} to {most} words", a =>
        Domain.Content.Words.InMarkdown(a).Count is var words && words >= least && words <= most ? null : $"It has {words:N0} words; {least:N0} to {most:N0} are expected.");

    public static Expectation Headings(int least) => new($"{least} or more headings of level 2", a =>
        LevelTwo().Count(a) is var headings && headings >= least ? null : $"It has {headings} headings of level 2; {least} or more are expected.");

    public static Expectation Mentions(string text) => new($"says {text}", a => a.Contains(text, StringComparison.OrdinalIgnoreCase) ? null : $"It does not say “{text}”.");

    public static Expectation Never(string text) => new($"does not say {text}", a => a.Contains(text, StringComparison.OrdinalIgnoreCase) ? $"It says “{text}”." : null);

    /// <summary>So many lines to choose from, none numbered, listed or quoted.</summary>
    public static Expectation Choices(int least, int most, int longest) => new($"{least} to {most} lines of at most {longest} characters, without numbers before them", a =>
    {
        var lines = Lines(a);
        if (lines.Count < least || lines.Count > most) return $"It has {lines.Count} lines; {(least == most ? $"{least}" : $"{least} to {most}")} are expected.";
        if (lines.FirstOrDefault(l => Listed().IsMatch(l)) is { } listed) return $"A line is numbered, listed or quoted: “{Short(listed)}”";
        return lines.FirstOrDefault(l => l.Length > longest) is { } wordy ? $"A line has {wordy.Length} characters: “{Short(wordy)}”" : null;
    });

    /// <summary>Every line a pair: title | description, each of the length search engines show (some room given).</summary>
    public static readonly Expectation SearchPairs = new("each line a title of at most 64 characters, a bar, a description of 110 to 165", a =>
        Lines(a).Select(l => (Line: l, Parts: l.Split('|', StringSplitOptions.TrimEntries))).FirstOrDefault(l => l.Parts is not [{ Length: > 0 and <= 64 }, { Length: >= 110 and <= 165 }]) is (string off, _) ? $"A line is no pair of these lengths: “{Short(off)}”" : null);

    public static readonly Expectation TagsOnly = new("lower case, at most three words each", a =>
        Lines(a).FirstOrDefault(l => l.Any(char.IsUpper) || l.Split(' ').Length > 3) is { } off ? $"“{Short(off)}” is no tag: lower case, at most three words." : null);

    /// <summary>What a reader may act on is as it was: figures, prices, dates, names, not, must and may, links.</summary>
    public static Expectation SameMeaning(string passage) => new("the same meaning", a => MeaningAlarm.Between(passage, a) is [var first, ..] ? $"It changes the meaning: {first.Say}" : null);

    /// <summary>Figures and links are as they were, in whatever language.</summary>
    public static Expectation SameFigures(string passage) => new("the same figures and links", a => TranslationAlarm.Between(passage, a) is [var first, ..] ? $"It changes what a reader acts on: {first.Say}" : null);

    public static Expectation OnlyOf(string choices) => new("only what stands in the list", a => Lines(a).Except(Lines(choices)).FirstOrDefault() is { } invented ? $"“{Short(invented)}” is not in the list." : null);

    /// <summary>Every line: words that stand in the article, a bar, an address of the list, each once.</summary>
    public static Expectation LinksFrom(string article, string choices) => new("words of the article, a bar, an address of the list, each once", a =>
    {
        var known = Lines(choices).Select(l => l.Split(" | ")[0]).ToHashSet(StringComparer.Ordinal);
        foreach (var line in Lines(a))
            if (line.Split(" | ") is not [var words, var address] || !article.Contains(words, StringComparison.Ordinal) || !known.Remove(address)) return $"A line is no link from the article to the list: “{Short(line)}”";
        return null;
    });

    private static List<string> Lines(string text) => [.. text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];

    private static string Short(string text) => text.Length > 80 ? text[..80].ReplaceLineEndings(" ") + "…" : text;

    [GeneratedRegex(@"^#\s+\S", RegexOptions.Multiline, matchTimeoutMilliseconds: 500)]
    private static partial Regex LevelOne();

    [GeneratedRegex(@"^##\s+\S", RegexOptions.Multiline, matchTimeoutMilliseconds: 500)]
    private static partial Regex LevelTwo();

    [GeneratedRegex(@"</?[a-zA-Z][^<>]{0,200}>", RegexOptions.None, matchTimeoutMilliseconds: 500)]
    private static partial Regex Tag();

    [GeneratedRegex(@"^\s*(certainly|sure\b|of course|absolutely|here (is|are)\b|here’s|here's|below (is|are)\b|i(’|')?(ve| have) (written|drafted)|as requested)", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 500)]
    private static partial Regex Preamble();

    [GeneratedRegex(@"(let me know|i hope this|feel free to|would you like me to)[^\n]{0,200}\s*$", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 500)]
    private static partial Regex Closing();

    [GeneratedRegex(@"^(\d{1,2}[.)]|[-*•]|[""“'])\s*", RegexOptions.None, matchTimeoutMilliseconds: 500)]
    private static partial Regex Listed();
}
