namespace QuestCms.Domain.Content;

/// <summary>A run of words the base does not have, while it is explained; it remembers where each explained word stands in its source.</summary>
internal sealed class Inserted(TracedField text, int start, int end)
{
    private readonly Shingles?[] _sources = new Shingles?[end - start];
    private readonly int[] _places = new int[end - start];

    public TracedField Field => text;
    public int Start => start;
    public int End => end;
    public bool IsOpen => Array.IndexOf(text.Origins, null, start, end - start) >= 0;

    public void Take(Shingles source, Shingles.Match match)
    {
        for (var i = 0; i < match.Length; i++) Take(match.Start + i, source, match.Place + i);
    }

    /// <summary>
    /// What is left between or beside explained words may be the same passage with words changed: it is compared with what stands there in the source,
    /// and where at least half of it is equal, the equal words are the source's and the others stay open.
    /// </summary>
    public void TakeAround(Effort effort)
    {
        for (var i = start; i < end; i++)
        {
            if (text.Origins[i] is not null) continue;
            var first = i;
            while (i < end && text.Origins[i] is null) i++;
            var (left, right) = (first > start ? _sources[first - 1 - start] : null, i < end ? _sources[i - start] : null);
            var (after, before) = (left is null ? 0 : _places[first - 1 - start] + 1, right is null ? 0 : _places[i - start]);
            // One more than is left: a word may have been taken out.
            var most = i - first + 1;
            if (left is not null && left == right && after <= before && before - after <= 2 * most) TakeEqual(first, i, left, after, before, effort);
            else if (left is null || !TakeEqual(first, i, left, after, left.EndOfText(after, most), effort))
                if (right is not null) TakeEqual(first, i, right, right.StartOfText(before, most), before, effort);
        }
    }

    private bool TakeEqual(int first, int after, Shingles source, int from, int to, Effort effort)
    {
        var pairs = Alignment.Between(source.Numbers(from, to), text.Numbers.AsSpan(first, after - first), effort);
        if (2 * pairs.Count(pair => pair >= 0) < pairs.Length) return false;
        for (var i = 0; i < pairs.Length; i++)
            if (pairs[i] >= 0) Take(first + i, source, from + pairs[i]);
        return true;
    }

    private void Take(int word, Shingles source, int place)
    {
        if (text.Origins[word] is not null || source.OriginAt(place) is not { } origin) return;
        text.Origins[word] = origin;
        (_sources[word - start], _places[word - start]) = (source, place);
    }
}
