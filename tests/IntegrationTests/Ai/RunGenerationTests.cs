using QuestCms.Application.Ai;
using QuestCms.Domain.Ai;
using QuestCms.Domain.Identity;
using QuestCms.IntegrationTests.Content;

namespace QuestCms.IntegrationTests.Ai;

/// <summary>However a call ends, the row says so in a sentence, keeps what had arrived, and the text of the article is as it was.</summary>
public sealed class RunGenerationTests(ClaudeHouse shared) : WithClaude(shared)
{
    [Fact]
    public async Task A_whole_answer_is_kept_with_model_prompt_tokens_and_cost_and_the_text_is_as_it_was()
    {
        var article = await Some.DraftAsync("A whole answer");
        var before = await Some.OpenAsync(article);

        var generation = await AnswerAsync("answer", article);

        Assert.Equal((GenerationState.Finished, "end_turn", null), (generation.State, generation.StopReason, generation.Say));
        Assert.Equal(("draft/2", "claude-sonnet-5-5"), (generation.Prompt, generation.Model));
        Assert.Contains("## Step by step", generation.Text, StringComparison.Ordinal);
        Assert.True(generation.InputTokens > 0 && generation.OutputTokens > 0);
        Assert.Equal((generation.InputTokens * 3m + generation.OutputTokens * 15m) / 1_000_000m, generation.Cost);
        Assert.Equal((before.Version, before.Content.Body), ((await Some.OpenAsync(article)).Version, (await Some.OpenAsync(article)).Content.Body));
    }

    [Theory]
    [InlineData("cut", GenerationState.Failed, "The connection to Claude broke before the end", true)]
    [InlineData("unfinished", GenerationState.Failed, "The connection to Claude broke before the end", true)]
    [InlineData("max_tokens", GenerationState.Failed, "Claude reached the limit of one answer", true)]
    [InlineData("refusal", GenerationState.Refused, "Claude declined to write this", false)]
    [InlineData("error", GenerationState.Failed, "Claude is overloaded just now", true)]
    [InlineData("overloaded", GenerationState.Failed, "Claude is overloaded just now", false)]
    [InlineData("failing", GenerationState.Failed, "Claude is overloaded just now", false)]
    [InlineData("limit_unsaid", GenerationState.Failed, "Claude takes no more requests", false)]
    [InlineData("html", GenerationState.Failed, "Claude is overloaded just now", false)]
    [InlineData("unauthorized", GenerationState.Failed, "Claude does not take the key of this house", false)]
    [InlineData("forbidden", GenerationState.Failed, "Claude does not take the key of this house", false)]
    [InlineData("no_model", GenerationState.Failed, "Claude does not know the model", false)]
    [InlineData("too_long", GenerationState.Failed, "Claude could not take this request", false)]
    [InlineData("reset", GenerationState.Failed, "Claude can’t be reached just now", false)]
    [InlineData("invalid_json", GenerationState.Failed, "Claude’s answer could not be read", false)]
    [InlineData("no_stream", GenerationState.Failed, "Claude", false)]
    [InlineData("empty", GenerationState.Failed, "Claude could not answer", false)]
    [InlineData("huge", GenerationState.Failed, "Claude reached the limit of one answer", true)]
    public async Task What_is_no_whole_answer_is_never_taken_for_one(string scenario, GenerationState state, string says, bool withWords)
    {
        var article = await Some.DraftAsync($"Fault {scenario}");
        var before = await Some.OpenAsync(article);

        var generation = await AnswerAsync(scenario, article);

        Assert.Equal(state, generation.State);
        Assert.StartsWith(says, generation.Say, StringComparison.Ordinal);
        Assert.Equal(withWords, generation.Text.Length > 0);
        Assert.NotNull(generation.EndedAt);
        var after = await Some.OpenAsync(article);
        Assert.Equal((before.Version, before.Content.Body, 0), (after.Version, after.Content.Body, after.LastRevision));
    }

    [Theory]
    [InlineData("dirty")]
    [InlineData("surrogate")]
    public async Task Characters_that_cannot_be_stored_are_cleaned_on_arrival_and_counted(string scenario)
    {
        var generation = await AnswerAsync(scenario);

        Assert.Equal(GenerationState.Finished, generation.State);
        Assert.False(Domain.Common.PlainText.HasForbidden(generation.Text));
        Assert.Equal("One character of the answer could not be kept and was taken out.", generation.Say);
    }

    [Fact]
    public async Task Found_running_it_was_left_by_a_process_that_died_and_is_kept_as_interrupted_and_not_paid_twice()
    {
        var id = await AskAsync(await Some.DraftAsync("Died over it"));
        await House.SqlAsync("update ai.generations set state = 'Running', text = 'Half of an ans' where id = $1", id.Value);
        var calls = Claude.Claude.Calls;

        var generation = await RunAsync(id);

        Assert.Equal((GenerationState.Interrupted, "Half of an ans"), (generation.State, generation.Text));
        Assert.StartsWith("The server was restarted", generation.Say, StringComparison.Ordinal);
        Assert.Equal(calls, Claude.Claude.Calls);
    }

    [Fact]
    public async Task Carried_out_twice_it_is_asked_once()
    {
        var id = await AskAsync(await Some.DraftAsync("Once"));
        Claude.Speak("answer");
        var first = await RunAsync(id);
        var calls = Claude.Claude.Calls;

        var second = await RunAsync(id);

        Assert.Equal((first.Text, first.Version, calls), (second.Text, second.Version, Claude.Claude.Calls));
        Assert.Null((await House.SendAsync(new RunGeneration(GenerationId.From(Guid.CreateVersion7())), Actor.Worker)).Error); // its row is gone: nothing to do
    }

    [Fact]
    public async Task The_trail_says_how_it_ended_and_nothing_of_what_was_written()
    {
        var generation = await AnswerAsync("refusal");

        Assert.Equal("Refused", await House.ScalarAsync<string>("select details->>'state' from audit.entries where about = $1 and what = 'GenerationEnded'", generation.Id.Value));
        Assert.Equal(0L, await House.ScalarAsync<long>("select count(*) from audit.entries where about = $1 and details::text like '%visas for families%'", generation.Id.Value));
    }
}
