namespace QuestCms.Domain.Ai;

/// <summary>
/// Compares a passage before and after a rewrite by rules alone, and says what a reader would now do otherwise: another number, price or date, a name or link
/// that came or went, a "not" that moved, a must that became a may. Rather one alarm too many than one too few. English only; linear in the words but for the
/// sentences, which are compared in pairs (at most 400 of each).
/// </summary>
public static class MeaningAlarm
{
    /// <summary>Changes named at most; beyond them a text is simply another one.</summary>
    public const int Most = 40;
    /// <summary>Characters of each text that are read; a passage has at most 40,000.</summary>
    public const int MostCharacters = 100_000;
    private const int MostClauses = 400;
    /// <summary>Of so many marks the likeness is asked; a text with more of them new is another text.</summary>
    private const int MostAlike = 200;

    private static readonly HashSet<string> Empty = ["the", "a", "an", "of", "to", "in", "on", "at", "for", "by", "with", "and", "or", "but", "is", "are", "be", "been", "was", "were", "it", "its", "this", "that", "these", "those", "you", "your", "they", "their", "we", "our",
        "as", "if", "from", "than", "then", "there", "which", "who", "will", "has", "have", "had", "do", "does", "did", "so", "also", "into", "per", "not", "no", "never", "must", "may", "can", "should", "need", "needs"];

    /// <summary>By the rules of that kind of rewrite: of a translation only what is the same in every language is compared.</summary>
    public static IReadOnlyList<MeaningChange> After(GenerationKind kind, string before, string after) => kind == GenerationKind.Translation ? TranslationAlarm.Between(before, after) : Between(before, after);

    public static IReadOnlyList<MeaningChange> Between(string before, string after)
    {
        var (old, now) = (new Side(MeaningReader.Read(Begin(before))), new Side(MeaningReader.Read(Begin(after))));
        var changes = new List<MeaningChange>();
        changes.AddRange(Figures(old, now));
        changes.AddRange(Sets(old.Of(MeaningKind.Link), now.Of(MeaningKind.Link)));
        changes.AddRange(Sets(Named(old, now), Named(now, old)));
        changes.AddRange(Obligations(old, now));
        changes.AddRange(Negations(old, now));
        return changes.Distinct().Take(Most).ToList();
    }

    private static string Begin(string text) => text.Length <= MostCharacters ? text : text[..MostCharacters];

    private static List<MeaningMark> Named(Side side, Side other)
    {
        var known = side.Read.Names().Concat(other.Read.Names()).ToHashSet(StringComparer.Ordinal);
        return side.Read.MarksOf(known).ToList();
    }

    // Numbers, prices and dates: what is gone and what is new, paired where one stands for the other, then those that changed places.
    private static IEnumerable<MeaningChange> Figures(Side old, Side now)
    {
        MeaningKind[] kinds = [MeaningKind.Price, MeaningKind.Date, MeaningKind.Number];
        List<MeaningMark> gone = [], fresh = [];
        foreach (var kind in kinds)
        {
            var (lost, found) = Difference(old.Of(kind), now.Of(kind));
            gone.AddRange(lost);
            fresh.AddRange(found);
        }
        // Said twice before and once now is no change, unless something else is said instead.
        var said = now.Marks.Select(m => (m.Kind, m.Value)).ToHashSet();
        var knew = old.Marks.Select(m => (m.Kind, m.Value)).ToHashSet();
        var (kindsOfFresh, kindsOfGone) = (fresh.Select(f => f.Kind).ToHashSet(), gone.Select(g => g.Kind).ToHashSet());
        if (fresh.All(m => knew.Contains((m.Kind, m.Value)))) gone.RemoveAll(m => said.Contains((m.Kind, m.Value)) && !kindsOfFresh.Contains(m.Kind));
        if (gone.All(m => said.Contains((m.Kind, m.Value)))) fresh.RemoveAll(m => knew.Contains((m.Kind, m.Value)) && !kindsOfGone.Contains(m.Kind));

        foreach (var was in gone.Take(Most))
        {
            var stands = fresh.Take(MostAlike).Where(f => f.Kind == was.Kind || IsNumber(f) && IsNumber(was)).MaxBy(f => Alike(old, was, now, f) + (f.Kind == was.Kind ? 0.1 : 0));
            if (stands is not null) fresh.Remove(stands);
            yield return new MeaningChange(KindOf(was, stands), was.Shown, stands?.Shown);
        }
        foreach (var mark in fresh.Take(Most)) yield return new MeaningChange(mark.Kind, null, mark.Shown);
        foreach (var kind in kinds)
            foreach (var change in Swaps(old, now, kind)) yield return change;
    }

    private static bool IsNumber(MeaningMark mark) => mark.Kind is MeaningKind.Number or MeaningKind.Price;

    private static MeaningKind KindOf(MeaningMark was, MeaningMark? now) =>
        now is not null && was.Kind == MeaningKind.Number && now.Kind == MeaningKind.Number && FirstFigure(was.Shown) == FirstFigure(now.Shown) ? MeaningKind.Unit : was.Kind;

