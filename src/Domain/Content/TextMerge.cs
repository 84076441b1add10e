namespace QuestCms.Domain.Content;

/// <summary>Who changed a passage since both versions were the same.</summary>
public enum MergeKind
{
    Same,
    Mine,
    Theirs,
    /// <summary>Both made the same change.</summary>
    Alike,
    /// <summary>Both changed it at different places: both changes hold.</summary>
    Merged,
    /// <summary>Both changed the same place: a person decides.</summary>
    Conflict,
}

public enum MergeSide { Both, Mine, Theirs }

/// <summary>A stretch of the merged text and who brought it.</summary>
public readonly record struct MergePiece(string Text, MergeSide From);

/// <summary>A passage of three versions. A version that does not have it is empty.</summary>
/// <param name="Pieces">The merge; in a conflict what I and what they wrote at one place, one after the other, so that no word of either is lost.</param>
public sealed record MergePassage(MergeKind Kind, string? Heading, string Base, string Mine, string Theirs, IReadOnlyList<MergePiece> Pieces)
{
    public string Both => string.Concat(Pieces.Select(p => p.Text));
    public bool IsConflict => Kind == MergeKind.Conflict;
}

/// <summary>A plain field that the two versions have differently.</summary>
public sealed record FieldChoice(PlainField Field, IReadOnlyList<string> Base, IReadOnlyList<string> Mine, IReadOnlyList<string> Theirs)
{
    /// <summary>Both changed it, each in another way.</summary>
    public bool IsConflict => !Mine.SequenceEqual(Base) && !Theirs.SequenceEqual(Base);
}

/// <summary>
/// Mine, theirs and what both came from, passage by passage, for the page on which a person resolves a conflict (the idea of diff3: Khanna, Kunal, Pierce, "A Formal
/// Investigation of Diff3", 2007; by blocks first, then by words). A field's passages of one version in order give back that version. Capped as <see cref="Alignment"/>.
/// </summary>
public sealed record TextMerge(IReadOnlyDictionary<TextField, IReadOnlyList<MergePassage>> Fields, IReadOnlyList<FieldChoice> Choices)
{
    public int Conflicts => Fields.Values.Sum(passages => passages.Count(p => p.IsConflict)) + Choices.Count(c => c.IsConflict);

    public static TextMerge Of(ArticleContent old, ArticleContent mine, ArticleContent theirs) => new(
        Enum.GetValues<TextField>().ToDictionary(field => field, field => Of(field, old.TextOf(field), mine.TextOf(field), theirs.TextOf(field))),
        [.. from field in Enum.GetValues<PlainField>()
            let choice = new FieldChoice(field, TextDifference.ValuesOf(old, field), TextDifference.ValuesOf(mine, field), TextDifference.ValuesOf(theirs, field))
            where !choice.Mine.SequenceEqual(choice.Theirs)
            select choice]);

    /// <summary>One field of three versions.</summary>
    public static IReadOnlyList<MergePassage> Of(TextField field, string old, string mine, string theirs) => Of(field, old, mine, theirs, new Effort());

    internal static IReadOnlyList<MergePassage> Of(TextField field, string old, string mine, string theirs, Effort effort)
    {
        var vocabulary = new Vocabulary();
        var merge = new PassageMerge(field == TextField.Body ? "\n\n" : " ", vocabulary, effort);
        var (first, my, their) = (TextDifference.BlocksOf(field, old), TextDifference.BlocksOf(field, mine), TextDifference.BlocksOf(field, theirs));
        var passages = new List<MergePassage>();
        ThreeWays.Walk(first.Count, PairsOf(my), PairsOf(their),
            (o, m, t) => passages.Add(merge.Of(first[o], my[m], their[t])),
            (o, m, t) => passages.Add(merge.Of(Joined(first, o), Joined(my, m), Joined(their, t))));
        return passages;

        int[] PairsOf(List<TextBlock> newer) => field == TextField.Body
            ? TextBlocks.Pair(first, newer, vocabulary, effort)
            : [.. newer.Select(_ => first.Count > 0 ? 0 : -1)];
    }

    /// <summary>Chosen texts as one body; where a last block without line end was not the last any more, a blank line parts it from the next.</summary>
    public static string Join(IEnumerable<string> texts)
    {
        var joined = new System.Text.StringBuilder();
        foreach (var text in texts.Where(text => text.Length > 0))
        {
            if (joined.Length > 0 && joined[^1] != '\n') joined.Append("\n\n");
            joined.Append(text);
        }
        return joined.ToString();
    }

    private static TextBlock Joined(List<TextBlock> blocks, Range range) =>
        new(string.Concat(blocks[range].Select(b => b.Whole)), "", blocks[range].FirstOrDefault().Heading);
}
