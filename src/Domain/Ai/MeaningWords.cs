namespace QuestCms.Domain.Ai;

/// <summary>Negations, and what one must, should, may or must not do. A negation that belongs to one of these is part of it.</summary>
internal static class MeaningWords
{
    private const string Must = "must", May = "may", Should = "should", Forbidden = "must not", Free = "need not", ShouldNot = "should not";

    private static readonly Dictionary<string, string> Strengths = new(StringComparer.Ordinal)
    {
        ["must"] = Must,
        ["shall"] = Must,
        ["mandatory"] = Must,
        ["compulsory"] = Must,
        ["obligatory"] = Must,
        ["obliged"] = Must,
        ["required"] = Must,
        ["requires"] = Must,
        ["require"] = Must,
        ["needs"] = Must,
        ["need"] = Must,
        ["necessary"] = Must,
        ["may"] = May,
        ["can"] = May,
        ["could"] = May,
        ["might"] = May,
        ["allowed"] = May,
        ["permitted"] = May,
        ["possible"] = May,
        ["entitled"] = May,
        ["allows"] = May,
        ["lets"] = May,
        ["should"] = Should,
        ["ought"] = Should,
        ["recommended"] = Should,
        ["recommend"] = Should,
        ["recommends"] = Should,
        ["advise"] = Should,
        ["advised"] = Should,
        ["advisable"] = Should,
        ["optional"] = Free,
        ["voluntary"] = Free,
        ["forbidden"] = Forbidden,
        ["prohibited"] = Forbidden,
        ["banned"] = Forbidden,
        ["impossible"] = Forbidden,
        ["cannot"] = Forbidden,
        ["can't"] = Forbidden,
        ["mustn't"] = Forbidden,
        ["couldn't"] = Forbidden,
        ["shouldn't"] = ShouldNot,
        ["needn't"] = Free,
    };

    // "Must not" forbids, "need not" frees.
    private static readonly HashSet<string> Lifting = ["mandatory", "compulsory", "obligatory", "obliged", "required", "requires", "require", "needs", "need", "necessary", "have"];
    private static readonly HashSet<string> Nots = ["not", "no", "never", "none", "nobody", "nothing", "neither", "nor", "without", "nowhere", "unable", "unless", "hardly", "lacks", "lack", "fails", "refuses"];
    private static readonly HashSet<string> Filler = ["be", "is", "are", "was", "were", "been", "also", "always", "longer", "even", "yet", "currently", "generally", "usually", "normally", "strictly", "legally", "do", "does", "did", "it", "you", "they", "to", "a", "the"];

    /// <param name="taken">Words that already mean something else, as "May" in a date.</param>
    public static IEnumerable<MeaningMark> Of(IReadOnlyList<string> words, IReadOnlyList<string> shown, bool[] taken)
    {
        var used = new HashSet<int>();
        var marks = new List<MeaningMark>();
        for (var at = 0; at < words.Count; at++)
        {
            if (taken[at] || StrengthAt(words, at) is not { } strength) continue;
            var not = NegationNear(words, at, used);
            if (not is { } n) used.Add(n);
            var value = not is null ? strength : strength switch
            {
                Must => Lifting.Contains(words[at]) ? Free : Forbidden,
                May => Forbidden,
                Should => ShouldNot,
                Forbidden => May,
                Free => Must,
                _ => strength,
            };
            var (from, to) = not is { } near ? (Math.Min(near, at), Math.Max(near, at)) : (at, at);
            if (words[at] is "have" or "has" or "had" or "having") to = Math.Max(to, at + 1);
            marks.Add(new MeaningMark(MeaningKind.Obligation, value, string.Join(' ', shown.Skip(from).Take(to - from + 1)), at));
        }
        for (var at = 0; at < words.Count; at++)
            if (!taken[at] && !used.Contains(at) && IsNot(words, at)) marks.Add(new MeaningMark(MeaningKind.Negation, "not", Around(shown, at), at));
        return marks;
    }

    /// <summary>Whether a negation stands here that is one: not in "not only", not "no. 5".</summary>
    public static bool IsNot(IReadOnlyList<string> words, int at)
    {
        var word = words[at];
        if (word == "not" && at + 1 < words.Count && words[at + 1] is "only" or "just") return false;
        if (word == "no" && at + 1 < words.Count && (char.IsAsciiDigit(words[at + 1][0]) || words[at + 1] is "matter" or "doubt")) return false;
        return Nots.Contains(word) || (word.EndsWith("n't", StringComparison.Ordinal) && !Strengths.ContainsKey(word));
    }

    private static string? StrengthAt(IReadOnlyList<string> words, int at)
    {
        if (words[at] is "have" or "has" or "had" or "having") return at + 1 < words.Count && words[at + 1] == "to" ? Must : null;
        if (!Strengths.TryGetValue(words[at], out var strength)) return null;
        // "The need for", "as soon as possible", "if possible"
        if (words[at] == "possible" && at > 0 && words[at - 1] is "as" or "if" or "where" or "best") return null;
        if (words[at] == "need" && at > 0 && words[at - 1] is "the" or "a" or "any" or "no" or "in" or "of") return null;
        return strength;
    }

    private static int? NegationNear(IReadOnlyList<string> words, int at, HashSet<int> used)
    {
        for (var i = at + 1; i < words.Count && i <= at + 3; i++)
        {
            if (IsNot(words, i) && words[i] is "not" or "never" && !used.Contains(i)) return i;
            if (!Filler.Contains(words[i])) break;
        }
        for (var i = at - 1; i >= 0 && i >= at - 4; i--)
        {
            if (IsNot(words, i) && words[i] is not ("without" or "unless" or "none" or "nothing") && !used.Contains(i)) return i;
            if (!Filler.Contains(words[i])) break;
        }
        return null;
    }

    private static string Around(IReadOnlyList<string> shown, int at) => string.Join(' ', shown.Skip(Math.Max(0, at - 1)).Take(at == 0 ? 3 : 4));
}