    private static string FirstFigure(string shown) => shown.Split(' ')[0].ToLowerInvariant();

    private static IEnumerable<MeaningChange> Sets(IReadOnlyList<MeaningMark> old, IReadOnlyList<MeaningMark> now)
    {
        var (were, are) = (old.Select(m => m.Value).ToHashSet(StringComparer.Ordinal), now.Select(m => m.Value).ToHashSet(StringComparer.Ordinal));
        foreach (var gone in old.Where(m => !are.Contains(m.Value)).DistinctBy(m => m.Value)) yield return new MeaningChange(gone.Kind, gone.Shown, null);
        foreach (var fresh in now.Where(m => !were.Contains(m.Value)).DistinctBy(m => m.Value)) yield return new MeaningChange(fresh.Kind, null, fresh.Shown);
    }

    private static IEnumerable<MeaningChange> Obligations(Side old, Side now)
    {
        var (gone, fresh) = Difference(old.Of(MeaningKind.Obligation), now.Of(MeaningKind.Obligation));
        // Said once for two, or twice for one, in the sentence where it stood: nothing changed.
        var all = (gone.ToList(), fresh.ToList());
        gone.RemoveAll(m => now.Says(m, old) && !all.Item2.Any(f => f.Value != m.Value));
        fresh.RemoveAll(m => old.Says(m, now) && !all.Item1.Any(g => g.Value != m.Value));
        foreach (var was in gone.Take(Most))
        {
            var stands = fresh.Take(MostAlike).MaxBy(f => Alike(old, was, now, f));
            if (stands is not null) fresh.Remove(stands);
            yield return new MeaningChange(MeaningKind.Obligation, was.Shown, stands?.Shown);
        }
        foreach (var mark in fresh.Take(Most)) yield return new MeaningChange(MeaningKind.Obligation, null, mark.Shown);
        foreach (var change in Swaps(old, now, MeaningKind.Obligation)) yield return change;
    }

    private static IEnumerable<MeaningChange> Negations(Side old, Side now)
    {
        var (were, are) = (old.Of(MeaningKind.Negation).Take(MostAlike).ToList(), now.Of(MeaningKind.Negation).Take(MostAlike).ToList());
        var changed = were.Count - are.Count;
        if (changed > 0) foreach (var gone in were.OrderBy(m => now.Nearness(m, old)).Take(changed)) yield return new MeaningChange(MeaningKind.Negation, gone.Shown, null);
        else if (changed < 0) foreach (var fresh in are.OrderBy(m => old.Nearness(m, now)).Take(-changed)) yield return new MeaningChange(MeaningKind.Negation, null, fresh.Shown);
        else
            // As many as before: each still with the same thing?
            foreach (var was in were)
            {
                if (now.ClauseLike(old, was) is not { } clause || are.Any(m => now.Read.Places[m.At].Clause == clause)) continue;
                var moved = are.FirstOrDefault(m => old.ClauseLike(now, m) is { } c && !were.Any(w => old.Read.Places[w.At].Clause == c));
                if (moved is not null) yield return new MeaningChange(MeaningKind.Negation, was.Shown, moved.Shown);
            }
    }

    // Two that traded their places: each stands now where the other one stood.
    private static IEnumerable<MeaningChange> Swaps(Side old, Side now, MeaningKind kind)
    {
        var (were, are) = (old.Of(kind), now.Of(kind));
        if (were.Count > 60 || are.Count > 60) yield break;
        for (var i = 0; i < were.Count; i++)
            for (var j = i + 1; j < were.Count; j++)
            {
                if (were[i].Value == were[j].Value) continue;
                var x = are.Where(m => m.Value == were[i].Value).ToList();
                var y = are.Where(m => m.Value == were[j].Value).ToList();
                if (x.Count != 1 || y.Count != 1) continue;
                // Only what stands at one of the two and not at the other tells which is which.
                var (atI, atJ) = (old.Around(were[i].At), old.Around(were[j].At));
                var (onlyI, onlyJ) = (Without(atI, atJ), Without(atJ, atI));
                var (atX, atY) = (now.Around(x[0].At), now.Around(y[0].At));
                if (Common(onlyI, atY) + Common(onlyJ, atX) > Common(onlyI, atX) + Common(onlyJ, atY) + 0.5) yield return new MeaningChange(kind, $"{were[i].Shown} … {were[j].Shown}", $"{(x[0].At < y[0].At ? x[0] : y[0]).Shown} … {(x[0].At < y[0].At ? y[0] : x[0]).Shown}");
            }
    }

