namespace QuestCms.Domain.Content;

public enum PassageKind { Same, Changed, Added, Removed }

public enum PieceKind { Same, Inserted, Deleted }

/// <summary>A stretch of a passage, as it stands in the source.</summary>
public readonly record struct Piece(string Text, PieceKind Kind);

/// <summary>
/// A block of two texts compared. The pieces that are not inserted are the older text, those not deleted the newer, with the line ends after the block;
/// a passage counts as the same also when only these line ends differ.
/// </summary>
/// <param name="Heading">The heading it stands under, or is; null before the first and outside the body.</param>
public sealed record Passage(PassageKind Kind, string? Heading, IReadOnlyList<Piece> Pieces)
{
    public string Older => string.Concat(Pieces.Where(p => p.Kind != PieceKind.Inserted).Select(p => p.Text));
    public string Newer => string.Concat(Pieces.Where(p => p.Kind != PieceKind.Deleted).Select(p => p.Text));

    internal static Passage Removed(TextBlock block) => new(PassageKind.Removed, block.Heading, [new Piece(block.Whole, PieceKind.Deleted)]);

    internal static Passage Added(TextBlock block) => new(PassageKind.Added, block.Heading, [new Piece(block.Whole, PieceKind.Inserted)]);

    internal static Passage Of(TextBlock older, TextBlock newer, Vocabulary vocabulary, Effort effort)
    {
        var pieces = new PieceList<PieceKind>();
        if (older.Text == newer.Text) pieces.Add(newer.Text, PieceKind.Same);
        else Compare(older.Text, newer.Text, pieces, vocabulary, effort);
        if (older.Space == newer.Space) pieces.Add(newer.Space, PieceKind.Same);
        else
        {
            pieces.Add(older.Space, PieceKind.Deleted);
            pieces.Add(newer.Space, PieceKind.Inserted);
        }
        return new Passage(older.Text == newer.Text ? PassageKind.Same : PassageKind.Changed, newer.Heading, pieces.As((text, kind) => new Piece(text, kind)));
    }

    private static void Compare(string older, string newer, PieceList<PieceKind> pieces, Vocabulary vocabulary, Effort effort)
    {
        var (olderTokens, newerTokens) = (TextTokens.Of(older), TextTokens.Of(newer));
        var pairs = TextTokens.Pair(olderTokens, newerTokens, vocabulary, effort);
        var (o, n) = (0, 0);
        for (var i = 0; i <= pairs.Length; i++)
        {
            if (i < pairs.Length && pairs[i] < 0) continue;
            var last = i < pairs.Length ? pairs[i] : olderTokens.Count;
            while (o < last) pieces.Add(olderTokens[o++], PieceKind.Deleted);
            while (n < i) pieces.Add(newerTokens[n++], PieceKind.Inserted);
            if (i < pairs.Length) pieces.Add(newerTokens[n++], PieceKind.Same);
            o = last + 1;
        }
    }
}
