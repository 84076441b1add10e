using QuestCms.Application.Ai;
using QuestCms.Domain.Ai;

using QuestCms.Domain.Identity;
using QuestCms.Domain.Sites;

namespace QuestCms.IntegrationTests.Ai;

public sealed class ChangeAllowanceTests(ClaudeHouse shared) : WithClaude(shared)
{
    private static readonly Brief Brief = new() { Topic = "Schools", Words = 300 };

    [Fact]
    public async Task Money_is_set_aside_before_a_call_and_what_it_did_cost_counts_after()
    {
        var article = await Some.DraftAsync("Money");
        Claude.Speak("answer");
        var id = await AskAsync(article);
        var reserved = (await RowAsync(id)).Reserved!.Value;

        // Set aside for the most it can be: every token of the answer.
        Assert.True(reserved > 600 * 15m / 1_000_000m);
        Assert.Equal(reserved, (await UseAsync()).Reserved);
        var generation = await RunAsync(id);

        var use = await UseAsync();
        Assert.True(generation.Cost < reserved);
        Assert.Equal((0m, true), (use.Reserved, use.Spent >= generation.Cost));
    }

    [Fact]
    public async Task A_request_that_could_pass_the_budget_is_refused_before_anything_is_asked_and_the_limit_raised_it_goes()
    {
        var article = await Some.DraftAsync("Budget");
        var spent = (await UseAsync()).Spent;
        await Some.Must(new ChangeAllowance(Some.Site, spent + 0.001m, null, 12, 5), Some.Administrator);
        var calls = Claude.Claude.Calls;

        var refused = await House.SendAsync(new AskClaude(article, NewId(), GenerationKind.Draft, Brief, 0, 0), Some.Creator);
        Assert.Equal("ai.site_budget", refused.Error?.Code);
        await Some.Must(new ChangeAllowance(Some.Site, null, 0.001m, 12, 5), Some.Administrator);
        Assert.Equal("ai.person_budget", (await House.SendAsync(new AskClaude(article, NewId(), GenerationKind.Draft, Brief, 0, 0), Some.SecondCreator)).Error?.Code);
        Assert.Equal(calls, Claude.Claude.Calls);
        Assert.Equal(0L, await House.ScalarAsync<long>("select count(*) from ai.generations where article = $1", article.Value));

        await Some.Must(new ChangeAllowance(Some.Site, null, null, 12, 5), Some.Administrator);
        Claude.Speak("answer");
        Assert.Equal(GenerationState.Finished, (await RunAsync(await AskAsync(article))).State);
    }

    [Fact]
    public async Task So_many_run_at_once_and_no_more_for_a_person_and_for_the_site()
    {
        await Some.Must(new ChangeAllowance(Some.Site, null, null, 2, 1), Some.Administrator);
        var article = await Some.DraftAsync("At once");
        var first = await AskAsync(article);

        Assert.Equal("ai.person_busy", (await House.SendAsync(new AskClaude(article, NewId(), GenerationKind.Draft, Brief, 0, 0), Some.Creator)).Error?.Code);
        var second = await AskAsync(article, by: Some.SecondCreator);
        Assert.Equal("ai.site_busy", (await House.SendAsync(new AskClaude(article, NewId(), GenerationKind.Draft, Brief, 0, 0), await Some.PersonAsync("third", Some.Site, Role.Creator))).Error?.Code);

        Claude.Speak("answer");
        await RunAsync(first);
        await RunAsync(second);
        Assert.Equal(GenerationState.Finished, (await RunAsync(await AskAsync(article, "another topic"))).State);
        await Some.Must(new ChangeAllowance(Some.Site, null, null, 12, 5), Some.Administrator);
    }