    private static (List<MeaningMark> Gone, List<MeaningMark> Fresh) Difference(IReadOnlyList<MeaningMark> old, IReadOnlyList<MeaningMark> now)
    {
        return (Beyond(old, now), Beyond(now, old));

        // Each as often as it stands in one and not in the other; of several the last ones.
        static List<MeaningMark> Beyond(IReadOnlyList<MeaningMark> these, IReadOnlyList<MeaningMark> those)
        {
            var left = those.GroupBy(m => m.Value, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Count(), StringComparer.Ordinal);
            return these.Where(m => !left.TryGetValue(m.Value, out var count) || (left[m.Value] = count - 1) < 0).ToList();
        }
    }

    // How much the words around two marks are the same; the nearer a word, the more it counts. 0 to 1.
    private static double Alike(Side a, MeaningMark one, Side b, MeaningMark other) => Common(a.Around(one.At), b.Around(other.At));

    private static Dictionary<string, double> Without(Dictionary<string, double> words, Dictionary<string, double> others) =>
        words.Where(w => others.GetValueOrDefault(w.Key) < w.Value).ToDictionary(w => w.Key, w => w.Value - others.GetValueOrDefault(w.Key), StringComparer.Ordinal);

    private static double Common(Dictionary<string, double> here, Dictionary<string, double> there)
    {
        var (common, all) = (0.0, 0.0);
        foreach (var (word, weight) in here)
        {
            all += weight;
            if (there.TryGetValue(word, out var also)) common += Math.Min(weight, also);
        }
        return all == 0 ? 0 : common / all;
    }

    /// <summary>One of the two texts, read.</summary>
    private sealed class Side(MeaningReader read)
    {
        private readonly Dictionary<int, HashSet<string>> _clauses = Group(read, p => p.Clause);
        private readonly Dictionary<int, HashSet<string>> _sentences = Group(read, p => p.Sentence);

        public MeaningReader Read => read;
        public IReadOnlyList<MeaningMark> Marks => read.Marks;
        public List<MeaningMark> Of(MeaningKind kind) => read.Marks.Where(m => m.Kind == kind).ToList();

        public Dictionary<string, double> Around(int at)
        {
            var near = new Dictionary<string, double>(StringComparer.Ordinal);
            var (found, clause) = (0, read.Places[at].Clause);
            foreach (var step in (int[])[-1, 1])
            {
                found = 0;
                for (var i = at + step; i >= 0 && i < read.Words.Count && found < 4 && read.Places[i].Sentence == read.Places[at].Sentence; i += step)
                {
                    if (Empty.Contains(read.Words[i]) || !char.IsLetter(read.Words[i][0])) continue; // a figure is what may have changed
                    found++;
                    var weight = (read.Places[i].Clause == clause ? 1.0 : 0.3) / found;
                    near[Stem(read.Words[i])] = Math.Max(near.GetValueOrDefault(Stem(read.Words[i])), weight);
                }
            }
            return near;
        }

        /// <summary>Whether the sentence most like that of a mark of the other side says the same.</summary>
        public bool Says(MeaningMark mark, Side other) =>
            Best(_sentences, other._sentences.GetValueOrDefault(other.Read.Places[mark.At].Sentence)) is { } sentence && read.Marks.Any(m => m.Kind == mark.Kind && m.Value == mark.Value && read.Places[m.At].Sentence == sentence.Key);

        /// <summary>The clause that speaks of the same as the clause of a mark of the other side; null when none does.</summary>
        public int? ClauseLike(Side other, MeaningMark mark) => Best(_clauses, other._clauses.GetValueOrDefault(other.Read.Places[mark.At].Clause)) is { Share: >= 0.5 } best ? best.Key : null;

        /// <summary>How near the nearest negation of this side is to one of the other: 0 when it has none like it.</summary>
        public double Nearness(MeaningMark mark, Side other) => Of(mark.Kind).Select(m => Alike(other, mark, this, m)).DefaultIfEmpty().Max();

        private static (int Key, double Share)? Best(Dictionary<int, HashSet<string>> among, HashSet<string>? words)
        {
            if (words is null || words.Count == 0 || among.Count > MostClauses) return null;
            (int Key, double Share)? best = null;
            foreach (var (key, others) in among)
            {
                var share = (double)words.Count(others.Contains) / Math.Max(1, Math.Min(words.Count, others.Count));
                if (best is null || share > best.Value.Share) best = (key, share);
            }
            return best;
        }

        private static Dictionary<int, HashSet<string>> Group(MeaningReader read, Func<(int Sentence, int Clause), int> by)
        {
            var groups = new Dictionary<int, HashSet<string>>();
            for (var i = 0; i < read.Words.Count; i++)
            {
                if (Empty.Contains(read.Words[i]) || MeaningWords.IsNot(read.Words, i)) continue;
                if (!groups.TryGetValue(by(read.Places[i]), out var group)) groups[by(read.Places[i])] = group = new HashSet<string>(StringComparer.Ordinal);
                group.Add(Stem(read.Words[i]));
            }
            return groups;
        }

        // Enough to know "applies" and "applied" for one word.
        private static string Stem(string word) => word.Length <= 5 ? word.TrimEnd('s') : word[..5];
    }
}
