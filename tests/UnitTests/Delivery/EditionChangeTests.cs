using QuestCms.Domain.Content;
using QuestCms.Domain.Delivery;

namespace QuestCms.UnitTests.Delivery;

public sealed class EditionChangeTests
{
    private const string Body = "Write to three schools first. Then look for flats.\n\n## What it costs\n\nThe fee is 110 euro. It is paid once.\n";
    private static readonly ArticleContent Text = new() { Title = "Moving to Lisbon", Summary = "In which order.", Body = Body, Tags = ["visa"] };

    [Fact]
    public void The_same_text_has_no_change_and_nothing_to_say()
    {
        var change = EditionChange.Between(Text, Text with { });

        Assert.Empty(change.Fields);
        Assert.Equal((0, 0, ""), (change.SentencesNew, change.SentencesGone, change.Say()));
    }

    [Theory]
    [InlineData("110", "120", "One sentence was changed.")]
    [InlineData(" It is paid once.", "", "One sentence was taken out.")]
    [InlineData("paid once.", "paid once. Keep the receipt.", "One sentence was added.")]
    [InlineData("110 euro. It is paid once.", "120 euro. It is paid twice. Keep the receipt.", "2 sentences were changed and one sentence was added.")]
    [InlineData("## What it costs", "## The price", "Headings or the form of the text were changed.")]
    [InlineData("schools first. Then", "schools  first.\nThen", "Headings or the form of the text were changed.")]
    public void What_became_of_the_body_is_one_sentence(string from, string to, string says) =>
        Assert.Equal(says, EditionChange.Between(Text, Text with { Body = Body.Replace(from, to, StringComparison.Ordinal) }).Say());

    [Fact]
    public void Title_and_summary_come_first_and_what_is_no_words_is_named_and_not_told()
    {
        var change = EditionChange.Between(Text, Text with { Title = "Moving to Porto", Summary = "How.", Tags = ["visa", "tax"], Body = Body.Replace("110", "120", StringComparison.Ordinal) });

        Assert.Equal(["title", "summary", "body", "tags"], change.Fields);
        Assert.Equal("The title was changed, the summary was changed and one sentence was changed.", change.Say());
        Assert.Equal("", EditionChange.Between(Text, Text with { Tags = [] }).Say());
    }

    [Fact]
    public void Nothing_of_what_was_taken_out_is_said_again() =>
        Assert.DoesNotContain("flats", EditionChange.Between(Text, Text with { Body = Body.Replace(" Then look for flats.", "", StringComparison.Ordinal) }).Say(), StringComparison.Ordinal);
}
