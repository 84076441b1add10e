using QuestCms.Domain.Watch;

namespace QuestCms.UnitTests.Watch;

public sealed class AlertBoardTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 28, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void What_is_seen_at_once_is_said_once_and_its_end_once()
    {
        var board = AlertBoard.Quiet();

        Assert.Equal([new(AlertKind.JobsOverdue, false)], board.Look("a", [AlertKind.JobsOverdue], Noon));
        Assert.Empty(board.Look("a", [AlertKind.JobsOverdue], Noon.AddMinutes(1)));
        Assert.Empty(board.Look("a", [], Noon.AddMinutes(2))); // it may come back
        Assert.Equal([new(AlertKind.JobsOverdue, true)], board.Look("a", [], Noon.AddMinutes(6)));
        Assert.Empty(board.Look("a", [], Noon.AddMinutes(7)));
        Assert.True(board.IsUntouchedBy([]));
    }

    [Fact]
    public void A_breaker_is_said_after_five_minutes_of_it()
    {
        var board = AlertBoard.Quiet();
        for (var minute = 0; minute < 5; minute++) Assert.Empty(board.Look("a", [AlertKind.ClaudeOpen], Noon.AddMinutes(minute)));

        Assert.Equal([new(AlertKind.ClaudeOpen, false)], board.Look("a", [AlertKind.ClaudeOpen], Noon.AddMinutes(5)));
    }

    [Fact]
    public void A_breaker_that_closes_within_five_minutes_is_never_said()
    {
        var board = AlertBoard.Quiet();
        board.Look("a", [AlertKind.ClaudeOpen], Noon);
        board.Look("a", [AlertKind.ClaudeOpen], Noon.AddMinutes(3));

        for (var minute = 4; minute < 20; minute++) Assert.Empty(board.Look("a", [], Noon.AddMinutes(minute)));
    }

    [Fact]
    public void Two_processes_that_see_the_same_say_it_once_and_its_end_when_both_are_well()
    {
        var board = AlertBoard.Quiet();

        Assert.Single(board.Look("a", [AlertKind.MemoryHigh], Noon));
        Assert.Empty(board.Look("b", [AlertKind.MemoryHigh], Noon.AddSeconds(20)));
        for (var minute = 1; minute < 8; minute++)
        {
            Assert.Empty(board.Look("a", [], Noon.AddMinutes(minute)));
            Assert.Empty(board.Look("b", [AlertKind.MemoryHigh], Noon.AddMinutes(minute)));
        }
        Assert.Equal([new(AlertKind.MemoryHigh, true)], board.Look("a", [], Noon.AddMinutes(13)));
    }

    [Fact]
    public void A_process_that_says_nothing_any_more_takes_its_trouble_with_it()
    {
        var board = AlertBoard.Quiet();
        board.Look("gone", [AlertKind.MemoryVeryHigh, AlertKind.MemoryHigh], Noon);

        Assert.Equal([new(AlertKind.MemoryHigh, true), new(AlertKind.MemoryVeryHigh, true)], board.Look("b", [], Noon.AddMinutes(5)).OrderBy(n => n.Kind));
    }

    [Fact]
    public void What_begins_again_later_is_said_again()
    {
        var board = AlertBoard.Quiet();
        board.Look("a", [AlertKind.Faults], Noon);
        board.Look("a", [], Noon.AddMinutes(6));

        Assert.Equal([new(AlertKind.Faults, false)], board.Look("a", [AlertKind.Faults], Noon.AddMinutes(30)));
    }
}
