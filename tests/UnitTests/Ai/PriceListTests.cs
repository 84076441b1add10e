using QuestCms.Domain.Ai;

namespace QuestCms.UnitTests.Ai;

public sealed class PriceListTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 27, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("claude-sonnet-5-5=3/15@2026-11-01", "claude-sonnet-5-5=3/15@2026-11-01")]
    [InlineData(" claude-haiku-5-5 = 0.25 / 1.250 @ 2026-01-31 ", "claude-haiku-5-5=0.25/1.25@2026-01-31")]
    public void A_price_is_read_and_said_again(string line, string said) => Assert.Equal(said, ModelPrice.Read(line)!.ToString());

    [Theory]
    [InlineData("")]
    [InlineData("claude")]
    [InlineData("claude=3/15")]
    [InlineData("claude=3@2026-11-01")]
    [InlineData("=3/15@2026-11-01")]
    [InlineData("two words=3/15@2026-11-01")]
    [InlineData("claude=-3/15@2026-11-01")]
    [InlineData("claude=3,5/15@2026-11-01")]
    [InlineData("claude=1000000/15@2026-11-01")]
    [InlineData("claude=3/15@2026-02-30")]
    public void Anything_else_is_no_price(string line) => Assert.Null(ModelPrice.Read(line));

    [Fact]
    public void A_price_holds_from_its_day_and_a_name_in_full_before_its_family()
    {
        var list = PriceList.Empty();
        Assert.False(list.Change("claude-sonnet=3/15@2026-01-01\n\nclaude-sonnet=2/10@2026-06-01\nclaude-sonnet-5-5=1/5@2026-09-01", null, Now).Refused);

        Assert.Null(PriceList.On(list.Prices, "claude-sonnet-5-5", new DateOnly(2025, 12, 31)));
        Assert.Equal(3m, PriceList.On(list.Prices, "claude-sonnet-5-5", new DateOnly(2026, 5, 31))!.Input);
        Assert.Equal(2m, PriceList.On(list.Prices, "claude-sonnet-5-5", new DateOnly(2026, 6, 1))!.Input);
        Assert.Equal(1m, PriceList.On(list.Prices, "claude-sonnet-5-5-20260901", new DateOnly(2026, 11, 1))!.Input);
        Assert.Null(PriceList.On(list.Prices, "claude-haiku-5-5", new DateOnly(2026, 11, 1)));
        Assert.Equal(0.0105m, list.Prices[^1].CostOf(3_000, 1_500));
    }

    [Fact]
    public void A_line_that_is_no_price_is_named_and_the_list_stays()
    {
        var list = PriceList.Empty();
        list.Change("claude-sonnet=3/15@2026-01-01", null, Now);
        Assert.StartsWith("Line 3 is no price.", list.Change("claude-sonnet=2/10@2026-01-01\n\nrubbish", null, Now).Error!.Message, StringComparison.Ordinal);
        Assert.Equal(3m, Assert.Single(list.Prices).Input);
        Assert.Equal("prices.too_many", list.Change(string.Join('\n', Enumerable.Repeat("claude-sonnet=2/10@2026-01-01", PriceList.MostLines + 1)), null, Now).Error!.Code);
    }
}
