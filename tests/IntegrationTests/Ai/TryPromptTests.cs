using QuestCms.Application.Ai;
using QuestCms.Application.Identity;
using QuestCms.Domain.Ai;
using QuestCms.Domain.Identity;
using QuestCms.IntegrationTests.Common;

namespace QuestCms.IntegrationTests.Ai;

/// <summary>A new version of a prompt, from its trial to its switch. Each test leaves no trial running and the versions as they were.</summary>
public abstract class WithPrompts(ClaudeHouse shared) : WithClaude(shared)
{
    private static readonly DateTimeOffset Made = new(2026, 11, 2, 8, 0, 0, TimeSpan.Zero);
    private static int _made;

    protected static GoldenRunId NewRun() => GoldenRunId.New(Made.AddSeconds(Interlocked.Increment(ref _made)));

    protected async Task<GoldenRunId> TryAsync(string prompt, int number)
    {
        var id = NewRun();
        await Some.Must(new TryPrompt(id, prompt, number), Actor.Shell);
        return id;
    }

    /// <summary>As the worker does, one job after the other.</summary>
    protected async Task<TrialStory> TriedAsync(GoldenRunId id)
    {
        for (var i = 0; i < 10 && (await TrialAsync(id)).EndedAt is null; i++) await Some.Must(new RunGoldenCase(id), Actor.Worker);
        return await TrialAsync(id);
    }

    protected async Task<TrialStory> TrialAsync(GoldenRunId id) => (await House.SendAsync(new GetTrial(id), Actor.Shell)).Value;

    protected async Task<PromptVersionShown> VersionAsync(string label) =>
        (await House.SendAsync(new GetPrompts(), Actor.Shell)).Value.Prompts.SelectMany(p => p.Versions).Single(v => v.Label == label);

    protected async Task<string?> SwitchAsync(string prompt, int number) => (await House.SendAsync(new SwitchPrompt(prompt, number), Actor.Shell)).Error?.Code;
}

public sealed class TryPromptTests(ClaudeHouse shared) : WithPrompts(shared)
{
    [Fact]
    public async Task The_row_and_its_job_are_written_before_anything_is_asked_and_the_most_it_can_cost_is_set_aside()
    {
        var calls = Claude.Claude.Calls;

        var id = await TryAsync("titles", 2);

        Assert.Equal(calls, Claude.Claude.Calls);
        Assert.Equal(1L, await House.ScalarAsync<long>("select count(*) from work.jobs where subject = $1", id.Value));
        Assert.True(await House.ScalarAsync<decimal>("select reserved from ai.golden_runs where id = $1", id.Value) > 900 * 15m / 1_000_000m);
        await Some.Must(new TryPrompt(id, "titles", 2), Actor.Shell); // the same form again
        Assert.Equal("prompt.busy", (await House.SendAsync(new TryPrompt(NewRun(), "titles", 2), Actor.Shell)).Error?.Code);
        Claude.Speak("answer");
        Assert.Equal(GoldenState.Passed, (await TriedAsync(id)).Trial.State);
    }

    [Fact]
    public async Task What_is_not_there_switched_off_or_beyond_the_months_budget_is_refused()
    {
        Assert.Equal("prompt.unknown", (await House.SendAsync(new TryPrompt(NewRun(), "draft", 99), Actor.Shell)).Error?.Code);
        Assert.Equal("prompt.unknown", (await House.SendAsync(new TryPrompt(NewRun(), "poem", 1), Actor.Shell)).Error?.Code);
        await Some.Must(new TurnAiOff("a test"), Actor.Shell);
        Assert.Equal("ai.off", (await House.SendAsync(new TryPrompt(NewRun(), "draft", 3), Actor.Shell)).Error?.Code);
        await Some.Must(new TurnAiOn(), Actor.Shell);

        Claude.Speak("answer");
        var id = await TryAsync("tags", 2);
        await TriedAsync(id);
        await House.SqlAsync("update ai.golden_runs set cost = 24.999 where id = $1", id.Value);
        Assert.Equal("prompt.budget", (await House.SendAsync(new TryPrompt(NewRun(), "draft", 3), Actor.Shell)).Error?.Code);
        await House.SqlAsync("update ai.golden_runs set cost = 0 where id = $1", id.Value);
    }
}

