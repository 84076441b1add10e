namespace QuestCms.Domain.Content;

/// <summary>Words, white space and single marks: put together they are the text again.</summary>
internal static class TextTokens
{
    /// <summary>A run with one word between changes of so many words is chance and would only make the difference hard to read.</summary>
    private const int Drowns = 4;

    public static List<string> Of(string text)
    {
        var tokens = new List<string>();
        for (var i = 0; i < text.Length;)
        {
            var start = i++;
            if (char.IsLetterOrDigit(text[start])) while (i < text.Length && (char.IsLetterOrDigit(text[i]) || IsInner(text, i))) i++;
            else if (char.IsWhiteSpace(text[start])) while (i < text.Length && char.IsWhiteSpace(text[i])) i++;
            // A sign of two units, and what combines with it, stays together.
            else while (i < text.Length && (char.IsLowSurrogate(text[i]) || char.GetUnicodeCategory(text[i]) == System.Globalization.UnicodeCategory.NonSpacingMark)) i++;
            tokens.Add(text[start..i]);
        }
        return tokens;
    }

    public static bool IsWord(string token) => char.IsLetterOrDigit(token[0]);

    /// <summary>How often each token stands in a text, white space left out.</summary>
    public static Dictionary<string, int> Count(string text)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var token in Of(text))
            if (!char.IsWhiteSpace(token[0])) counts[token] = counts.GetValueOrDefault(token) + 1;
        return counts;
    }

    /// <summary>For each newer token the index of its older one, or -1; without the runs between changes that say nothing.</summary>
    public static int[] Pair(List<string> older, List<string> newer, Vocabulary vocabulary, Effort effort)
    {
        var pairs = Alignment.Between([.. older.Select(vocabulary.Of)], [.. newer.Select(vocabulary.Of)], effort);
        var runs = new List<(int Start, int End)>();
        for (var i = 0; i < pairs.Length;)
        {
            if (pairs[i] < 0) { i++; continue; }
            var start = i++;
            while (i < pairs.Length && pairs[i] == pairs[i - 1] + 1) i++;
            runs.Add((start, i));
        }
        var (lastNewer, lastOlder) = (0, 0);
        for (var r = 0; r < runs.Count; r++)
        {
            var (start, end) = runs[r];
            var (nextNewer, nextOlder) = r + 1 < runs.Count ? (runs[r + 1].Start, pairs[runs[r + 1].Start]) : (newer.Count, older.Count);
            var (firstOlder, endOlder) = (pairs[start], pairs[end - 1] + 1);
            var isBetween = (start > lastNewer || firstOlder > lastOlder) && (nextNewer > end || nextOlder > endOlder);
            var words = newer.GetRange(start, end - start).Count(IsWord);
            var changed = Math.Max(start - lastNewer, firstOlder - lastOlder) + Math.Max(nextNewer - end, nextOlder - endOlder);
            if (isBetween && (words == 0 || words == 1 && changed > 2 * Drowns)) Array.Fill(pairs, -1, start, end - start);
            else (lastNewer, lastOlder) = (end, endOlder);
        }
        return pairs;
    }

    private static bool IsInner(string text, int i) => text[i] is '\'' or '’' or '-' && i + 1 < text.Length && char.IsLetterOrDigit(text[i + 1]);
}
