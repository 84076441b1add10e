namespace QuestCms.Domain.Content;

/// <summary>What has no words of its own and changes as a whole.</summary>
public enum PlainField { Slug, Kind, Category, Tags, Bylines, Cover }

/// <summary>A plain field's values: one, none, or the list in its order. Categories, bylines and covers are ids.</summary>
public sealed record FieldChange(PlainField Field, IReadOnlyList<string> From, IReadOnlyList<string> To);

/// <summary>
/// The difference of two contents for history, review and conflict. The body is compared block by block, equal blocks first, then blocks that are alike, then the words inside these;
/// other fields are one passage each. Every field's passages in order give back both texts exactly. Work is capped as in <see cref="Alignment"/>.
/// </summary>
public sealed record TextDifference(IReadOnlyDictionary<TextField, IReadOnlyList<Passage>> Fields, IReadOnlyList<FieldChange> Changes)
{
    /// <summary>Passages that are not the same, in all fields.</summary>
    public int ChangedPassages => Fields.Values.Sum(passages => passages.Count(p => p.Kind != PassageKind.Same));

    public bool IsEmpty => ChangedPassages == 0 && Changes.Count == 0;

    public static TextDifference Between(ArticleContent older, ArticleContent newer)
    {
        var fields = Enum.GetValues<TextField>().ToDictionary(field => field, field => Between(field, older.TextOf(field), newer.TextOf(field)));
        return new TextDifference(fields, ChangesOf(older, newer));
    }

    /// <summary>One field; no passage where both are empty.</summary>
    public static IReadOnlyList<Passage> Between(TextField field, string older, string newer) => Between(field, older, newer, new Effort());

    internal static IReadOnlyList<Passage> Between(TextField field, string older, string newer, Effort effort)
    {
        var vocabulary = new Vocabulary();
        var (olderBlocks, newerBlocks) = (BlocksOf(field, older), BlocksOf(field, newer));
        var pairs = field == TextField.Body
            ? TextBlocks.Pair(olderBlocks, newerBlocks, vocabulary, effort)
            : [.. newerBlocks.Select((_, i) => i < olderBlocks.Count ? i : -1)];
        var passages = new List<Passage>();
        var o = 0;
        var added = new List<Passage>();
        for (var n = 0; n < pairs.Length; n++)
        {
            if (pairs[n] < 0)
            {
                added.Add(Passage.Added(newerBlocks[n]));
                continue;
            }
            // What went stands before what came.
            while (o < pairs[n]) passages.Add(Passage.Removed(olderBlocks[o++]));
            passages.AddRange(added);
            added.Clear();
            passages.Add(Passage.Of(olderBlocks[o++], newerBlocks[n], vocabulary, effort));
        }
        while (o < olderBlocks.Count) passages.Add(Passage.Removed(olderBlocks[o++]));
        passages.AddRange(added);
        return passages;
    }

    internal static List<TextBlock> BlocksOf(TextField field, string text) =>
        field == TextField.Body ? TextBlocks.Of(text) : text.Length == 0 ? [] : [new TextBlock(text, "", null)];

    internal static IReadOnlyList<string> ValuesOf(ArticleContent content, PlainField field) => field switch
    {
        PlainField.Slug => content.Slug.Length == 0 ? [] : [content.Slug],
        PlainField.Kind => [content.Kind.ToString()],
        PlainField.Category => content.Category is { } category ? [category.ToString()] : [],
        PlainField.Tags => content.Tags,
        PlainField.Bylines => [.. content.Bylines.Select(b => b.ToString())],
        PlainField.Cover => content.Cover is { } cover ? [cover.ToString()] : [],
        _ => throw new ArgumentOutOfRangeException(nameof(field), field, null),
    };

    private static List<FieldChange> ChangesOf(ArticleContent older, ArticleContent newer) =>
        [.. from field in Enum.GetValues<PlainField>()
            let change = new FieldChange(field, ValuesOf(older, field), ValuesOf(newer, field))
            where !change.From.SequenceEqual(change.To)
            select change];
}
