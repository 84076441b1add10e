using QuestCms.Domain.Delivery;

namespace QuestCms.UnitTests.Delivery;

public sealed class WebhookScheduleTests
{
    [Fact]
    public void Ten_attempts_over_about_three_days()
    {
        Assert.Equal([0, 5, 300, 1_800, 7_200, 18_000, 36_000, 50_400, 72_000, 86_400], WebhookSchedule.Pauses.Select(p => p.TotalSeconds));
        Assert.Equal(TimeSpan.FromSeconds(5), WebhookSchedule.PauseAfter(1, 0, null));
        Assert.Equal(TimeSpan.FromHours(24), WebhookSchedule.PauseAfter(9, 0, null));
        Assert.Null(WebhookSchedule.PauseAfter(10, 0, TimeSpan.FromSeconds(1)));
    }

    [Fact]
    public void Chance_makes_a_pause_longer_and_never_shorter()
    {
        for (var attempts = 1; attempts < WebhookSchedule.MostAttempts; attempts++)
            foreach (var chance in new[] { 0, 0.3, 0.999 })
                Assert.InRange(WebhookSchedule.PauseAfter(attempts, chance, null)!.Value, WebhookSchedule.Pauses[attempts], WebhookSchedule.Pauses[attempts] * 1.1);
        Assert.NotEqual(WebhookSchedule.PauseAfter(3, 0.1, null), WebhookSchedule.PauseAfter(3, 0.9, null));
    }

    [Theory]
    [InlineData(60, 60)]
    [InlineData(1, 5)] // never sooner than the schedule
    [InlineData(3 * 86_400, 86_400)] // nor later than a day
    public void What_the_receiver_asks_for_is_honoured_within_bounds(int asked, int waited) =>
        Assert.Equal(TimeSpan.FromSeconds(waited), WebhookSchedule.PauseAfter(1, 0, TimeSpan.FromSeconds(asked)));
}
