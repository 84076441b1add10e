using QuestCms.Application.Ai;
using QuestCms.Domain.Identity;

namespace QuestCms.IntegrationTests.Ai;

public sealed class ChangePricesTests(ClaudeHouse shared) : WithClaude(shared)
{
    [Fact]
    public async Task The_houses_price_holds_from_its_day_for_what_is_asked_then_and_before_it_the_operators()
    {
        await Some.Must(new ChangePrices("claude-sonnet-5-5=30/150@2026-01-01\nclaude-sonnet-5-5=300/1500@2999-01-01"), Actor.Shell);
        var dear = await AnswerAsync("answer");
        Assert.Equal((dear.InputTokens * 30m + dear.OutputTokens * 150m) / 1_000_000m, dear.Cost);
        Assert.True(dear.Reserved > dear.Cost);

        await Some.Must(new ChangePrices("claude-sonnet-5-5=300/1500@2999-01-01"), Actor.Shell);
        var usual = await AnswerAsync("answer");
        Assert.Equal((usual.InputTokens * 3m + usual.OutputTokens * 15m) / 1_000_000m, usual.Cost);
        Assert.Equal(dear.Cost, (await RowAsync(dear.Id)).Cost);
    }

    [Fact]
    public async Task What_is_no_price_is_refused_beside_its_field()
    {
        var refused = await House.SendAsync(new ChangePrices("what it costs"), Actor.Shell);
        Assert.Equal("prices", Assert.Single(refused.Error!.Fields).Path);
    }
}

public sealed class GetPricesTests(ClaudeHouse shared) : WithClaude(shared)
{
    [Fact]
    public async Task Both_lists_are_told_apart()
    {
        await Some.Must(new ChangePrices("claude-haiku-5-5=1/5@2026-01-01"), Actor.Shell);
        var prices = (await House.SendAsync(new GetPrices(), Actor.Shell)).Value;
        Assert.Equal(("claude-haiku-5-5=1/5@2026-01-01", "claude-sonnet-5-5=3/15@2026-11-01"), (prices.Kept, prices.AsSet));
    }
}
