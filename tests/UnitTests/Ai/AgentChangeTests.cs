using QuestCms.Domain.Ai;

namespace QuestCms.UnitTests.Ai;

public sealed class AgentChangeTests
{
    private const string Body = "First paragraph.\n\nThe fee is 110 euro. Bring it.\n\n- one\n- two\n";
    private static readonly Range[] Blocks = [0..16, 18..48, 50..61];

    [Fact]
    public void A_quotation_inside_a_block_changes_that_block_alone()
    {
        var change = AgentChange.Of(Body, Blocks, "110 euro", "120 euro").Value;
        Assert.Equal(new AgentChange(1, 1, "The fee is 110 euro. Bring it.", "The fee is 120 euro. Bring it."), change);
        Assert.Equal((1, 1), AgentChange.Find(Body, Blocks, change.Before));
    }

    [Fact]
    public void One_over_several_blocks_changes_all_of_them()
    {
        var change = AgentChange.Of(Body, Blocks, "paragraph.\n\nThe fee", "one.\n\nThe price").Value;
        Assert.Equal((0, 2, "First one.\n\nThe price is 110 euro. Bring it."), (change.Place, change.Replaces, change.After));
    }

    [Fact]
    public void Without_a_quotation_the_words_stand_at_the_end()
    {
        Assert.Equal(new AgentChange(3, 0, "", "More."), AgentChange.Of(Body, Blocks, "", "More.").Value);
        Assert.Equal((3, 0), AgentChange.Find(Body, Blocks, ""));
    }

    [Theory]
    [InlineData("999 euro", "quote.not_found")]
    [InlineData("o", "quote.twice")]
    [InlineData("aragraphs", "quote.not_found")]
    public void What_stands_there_not_at_all_or_twice_is_refused(string quote, string code) => Assert.Equal(code, AgentChange.Of(Body, Blocks, quote, "x").Error!.Code);

    [Fact]
    public void A_passage_that_reads_otherwise_by_now_is_not_found()
    {
        Assert.Null(AgentChange.Find(Body, Blocks, "The fee is 90 euro. Bring it."));
        Assert.Null(AgentChange.Find(Body, Blocks, "The fee is 110 euro.")); // a part of what stands there now
    }
}
