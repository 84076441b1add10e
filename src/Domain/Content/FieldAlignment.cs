namespace QuestCms.Domain.Content;

/// <summary>
/// Pairs the words of a field with those of its base. Whole paragraphs first, then whole sentences in the gaps, each at its place or moved; then words in what is left.
/// Pairing wholes first keeps a moved paragraph together, down to its first word, however common that is.
/// </summary>
internal sealed class FieldAlignment(TracedField older, TracedField newer, Vocabulary vocabulary, Effort effort)
{
    // A few equal words inside much that was replaced ("the", "of the") are chance, not words that were kept: three words of change on both sides outweigh one.
    private const int Outweighs = 3, MostRounds = 4;

    private readonly int[] _pairs = Unpaired(newer.Numbers.Length);
    private readonly bool[] _isWeak = new bool[newer.Numbers.Length];

    private readonly record struct Unit(int Start, int Length);

    private readonly record struct Gap(List<Unit> Older, List<Unit> Newer);

    public void Run()
    {
        var gaps = new List<Gap> { new([new Unit(0, older.Numbers.Length)], [new Unit(0, newer.Numbers.Length)]) };
        gaps = PairUnits(gaps, WordBreak.Block, shortestMove: 1);
        gaps = PairUnits(gaps, WordBreak.Sentence, Shingles.Size);
        foreach (var gap in gaps) PairWords(gap);
        for (var round = 0; round < MostRounds && DropChance(); round++) { }
        for (var i = 0; i < _pairs.Length; i++)
        {
            if (_pairs[i] < 0) continue;
            newer.Origins[i] = older.Origins[_pairs[i]];
            older.Standing[_pairs[i]] = true;
        }
    }

    private List<Gap> PairUnits(List<Gap> gaps, WordBreak level, int shortestMove)
    {
        var left = new List<Gap>();
        foreach (var gap in gaps) PairInPlace(Split(older, gap.Older, level), Split(newer, gap.Newer, level), left);
        PairMoved(left, shortestMove);
        return left;
    }

    private void PairInPlace(List<Unit> olderUnits, List<Unit> newerUnits, List<Gap> left)
    {
        var pairs = Alignment.Between(NumbersOf(older, olderUnits), NumbersOf(newer, newerUnits), effort);
        var gap = new Gap([], []);
        var o = 0;
        for (var n = 0; n < pairs.Length; n++)
        {
            if (pairs[n] < 0)
            {
                gap.Newer.Add(newerUnits[n]);
                continue;
            }
            while (o < pairs[n]) gap.Older.Add(olderUnits[o++]);
            Pair(olderUnits[o++], newerUnits[n]);
            if (gap.Older.Count + gap.Newer.Count > 0) left.Add(gap);
            gap = new Gap([], []);
        }
        while (o < olderUnits.Count) gap.Older.Add(olderUnits[o++]);
        if (gap.Older.Count + gap.Newer.Count > 0) left.Add(gap);
    }

    private void PairMoved(List<Gap> gaps, int shortest)
    {
        var gone = new Dictionary<int, Queue<(Gap Gap, Unit Unit)>>();
        foreach (var gap in gaps)
        {
            foreach (var unit in gap.Older.Where(u => u.Length >= shortest))
            {
                var number = vocabulary.OfRun(older.Numbers.AsSpan(unit.Start, unit.Length));
                if (!gone.TryGetValue(number, out var places)) gone[number] = places = new();
                places.Enqueue((gap, unit));
            }
        }
        var moved = new HashSet<Unit>();
        foreach (var gap in gaps)
        {
            gap.Newer.RemoveAll(unit =>
            {
                if (unit.Length < shortest || !gone.TryGetValue(vocabulary.OfRun(newer.Numbers.AsSpan(unit.Start, unit.Length)), out var places)) return false;
                if (!places.TryDequeue(out var from)) return false;
                Pair(from.Unit, unit);
                moved.Add(from.Unit);
                return true;
            });
        }
        foreach (var gap in gaps) gap.Older.RemoveAll(moved.Contains);
    }

    private void PairWords(Gap gap)
    {
        if (gap.Older.Count == 0 || gap.Newer.Count == 0) return;
        int[] olderWords = [.. gap.Older.SelectMany(u => Enumerable.Range(u.Start, u.Length))], newerWords = [.. gap.Newer.SelectMany(u => Enumerable.Range(u.Start, u.Length))];
        var pairs = Alignment.Between(Array.ConvertAll(olderWords, i => older.Numbers[i]), Array.ConvertAll(newerWords, i => newer.Numbers[i]), effort);
        for (var i = 0; i < pairs.Length; i++)
        {
            if (pairs[i] < 0) continue;
            _pairs[newerWords[i]] = olderWords[pairs[i]];
            _isWeak[newerWords[i]] = true;
        }
    }

    /// <summary>Unpairs short runs inside much that was replaced; true when there were any.</summary>
    private bool DropChance()
    {
        effort.Add(_pairs.Length);
        var standing = new bool[older.Numbers.Length];
        foreach (var pair in _pairs)
            if (pair >= 0) standing[pair] = true;
        var dropped = false;
        var before = 0;
        for (var i = 0; i < _pairs.Length;)
        {
            if (_pairs[i] < 0) { before++; i++; continue; }
            var start = i++;
            while (i < _pairs.Length && _pairs[i] == _pairs[i - 1] + 1 && _isWeak[i] == _isWeak[start]) i++;
            var length = i - start;
            if (_isWeak[start] && length < Shingles.Size)
            {
                var most = Outweighs * length + 1;
                var inserted = before;
                for (var j = i; j < _pairs.Length && _pairs[j] < 0 && inserted < most; j++) inserted++;
                var removed = 0;
                for (var j = _pairs[start] - 1; j >= 0 && !standing[j] && removed < most; j--) removed++;
                for (var j = _pairs[i - 1] + 1; j < standing.Length && !standing[j] && removed < most; j++) removed++;
                if (Math.Min(inserted, removed) >= most)
                {
                    Array.Fill(_pairs, -1, start, length);
                    before += length;
                    dropped = true;
                    continue;
                }
            }
            before = 0;
        }
        return dropped;
    }

    private void Pair(Unit old, Unit now)
    {
        for (var i = 0; i < now.Length; i++) _pairs[now.Start + i] = old.Start + i;
    }

    private int[] NumbersOf(TracedField field, List<Unit> units) => [.. units.Select(u => vocabulary.OfRun(field.Numbers.AsSpan(u.Start, u.Length)))];

    private static List<Unit> Split(TracedField field, List<Unit> units, WordBreak level)
    {
        var parts = new List<Unit>();
        foreach (var unit in units)
        {
            var start = unit.Start;
            for (var i = start; i < unit.Start + unit.Length; i++)
            {
                if (field.Words[i].After < level && i + 1 < unit.Start + unit.Length) continue;
                parts.Add(new Unit(start, i + 1 - start));
                start = i + 1;
            }
        }
        return parts;
    }

    private static int[] Unpaired(int count)
    {
        var pairs = new int[count];
        Array.Fill(pairs, -1);
        return pairs;
    }
}
