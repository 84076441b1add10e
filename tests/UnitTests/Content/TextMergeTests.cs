using CsCheck;
using QuestCms.Domain.Content;

namespace QuestCms.UnitTests.Content;

public sealed class TextMergeTests
{
    private static IReadOnlyList<MergePassage> Of(string old, string mine, string theirs) => TextMerge.Of(TextField.Body, old, mine, theirs);

    [Fact]
    public void The_passages_of_each_version_give_it_back_exactly() =>
        Gen.Select(TextDifferenceTests.Edited, TextDifferenceTests.AnyText).Sample((texts, other) =>
        {
            foreach (var (mine, theirs) in new[] { (texts.Newer, other), (other, texts.Newer), (texts.Newer, texts.Older) })
            {
                var passages = Of(texts.Older, mine, theirs);
                Assert.Equal(texts.Older, string.Concat(passages.Select(p => p.Base)));
                Assert.Equal(mine, string.Concat(passages.Select(p => p.Mine)));
                Assert.Equal(theirs, string.Concat(passages.Select(p => p.Theirs)));
            }
        }, iter: 3_000);

    [Fact]
    public void A_merge_keeps_every_word_either_side_wrote()
    {
        var edits = Gen.Select(Gen.Int[0, 39], Gen.Int[0, 3]).Array[0, 8];
        Gen.Select(edits, edits).Sample((mine, theirs) =>
        {
            var words = Enumerable.Range(0, 40).Select(i => $"w{i}" + (i % 10 == 9 ? ".\n\n" : " ")).ToArray();
            var merged = TextMerge.Join(Of(string.Concat(words), Edit(words, mine, "m"), Edit(words, theirs, "t")).Select(p => p.Both));
            var kept = Words.InMarkdown(merged).Select(w => merged.Substring(w.Start, w.Length)).ToHashSet();
            foreach (var word in Inserted(Edit(words, mine, "m"), 'm').Concat(Inserted(Edit(words, theirs, "t"), 't'))) Assert.Contains(word, kept);
        }, iter: 3_000);

        static string Edit(string[] words, (int At, int How)[] edits, string side)
        {
            var edited = (string[])words.Clone();
            for (var i = 0; i < edits.Length; i++)
            {
                var (at, how) = edits[i];
                edited[at] = how switch
                {
                    0 => "",
                    1 => $"{side}{i} ",
                    2 => $"{side}{i} {edited[at]}",
                    _ => $"{edited[at]}{side}{i}\n\n",
                };
            }
            return string.Concat(edited);
        }

        static IEnumerable<string> Inserted(string text, char side) =>
            Words.InMarkdown(text).Select(w => text.Substring(w.Start, w.Length)).Where(w => w[0] == side);
    }

    [Fact]
    public void Changes_at_different_places_of_a_paragraph_are_merged()
    {
        var passage = Assert.Single(Of("The rent is 900 euro and the deposit is three rents.", "The rent is 950 euro and the deposit is three rents.", "The rent is 900 euro and the deposit is two rents."));
        Assert.Equal((MergeKind.Merged, "The rent is 950 euro and the deposit is two rents."), (passage.Kind, passage.Both));
        Assert.Equal([MergeSide.Both, MergeSide.Mine, MergeSide.Both, MergeSide.Theirs, MergeSide.Both], passage.Pieces.Select(p => p.From));
    }

    [Fact]
    public void Changes_of_one_word_conflict_and_both_stay_in_sight()
    {
        var passage = Assert.Single(Of("The rent is 900 euro.", "The rent is 950 euro.", "The rent is 990 euro."));
        Assert.True(passage.IsConflict);
        Assert.Equal("The rent is 950 990 euro.", passage.Both);
    }

    [Fact]
    public void One_sides_change_is_that_sides_and_the_same_change_is_no_conflict()
    {
        const string old = "# Head\n\nFirst of all.\n\nThen comes this.\n\nLast of all.";
        var passages = Of(old, old.Replace("First", "Foremost", StringComparison.Ordinal).Replace("Last", "End", StringComparison.Ordinal),
            old.Replace("Then", "There", StringComparison.Ordinal).Replace("Last", "End", StringComparison.Ordinal));
        Assert.Equal([MergeKind.Same, MergeKind.Mine, MergeKind.Theirs, MergeKind.Alike], passages.Select(p => p.Kind));
        Assert.Equal("# Head\n\nForemost of all.\n\nThere comes this.\n\nEnd of all.", TextMerge.Join(passages.Select(p => p.Both)));
        Assert.All(passages, p => Assert.Equal("Head", p.Heading));
    }

    [Fact]
    public void Paragraphs_both_added_at_one_place_are_both_kept_for_a_person_to_order()
    {
        var passages = Of("One.", "One.\n\nMine is this.", "One.\n\nTheirs is that.");
        Assert.Equal([MergeKind.Same, MergeKind.Conflict], passages.Select(p => p.Kind));
        Assert.Equal("One.\n\nMine is this.\n\nTheirs is that.", TextMerge.Join(passages.Select(p => p.Both)));
    }

    [Fact]
    public void What_one_deleted_and_the_other_changed_is_a_conflict_that_keeps_the_change()
    {
        var passages = Of("One.\n\nThe rent is high here.\n\nThree.", "One.\n\nThree.", "One.\n\nThe rent is low here.\n\nThree.");
        var conflict = Assert.Single(passages, p => p.IsConflict);
        Assert.Equal("The rent is low here.\n\n", conflict.Both);
        Assert.Equal("", conflict.Mine);
    }

    [Fact]
    public void Plain_fields_conflict_when_both_changed_them_differently()
    {
        var old = new ArticleContent { Slug = "a", Tags = ["x"], Title = "Old" };
        var merge = TextMerge.Of(old, old with { Slug = "b", Title = "Mine" }, old with { Slug = "c", Tags = ["y"], Title = "Theirs" });
        Assert.Equal([(PlainField.Slug, true), (PlainField.Tags, false)], merge.Choices.Select(c => (c.Field, c.IsConflict)));
        Assert.Equal("Mine Theirs", Assert.Single(merge.Fields[TextField.Title]).Both);
        Assert.Equal(2, merge.Conflicts);
    }
}
