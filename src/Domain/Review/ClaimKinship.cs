namespace QuestCms.Domain.Review;

/// <summary>Finds sentences again: which of a text's somebody quoted, and which earlier claim a new sentence came of.</summary>
public static class ClaimKinship
{
    /// <summary>From so many shared words on, a sentence is the other one changed.</summary>
    private const double Alike = 0.5;
    private const int FewestWords = 4;
    /// <summary>So many claims that are gone are compared.</summary>
    private const int MostGone = 200;

    /// <summary>The sentences of a text that are quoted, with what is to be checked in each, and how many of the quotations stand nowhere in it: a quotation is a whole sentence, or four words of one and more.</summary>
    public static (IReadOnlyList<FoundSentence> Found, int Lost) Locate(IReadOnlyList<FoundSentence> quoted, string text)
    {
        var sentences = ClaimText.SentencesOf(text).Values.Select(s => (Sentence: s, Loose: $" {ClaimText.Loose(s)} ")).ToList();
        var found = new Dictionary<string, List<ClaimKind>>(StringComparer.Ordinal);
        var lost = 0;
        foreach (var quote in quoted)
        {
            var words = ClaimText.Loose(quote.Sentence);
            var sentence = words.Length == 0 ? null : sentences.FirstOrDefault(s => s.Loose.Length == words.Length + 2 && s.Loose.AsSpan(1, words.Length).SequenceEqual(words)).Sentence
                ?? (words.Count(c => c == ' ') + 1 >= FewestWords ? sentences.FirstOrDefault(s => s.Loose.Contains($" {words} ", StringComparison.Ordinal)).Sentence : null);
            if (sentence is null) lost++;
            else if (found.TryGetValue(sentence, out var kinds)) kinds.AddRange(quote.Kinds);
            else found[sentence] = [.. quote.Kinds];
        }
        return ([.. found.Select(f => new FoundSentence(f.Key, [.. f.Value.Distinct().Order()]))], lost);
    }

    /// <summary>Of the claims whose sentence is gone, the one most like a new sentence; null when none is like it.</summary>
    public static Claim? PredecessorOf(string sentence, IReadOnlyList<Claim> gone)
    {
        var words = WordsOf(sentence);
        if (words.Count < FewestWords) return null;
        var best = (Share: Alike, Claim: (Claim?)null);
        foreach (var claim in gone.Take(MostGone))
        {
            var others = WordsOf(claim.Sentence);
            var share = (double)words.Count(others.Contains) / Math.Max(words.Count, others.Count);
            if (share > best.Share) best = (share, claim);
        }
        return best.Claim;
    }

    private static HashSet<string> WordsOf(string sentence) => [.. ClaimText.Loose(sentence).Split(' ')];
}
