namespace QuestCms.Domain.Content;

/// <summary>A paragraph, heading, list item, table or fenced code with the line ends after it.</summary>
internal readonly record struct TextBlock(string Text, string Space, string? Heading)
{
    public string Whole => Text + Space;
}

/// <summary>Cuts Markdown into blocks that put together are the text again, and pairs the blocks of two texts.</summary>
internal static class TextBlocks
{
    /// <summary>From so many equal tokens on, two blocks are versions of one.</summary>
    private const double Alike = 0.35;
    private const int MostComparisons = 2_500;

    public static List<TextBlock> Of(string text)
    {
        var blocks = new List<TextBlock>();
        string? heading = null;
        var (start, fence, fenceLength, isAfterBlank) = (0, '\0', 0, false);
        for (var at = 0; at < text.Length;)
        {
            var newline = text.IndexOf('\n', at);
            var next = newline < 0 ? text.Length : newline + 1;
            var line = text.AsSpan(at, next - at).Trim();
            var run = line.Length > 0 && line[0] is '`' or '~' ? line.IndexOfAnyExcept(line[0]) is var other && other < 0 ? line.Length : other : 0;
            if (fence != 0)
            {
                if (run >= fenceLength && run == line.Length && line[0] == fence) fence = '\0';
                at = next;
                continue;
            }
            if (!line.IsEmpty && (isAfterBlank || StartsBlock(line, run))) Close(at);
            isAfterBlank = line.IsEmpty;
            if (run >= 3 && (line[0] == '~' || !line[run..].Contains('`')))
            {
                (fence, fenceLength) = (line[0], run);
            }
            at = next;
            if (IsHeading(line)) Close(at);
        }
        Close(text.Length);
        return blocks;

        // Blank lines belong to the block before; those at the beginning are a block without text.
        void Close(int end)
        {
            if (end == start) return;
            var whole = text[start..end];
            var trimmed = whole.TrimEnd('\n', ' ', '\t');
            if (trimmed.Length == 0 && blocks.Count > 0) blocks[^1] = blocks[^1] with { Space = blocks[^1].Space + whole };
            else
            {
                if (IsHeading(trimmed)) heading = trimmed.TrimStart('#').Trim();
                blocks.Add(new TextBlock(trimmed, whole[trimmed.Length..], heading));
            }
            start = end;
        }
    }

    /// <summary>For each newer block the index of its older version, or -1: equal ones first, then alike ones between them. Rising.</summary>
    public static int[] Pair(List<TextBlock> older, List<TextBlock> newer, Vocabulary vocabulary, Effort effort)
    {
        var pairs = Alignment.Between([.. older.Select(b => vocabulary.Of(b.Text))], [.. newer.Select(b => vocabulary.Of(b.Text))], effort);
        var (o, n) = (0, 0);
        for (var i = 0; i <= pairs.Length; i++)
        {
            if (i < pairs.Length && pairs[i] < 0) continue;
            var last = i < pairs.Length ? pairs[i] : older.Count;
            PairAlike(older, o, last, newer, n, i, pairs, effort);
            (o, n) = (last + 1, i + 1);
        }
        return pairs;
    }

    private static void PairAlike(List<TextBlock> older, int olderStart, int olderEnd, List<TextBlock> newer, int newerStart, int newerEnd, int[] pairs, Effort effort)
    {
        var (rows, columns) = (olderEnd - olderStart, newerEnd - newerStart);
        if (rows == 0 || columns == 0 || (long)rows * columns > MostComparisons) return;
        var olderCounts = Enumerable.Range(olderStart, rows).Select(i => TextTokens.Count(older[i].Text)).ToArray();
        var newerCounts = Enumerable.Range(newerStart, columns).Select(i => TextTokens.Count(newer[i].Text)).ToArray();
        // The chain of pairs that are most alike together.
        var best = new double[rows + 1, columns + 1];
        var alike = new double[rows, columns];
        for (var r = rows - 1; r >= 0; r--)
        {
            for (var c = columns - 1; c >= 0; c--)
            {
                effort.Add(Math.Min(olderCounts[r].Count, newerCounts[c].Count) + 1);
                alike[r, c] = Likeness(olderCounts[r], newerCounts[c]);
                best[r, c] = Math.Max(Math.Max(best[r + 1, c], best[r, c + 1]), alike[r, c] >= Alike ? alike[r, c] + best[r + 1, c + 1] : 0);
            }
        }
        for (var (r, c) = (0, 0); r < rows && c < columns;)
        {
            if (alike[r, c] >= Alike && best[r, c] <= alike[r, c] + best[r + 1, c + 1])
            {
                pairs[newerStart + c] = olderStart + r;
                (r, c) = (r + 1, c + 1);
            }
            else if (best[r + 1, c] >= best[r, c + 1]) r++;
            else c++;
        }
    }

    private static double Likeness(Dictionary<string, int> one, Dictionary<string, int> other)
    {
        if (one.Count > other.Count) (one, other) = (other, one);
        var shared = one.Sum(token => Math.Min(token.Value, other.GetValueOrDefault(token.Key)));
        return shared == 0 ? 0 : (double)shared / Math.Max(one.Values.Sum(), other.Values.Sum());
    }

    private static bool IsHeading(ReadOnlySpan<char> line) =>
        !line.IsEmpty && line[0] == '#' && line.IndexOfAnyExcept('#') is var hashes && (hashes is > 0 and <= 6 && line[hashes] == ' ') && !line.Contains('\n');

    // A heading, a list item or code begins a block also without a blank line before it.
    private static bool StartsBlock(ReadOnlySpan<char> line, int run)
    {
        if (IsHeading(line) || run >= 3) return true;
        if (line is ['-' or '*' or '+', ' ', ..]) return true;
        var digits = line.IndexOfAnyExceptInRange('0', '9');
        return digits is > 0 and < 4 && digits + 1 < line.Length && line[digits] is '.' or ')' && line[digits + 1] == ' ';
    }
}
