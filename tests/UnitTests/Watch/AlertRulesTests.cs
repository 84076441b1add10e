using QuestCms.Application.Watch;
using QuestCms.Domain.Watch;

namespace QuestCms.UnitTests.Watch;

public sealed class AlertRulesTests
{
    private static readonly HouseSight Well = new(false, false, TimeSpan.Zero, 0.4, 1_000, 10, false);

    [Fact]
    public void A_house_that_is_well_says_nothing() => Assert.Empty(AlertRules.Of(Well));

    [Fact]
    public void Each_trouble_is_found_at_its_limit()
    {
        Assert.Equal([AlertKind.ClaudeOpen, AlertKind.ReplicateOpen], AlertRules.Of(Well with { IsClaudeResting = true, IsReplicateResting = true }));
        Assert.Empty(AlertRules.Of(Well with { OldestOverdue = TimeSpan.FromMinutes(10) }));
        Assert.Equal([AlertKind.JobsOverdue], AlertRules.Of(Well with { OldestOverdue = TimeSpan.FromMinutes(10.1) }));
        Assert.Empty(AlertRules.Of(Well with { MemoryShare = 0.7 }));
        Assert.Equal([AlertKind.MemoryHigh], AlertRules.Of(Well with { MemoryShare = 0.75 }));
        Assert.Equal([AlertKind.MemoryHigh, AlertKind.MemoryVeryHigh], AlertRules.Of(Well with { MemoryShare = 0.81 }));
        Assert.Empty(AlertRules.Of(Well with { MemoryShare = null }));
        Assert.Equal([AlertKind.Faults], AlertRules.Of(Well with { Faults = 11 }));
        Assert.Empty(AlertRules.Of(Well with { Requests = 99, Faults = 99 })); // too few to say anything of a share
        Assert.Equal([AlertKind.SealMismatch], AlertRules.Of(Well with { IsSealBroken = true }));
    }

    [Fact]
    public void Every_alert_has_words_for_its_beginning_and_its_end()
    {
        foreach (var kind in Enum.GetValues<AlertKind>())
            foreach (var isOver in new[] { false, true }) Assert.EndsWith(".", AlertRules.Says(kind, isOver), StringComparison.Ordinal);
    }

    [Fact]
    public void A_database_that_is_away_for_five_minutes_is_said_once_and_so_is_its_return()
    {
        var noon = new DateTimeOffset(2026, 11, 28, 12, 0, 0, TimeSpan.Zero);
        var alarm = new DatabaseAlarm();

        Assert.Null(alarm.Look(isAway: false, noon));
        Assert.Null(alarm.Look(isAway: true, noon.AddMinutes(1)));
        Assert.Null(alarm.Look(isAway: false, noon.AddMinutes(2)));
        Assert.Null(alarm.Look(isAway: true, noon.AddMinutes(3)));
        Assert.Equal(new AlertNews(AlertKind.DatabaseAway, false), alarm.Look(isAway: true, noon.AddMinutes(8)));
        Assert.Null(alarm.Look(isAway: true, noon.AddMinutes(9)));
        Assert.Equal(new AlertNews(AlertKind.DatabaseAway, true), alarm.Look(isAway: false, noon.AddMinutes(10)));
        Assert.Null(alarm.Look(isAway: false, noon.AddMinutes(11)));
    }
}
