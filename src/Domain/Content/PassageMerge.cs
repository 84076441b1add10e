namespace QuestCms.Domain.Content;

/// <summary>Merges one passage of three versions, token by token.</summary>
/// <param name="between">What parts my passage from theirs where both added one at the same place.</param>
internal sealed class PassageMerge(string between, Vocabulary vocabulary, Effort effort)
{
    public MergePassage Of(TextBlock old, TextBlock my, TextBlock their)
    {
        var pieces = new PieceList<MergeSide>();
        var kind = Merge(old.Text, my.Text, their.Text, pieces);
        // Line ends are nobody's change: whoever moved them has his way, and of two the wider.
        var space = my.Space == old.Space ? their.Space : their.Space == old.Space || my.Space.Length > their.Space.Length ? my.Space : their.Space;
        pieces.Add(space, MergeSide.Both);
        return new MergePassage(kind, my.Heading ?? their.Heading ?? old.Heading, old.Whole, my.Whole, their.Whole, pieces.As((text, side) => new MergePiece(text, side)));
    }

    private MergeKind Merge(string old, string my, string their, PieceList<MergeSide> pieces)
    {
        if (my == their)
        {
            pieces.Add(my, MergeSide.Both);
            return my == old ? MergeKind.Same : MergeKind.Alike;
        }
        if (old.Length == 0 && my.Length > 0 && their.Length > 0)
        {
            pieces.Add(my, MergeSide.Mine);
            if (!my.EndsWith('\n')) pieces.Add(between, MergeSide.Both);
            pieces.Add(their, MergeSide.Theirs);
            return MergeKind.Conflict;
        }
        var isConflict = ByTokens(old, my, their, pieces);
        return my == old ? MergeKind.Theirs : their == old ? MergeKind.Mine : isConflict ? MergeKind.Conflict : MergeKind.Merged;
    }

    private bool ByTokens(string old, string my, string their, PieceList<MergeSide> pieces)
    {
        var (oldTokens, myTokens, theirTokens) = (TextTokens.Of(old), TextTokens.Of(my), TextTokens.Of(their));
        var (myPairs, theirPairs) = (TextTokens.Pair(oldTokens, myTokens, vocabulary, effort), TextTokens.Pair(oldTokens, theirTokens, vocabulary, effort));
        var isConflict = false;
        ThreeWays.Walk(oldTokens.Count, myPairs, theirPairs, (o, _, _) => pieces.Add(oldTokens[o], MergeSide.Both), (o, m, t) =>
        {
            var (first, mine, theirs) = (string.Concat(oldTokens[o]), string.Concat(myTokens[m]), string.Concat(theirTokens[t]));
            if (mine == theirs) pieces.Add(mine, MergeSide.Both);
            else if (mine == first) pieces.Add(theirs, MergeSide.Theirs);
            else if (theirs == first) pieces.Add(mine, MergeSide.Mine);
            else
            {
                isConflict = true;
                pieces.Add(mine, MergeSide.Mine);
                if (mine.Length > 0 && theirs.Length > 0 && char.IsLetterOrDigit(mine[^1]) && char.IsLetterOrDigit(theirs[0])) pieces.Add(" ", MergeSide.Both);
                pieces.Add(theirs, MergeSide.Theirs);
            }
        });
        return isConflict;
    }
}
