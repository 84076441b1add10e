using System.Text.Json;
using System.Text.RegularExpressions;

namespace QuestCms.Web.Cli.StandIns;

/// <summary>The claims the stand-in names: sentences of the text with a figure, a date, a price or somebody's words, and its last sentence as a rule of law, which no rule would find.</summary>
internal static partial class PracticeClaims
{
    public static string Of(string text)
    {
        var sentences = Ends().Split(text).Select(s => s.Trim()).Where(s => s.Length > 10 && s[0] is not ('#' or '|')).ToList();
        var named = sentences.Select(s => (sentence: s, kind: Price().IsMatch(s) ? "price" : s.Any(char.IsAsciiDigit) ? "figure" : s.Contains('“') ? "quotation" : null)).Where(s => s.kind is not null).ToList();
        if (sentences.Count > 0 && named.TrueForAll(n => n.sentence != sentences[^1])) named.Add((sentences[^1], "law"));
        return JsonSerializer.Serialize(new { sentences = Math.Max(1, sentences.Count), claims = named.Select(n => new { n.sentence, n.kind }) });
    }

    /// <summary>One that stands in no text, beside the others.</summary>
    public static string WithAnInventedOne(string text)
    {
        var claims = Of(text);
        return claims.Replace("\"claims\":[", "\"claims\":[{\"sentence\":\"The harbour tax is 1,234 euro for every family.\",\"kind\":\"price\"}" + (claims.EndsWith("[]}", StringComparison.Ordinal) ? "" : ","), StringComparison.Ordinal);
    }

    [GeneratedRegex(@"(?<=[.!?])\s+|\n\s*\n|\n(?=[-*>#|])")]
    private static partial Regex Ends();

    [GeneratedRegex(@"[€$£]|\beuros?\b")]
    private static partial Regex Price();
}
