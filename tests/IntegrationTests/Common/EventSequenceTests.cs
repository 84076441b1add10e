using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using QuestCms.Application.Common;
using QuestCms.Domain.Content;
using QuestCms.Domain.Delivery;
using QuestCms.Domain.Sites;

namespace QuestCms.IntegrationTests.Common;

/// <summary>The event log of a site counts without holes, in the order of the commits, whoever publishes at once and whatever is rolled back.</summary>
public sealed class EventSequenceTests(Database database) : InAHouse(database)
{
    private const int Publishers = 4;
    private const int Each = 40;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Four_publishers_at_once_with_rollbacks_leave_no_hole_and_a_follower_misses_nothing()
    {
        var publishing = Task.WhenAll(Enumerable.Range(0, Publishers).Select(p => Task.Run(() => PublishAsync(p), Ct)));
        var followed = await FollowAsync(publishing);
        var failed = (await publishing).Sum();

        var stored = await House.ReadAsync(db => db.DeliveryEvents.Where(e => e.Site == Some.Site).OrderBy(e => e.Sequence).Select(e => e.Sequence).ToListAsync(Ct));
        Assert.True(failed > 0, "No save was rolled back: the test tried nothing.");
        Assert.Equal(Publishers * Each - failed, stored.Count);
        Assert.Equal(Enumerable.Range(1, stored.Count).Select(n => (long?)n), stored);
        // Who reads on from the last one seen has seen all: none became visible after a greater one.
        Assert.Equal(stored.OfType<long>(), followed);
    }

    [Fact]
    public async Task Each_site_counts_by_itself()
    {
        await TellAsync(Some.Site, "one", null);
        await TellAsync(Some.OtherSite, "one", null);
        await TellAsync(Some.Site, "two", null);

        Assert.Equal(2L, await House.ScalarAsync<long>("select last_sequence from delivery.sites where id = $1", Some.Site.Value));
        Assert.Equal(1L, await House.ScalarAsync<long>("select last_sequence from delivery.sites where id = $1", Some.OtherSite.Value));
    }

    // Every seventh save meets a category that is there already, after its event went out to the database.
    private async Task<int> PublishAsync(int publisher)
    {
        var failed = 0;
        for (var i = 0; i < Each; i++)
        {
            try
            {
                await TellAsync(Some.Site, $"p{publisher}-{i}", i % 7 == 3 ? "portugal" : null);
            }
            catch (UniqueViolationException)
            {
                failed++;
            }
        }
        return failed;
    }

    private async Task TellAsync(SiteId site, string slug, string? takenCategory)
    {
        var now = TimeProvider.System.GetUtcNow();
        await using var scope = House.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<IQuestDb>();
        var article = PublishedArticle.First(ArticleId.New(now), site, "en", 1, now);
        article.Show(slug, 1, new Publication(), now);
        db.DeliveryEvents.Add(DeliveryEvent.Tell(DeliveryEvent.Published, article, null, now));
        if (takenCategory is not null) db.Categories.Add(Category.Add(CategoryId.New(now), site, takenCategory, takenCategory));
        await db.SaveChangesAsync(Ct);
    }

    private async Task<List<long>> FollowAsync(Task publishing)
    {
        var seen = new List<long>();
        bool last;
        do
        {
            last = publishing.IsCompleted; // one more look after the end
            var after = seen.Count == 0 ? 0 : seen[^1];
            seen.AddRange(await House.ReadAsync(db => db.DeliveryEvents.Where(e => e.Site == Some.Site && e.Sequence > after).OrderBy(e => e.Sequence).Select(e => e.Sequence!.Value).ToListAsync(Ct)));
        } while (!last);
        return seen;
    }
}
