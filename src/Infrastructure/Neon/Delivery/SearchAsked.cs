using System.Text;

namespace QuestCms.Infrastructure.Neon.Delivery;

/// <summary>A word or phrase that was asked for; <paramref name="Or"/>: the one before it would do as well. <paramref name="Beginning"/>: perhaps not typed to its end.</summary>
internal sealed record SearchTerm(string Text, bool IsPhrase, bool IsExcluded, bool Or, bool Beginning);

/// <summary>
/// What a reader types into a search: words, "phrases", or between them, -not before them; the last word may be the beginning of one. Nothing a person can type is an
/// error: what has no letter and no digit says nothing, a quotation mark without its partner is none, and what comes after the twenty-fourth word is not looked for.
/// </summary>
internal sealed record SearchAsked(IReadOnlyList<SearchTerm> Terms)
{
    private const int MostTerms = 24;
    /// <summary>A single letter begins half the dictionary.</summary>
    private const int ShortestBeginning = 2;
    // Within a word: login.gov, micro-purchase, l'été, 3:1, @name.
    private const string Joints = "-./_@:'’";

    public IEnumerable<SearchTerm> Wanted => Terms.Where(t => !t.IsExcluded);
    public IEnumerable<SearchTerm> Excluded => Terms.Where(t => t.IsExcluded);
    /// <summary>Phrases that nothing else would do for.</summary>
    public IEnumerable<SearchTerm> Required => Wanted.Where((t, i) => t.IsPhrase && !t.Or && !(Wanted.Skip(i + 1).FirstOrDefault()?.Or ?? false));
    /// <summary>Nothing is asked for: nothing was typed that says anything, or only what is not wanted.</summary>
    public bool IsEmpty => !Wanted.Any();

    public static SearchAsked Of(string typed)
    {
        var terms = new List<SearchTerm>();
        var (or, excluded) = (false, false);
        void Add(string text, bool phrase, bool last)
        {
            if (terms.Count == MostTerms || !text.Any(char.IsLetterOrDigit)) return;
            var or1 = or && !excluded && terms is [.., { IsExcluded: false }];
            terms.Add(new SearchTerm(text, phrase, excluded, or1, last && !phrase && !excluded && text.Length >= ShortestBeginning && text.All(char.IsLetterOrDigit)));
            or = false;
        }
        for (var i = 0; i < typed.Length;)
        {
            if (typed[i] == '"' && typed.IndexOf('"', i + 1) is > 0 and var end)
            {
                Add(typed[(i + 1)..end], phrase: true, last: false);
                (excluded, i) = (false, end + 1);
            }
            else if (EndOfTag(typed, i) is > 0 and var behind) i = behind;
            else if (IsOfWord(typed, i))
            {
                var from = i;
                while (i < typed.Length && IsOfWord(typed, i)) i++;
                var word = typed[from..i].Trim(Joints.ToCharArray());
                // A hyphen that stands before a word, and behind nothing, is "not".
                if (typed[from] == '-' && word.Length > 0) excluded = true;
                if (!excluded && word.Equals("or", StringComparison.OrdinalIgnoreCase) && terms.Count > 0 && typed.AsSpan(i).ContainsAnyExcept(' ')) or = true;
                else Add(word, phrase: false, last: i == typed.TrimEnd().Length);
                // -"a phrase": the mark comes next.
                excluded = word.Length == 0 && typed[i - 1] == '-' && i < typed.Length && typed[i] == '"';
            }
            else i++;
        }
        return new SearchAsked(terms);
    }

    private static bool IsOfWord(string typed, int i) => char.IsLetterOrDigit(typed[i]) || char.IsSurrogate(typed[i]) || Joints.Contains(typed[i], StringComparison.Ordinal)
        || char.GetUnicodeCategory(typed[i]) is System.Globalization.UnicodeCategory.NonSpacingMark or System.Globalization.UnicodeCategory.SpacingCombiningMark;

    // What looks like a tag is none of a text's words.
    private static int EndOfTag(string typed, int i)
    {
        if (typed[i] != '<') return 0;
        var name = i + 1 < typed.Length && typed[i + 1] == '/' ? i + 2 : i + 1;
        if (name >= typed.Length || !char.IsAsciiLetter(typed[name])) return 0;
        var end = typed.AsSpan(name).IndexOfAny('<', '>');
        return end >= 0 && typed[name + end] == '>' ? name + end + 1 : 0;
    }

    /// <summary>The same with words in other words' place, as a reader would type it.</summary>
    public string Typed(IReadOnlyDictionary<string, string> instead)
    {
        var text = new StringBuilder();
        foreach (var term in Terms)
        {
            if (text.Length > 0) text.Append(' ');
            if (term.Or) text.Append("or ");
            if (term.IsExcluded) text.Append('-');
            if (term.IsPhrase) text.Append('"').Append(term.Text).Append('"');
            else text.Append(instead.GetValueOrDefault(term.Text) ?? term.Text);
        }
        return text.ToString();
    }
}
