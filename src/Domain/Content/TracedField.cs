namespace QuestCms.Domain.Content;

/// <summary>A field while its words are traced: its words as numbers, and the origin of each as far as it is known.</summary>
internal sealed class TracedField(TextField kind, string text, IReadOnlyList<Word> words, int[] numbers, Origin?[] origins)
{
    public TextField Field => kind;
    public string Text => text;
    public IReadOnlyList<Word> Words => words;
    public int[] Numbers => numbers;
    public Origin?[] Origins => origins;
    /// <summary>Words of a base that stand in the new text at their place or, as a whole paragraph or sentence, at another.</summary>
    public bool[] Standing { get; } = new bool[numbers.Length];

    public bool IsOpen => Array.IndexOf(origins, null) >= 0;

    public static TracedField Of(TextField field, string text, Origin? origin, Vocabulary vocabulary)
    {
        var words = Content.Words.Of(field, text);
        var origins = new Origin?[words.Count];
        Array.Fill(origins, origin);
        return new TracedField(field, text, words, vocabulary.Of(text, words), origins);
    }

    public static TracedField Of(TextField field, TracedText source, Vocabulary vocabulary)
    {
        var text = source.Content.TextOf(field);
        var words = Content.Words.Of(field, text);
        return new TracedField(field, text, words, vocabulary.Of(text, words), source.Authorship.OriginsOf(field, words.Count));
    }

    /// <summary>The other field has the same words: it keeps these origins.</summary>
    public void StandsIn(TracedField other)
    {
        origins.CopyTo(other.Origins, 0);
        Array.Fill(Standing, true);
    }

    /// <summary>Runs of words without an origin, as (start, end).</summary>
    public IEnumerable<(int Start, int End)> OpenRuns()
    {
        for (var i = 0; i < origins.Length; i++)
        {
            if (origins[i] is not null) continue;
            var start = i;
            while (i < origins.Length && origins[i] is null) i++;
            yield return (start, i);
        }
    }

    public void GiveRestTo(Origin origin)
    {
        for (var i = 0; i < origins.Length; i++) origins[i] ??= origin;
    }
}

/// <summary>All fields of a revision, and all their words behind one another for look-ups.</summary>
internal sealed class TracedFields(IReadOnlyList<TracedField> fields)
{
    public static TracedFields Of(TracedText source, Vocabulary vocabulary) =>
        new([.. Enum.GetValues<TextField>().Select(field => TracedField.Of(field, source, vocabulary))]);

    public TracedField Field(TextField field) => fields[(int)field];

    public Shingles All() => Gathered(fields, standing: false);

    /// <summary>Only what no longer stands in the new text.</summary>
    public Shingles TakenAway() => Gathered(fields, standing: true);

    private static Shingles Gathered(IReadOnlyList<TracedField> fields, bool standing)
    {
        var size = fields.Sum(field => field.Numbers.Length + 1);
        var (numbers, origins, at) = (new int[size], new Origin?[size], 0);
        foreach (var field in fields)
        {
            for (var i = 0; i < field.Numbers.Length; i++, at++)
            {
                numbers[at] = standing && field.Standing[i] ? Shingles.Gap : field.Numbers[i];
                origins[at] = field.Origins[i];
            }
            numbers[at++] = Shingles.Gap;
        }
        return new Shingles(numbers, origins);
    }
}