    [Fact]
    public async Task The_same_request_on_the_same_text_is_not_paid_twice_unless_it_is_asked_anew()
    {
        var article = await Some.DraftAsync("Asked before");
        Claude.Speak("answer");
        var first = await RunAsync(await AskAsync(article, "the same"));
        var calls = Claude.Claude.Calls;

        var again = await RunAsync(await AskAsync(article, "the same"));
        var id = NewId();
        await Some.Must(new AskClaude(article, id, GenerationKind.Draft, new Brief { Topic = "the same", Words = 200 }, 0, 0, Anew: true), Some.Creator);
        Assert.Equal((first.Text, first.Id, 0m, calls), (again.Text, again.CopiedFrom, again.Cost, Claude.Claude.Calls));

        var anew = await RunAsync(id);
        Assert.Equal((null, calls + 1), (anew.CopiedFrom, Claude.Claude.Calls));
        // Another text is another request.
        Assert.Null((await RunAsync(await AskAsync(await Some.DraftAsync("Another text"), "the same"))).CopiedFrom);
    }

    private async Task<AiUse> UseAsync() => (await House.SendAsync(new GetAiUse(Some.Site), Some.Administrator)).Value;
    private static GenerationId NewId() => GenerationId.New(TimeProvider.System.GetUtcNow());
}

public sealed class TurnAiOffTests(ClaudeHouse shared) : WithClaude(shared)
{
    [Fact]
    public async Task Off_nothing_is_asked_what_waits_is_not_sent_and_what_is_written_stops_and_is_kept()
    {
        var article = await Some.DraftAsync("Switched off");
        var waiting = await AskAsync(article, "waits");
        var running = await AskAsync(article, "runs");
        Claude.Claude.Play(new() { Name = "forty", Hold = 5 });
        var run = RunAsync(running);
        await TestKit.Until.TrueAsync(() => Claude.Claude.Sent.Count >= 5, Ct);

        await Some.Must(new TurnAiOff("a test"), Actor.Shell);
        var stopped = await run;
        Claude.Claude.GoOn();
        var calls = Claude.Claude.Calls;

        Assert.Equal((GenerationState.Cancelled, true), (stopped.State, stopped.Text.StartsWith("word1 word2", StringComparison.Ordinal)));
        Assert.StartsWith("Claude was switched off in this house", stopped.Say, StringComparison.Ordinal);
        var never = await RunAsync(waiting);
        Assert.Equal((GenerationState.Failed, "", calls), (never.State, never.Text, Claude.Claude.Calls));
        Assert.StartsWith("Claude is switched off in this house: a test.", never.Say, StringComparison.Ordinal);
        Assert.Equal("ai.off", (await House.SendAsync(new AskClaude(article, GenerationId.New(TimeProvider.System.GetUtcNow()), GenerationKind.Draft, new Brief { Topic = "no" }, 0, 0), Some.Creator)).Error?.Code);
        Assert.Equal("a test", (await House.SendAsync(new GetAiUse(Some.Site), Some.Administrator)).Value.Off);

        await Some.Must(new TurnAiOn(), Actor.Shell);
    }
}

public sealed class TurnAiOnTests(ClaudeHouse shared) : WithClaude(shared)
{
    [Fact]
    public async Task On_again_it_is_asked_and_the_trail_says_both()
    {
        await Some.Must(new TurnAiOn(), Actor.Shell); // on already: nothing to do
        await Some.Must(new TurnAiOff(""), Actor.Shell);
        await Some.Must(new TurnAiOff("twice"), Actor.Shell);
        await Some.Must(new TurnAiOn(), Actor.Shell);

        Claude.Speak("answer");
        Assert.Equal(GenerationState.Finished, (await RunAsync(await AskAsync(await Some.DraftAsync("On again")))).State);
        Assert.Equal("AiStopped AiResumed", await House.ScalarAsync<string>("select string_agg(what, ' ' order by at, id) from audit.entries where what in ('AiStopped', 'AiResumed')"));
    }
}

public sealed class GetAiUseTests(ClaudeHouse shared) : WithClaude(shared)
{
    [Fact]
    public async Task It_counts_by_person_kind_and_model_what_was_asked_whole_and_taken()
    {
        var article = await Some.DraftAsync("Counted");
        var whole = await AnswerAsync("answer", article);
        await AnswerAsync("refusal", article);

        var use = (await House.SendAsync(new GetAiUse(Some.Site), Some.Administrator)).Value;

        var line = Assert.Single(use.ByPerson);
        Assert.Equal((2, 1, 0), (line.Asked, line.Whole, line.Taken));
        Assert.True(line.Cost >= whole.Cost && line.Seconds >= 0);
        Assert.Equal(("Draft", "claude-sonnet-5-5"), (Assert.Single(use.ByKind).Name, Assert.Single(use.ByModel).Name));
        Assert.Empty((await House.SendAsync(new GetAiUse(Some.OtherSite), Some.Stranger)).Value.ByKind);
    }
}

