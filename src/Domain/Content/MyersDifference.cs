namespace QuestCms.Domain.Content;

/// <summary>The greedy difference of Myers (1986), forward only, with the path kept per round: at most <c>most²</c> numbers.</summary>
internal static class MyersDifference
{
    /// <summary>Pairs equal symbols along a shortest edit script; leaves all unpaired when the script is longer than <paramref name="most"/>.</summary>
    public static void Pair(ReadOnlySpan<int> older, ReadOnlySpan<int> newer, int olderStart, Span<int> pairs, int most, Effort effort)
    {
        var (n, m) = (older.Length, newer.Length);
        most = Math.Min(most, n + m);
        if (Math.Abs(n - m) > most) return;
        // furthest[k + most + 1]: how far along the older text diagonal k (older − newer) has come
        var furthest = new int[2 * most + 3];
        var rounds = new List<int[]>();
        for (var d = 0; d <= most; d++)
        {
            effort.Add(2 * d + 1);
            for (var k = -d; k <= d; k += 2)
            {
                var at = k + most + 1;
                var down = k == -d || k != d && furthest[at - 1] < furthest[at + 1];
                var x = down ? furthest[at + 1] : furthest[at - 1] + 1;
                var y = x - k;
                if (x <= n && y <= m)
                {
                    var same = older[x..].CommonPrefixLength(newer[y..]);
                    effort.Add(same);
                    (x, y) = (x + same, y + same);
                }
                furthest[at] = x;
                if (x < n || y < m) continue;
                Walk(rounds, d, k, n, m, olderStart, pairs);
                return;
            }
            rounds.Add(furthest.AsSpan(most + 1 - d, 2 * d + 1).ToArray());
        }
    }

    /// <summary>Back from the end: each round's diagonal is a run of pairs before one insertion or deletion.</summary>
    private static void Walk(List<int[]> rounds, int d, int k, int x, int y, int olderStart, Span<int> pairs)
    {
        for (; d > 0; d--)
        {
            var last = rounds[d - 1];
            int At(int diagonal) => Math.Abs(diagonal) <= d - 1 ? last[diagonal + d - 1] : -1;
            var down = k == -d || k != d && At(k - 1) < At(k + 1);
            var beforeK = down ? k + 1 : k - 1;
            var beforeX = At(beforeK);
            var startX = down ? beforeX : beforeX + 1;
            for (; x > startX; x--, y--) pairs[y - 1] = olderStart + x - 1;
            (k, x) = (beforeK, beforeX);
            y = x - k;
        }
        for (; x > 0; x--, y--) pairs[y - 1] = olderStart + x - 1;
    }
}
