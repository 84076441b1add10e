namespace QuestCms.Domain.Content;

/// <summary>Walks three sequences of which two come from the first: what all three have, and the stretches between.</summary>
internal static class ThreeWays
{
    /// <param name="mine">For each of mine the index of its pair in the first, or -1; rising. Theirs alike.</param>
    /// <param name="common">Called with the three indexes of what all have.</param>
    /// <param name="between">Called with the three ranges of a stretch of which at least one is not empty.</param>
    public static void Walk(int count, int[] mine, int[] theirs, Action<int, int, int> common, Action<Range, Range, Range> between)
    {
        var (inMine, inTheirs) = (Invert(mine, count), Invert(theirs, count));
        var (o, m, t) = (0, 0, 0);
        for (var i = 0; i <= count; i++)
        {
            var isEnd = i == count;
            if (!isEnd && (inMine[i] < 0 || inTheirs[i] < 0)) continue;
            var (nextM, nextT) = isEnd ? (mine.Length, theirs.Length) : (inMine[i], inTheirs[i]);
            if (o < i || m < nextM || t < nextT) between(o..i, m..nextM, t..nextT);
            if (!isEnd) common(i, nextM, nextT);
            (o, m, t) = (i + 1, nextM + 1, nextT + 1);
        }
    }

    private static int[] Invert(int[] pairs, int count)
    {
        var inverted = new int[count];
        Array.Fill(inverted, -1);
        for (var i = 0; i < pairs.Length; i++)
            if (pairs[i] >= 0) inverted[pairs[i]] = i;
        return inverted;
    }
}
