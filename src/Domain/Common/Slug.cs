using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace QuestCms.Domain.Common;

/// <summary>The last part of an address: lower-case ASCII letters, digits and single hyphens, at most <see cref="Max"/>.</summary>
public static class Slug
{
    public const int Max = 96;

    // Written out: the process runs without the system's culture data, where string normalisation leaves accents as they are.
    private static readonly FrozenDictionary<char, string> Folded = new (string From, string To)[]
    {
        ("àáâãäåāăą", "a"), ("çćĉċč", "c"), ("ďđð", "d"), ("èéêëēĕėęě", "e"), ("ĝğġģ", "g"), ("ĥħ", "h"), ("ìíîïĩīĭįı", "i"), ("ĵ", "j"), ("ķ", "k"), ("ĺļľŀł", "l"), ("ñńņňŋ", "n"),
        ("òóôõöøōŏő", "o"), ("ŕŗř", "r"), ("śŝşšș", "s"), ("ţťŧț", "t"), ("ùúûüũūŭůűų", "u"), ("ŵ", "w"), ("ýÿŷ", "y"), ("źżž", "z"), ("ßẞ", "ss"), ("æ", "ae"), ("œ", "oe"), ("þ", "th"),
    }.SelectMany(group => group.From.Select(c => KeyValuePair.Create(c, group.To))).ToFrozenDictionary();

    /// <summary>A slug out of a title: accents fall, anything else parts words. Empty when nothing is left.</summary>
    public static string From(string text)
    {
        var slug = new StringBuilder(Math.Min(text.Length, Max));
        foreach (var given in text)
        {
            var c = char.ToLowerInvariant(given);
            if (CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark || c is '\'' or '’') continue;
            if (char.IsAsciiLetterOrDigit(c)) slug.Append(c);
            else if (Folded.TryGetValue(c, out var plain)) slug.Append(plain);
            else if (slug.Length > 0 && slug[^1] != '-') slug.Append('-');
        }
        if (slug.Length > Max) CutAtWord(slug);
        return slug.ToString().Trim('-');
    }

    public static bool IsValid(string slug) =>
        slug.Length is > 0 and <= Max && slug[0] != '-' && slug[^1] != '-'
        && !slug.Contains("--", StringComparison.Ordinal) && slug.All(c => c is '-' or (>= 'a' and <= 'z') or (>= '0' and <= '9'));

    private static void CutAtWord(StringBuilder slug)
    {
        slug.Length = Max;
        var hyphen = slug.ToString().LastIndexOf('-');
        if (hyphen > Max / 2) slug.Length = hyphen;
    }
}
