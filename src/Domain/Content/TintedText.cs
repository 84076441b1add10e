namespace QuestCms.Domain.Content;

/// <summary>How a sentence is shown to a reviewer.</summary>
public enum Tint
{
    /// <summary>A model's words, untouched.</summary>
    Machine,
    /// <summary>A model and someone else wrote this sentence.</summary>
    Edited,
    Human,
    /// <summary>Brought from outside by a person.</summary>
    Pasted,
}

/// <summary>So many words one after another of one tint.</summary>
public readonly record struct TintRun(int Words, Tint Tint);

/// <summary>A stretch of a text, in UTF-16 units, from its first word to the mark that ends its last.</summary>
public readonly record struct TintSpan(int Start, int Length, Tint Tint);

/// <summary>A field with the tint of every word: by place in the source, by count of words, or laid over the text as it was rendered.</summary>
public sealed class TintedText
{
    private readonly string _text;
    private readonly IReadOnlyList<Word> _words;
    private readonly Tint[] _tints;

    private TintedText(string text, IReadOnlyList<Word> words, Tint[] tints)
    {
        (_text, _words, _tints) = (text, words, tints);
        Runs = RunsOf(tints);
        Spans = SpansOf(text, words, tints);
    }

    /// <summary>In the order of the words; adjacent runs differ.</summary>
    public IReadOnlyList<TintRun> Runs { get; }

    /// <summary>Sentence by sentence; a sentence in which typed and pasted words stand side by side has several.</summary>
    public IReadOnlyList<TintSpan> Spans { get; }

    /// <summary>The body, in its Markdown.</summary>
    public static TintedText OfBody(ArticleContent content, Authorship authorship) => Of(TextField.Body, content.Body, authorship);

    public static TintedText Of(TextField field, string text, Authorship authorship)
    {
        var words = Words.Of(field, text);
        var origins = authorship.OriginsOf(field, words.Count);
        var tints = new Tint[words.Count];
        var start = 0;
        for (var i = 0; i < tints.Length; i++)
        {
            if (words[i].After == WordBreak.None && i + 1 < tints.Length) continue;
            var sentence = origins.AsSpan(start, i + 1 - start);
            var machine = 0;
            foreach (var origin in sentence)
                if (origin is { IsMachine: true }) machine++;
            var isMixed = machine > 0 && machine < sentence.Length;
            for (var j = start; j <= i; j++)
                tints[j] = isMixed ? Tint.Edited : machine > 0 ? Tint.Machine : origins[j] is { Pasted: true } ? Tint.Pasted : Tint.Human;
            start = i + 1;
        }
        return new TintedText(text, words, tints);
    }

    /// <summary>
    /// The tints over rendered text, one list for each text node given, in order. Rendering and counting may disagree on a word here and there (an alt text, a footnote's number):
    /// the words are aligned, and a word only the rendering has takes the tint of the one before.
    /// </summary>
    public IReadOnlyList<IReadOnlyList<TintSpan>> Over(IReadOnlyList<string> texts)
    {
        var vocabulary = new Vocabulary();
        var nodes = texts.Select(text => (Text: text, Words: Words.InPlain(text))).ToList();
        int[] rendered = [.. nodes.SelectMany(node => vocabulary.Of(node.Text, node.Words))];
        var pairs = Alignment.Between(vocabulary.Of(_text, _words), rendered, new Effort());
        var result = new List<IReadOnlyList<TintSpan>>(nodes.Count);
        var tint = _tints.Length > 0 ? _tints[0] : Tint.Human;
        var at = 0;
        foreach (var (text, words) in nodes)
        {
            var tints = new Tint[words.Count];
            for (var i = 0; i < tints.Length; i++, at++) tints[i] = tint = pairs[at] >= 0 ? _tints[pairs[at]] : tint;
            result.Add(SpansOf(text, words, tints));
        }
        return result;
    }

    private static List<TintRun> RunsOf(Tint[] tints)
    {
        var runs = new List<TintRun>();
        foreach (var tint in tints)
        {
            if (runs.Count > 0 && runs[^1].Tint == tint) runs[^1] = runs[^1] with { Words = runs[^1].Words + 1 };
            else runs.Add(new TintRun(1, tint));
        }
        return runs;
    }

    private static List<TintSpan> SpansOf(string text, IReadOnlyList<Word> words, Tint[] tints)
    {
        var spans = new List<TintSpan>();
        var start = 0;
        for (var i = 0; i < tints.Length; i++)
        {
            var isLast = i + 1 == tints.Length || words[i].After != WordBreak.None || tints[i + 1] != tints[i];
            if (!isLast) continue;
            var end = words[i].End;
            while (end < text.Length && text[end] is '.' or '!' or '?' or '…' or ',' or ';' or ':' or '"' or '”' or '’' or '。' or '！' or '？') end++;
            spans.Add(new TintSpan(words[start].Start, end - words[start].Start, tints[i]));
            start = i + 1;
        }
        return spans;
    }
}
