using QuestCms.Application.Delivery;
using QuestCms.Application.Insights;
using QuestCms.Application.Review;
using QuestCms.Domain.Delivery;
using QuestCms.Domain.Identity;
using QuestCms.Domain.Review;
using QuestCms.IntegrationTests.Common;

namespace QuestCms.IntegrationTests.Insights;

public sealed class GetMyWeekTests(Database database) : InAHouse(database)
{
    [Fact]
    public async Task Without_anything_there_is_today_and_no_figure()
    {
        var week = await WeekAsync(Some.Reviewer);

        Assert.Equal([week.Today], week.Days.Select(d => d.Day));
        Assert.Empty(week.Days[0].Entries);
        Assert.Equal((0, 0, null, 0), (week.Origin.Words, week.Decided, week.AverageScore, week.Approved));
    }

    [Fact]
    public async Task What_went_live_and_what_is_planned_stands_on_its_day()
    {
        var live = await Some.DraftAsync("Gone live today");
        await Some.ApprovedAsync(live);
        await Some.Must(new PublishArticle(live), Some.Publisher);
        var planned = await Some.DraftAsync("Planned for later");
        await Some.ApprovedAsync(planned);
        var at = DateTimeOffset.UtcNow.AddDays(3);
        await Some.Must(new SchedulePublication(planned, ScheduledAction.Publish, null, at), Some.Publisher);
        var far = await Some.DraftAsync("Planned for the month after");
        await Some.ApprovedAsync(far);
        await Some.Must(new SchedulePublication(far, ScheduledAction.Publish, null, at.AddDays(30)), Some.Publisher);

        var week = await WeekAsync(Some.Publisher);

        Assert.Equal([(live, false), (planned, true)], week.Days.SelectMany(d => d.Entries).Select(e => (e.Article, e.IsPlanned)));
        Assert.Equal(DateOnly.FromDateTime(at.UtcDateTime), week.Days[^1].Day);
    }

    [Fact]
    public async Task Figures_are_of_ones_own_texts_and_submissions()
    {
        await Some.ApprovedAsync(await Some.DraftAsync("Approved with nine"), score: 9);
        var back = await Some.SubmittedAsync(await Some.DraftAsync("Sent back with six"));
        await Some.Must(new DecideOnRound(back, Verdict.ChangesRequested, 6, "Say where the fee comes from."), Some.Reviewer);

        var week = await WeekAsync(Some.Creator);

        Assert.Equal((2, 1, 7.5m), (week.Decided, week.Approved, week.AverageScore));
        Assert.True(week.Origin.People > 0);
        Assert.Equal(0, (await WeekAsync(Some.SecondCreator)).Decided);
    }

    private async Task<MyWeek> WeekAsync(Actor actor) => (await House.SendAsync(new GetMyWeek(Some.Site), actor)).Value;
}
