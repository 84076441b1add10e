using QuestCms.Domain.Ai;

namespace QuestCms.UnitTests.Ai;

/// <summary>A version is switched on after it passed: every case as expected, and at a cost near the running one's.</summary>
public sealed class GoldenRunTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 1, 8, 0, 0, TimeSpan.Zero);

    [Fact]
    public void It_passes_after_its_last_case_when_each_is_as_expected()
    {
        var run = Run(cases: 2);
        run.Record(Case(), Now);
        Assert.Equal((GoldenState.Running, false), (run.State, run.HasEnded));
        run.Record(Case(), Now.AddMinutes(1));
        Assert.Equal((GoldenState.Passed, Now.AddMinutes(1), 0.04m), (run.State, run.EndedAt, run.Cost));
        Assert.Equal(["GoldenSetTried", "GoldenSetEnded"], run.News.Select(n => n.GetType().Name));

        run.Record(Case("late"), Now); // it has ended
        run.BreakOff("late", Now);
        Assert.Equal((2, GoldenState.Passed), (run.Results.Count, run.State));
    }

    [Fact]
    public void One_fault_in_one_case_and_it_failed()
    {
        var run = Run(cases: 2);
        run.Record(Case("It has 40 words."), Now);
        run.Record(Case(), Now);
        Assert.Equal((GoldenState.Failed, 1), (run.State, run.FailedCases));
    }

    [Theory]
    [InlineData(0.0125, GoldenState.Passed)]
    [InlineData(0.0126, GoldenState.Failed)]
    public void It_may_cost_a_quarter_more_than_the_running_one_and_no_cent_beyond(double dollars, GoldenState state)
    {
        var run = Run(cases: 1);
        run.Record(new GoldenResult("one", "text", new GoldenCost(1, 1, (decimal)dollars), new GoldenCost(1, 1, 0.01m), []), Now);
        Assert.Equal(state, run.State);
        Assert.Equal(state == GoldenState.Failed, run.Say is not null);
    }

    [Fact]
    public void Without_prices_tokens_are_compared_and_against_itself_nothing_is()
    {
        var unpriced = Run(cases: 1);
        unpriced.Record(new GoldenResult("one", "text", new GoldenCost(100, 100, null), new GoldenCost(100, 0, null), []), Now);
        Assert.Equal((2m, null, GoldenState.Failed), (unpriced.OfRunning, unpriced.Cost, unpriced.State));

        var itself = Run(cases: 1);
        itself.Record(new GoldenResult("one", "text", new GoldenCost(100, 100, 5m), null, []), Now);
        Assert.Equal((null, GoldenState.Passed), (itself.OfRunning, itself.State));
    }

    [Fact]
    public void A_version_is_switched_on_after_it_passed_as_things_are_now_and_going_back_needs_no_trial()
    {
        var choice = PromptChoice.Of("draft", 2);
        string? Code(GoldenRun? tried, string model = "m", string set = "s") => choice.Refuse(3, tried, model, set)?.Code;
        var passed = Run(cases: 1);
        Assert.Equal("prompt.untried", Code(null));
        Assert.Equal("prompt.being_tried", Code(passed));
        passed.Record(Case(), Now);
        var failed = Run(cases: 1);
        failed.Record(Case("It has 40 words."), Now);
        Assert.Equal("prompt.failed", Code(failed));
        var broken = Run(cases: 1);
        broken.BreakOff("Claude fell silent.", Now);
        Assert.Equal("prompt.broken_off", Code(broken));
        Assert.Equal("prompt.tried_elsewhere", Code(passed, model: "another"));
        Assert.Equal("prompt.tried_elsewhere", Code(passed, set: "another"));

        Assert.Null(choice.SwitchOn(3, passed, "m", "s", null, Now).Error);
        Assert.Null(choice.SwitchOn(2, null, "m", "s", null, Now).Error);
        Assert.Equal("prompt.tried_elsewhere", choice.Refuse(4, Run(4, against: 3, passed: true), "m", "s")?.Code);
        Assert.Equal([new PromptSwitched("draft", 2, 3), new PromptSwitched("draft", 3, 2)], choice.News);
        choice.SwitchOn(2, null, "m", "s", null, Now); // runs already
        Assert.Equal((2, 3), (choice.News.Count, choice.Version));
    }

    private static GoldenRun Run(int number = 3, int against = 2, int cases = 1, bool passed = false)
    {
        var run = GoldenRun.Ask(GoldenRunId.New(Now), "draft", number, against, "m", "s", cases, 0.5m, null, Now);
        if (passed) run.Record(Case(), Now);
        return run;
    }

    private static GoldenResult Case(params string[] faults) => new("one", "text", new GoldenCost(100, 100, 0.01m), new GoldenCost(100, 100, 0.01m), faults);
}
