using System.Globalization;

namespace QuestCms.Domain.Ai;

/// <summary>Numbers as people write them in English, in figures and in words.</summary>
internal static class MeaningNumbers
{
    private static readonly Dictionary<string, decimal> Words = new(StringComparer.Ordinal)
    {
        ["zero"] = 0,
        ["one"] = 1,
        ["two"] = 2,
        ["three"] = 3,
        ["four"] = 4,
        ["five"] = 5,
        ["six"] = 6,
        ["seven"] = 7,
        ["eight"] = 8,
        ["nine"] = 9,
        ["ten"] = 10,
        ["eleven"] = 11,
        ["twelve"] = 12,
        ["thirteen"] = 13,
        ["fourteen"] = 14,
        ["fifteen"] = 15,
        ["sixteen"] = 16,
        ["seventeen"] = 17,
        ["eighteen"] = 18,
        ["nineteen"] = 19,
        ["twenty"] = 20,
        ["thirty"] = 30,
        ["forty"] = 40,
        ["fifty"] = 50,
        ["sixty"] = 60,
        ["seventy"] = 70,
        ["eighty"] = 80,
        ["ninety"] = 90,
        ["dozen"] = 12,
        ["twice"] = 2,
        ["double"] = 2,
        ["triple"] = 3,
        ["half"] = 0.5m,
    };

    private static readonly Dictionary<string, decimal> Scales = new(StringComparer.Ordinal)
    {
        ["hundred"] = 100,
        ["thousand"] = 1_000,
        ["k"] = 1_000,
        ["million"] = 1_000_000,
        ["m"] = 1_000_000,
        ["billion"] = 1_000_000_000,
        ["bn"] = 1_000_000_000,
    };

    private static readonly Dictionary<string, decimal> Ordinals = new(StringComparer.Ordinal)
    {
        ["first"] = 1,
        ["second"] = 2,
        ["third"] = 3,
        ["fourth"] = 4,
        ["fifth"] = 5,
        ["sixth"] = 6,
        ["seventh"] = 7,
        ["eighth"] = 8,
        ["ninth"] = 9,
        ["tenth"] = 10,
    };

    /// <summary>The number that begins at a word, and how many words it takes; null when there is none.</summary>
    public static (decimal Value, int Length, bool IsOrdinal)? Read(IReadOnlyList<string> words, int at)
    {
        var word = words[at];
        if (Figures(word) is { } figures)
        {
            if (at + 1 < words.Count && Scales.TryGetValue(words[at + 1], out var scale)) return (figures.Value * scale, 2, false);
            return (figures.Value, 1, figures.IsOrdinal);
        }
        if (Ordinals.TryGetValue(word, out var ordinal)) return (ordinal, 1, true);
        if (!Words.ContainsKey(word) && !(Scales.ContainsKey(word) && word.Length > 2)) return null;
        return Spelt(words, at);
    }

    private static (decimal, int, bool)? Spelt(IReadOnlyList<string> words, int at)
    {
        decimal total = 0, current = 0;
        var next = at;
        for (; next < words.Count; next++)
        {
            var word = words[next];
            if (Words.TryGetValue(word, out var small)) current += small;
            else if (word.Length > 2 && Scales.TryGetValue(word, out var scale)) (total, current) = scale == 100 ? (total, Math.Max(1, current) * 100) : (total + Math.Max(1, current) * scale, 0);
            else if (word == "and" && next > at && next + 1 < words.Count && words[next - 1] is "hundred" or "thousand" && Words.ContainsKey(words[next + 1])) continue;
            else break;
        }
        // "five six" are two numbers, "forty five" is one.
        if (next - at > 1 && words[at] is not ("a" or "half") && total == 0 && current < 100 && !(Words[words[at]] >= 20 && next - at == 2)) return (Words[words[at]], 1, false);
        return (total + current, next - at, false);
    }

    private static (decimal Value, bool IsOrdinal)? Figures(string word)
    {
        if (word.Length == 0 || !char.IsAsciiDigit(word[0])) return null;
        var end = 0;
        while (end < word.Length && (char.IsAsciiDigit(word[end]) || (word[end] is ',' or '.' && end + 1 < word.Length && char.IsAsciiDigit(word[end + 1])))) end++;
        var tail = word[end..];
        var ordinal = tail is "st" or "nd" or "rd" or "th";
        if (tail.Length > 0 && !ordinal && !Scales.ContainsKey(tail)) return null;
        var digits = word[..end];
        // 1,200 and 1.200 are thousands; 1.5 and 1,5 are not.
        var mark = digits.LastIndexOfAny([',', '.']);
        var grouped = mark > 0 && digits.Length - mark == 4;
        var plain = grouped ? digits.Replace(",", "", StringComparison.Ordinal).Replace(".", "", StringComparison.Ordinal)
            : mark < 0 ? digits : digits[..mark].Replace(",", "", StringComparison.Ordinal).Replace(".", "", StringComparison.Ordinal) + "." + digits[(mark + 1)..];
        if (!decimal.TryParse(plain, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value)) return null;
        return (ordinal || tail.Length == 0 ? value : value * Scales[tail], ordinal);
    }
}