public sealed class RunGoldenCaseTests(ClaudeHouse shared) : WithPrompts(shared)
{
    [Fact]
    public async Task Every_case_is_asked_in_both_versions_kept_as_it_ends_and_the_good_version_passes()
    {
        Claude.Speak("answer");
        var calls = Claude.Claude.Calls;
        var id = await TryAsync("draft", 3);
        await Some.Must(new RunGoldenCase(id), Actor.Worker);
        Assert.Equal((1, GoldenState.Running), ((await TrialAsync(id)).Cases.Count, (await TrialAsync(id)).Trial.State));

        var story = await TriedAsync(id);

        Assert.Equal((GoldenState.Passed, 3, calls + 6), (story.Trial.State, story.Cases.Count, Claude.Claude.Calls));
        Assert.All(story.Cases, c => Assert.True(c is { Cost.Dollars: > 0, OfRunning.Dollars: > 0, Expected.Count: > 3, Text.Length: > 500 }));
        Assert.InRange(story.Trial.OfRunning!.Value, 0.5m, GoldenRun.MostOfRunning);
        Assert.Equal("GoldenSetTried GoldenSetEnded", await House.ScalarAsync<string>("select string_agg(what, ' ' order by at, id) from audit.entries where about = $1", id.Value));
    }

    [Fact]
    public async Task Answers_in_the_wrong_shape_fail_the_version_and_each_case_says_what_is_wrong()
    {
        Claude.Speak("shapeless");

        var story = await TriedAsync(await TryAsync("passage", 3));

        Assert.Equal((GoldenState.Failed, 3), (story.Trial.State, story.Trial.Failed));
        Assert.Contains(story.Cases[0].Faults, f => f.StartsWith("There is a heading of level 1", StringComparison.Ordinal));
        Assert.Contains(story.Cases[0].Faults, f => f.StartsWith("There is HTML", StringComparison.Ordinal));
        Assert.Equal("prompt.failed", await SwitchAsync("passage", 3));
    }

