using System.Text.RegularExpressions;

namespace QuestCms.Domain.Ai;

/// <summary>What must be the same in every language, compared by rules: the digits of each number, however they are parted, and where links lead. Linear in the text.</summary>
public static partial class TranslationAlarm
{
    public static IReadOnlyList<MeaningChange> Between(string before, string after)
    {
        var changes = new List<MeaningChange>();
        changes.AddRange(Differ(MeaningKind.Link, Links(before), Links(after)));
        changes.AddRange(Differ(MeaningKind.Number, Numbers(before), Numbers(after)));
        return changes.Take(MeaningAlarm.Most).ToList();
    }

    // Counted: a number that stands twice must stand twice.
    private static IEnumerable<MeaningChange> Differ(MeaningKind kind, List<(string Value, string Shown)> old, List<(string Value, string Shown)> now)
    {
        var fresh = now.ToList();
        foreach (var was in old)
        {
            var at = fresh.FindIndex(f => f.Value == was.Value);
            if (at >= 0) fresh.RemoveAt(at);
            else yield return new MeaningChange(kind, was.Shown, null);
        }
        foreach (var one in fresh) yield return new MeaningChange(kind, null, one.Shown);
    }

    private static List<(string, string)> Links(string text) => [.. Target().Matches(Begin(text)).Select(m => (m.Groups[1].Value, m.Groups[1].Value))];

    // 1,234.50 and 1.234,50 and 1 234,50 are one number; the addresses of links were compared already.
    private static List<(string, string)> Numbers(string text) => [.. Figure().Matches(Target().Replace(Begin(text), "]")).Select(m => (string.Concat(m.Value.Where(char.IsAsciiDigit)), m.Value.Trim()))];

    private static string Begin(string text) => text.Length <= MeaningAlarm.MostCharacters ? text : text[..MeaningAlarm.MostCharacters];

    [GeneratedRegex(@"\]\(([^()\s]+)[^()]*\)", RegexOptions.NonBacktracking)]
    private static partial Regex Target();

    [GeneratedRegex(@"[0-9]+([.,'\u00A0\u202F ][0-9]{2,3})*", RegexOptions.NonBacktracking)]
    private static partial Regex Figure();
}
