using QuestCms.Application.Ai;
using QuestCms.Domain.Ai;
using QuestCms.Domain.Identity;

namespace QuestCms.IntegrationTests.Ai;

/// <summary>Claude takes nothing just now and says for how long: the request waits as a row and a job, and nobody else does.</summary>
public sealed class RetryAfterTests(ClaudeHouse shared) : WithClaude(shared)
{
    [Theory]
    [InlineData("20", 20)]
    [InlineData("0", 1)]
    [InlineData("400", 400)]
    public async Task It_waits_as_long_as_it_was_told_and_then_is_answered_and_paid_once(string header, int seconds)
    {
        var generation = await LimitedAsync(header);

        Assert.Equal((GenerationState.Queued, null), (generation.State, generation.EndedAt));
        Assert.StartsWith("Claude takes no more requests from this house just now. Yours is sent again by itself in ", generation.Say, StringComparison.Ordinal);
        Assert.Equal(generation.Reserved, await House.ScalarAsync<decimal>("select reserved from ai.generations where id = $1", generation.Id.Value));
        Assert.Equal(2L, await House.ScalarAsync<long>("select count(*) from work.jobs where subject = $1", generation.Id.Value)); // the one of the request, which no worker took here, and the later one
        var later = await House.ScalarAsync<DateTime>("select max(run_at) from work.jobs where subject = $1", generation.Id.Value);
        Assert.InRange((later - House.Clock.GetUtcNow().UtcDateTime).TotalSeconds, seconds - 5, seconds + 1);

        Claude.Speak("answer");
        var answered = await RunAsync(generation.Id);
        Assert.Equal((GenerationState.Finished, null), (answered.State, answered.Say));
        Assert.True(answered.Cost > 0);
    }

    [Fact]
    public async Task Too_long_is_an_end_with_a_sentence()
    {
        var generation = await LimitedAsync("7200");
        Assert.Equal(GenerationState.Failed, generation.State);
        Assert.StartsWith("Claude takes no more requests from this house just now.", generation.Say, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_date_is_understood_and_rubbish_is_no_wait()
    {
        var generation = await LimitedAsync(House.Clock.GetUtcNow().AddSeconds(90).ToString("R"));
        Assert.Equal(GenerationState.Queued, generation.State);
        Assert.Equal(GenerationState.Failed, (await LimitedAsync("soon")).State);
    }

    [Fact]
    public async Task Stopped_while_it_waits_it_is_not_sent_again()
    {
        var generation = await LimitedAsync("20");
        await Some.Must(new StopGeneration(generation.Id), Some.Creator);
        Claude.Speak("answer");
        var calls = Claude.Claude.Calls;
        Assert.Equal(GenerationState.Cancelled, (await RunAsync(generation.Id)).State);
        Assert.Equal(calls, Claude.Claude.Calls);
    }

    private async Task<Generation> LimitedAsync(string header)
    {
        var id = await AskAsync(await Some.DraftAsync($"Limited {Guid.CreateVersion7()}"));
        Claude.Claude.Scenario = ClaudeHouse.Scenario("limit") with { RetryAfter = header };
        await Some.Must(new RunGeneration(id), Actor.Worker);
        return await RowAsync(id);
    }
}
