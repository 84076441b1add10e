using Microsoft.Extensions.DependencyInjection;
using QuestCms.Application.Ai;
using QuestCms.Domain.Ai;
using QuestCms.Domain.Identity;
using QuestCms.IntegrationTests.Content;
using QuestCms.TestKit;
using QuestCms.Web.Cli.StandIns;

namespace QuestCms.IntegrationTests.Ai;

public sealed class StopGenerationTests(ClaudeHouse shared) : WithClaude(shared)
{
    [Fact]
    public async Task Stopped_while_it_writes_what_had_arrived_stays()
    {
        var id = await AskAsync(await Some.DraftAsync("Stopped on the way"));
        Claude.Claude.Scenario = new StandInScenario { Name = "answer", Pace = 20 };
        var running = Task.Run(() => House.SendAsync(new RunGeneration(id), Actor.Worker), Ct);
        await foreach (var news in House.Services.GetRequiredService<IGenerationFeed>().WatchAsync(id, 0, Ct))
            if (news.Offset + news.Text.Length > 40) break;

        await Some.Must(new StopGeneration(id), Some.Creator);
        await running;

        var generation = await RowAsync(id);
        Assert.Equal((GenerationState.Cancelled, "You stopped it. What had arrived is kept; take it or leave it."), (generation.State, generation.Say));
        Assert.True(generation.Text.Length > 40);
        Assert.Equal(ProposalState.Open, generation.Proposal);
    }

    [Theory]
    [InlineData("slow", "You stopped it before a word arrived. Your text is as it was.")]
    [InlineData("stall", "You stopped it. What had arrived is kept; take it or leave it.")]
    public async Task Stopped_while_nothing_arrives_it_is_heard(string scenario, string said)
    {
        var id = await AskAsync(await Some.DraftAsync($"Stopped while it is {scenario}"));
        Claude.Claude.Scenario = new StandInScenario { Name = scenario };
        var calls = Claude.Claude.Calls;
        var running = Task.Run(() => House.SendAsync(new RunGeneration(id), Actor.Worker), Ct);
        await Until.TrueAsync(() => Claude.Claude.Calls > calls, Ct);
        if (scenario == "stall")
            await foreach (var news in House.Services.GetRequiredService<IGenerationFeed>().WatchAsync(id, 0, Ct))
                if (news.Text.Length > 0) break;

        await Some.Must(new StopGeneration(id), Some.Creator);
        await running;

        var generation = await RowAsync(id);
        Assert.Equal((GenerationState.Cancelled, said), (generation.State, generation.Say));
    }

    [Fact]
    public async Task Stopped_before_it_began_it_is_never_asked()
    {
        var id = await AskAsync(await Some.DraftAsync("Stopped at once"));
        var calls = Claude.Claude.Calls;
        await Some.Must(new StopGeneration(id), Some.Creator);

        var generation = await RunAsync(id);

        Assert.Equal((GenerationState.Cancelled, "", calls), (generation.State, generation.Text, Claude.Claude.Calls));
    }

    [Fact]
    public async Task Stopping_what_ended_changes_nothing()
    {
        var ended = await AnswerAsync("answer");

        await Some.Must(new StopGeneration(ended.Id), Some.Creator);

        Assert.Equal((ended.State, ended.Version), ((await RowAsync(ended.Id)).State, (await RowAsync(ended.Id)).Version));
        Assert.Equal("not_found", (await House.SendAsync(new StopGeneration(GenerationId.From(Guid.CreateVersion7())), Some.Creator)).Error?.Code);
    }
}

public sealed class LeaveProposalTests(ClaudeHouse shared) : WithClaude(shared)
{
    [Fact]
    public async Task Left_it_is_shown_no_more_and_the_text_is_as_it_was()
    {
        var article = await Some.DraftAsync("Left");
        var generation = await AnswerAsync("answer", article);
        var before = await Some.OpenAsync(article);

        await Some.Must(new LeaveProposal(generation.Id), Some.Creator);
        await Some.Must(new LeaveProposal(generation.Id), Some.Creator);

        Assert.Empty((await House.SendAsync(new GetProposals(article), Some.Creator)).Value);
        Assert.Equal((ProposalState.Left, generation.Text), ((await RowAsync(generation.Id)).Proposal, (await RowAsync(generation.Id)).Text));
        Assert.Equal(before.Version, (await Some.OpenAsync(article)).Version);
        Assert.Equal(GenerationErrors.Settled, (await House.SendAsync(new TakeProposal(generation.Id, before.Content with { Body = "x" }, before.Version, null, []), Some.Creator)).Error);
    }

    [Fact]
    public async Task Left_while_it_waits_it_is_never_asked()
    {
        var id = await AskAsync(await Some.DraftAsync("Left early"));
        await Some.Must(new LeaveProposal(id), Some.Creator);

        Assert.Equal(GenerationState.Cancelled, (await RunAsync(id)).State);
    }
}

public sealed class GetProposalsTests(ClaudeHouse shared) : WithClaude(shared)
{
    [Fact]
    public async Task What_waits_arrives_or_broke_off_with_words_is_shown_and_what_failed_without_a_word_is_not()
    {
        var article = await Some.DraftAsync("Open proposals");
        var finished = await AnswerAsync("answer", article);
        var broken = await AnswerAsync("cut", article);
        await AnswerAsync("refusal", article);
        var waiting = await AskAsync(article, "the newest wish");

        var open = (await House.SendAsync(new GetProposals(article), Some.Creator)).Value;

        Assert.Equal([waiting, broken.Id, finished.Id], open.Select(p => p.Id));
        Assert.Equal(("the newest wish", GenerationState.Queued), (open[0].Instruction, open[0].State));
        Assert.StartsWith("The connection to Claude broke", open[1].Say, StringComparison.Ordinal);
        Assert.Equal("not_found", (await House.SendAsync(new GetProposals(article), Some.Stranger)).Error?.Code);
    }
}
