using QuestCms.Application.Delivery;
using QuestCms.Domain.Content;
using QuestCms.Domain.Delivery;
using QuestCms.Domain.Identity;
using QuestCms.IntegrationTests.Common;
using QuestCms.IntegrationTests.Content;
using QuestCms.TestKit;

namespace QuestCms.IntegrationTests.Delivery;

public sealed class SchedulePublicationTests(SharedHouse shared) : InASharedHouse(shared)
{
    private static DateTimeOffset Tomorrow => TimeProvider.System.GetUtcNow().AddDays(1);

    private static SchedulePublication Plan(ArticleId article, int? revision = null) => new(article, ScheduledAction.Publish, revision, Tomorrow);

    [Fact]
    public async Task The_plan_names_the_approved_revision_and_editing_meanwhile_changes_nothing_of_it()
    {
        var article = await Some.DraftAsync("Planned");
        await Some.ApprovedAsync(article);

        await Some.Must(Plan(article), Some.Publisher);
        await Some.WriteAsync(article, "A later thought.", named: true);

        var plan = (await House.SendAsync(new GetPublishing(article), Some.Publisher)).Value.Plan!;
        Assert.Equal((ScheduledAction.Publish, 1, ScheduleState.Waiting, "publisher"), (plan.Action, plan.Revision, plan.State, plan.PlannedBy));
        Assert.Equal(plan.At, (await Some.OpenAsync(article)).ScheduledFor);
        Assert.Equal(1L, await House.ScalarAsync<long>("select count(*) from work.jobs j join planning.scheduled_publications s on s.id = j.subject where s.article = $1 and j.run_at = s.at", article.Value));
    }

    [Fact]
    public async Task What_is_not_approved_or_not_whole_is_not_planned()
    {
        var draft = await Some.DraftAsync("Not approved");
        Assert.Equal(DeliveryErrors.NothingApproved, (await House.SendAsync(Plan(draft), Some.Publisher)).Error);
        await Some.WriteAsync(draft, "Frozen and not decided.", named: true);
        Assert.Equal(DeliveryErrors.NotApproved, (await House.SendAsync(Plan(draft, 1), Some.Publisher)).Error);
        Assert.Equal(ArticleErrors.NoSuchRevision, (await House.SendAsync(Plan(draft, 7), Some.Publisher)).Error);
        Assert.Equal(ArticleErrors.NotLive, (await House.SendAsync(new SchedulePublication(draft, ScheduledAction.Unpublish, null, Tomorrow), Some.Publisher)).Error);

        var broken = await Some.DraftAsync("Seal broken before the plan");
        await Some.ApprovedAsync(broken);
        await House.SqlAsync("update content.revisions set title = title || '!' where article = $1", broken.Value);
        Assert.Equal(DeliveryErrors.SealBroken, (await House.SendAsync(Plan(broken), Some.Publisher)).Error);
    }

    [Fact]
    public async Task A_time_that_passed_is_refused_beside_its_field_and_one_plan_waits_at_most()
    {
        var article = await Some.DraftAsync("One plan");
        await Some.ApprovedAsync(article);
        Assert.Equal("at", (await House.SendAsync(Plan(article) with { At = TimeProvider.System.GetUtcNow().AddSeconds(-1) }, Some.Publisher)).Error?.Fields[0].Path);
        Assert.Equal("action", (await House.SendAsync(Plan(article) with { Action = (ScheduledAction)9 }, Some.Publisher)).Error?.Fields[0].Path);

        var answers = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(() => House.SendAsync(Plan(article), Some.Publisher), Ct)));

        Assert.Single(answers, a => a.Error is null);
        Assert.All(answers.Where(a => a.Error is not null), a => Assert.Contains(a.Error!.Code, new[] { "schedule.exists", "changed_meanwhile" }));
        Assert.Equal(1L, await House.ScalarAsync<long>("select count(*) from planning.scheduled_publications where article = $1", article.Value));
    }
}

public sealed class CancelScheduleTests(SharedHouse shared) : InASharedHouse(shared)
{
    [Fact]
    public async Task Cancelled_nothing_happens_at_the_time_and_another_plan_can_be_made()
    {
        var article = await Some.DraftAsync("Cancelled");
        await Some.ApprovedAsync(article);
        await Some.Must(new SchedulePublication(article, ScheduledAction.Publish, null, TimeProvider.System.GetUtcNow().AddDays(1)), Some.Publisher);
        var plan = ScheduledPublicationId.From(await House.ScalarAsync<Guid>("select id from planning.scheduled_publications where article = $1", article.Value));

        await Some.Must(new CancelSchedule(article), Some.Publisher);
        await Some.Must(new CarryOutSchedule(plan), Actor.Worker); // its job was claimed before

        Assert.Null((await Some.OpenAsync(article)).LiveRevision);
        Assert.Null((await Some.OpenAsync(article)).ScheduledFor);
        Assert.Equal(DeliveryErrors.NotWaiting, (await House.SendAsync(new CancelSchedule(article), Some.Publisher)).Error);
        await Some.Must(new SchedulePublication(article, ScheduledAction.Publish, null, TimeProvider.System.GetUtcNow().AddDays(2)), Some.Publisher);
    }
}

