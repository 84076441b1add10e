using System.Net;
using QuestCms.Application.Delivery;
using QuestCms.Domain.Content;
using QuestCms.Domain.Identity;
using QuestCms.IntegrationTests.Common;

namespace QuestCms.IntegrationTests.Delivery;

public sealed class MakeMissingCardTests(SharedHouse shared) : InASharedHouse(shared)
{
    [Fact]
    public async Task What_was_published_before_there_were_cards_gets_its_own_and_readers_are_told_once_of_the_site()
    {
        var made = new List<ArticleId>();
        for (var i = 1; i <= 3; i++)
        {
            var article = await Some.DraftAsync($"Of before {i}");
            await Some.ApprovedAsync(article);
            await Some.Must(new PublishArticle(article), Some.Publisher);
            made.Add(article);
        }
        await House.SqlAsync("delete from delivery.provenance; delete from planning.editions");
        await House.SqlAsync("update delivery.published_articles set seal = '\\x00' where article = $1", made[1].Value); // nothing true can be told of it
        using var client = House.CreateClient();
        using (var waits = await client.GetAsync($"{Cards.Articles}/{made[0]}/provenance", Ct))
        {
            Assert.Equal(HttpStatusCode.NotFound, waits.StatusCode);
            Assert.Contains("provenance.not_made", await waits.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
        }
        Assert.DoesNotContain("id=\"provenance\"", await client.GetStringAsync("/sites/relocation/of-before-1", Ct), StringComparison.Ordinal);

        var steps = new List<ArticleId>();
        for (ArticleId? last = null; (await House.SendAsync(new MakeMissingCard(last), Actor.Worker)).Value is { } next; last = next) steps.Add(next);

        Assert.Equal([made[0], made[2]], steps.OrderBy(made.IndexOf));
        var card = await Some.CheckedAsync(made[0]);
        Assert.Equal((1, 0), (card.GetProperty("article").GetProperty("version").GetInt32(), card.GetProperty("corrections").GetProperty("count").GetInt32()));
        Assert.Equal(1L, await House.ScalarAsync<long>("select count(*) from delivery.events where type = 'site.updated' and changed_fields = '{provenance}'"));
        Assert.Contains("id=\"provenance\"", await client.GetStringAsync("/sites/relocation/of-before-1", Ct), StringComparison.Ordinal);
        Assert.Null((await House.SendAsync(new MakeMissingCard(), Actor.Worker)).Value);
    }
}