public sealed class GetClaudePriceTests(ClaudeHouse shared) : WithClaude(shared)
{
    [Fact]
    public async Task The_editor_can_say_what_a_call_costs_before_it()
    {
        var article = await Some.DraftAsync("Priced");
        Assert.Equal(new ClaudePrice(3, 15), (await House.SendAsync(new GetClaudePrice(article), Some.Creator)).Value);
        await using var unpriced = TestKit.TestHouse.On(House.ConnectionString, settings: ("CLAUDE_API_KEY", "stand-in"));
        Assert.Equal(new ClaudePrice(null, null), (await unpriced.SendAsync(new GetClaudePrice(article), Some.Creator)).Value);
    }
}

public sealed class ListGenerationsTests(ClaudeHouse shared) : WithClaude(shared)
{
    [Fact]
    public async Task Newest_first_page_by_page_each_once_and_narrowed_by_article_model_and_prompt()
    {
        var article = await Some.DraftAsync("Listed");
        await AnswerAsync("answer", article);
        await House.SqlAsync("""
            insert into ai.generations (id, site, article, requested_by, requested_at, kind, brief, place, replaces, prompt, model, state, text, input_tokens, output_tokens, proposal, version, ended_at)
            select gen_random_uuid(), g.site, g.article, g.requested_by, g.requested_at, g.kind, g.brief, 0, 0, 'passage/1', 'another', g.state, '', 0, 0, g.proposal, 1, g.ended_at
            from ai.generations g, generate_series(1, 120) where g.article = $1
            """, article.Value);

        var seen = new List<GenerationId>();
        string? after = null;
        do
        {
            var page = (await House.SendAsync(new ListGenerations(Some.Site, article, null, null, after), Some.Reviewer)).Value;
            seen.AddRange(page.Items.Select(g => g.Id));
            after = page.Next;
        }
        while (after is not null);

        Assert.Equal((121, 121), (seen.Count, seen.Distinct().Count()));
        Assert.Equal("visas for families, answer", Assert.Single((await House.SendAsync(new ListGenerations(Some.Site, article, "claude-sonnet-5-5", null, null), Some.Reviewer)).Value.Items).Asked);
        Assert.Equal(50, (await House.SendAsync(new ListGenerations(Some.Site, null, null, "passage/1", null), Some.Reviewer)).Value.Items.Count);
        Assert.Equal("after.malformed", Assert.Single((await House.SendAsync(new ListGenerations(Some.Site, null, null, null, "rubbish"), Some.Reviewer)).Error!.Fields).Code);
    }
}

public sealed class GetGenerationStoryTests(ClaudeHouse shared) : WithClaude(shared)
{
    [Fact]
    public async Task It_tells_all_that_is_recorded_and_what_a_rewrite_changed()
    {
        var article = await Some.DraftAsync("A story");
        var id = GenerationId.New(TimeProvider.System.GetUtcNow());
        await Some.Must(new AskClaude(article, id, GenerationKind.Passage, new Brief { Instruction = "Say it more simply", Context = "You must pay 160 euros." }, 0, 1), Some.Creator);
        Claude.Speak("altered");
        await RunAsync(id);

        var story = (await House.SendAsync(new GetGenerationStory(id), Some.Reviewer)).Value;

        Assert.Equal(("A story", "passage/2", "You may pay 161 euros.", GenerationState.Finished), (story.Title, story.Prompt, story.Text.Trim(), story.State));
        Assert.Equal(["Price: 160 euros → 161 euros", "Must or may: must → may"], story.Changes.Select(c => c.Say));
        Assert.True(story.Reserved > story.Cost);
        Assert.Equal("not_found", (await House.SendAsync(new GetGenerationStory(GenerationId.From(Guid.CreateVersion7())), Some.Reviewer)).Error?.Code);
    }
}