/// <summary>What was planned is done at its time, once, however many processes look.</summary>
public sealed class CarryOutScheduleTests(Database database) : InAHouse(database)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Two_processes_with_workers_carry_out_every_plan_exactly_once()
    {
        var articles = new List<ArticleId>();
        for (var i = 0; i < 12; i++)
        {
            articles.Add(await Some.DraftAsync($"At its time {i}"));
            await Some.ApprovedAsync(articles[^1]);
            await PlanAsync(articles[^1]);
        }
        await using var one = House.Replica(workers: true);
        await using var other = House.Replica(workers: true);
        await DueAsync();
        await Task.WhenAll(Task.Run(() => one.CreateClient(), Ct), Task.Run(() => other.CreateClient(), Ct));

        await Until.TrueAsync(async () => await House.ScalarAsync<long>("select count(*) from work.jobs where state <> 3") == 0, Ct);

        Assert.Equal(12L, await House.ScalarAsync<long>("select count(*) from planning.scheduled_publications where state = 'Done'"));
        Assert.Equal(12L, await House.ScalarAsync<long>("select count(*) from delivery.events"));
        Assert.Equal(12L, await House.ScalarAsync<long>("select count(*) from delivery.published_articles where version = 1"));
        Assert.Equal(12L, await House.ScalarAsync<long>("select last_sequence from delivery.sites where id = $1", Some.Site.Value));
        Assert.Equal(0L, await House.ScalarAsync<long>("select count(*) from content.articles where scheduled_for is not null"));
    }

    [Fact]
    public async Task Sent_by_two_processes_in_one_moment_it_is_done_once()
    {
        await using var other = House.Replica(workers: false);
        for (var i = 0; i < 5; i++)
        {
            var article = await Some.DraftAsync($"One moment {i}");
            await Some.ApprovedAsync(article);
            var plan = await PlanAsync(article);

            await Task.WhenAll(new[] { House, other }.Select(house => Task.Run(() => house.SendAsync(new CarryOutSchedule(plan), Actor.Worker), Ct)));
            await Some.Must(new CarryOutSchedule(plan), Actor.Worker); // the loser's next try

            Assert.Equal(1L, await House.ScalarAsync<long>("select count(*) from delivery.events where article = $1", article.Value));
        }
    }

    [Fact]
    public async Task A_seal_broken_meanwhile_is_refused_for_good_and_the_publishers_read_why()
    {
        var article = await Some.DraftAsync("Broken meanwhile");
        await Some.ApprovedAsync(article);
        var plan = await PlanAsync(article);
        await House.SqlAsync("update content.revisions set body = overlay(body placing 'X' from 1) where article = $1", article.Value);

        await Some.Must(new CarryOutSchedule(plan), Actor.Worker);

        var publishing = (await House.SendAsync(new GetPublishing(article), Some.Publisher)).Value;
        Assert.Equal((ScheduleState.Refused, DeliveryErrors.SealBroken.Message), (publishing.Plan!.State, publishing.Plan.Say));
        Assert.Equal((null, null), (publishing.Live, (await Some.OpenAsync(article)).ScheduledFor));
        Assert.Equal(1L, await House.ScalarAsync<long>("select count(*) from audit.entries where about = $1 and what = 'ScheduleRefused'", article.Value));
    }

    [Fact]
    public async Task An_article_goes_offline_at_its_time()
    {
        var article = await Some.DraftAsync("Goes offline");
        await Some.ApprovedAsync(article);
        await Some.Must(new PublishArticle(article), Some.Publisher);
        await Some.Must(new SchedulePublication(article, ScheduledAction.Unpublish, null, TimeProvider.System.GetUtcNow().AddDays(1)), Some.Publisher);

        await Some.Must(new CarryOutSchedule(await IdAsync(article)), Actor.Worker);

        Assert.Null((await Some.OpenAsync(article)).LiveRevision);
        Assert.Equal("article.published article.unpublished", await House.ScalarAsync<string>("select string_agg(type, ' ' order by sequence) from delivery.events where article = $1", article.Value));
    }

    private async Task<ScheduledPublicationId> PlanAsync(ArticleId article)
    {
        await Some.Must(new SchedulePublication(article, ScheduledAction.Publish, null, TimeProvider.System.GetUtcNow().AddDays(1)), Some.Publisher);
        return await IdAsync(article);
    }

    private async Task<ScheduledPublicationId> IdAsync(ArticleId article) =>
        ScheduledPublicationId.From(await House.ScalarAsync<Guid>("select id from planning.scheduled_publications where article = $1", article.Value));

    private Task<int> DueAsync() => House.SqlAsync("update work.jobs set run_at = now()");
}
