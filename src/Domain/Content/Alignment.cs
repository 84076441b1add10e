namespace QuestCms.Domain.Content;

/// <summary>
/// Pairs the symbols of two sequences in order: common ends, then symbols that stand exactly once in each side (the longest rising chain of them: patience),
/// then the gaps by difference (Myers, "An O(ND) Difference Algorithm and Its Variations", 1986) up to <see cref="MostDifferences"/> per gap; a gap beyond it stays unpaired.
/// So the work is at most about <c>(n + m) · MostDifferences</c> steps.
/// </summary>
internal static class Alignment
{
    public const int MostDifferences = 256;
    /// <summary>How often a gap is searched for anchors of its own before the difference takes over.</summary>
    private const int MostRounds = 6;

    /// <summary>For each symbol of <paramref name="newer"/> the index of its pair in <paramref name="older"/>, or -1. The pairs rise.</summary>
    public static int[] Between(ReadOnlySpan<int> older, ReadOnlySpan<int> newer, Effort effort)
    {
        var pairs = new int[newer.Length];
        Array.Fill(pairs, -1);
        Gap(older, newer, 0, pairs, MostRounds, effort);
        return pairs;
    }

    private static void Gap(ReadOnlySpan<int> older, ReadOnlySpan<int> newer, int olderStart, Span<int> pairs, int rounds, Effort effort)
    {
        var head = older.CommonPrefixLength(newer);
        for (var i = 0; i < head; i++) pairs[i] = olderStart + i;
        older = older[head..];
        newer = newer[head..];
        pairs = pairs[head..];
        olderStart += head;
        var tail = 0;
        while (tail < older.Length && tail < newer.Length && older[^(tail + 1)] == newer[^(tail + 1)])
        {
            tail++;
            pairs[^tail] = olderStart + older.Length - tail;
        }
        older = older[..^tail];
        newer = newer[..^tail];
        pairs = pairs[..^tail];
        effort.Add(head + tail + 1);
        if (older.IsEmpty || newer.IsEmpty) return;

        var anchors = rounds > 0 ? Anchors(older, newer, effort) : [];
        if (anchors.Count == 0)
        {
            MyersDifference.Pair(older, newer, olderStart, pairs, MostDifferences, effort);
            return;
        }
        var (o, n) = (0, 0);
        foreach (var (anchorOlder, anchorNewer) in anchors)
        {
            // Neighbours paired on the way to the last anchor.
            if (anchorOlder < o || anchorNewer < n) continue;
            Gap(older[o..anchorOlder], newer[n..anchorNewer], olderStart + o, pairs[n..anchorNewer], rounds - 1, effort);
            (o, n) = (anchorOlder, anchorNewer);
            while (o < older.Length && n < newer.Length && older[o] == newer[n])
            {
                pairs[n] = olderStart + o;
                (o, n) = (o + 1, n + 1);
            }
        }
        Gap(older[o..], newer[n..], olderStart + o, pairs[n..], rounds - 1, effort);
    }

    /// <summary>Symbols that stand once in each side, as the longest chain that rises in both.</summary>
    private static List<(int Older, int Newer)> Anchors(ReadOnlySpan<int> older, ReadOnlySpan<int> newer, Effort effort)
    {
        effort.Add(older.Length + newer.Length);
        var seen = new Dictionary<int, (int Older, int Newer)>(older.Length);
        const int none = -1, many = -2;
        for (var i = 0; i < older.Length; i++) seen[older[i]] = seen.ContainsKey(older[i]) ? (many, none) : (i, none);
        for (var i = 0; i < newer.Length; i++)
            if (seen.TryGetValue(newer[i], out var place)) seen[newer[i]] = (place.Older, place.Newer == none ? i : many);
        var common = new List<(int Older, int Newer)>();
        foreach (var symbol in newer)
            if (seen.TryGetValue(symbol, out var place) && place is { Older: >= 0, Newer: >= 0 }) common.Add(place);
        return LongestRising(common, effort);
    }

    private static List<(int Older, int Newer)> LongestRising(List<(int Older, int Newer)> places, Effort effort)
    {
        var lasts = new List<int>();
        var before = new int[places.Count];
        for (var i = 0; i < places.Count; i++)
        {
            var (low, high) = (0, lasts.Count);
            while (low < high)
            {
                var middle = (low + high) / 2;
                if (places[lasts[middle]].Older < places[i].Older) low = middle + 1;
                else high = middle;
                effort.Add(1);
            }
            before[i] = low > 0 ? lasts[low - 1] : -1;
            if (low == lasts.Count) lasts.Add(i);
            else lasts[low] = i;
        }
        var chain = new List<(int, int)>(lasts.Count);
        for (var i = lasts.Count > 0 ? lasts[^1] : -1; i >= 0; i = before[i]) chain.Add(places[i]);
        chain.Reverse();
        return chain;
    }
}

/// <summary>Counts steps of work, so that a test can hold the limits without a clock.</summary>
internal sealed class Effort
{
    public long Steps { get; private set; }

    public void Add(long steps) => Steps += steps;
}
