using CsCheck;
using QuestCms.Domain.Content;
using QuestCms.Domain.Sites;

namespace QuestCms.UnitTests.Content;

public sealed class TextDifferenceTests
{
    private static readonly string[] Pieces =
    [
        "the", " ", " ", "rent", "\n\n", "\n", ". ", "# Head\n", "\n- item", "\n1. one", "\n```\n", "flat", "é🙂", "three", "1,5", "**b**", "  ", "deposit", "\n\n## Under\n\n", "don't",
    ];

    internal static readonly Gen<string> AnyText = Gen.Int[0, Pieces.Length - 1].Select(i => Pieces[i]).Array[0, 50].Select(string.Concat);

    /// <summary>A text and a version of it with some stretches replaced.</summary>
    internal static Gen<(string Older, string Newer)> Edited => Gen.Select(AnyText, AnyText, Gen.Int[0, 100], Gen.Int[0, 100], (text, other, from, length) =>
    {
        var start = text.Length * from / 100;
        var end = start + (text.Length - start) * length / 100;
        return (text, text[..start] + other[..(other.Length / 3)] + text[end..]);
    });

    private static IReadOnlyList<Passage> Of(string older, string newer) => TextDifference.Between(TextField.Body, older, newer);

    [Fact]
    public void A_difference_gives_back_both_texts_exactly() => Edited.Sample(texts =>
    {
        foreach (var field in new[] { TextField.Body, TextField.Title })
        {
            var passages = TextDifference.Between(field, texts.Older, texts.Newer);
            Assert.Equal(texts.Older, string.Concat(passages.Select(p => p.Older)));
            Assert.Equal(texts.Newer, string.Concat(passages.Select(p => p.Newer)));
            Assert.All(passages, p => Assert.All(p.Pieces, piece => Assert.NotEqual("", piece.Text)));
        }
    }, iter: 5_000);

    [Fact]
    public void Blocks_put_together_are_the_text() =>
        AnyText.Sample(text => Assert.Equal(text, string.Concat(TextBlocks.Of(text).Select(b => b.Whole))), iter: 5_000);

    [Fact]
    public void Equal_texts_have_no_changed_passage()
    {
        var content = new ArticleContent { Title = "A title", Body = "One.\n\n# Two\n\nThree.", Tags = ["a"] };
        var difference = TextDifference.Between(content, content with { Tags = ["a"] });
        Assert.True(difference.IsEmpty);
        Assert.Equal(3, difference.Fields[TextField.Body].Count);
    }

    [Fact]
    public void A_changed_word_is_shown_in_its_passage_under_its_heading()
    {
        var passages = Of("Intro.\n\n## Costs\n\nThe rent is 900 euro.\n\nLast.", "Intro.\n\n## Costs\n\nThe rent is 950 euro.\n\nLast.");
        var changed = Assert.Single(passages, p => p.Kind != PassageKind.Same);
        Assert.Equal((PassageKind.Changed, "Costs"), (changed.Kind, changed.Heading));
        Assert.Equal([new("The rent is ", PieceKind.Same), new("900", PieceKind.Deleted), new("950", PieceKind.Inserted), new(" euro.\n\n", PieceKind.Same)], changed.Pieces);
    }

    [Fact]
    public void A_paragraph_added_at_the_end_is_the_only_change()
    {
        var passages = Of("One is here.", "One is here.\n\nTwo is there.");
        Assert.Equal([PassageKind.Same, PassageKind.Added], passages.Select(p => p.Kind));
    }

    [Fact]
    public void Unlike_paragraphs_are_removed_and_added_rather_than_changed()
    {
        var passages = Of("Keep.\n\nThe landlord keeps your deposit apart.\n\nKeep too.", "Keep.\n\nRegister within two weeks at an office.\n\nKeep too.");
        Assert.Equal([PassageKind.Same, PassageKind.Removed, PassageKind.Added, PassageKind.Same], passages.Select(p => p.Kind));
    }

    [Fact]
    public void A_fence_is_one_block_and_each_list_item_is_one() =>
        Assert.Equal(["Text", "```\ncode\n\n# no heading\n```", "- one\n  more", "- two", "# Head", "End"],
            TextBlocks.Of("Text\n\n```\ncode\n\n# no heading\n```\n- one\n  more\n- two\n\n# Head\nEnd\n").Select(b => b.Text));

    [Fact]
    public void Fields_without_words_change_from_one_value_to_another()
    {
        var category = CategoryId.From(new Guid("00000000-0000-7000-8000-000000000009"));
        var older = new ArticleContent { Slug = "old", Tags = ["a", "b"], Kind = ArticleKind.Guide };
        var newer = new ArticleContent { Slug = "new", Tags = ["b"], Kind = ArticleKind.News, Category = category };
        var changes = TextDifference.Between(older, newer).Changes;
        Assert.Equal([PlainField.Slug, PlainField.Kind, PlainField.Category, PlainField.Tags], changes.Select(c => c.Field));
        Assert.Empty(changes[2].From);
        Assert.Equal([category.ToString()], changes[2].To);
    }

    [Theory]
    [InlineData("a ", "b ", 100_000, 66_000)]
    [InlineData("a\n\n", "b\n\n", 60_000, 50_000)]
    [InlineData("same. ", "same, ", 30_000, 30_000)]
    [InlineData("`", "~", 200_000, 200_000)]
    public void Hostile_texts_cost_a_bounded_number_of_steps_a_character(string older, string newer, int times, int newerTimes)
    {
        var effort = new Effort();
        var (one, two) = (string.Concat(Enumerable.Repeat(older, times)), string.Concat(Enumerable.Repeat(newer + older, newerTimes / 2)));
        var passages = TextDifference.Between(TextField.Body, one, two, effort);
        Assert.InRange(effort.Steps, 1, 3L * Alignment.MostDifferences * (one.Length + two.Length));
        Assert.Equal(two, string.Concat(passages.Select(p => p.Newer)));
    }
}
