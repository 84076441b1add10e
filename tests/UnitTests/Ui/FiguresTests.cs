using QuestCms.Web.Ui;

namespace QuestCms.UnitTests.Ui;

public sealed class FiguresTests
{
    [Theory]
    [InlineData(0, "0")]
    [InlineData(999, "999")]
    [InlineData(1284, "1,284")]
    [InlineData(-1284, "\u22121,284")]
    [InlineData(long.MinValue, "\u22129,223,372,036,854,775,808")]
    public void Counts_part_their_thousands(long number, string said) => Assert.Equal(said, Figures.Count(number));

    [Theory]
    [InlineData(118, "+\u00A0118")]
    [InlineData(-1031, "\u2212\u00A01,031")]
    [InlineData(0, "0")]
    public void A_change_says_its_direction(long number, string said) => Assert.Equal(said, Figures.Change(number));

    [Theory]
    [InlineData(0, "no words")]
    [InlineData(1, "1 word")]
    [InlineData(1048, "1,048 words")]
    public void Counted_things_agree_with_their_number(long number, string said) => Assert.Equal(said, Figures.Of(number, "word"));

    [Fact]
    public void A_plural_of_its_own_is_used() => Assert.Equal("3 pieces of text", Figures.Of(3, "piece of text", "pieces of text"));

    [Theory]
    [InlineData(51, 100, "51\u00A0%")]
    [InlineData(1, 3, "33\u00A0%")]
    [InlineData(1, 8, "13\u00A0%")]
    [InlineData(1, 1000, "under 1\u00A0%")]
    [InlineData(999, 1000, "over 99\u00A0%")]
    [InlineData(1000, 1000, "100\u00A0%")]
    [InlineData(0, 1000, "0\u00A0%")]
    [InlineData(3, 0, "0\u00A0%")]
    public void A_share_is_never_rounded_to_nothing_or_all(double part, double whole, string said) => Assert.Equal(said, Figures.Percent(part, whole));

    [Fact]
    public void Shares_add_up_to_a_hundred()
    {
        Assert.Equal([34, 33, 33], Figures.Shares(1, 1, 1));
        Assert.Equal([14, 29, 57], Figures.Shares(1, 2, 4));
        Assert.Equal([0, 0, 0], Figures.Shares(0, 0, 0));
        Assert.Equal([100, 0], Figures.Shares(7, 0));
    }

    [Fact]
    public void What_is_there_has_at_least_one_per_cent()
    {
        Assert.Equal([99, 0, 0, 1], Figures.Shares(10_000, 0, 0, 1));
        Assert.Equal([97, 1, 1, 1], Figures.Shares(100_000, 1, 1, 1));
    }

    [Theory]
    [InlineData(30, "under a minute", "under 1 min")]
    [InlineData(60, "1 minute", "1 min")]
    [InlineData(40 * 60 + 59, "40 minutes", "40 min")]
    [InlineData(9 * 3600, "9 hours", "9 h")]
    [InlineData(28 * 3600, "1 day 4 hours", "1 day 4 h")]
    [InlineData(48 * 3600, "2 days", "2 days")]
    [InlineData(12 * 86400 + 3600, "12 days", "12 days")]
    public void A_span_is_said_in_its_two_largest_units(int seconds, string said, string brief)
    {
        Assert.Equal(said, Figures.Span(TimeSpan.FromSeconds(seconds)));
        Assert.Equal(brief, Figures.Span(TimeSpan.FromSeconds(seconds), brief: true));
    }

    [Fact]
    public void Reading_takes_at_least_a_minute()
    {
        Assert.Equal("1 minute", Figures.Minutes(0));
        Assert.Equal("5 minutes", Figures.Minutes(5));
    }

    [Theory]
    [InlineData("6.12", "$6.12")]
    [InlineData("0.011", "$0.011")]
    [InlineData("0.1", "$0.10")]
    [InlineData("1284.5", "$1,284.50")]
    [InlineData("0", "$0.00")]
    public void Small_money_is_said_finer(string amount, string said) =>
        Assert.Equal(said, Figures.Dollars(decimal.Parse(amount, System.Globalization.CultureInfo.InvariantCulture)));
}