    [Theory]
    [InlineData("cut", GoldenState.BrokenOff, "The connection to Claude broke")]
    [InlineData("failing", GoldenState.BrokenOff, "Claude is overloaded just now")]
    [InlineData("refusal", GoldenState.Failed, null)]
    public async Task A_fault_of_the_line_is_no_judgement_and_a_refusal_is_one(string scenario, GoldenState state, string? says)
    {
        Claude.Speak(scenario);

        var story = await TriedAsync(await TryAsync("summary", 2));

        Assert.Equal(state, story.Trial.State);
        if (says is null) Assert.Equal("Claude declined to write this.", Assert.Single(story.Cases[0].Faults));
        else Assert.StartsWith(says, story.Trial.Say, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_the_provider_wants_to_be_asked_later_the_case_is_asked_later_and_no_thread_waits()
    {
        var id = await TryAsync("titles", 2);
        Claude.Speak("limit");
        var calls = Claude.Claude.Calls;
        await Some.Must(new RunGoldenCase(id), Actor.Worker);
        Assert.Equal((null, 0, calls + 1), ((await TrialAsync(id)).EndedAt, (await TrialAsync(id)).Cases.Count, Claude.Claude.Calls));
        Assert.True(await House.ScalarAsync<DateTime>("select max(run_at) from work.jobs where subject = $1", id.Value) >= House.Clock.GetUtcNow().UtcDateTime.AddSeconds(15));

        Claude.Speak("answer");
        Assert.Equal(GoldenState.Passed, (await TriedAsync(id)).Trial.State);
    }

    [Fact]
    public async Task Found_begun_the_trial_is_broken_off_and_nothing_is_paid_twice()
    {
        var id = await TryAsync("seo", 2);
        await House.SqlAsync("update ai.golden_runs set asking = 0, state = 'Running' where id = $1", id.Value);
        var calls = Claude.Claude.Calls;

        var story = await TriedAsync(id);

        Assert.Equal((GoldenState.BrokenOff, calls), (story.Trial.State, Claude.Claude.Calls));
        Assert.StartsWith("The server was restarted", story.Trial.Say, StringComparison.Ordinal);
        await Some.Must(new RunGoldenCase(id), Actor.Worker); // it has ended: nothing to do
        Assert.Null((await House.SendAsync(new RunGoldenCase(NewRun()), Actor.Worker)).Error);
    }

    [Fact]
    public async Task Switched_off_meanwhile_it_stops_and_says_so()
    {
        var id = await TryAsync("draft", 3);
        Claude.Claude.Play(new() { Name = "forty", Hold = 5 });
        var run = House.SendAsync(new RunGoldenCase(id), Actor.Worker);
        await TestKit.Until.TrueAsync(() => Claude.Claude.Sent.Count >= 5, Ct);

        await Some.Must(new TurnAiOff("a test"), Actor.Shell);
        await run;
        Claude.Claude.GoOn();

        Assert.Equal((GoldenState.BrokenOff, "Claude was switched off in this house meanwhile."), ((await TrialAsync(id)).Trial.State, (await TrialAsync(id)).Trial.Say));
        await Some.Must(new TurnAiOn(), Actor.Shell);
    }
}

public sealed class SwitchPromptTests(ClaudeHouse shared) : WithPrompts(shared)
{
    [Fact]
    public async Task Refused_until_it_passed_then_every_request_names_it_and_back_needs_no_trial()
    {
        Assert.Equal("prompt.untried", await SwitchAsync("draft", 3));
        Assert.Equal("prompt.unknown", await SwitchAsync("draft", 99));
        Assert.Equal(0L, await House.ScalarAsync<long>("select count(*) from ai.prompt_choices"));
        Claude.Speak("answer");
        var waiting = await AskAsync(await Some.DraftAsync("Asked before the switch"));
        await TriedAsync(await TryAsync("draft", 3));

        Assert.Null(await SwitchAsync("draft", 3));

        Assert.Equal("draft/2", (await RunAsync(waiting)).Prompt); // asked as it was asked
        var after = await RunAsync(await AskAsync(await Some.DraftAsync("Asked after the switch")));
        Assert.Equal("draft/3", after.Prompt);
        Assert.Contains("## Step by step", after.Text, StringComparison.Ordinal);
        Assert.True(await VersionAsync("draft/3") is { IsRunning: true, Ran: true });
        Assert.True(await VersionAsync("draft/2") is { IsRunning: false, Ran: true, WhyNot: null });

        Assert.Null(await SwitchAsync("draft", 2));
        Assert.Null(await SwitchAsync("draft", 2)); // runs already
        Assert.Equal("draft/2", (await RowAsync(await AskAsync(await Some.DraftAsync("Switched back")))).Prompt);
        Assert.Equal(2L, await House.ScalarAsync<long>("select count(*) from audit.entries where what = 'PromptSwitched'"));
    }
}

public sealed class GetPromptsTests(ClaudeHouse shared) : WithPrompts(shared)
{
    [Fact]
    public async Task Each_version_says_whether_it_runs_and_what_stands_in_its_way_and_the_page_shows_it()
    {
        var all = (await House.SendAsync(new GetPrompts(), Actor.Shell)).Value;
        Assert.Equal(("claude-sonnet-5-5", null, Enum.GetValues<GenerationKind>().Count(k => k != GenerationKind.Image)), (all.Model, all.NotAsked, all.Prompts.Count));
        Assert.True(await VersionAsync("passage/2") is { IsRunning: true, WhyNot: null, Trial: null });
        Assert.True(await VersionAsync("passage/3") is { IsRunning: false, Ran: false, Most: > 0 and < 1 } third && third.WhyNot!.StartsWith("passage/3 was not tried", StringComparison.Ordinal));

        using var browser = await Some.BrowserOfAsync(Actor.Of((await House.SendAsync(new AddHouseAdministrator("prompts@quest.test", "House"), Actor.Shell)).Value.Person, "House"));
        await browser.PostAsync("/studio/administration/prompts", "Try");
        Assert.Contains("Waits to be tried", (await browser.GetAsync("/studio/administration/prompts")).Body, StringComparison.Ordinal);
        Claude.Speak("answer");
        var run = GoldenRunId.From(await House.ScalarAsync<Guid>("select id from ai.golden_runs where ended_at is null"));
        await TriedAsync(run);
        Assert.Contains("as expected", (await browser.GetAsync($"/studio/administration/prompts/{run}")).Body, StringComparison.Ordinal);
        var switched = await browser.PostAsync("/studio/administration/prompts", "Switch");
        Assert.Contains("runs from the next request on", (await browser.GetAsync(switched.Location!)).Body, StringComparison.Ordinal);
    }
}

public sealed class GetTrialTests(ClaudeHouse shared) : WithPrompts(shared)
{
    [Fact]
    public async Task It_tells_each_case_with_what_it_was_held_to()
    {
        Claude.Speak("answer");
        var story = await TriedAsync(await TryAsync("assessment", 1));

        var one = Assert.Single(story.Cases);
        Assert.Equal(("assessment/1", "assessment/1", null), (story.Label, story.Against, one.OfRunning)); // against itself nothing is measured
        Assert.Empty(one.Faults);
        Assert.Equal("not_found", (await House.SendAsync(new GetTrial(NewRun()), Actor.Shell)).Error?.Code);
    }
}
