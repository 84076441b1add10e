using QuestCms.Domain.Content;
using QuestCms.Domain.Review;
using QuestCms.Domain.Sites;

namespace QuestCms.UnitTests.Review;

public sealed class ClaimKinshipTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 20, 9, 0, 0, TimeSpan.Zero);
    private const string Text = "# Fees\n\nThe [fee](https://example.org/fees) is **110 euro** a person. Nobody refunds it!\n\n| Child | 55 € |\n| --- | --- |\n| Infant | 0 € |\n";

    [Fact]
    public void A_quoted_sentence_is_found_with_and_without_its_markup_whole_or_by_four_words_of_it()
    {
        string[] quotes = ["The fee is 110 euro a person.", "The [fee](https://example.org/fees) is **110 euro** a person.", "is 110 euro a person", "Nobody refunds it!", "Infant · 0 €"];

        foreach (var quote in quotes) Assert.Equal(0, ClaimKinship.Locate([new FoundSentence(quote, [ClaimKind.Price])], Text).Lost);
        var (found, lost) = ClaimKinship.Locate([new FoundSentence(quotes[0], [ClaimKind.Price]), new FoundSentence(quotes[2], [ClaimKind.Link]), new FoundSentence(quotes[0], [ClaimKind.Price])], Text);
        Assert.Equal(0, lost);
        Assert.Equal([ClaimKind.Price, ClaimKind.Link], Assert.Single(found).Kinds);
        Assert.StartsWith("The [fee]", found[0].Sentence, StringComparison.Ordinal); // as it stands, not as it was quoted
    }

    [Theory]
    [InlineData("The fee is 120 euro a person.")]
    [InlineData("110 euro")]
    [InlineData("Fees")]
    [InlineData("The harbour tax is 1,234 euro.")]
    [InlineData("ee is 110 euro a perso")]
    [InlineData("…")]
    [InlineData("")]
    public void What_does_not_stand_in_the_text_is_left_out_and_counted(string quote)
    {
        var (found, lost) = ClaimKinship.Locate([new FoundSentence(quote, [ClaimKind.Price])], Text);

        Assert.Equal((0, 1), (found.Count, lost));
    }

    [Fact]
    public void A_changed_sentence_knows_what_it_was()
    {
        Claim[] gone = [Found("Write to the school at the office in March."), Found("The visa fee is 90 euro a person."), Found("The visa costs nothing.")];

        Assert.Same(gone[1], ClaimKinship.PredecessorOf("The visa fee is 110 euro a person.", gone));
        Assert.Null(ClaimKinship.PredecessorOf("Trains run every 20 minutes on weekdays.", gone));
        Assert.Null(ClaimKinship.PredecessorOf("90 euro.", gone));
    }

    private static Claim Found(string sentence) => Claim.Find(ClaimId.New(Now), SiteId.New(Now), ArticleId.New(Now), new FoundSentence(sentence, [ClaimKind.Price]), null, null, Now);
}
