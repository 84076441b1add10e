namespace QuestCms.Domain.Content;

/// <summary>
/// Finds runs of words again: an index of every five words in a row. Building and asking are linear; of words that stand very often only
/// the first <see cref="MostPlaces"/> places are compared.
/// </summary>
internal sealed class Shingles
{
    /// <summary>From so many words in a row on, equal words are taken for the same words rather than for chance.</summary>
    public const int Size = 5;
    /// <summary>Stands between texts and in place of words left out: no word has this number.</summary>
    public const int Gap = -1;
    private const int MostPlaces = 16;

    private readonly int[] _numbers;
    private readonly Origin?[] _origins;
    private readonly Dictionary<ulong, int> _first;
    private readonly int[] _next;

    public Shingles(int[] numbers, Origin?[] origins)
    {
        (_numbers, _origins) = (numbers, origins);
        var count = Math.Max(0, numbers.Length - Size + 1);
        _next = new int[count];
        _first = new Dictionary<ulong, int>(count);
        // From the end, so that the first place comes first.
        for (var i = count - 1; i >= 0; i--)
        {
            var key = Key(numbers.AsSpan(i, Size));
            _next[i] = _first.TryGetValue(key, out var later) ? later : -1;
            _first[key] = i;
        }
    }

    public Origin? OriginAt(int place) => _origins[place];

    public ReadOnlySpan<int> Numbers(int from, int to) => _numbers.AsSpan(from, to - from);

    /// <summary>At most so many words on from a place, not over a gap.</summary>
    public int EndOfText(int from, int most)
    {
        var to = from;
        while (to - from < most && !IsGap(to)) to++;
        return to;
    }

    /// <summary>At most so many words back from a place, not over a gap.</summary>
    public int StartOfText(int to, int most)
    {
        var from = to;
        while (to - from < most && !IsGap(from - 1)) from--;
        return from;
    }

    /// <summary>Matches of at least five words in a run, from left to right; they may overlap, so that no seam hides one.</summary>
    public IEnumerable<Match> In(int[] text, int start, int end, Effort effort)
    {
        for (var i = start; i + Size <= end;)
        {
            var match = Longest(text, i, end, effort);
            if (match.Length > 0) yield return match;
            i += Math.Max(1, match.Length - Size + 1);
        }
    }

    /// <summary>
    /// Where a short run stands with two words on each side, or with the edge of either text in their place; five words at least.
    /// </summary>
    public Match InContext(int[] text, int start, int end, Effort effort)
    {
        for (var i = Math.Max(0, end - Size); i <= start && i + Size <= text.Length; i++)
        {
            foreach (var place in Places(text.AsSpan(i, Size)))
            {
                var offset = place - i;
                var (left, right) = (i, i + Size);
                while (left > 0 && start - left < 2 && left + offset > 0 && text[left - 1] == _numbers[left + offset - 1]) left--;
                while (right < text.Length && right - end < 2 && right + offset < _numbers.Length && text[right] == _numbers[right + offset]) right++;
                effort.Add(right - left);
                var isHeld = start - left >= 2 || left == 0 || IsGap(left + offset - 1);
                if (isHeld && (right - end >= 2 || right == text.Length || IsGap(right + offset))) return new Match(start, end - start, start + offset);
            }
        }
        return default;
    }

    private bool IsGap(int place) => place < 0 || place >= _numbers.Length || _numbers[place] == Gap;

    private Match Longest(int[] text, int at, int end, Effort effort)
    {
        var best = default(Match);
        effort.Add(1);
        foreach (var place in Places(text.AsSpan(at, Size)))
        {
            var length = text.AsSpan(at, end - at).CommonPrefixLength(_numbers.AsSpan(place));
            effort.Add(length);
            if (length > best.Length) best = new Match(at, length, place);
        }
        return best;
    }

    private List<int> Places(ReadOnlySpan<int> shingle)
    {
        if (!_first.TryGetValue(Key(shingle), out var place)) return None;
        var places = new List<int>();
        for (var i = 0; place >= 0 && i < MostPlaces; place = _next[place], i++)
            if (_numbers.AsSpan(place, Size).SequenceEqual(shingle)) places.Add(place);
        return places;
    }

    private static readonly List<int> None = [];

    private static ulong Key(ReadOnlySpan<int> shingle)
    {
        var key = 0UL;
        foreach (var number in shingle) key = (key ^ (uint)number) * 0x9E3779B97F4A7C15UL + (key >> 29);
        return key;
    }

    /// <summary>So many words of a text from <paramref name="Start"/> on stand in the source at <paramref name="Place"/>.</summary>
    internal readonly record struct Match(int Start, int Length, int Place);
}
