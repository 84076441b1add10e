namespace QuestCms.Domain.Ai;

/// <summary>What a number counts, by one name each: 2 years are 24 months, 2 weeks are 14 days.</summary>
/// <param name="Name">Of the unit, singular.</param>
/// <param name="Times">How many of it one of the written unit is.</param>
/// <param name="Length">Words it takes.</param>
internal sealed record MeaningUnits(string Name, decimal Times, int Length)
{
    private static readonly Dictionary<string, (string Name, decimal Times)> Known = new(StringComparer.Ordinal)
    {
        ["second"] = ("second", 1),
        ["minute"] = ("minute", 1),
        ["hour"] = ("hour", 1),
        ["day"] = ("day", 1),
        ["week"] = ("day", 7),
        ["month"] = ("month", 1),
        ["year"] = ("month", 12),
        ["night"] = ("night", 1),
        ["decade"] = ("month", 120),
        ["%"] = ("%", 1),
        ["percent"] = ("%", 1),
        ["km"] = ("km", 1),
        ["kilometre"] = ("km", 1),
        ["kilometer"] = ("km", 1),
        ["mile"] = ("mile", 1),
        ["metre"] = ("m", 1),
        ["meter"] = ("m", 1),
        ["cm"] = ("cm", 1),
        ["centimetre"] = ("cm", 1),
        ["mm"] = ("mm", 1),
        ["millimetre"] = ("mm", 1),
        ["kg"] = ("kg", 1),
        ["kilogram"] = ("kg", 1),
        ["kilo"] = ("kg", 1),
        ["gram"] = ("g", 1),
        ["tonne"] = ("t", 1),
        ["litre"] = ("l", 1),
        ["liter"] = ("l", 1),
        ["degree"] = ("degree", 1),
        ["mb"] = ("MB", 1),
        ["gb"] = ("GB", 1),
        ["kb"] = ("KB", 1),
        ["hectare"] = ("ha", 1),
        ["acre"] = ("acre", 1),
        ["foot"] = ("ft", 1),
        ["feet"] = ("ft", 1),
        ["inch"] = ("in", 1),
        ["inche"] = ("in", 1),
        ["quarter"] = ("quarter", 1),
        ["third"] = ("third", 1),
    };

    // These make another unit of it; the others only stand between.
    private static readonly HashSet<string> Kinds = ["working", "business", "calendar", "square", "cubic"];
    private static readonly HashSet<string> Between = ["full", "whole", "consecutive", "more", "further", "additional", "extra", "other"];

    public string Of(decimal count) => $"{MeaningReader.Plain(count * Times)} {Name}";

    /// <summary>The unit at a word; null when there is none.</summary>
    public static MeaningUnits? At(IReadOnlyList<string> words, int at)
    {
        if (at + 1 < words.Count && words[at] == "per" && words[at + 1] == "cent") return new MeaningUnits("%", 1, 2);
        var kind = "";
        var next = at;
        while (next < words.Count && (Kinds.Contains(words[next]) || Between.Contains(words[next])))
        {
            if (Kinds.Contains(words[next])) kind = (words[next] == "business" ? "working" : words[next]) + " ";
            next++;
        }
        if (next >= words.Count || next - at > 2) return null;
        var word = words[next].TrimEnd('\'');
        if (!Known.TryGetValue(word, out var unit) && !(word.EndsWith("'s", StringComparison.Ordinal) && Known.TryGetValue(word[..^2], out unit)) && !(word.EndsWith('s') && Known.TryGetValue(word[..^1], out unit))) return null;
        return kind.Length > 0 && kind != "calendar " ? new MeaningUnits(kind + word.TrimEnd('s'), 1, next - at + 1) : new MeaningUnits(unit.Name, unit.Times, next - at + 1);
    }
}
