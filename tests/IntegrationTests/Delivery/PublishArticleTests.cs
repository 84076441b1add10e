using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using QuestCms.Application.Delivery;
using QuestCms.Domain.Delivery;
using QuestCms.IntegrationTests.Common;

namespace QuestCms.IntegrationTests.Delivery;

public sealed class PublishArticleTests(Database database) : InAHouse(database)
{
    [Fact]
    public async Task What_a_reviewer_approved_is_read_by_everyone_and_told_in_the_log()
    {
        var article = await Some.DraftAsync("Moving to Lisbon with a family");
        await Some.ApprovedAsync(article, score: 10);

        await Some.Must(new PublishArticle(article), Some.Publisher);

        using var client = House.CreateClient();
        var json = await client.GetFromJsonAsync<JsonElement>("/api/v1/sites/relocation/articles/by-slug/moving-to-lisbon-with-a-family", TestContext.Current.CancellationToken);
        Assert.Equal("Moving to Lisbon with a family", json.GetProperty("title").GetString());
        Assert.Equal(10, json.GetProperty("review").GetProperty("score").GetInt32());
        var page = await client.GetStringAsync("/sites/relocation/moving-to-lisbon-with-a-family", TestContext.Current.CancellationToken);
        Assert.Contains("<h1>Moving to Lisbon with a family</h1>", page, StringComparison.Ordinal);
        Assert.Equal(1L, await House.ScalarAsync<long>("select sequence from delivery.events where article = $1", article.Value));
    }

    [Fact]
    public async Task One_byte_of_a_sealed_revision_changed_is_never_published()
    {
        var article = await Some.DraftAsync("A sealed piece");
        await Some.ApprovedAsync(article);
        await House.SqlAsync("update content.revisions set body = body || '.' where article = $1", article.Value);

        var result = await House.SendAsync(new PublishArticle(article), Some.Publisher);

        Assert.Equal(DeliveryErrors.SealBroken, result.Error);
        Assert.Equal(0L, await House.ScalarAsync<long>("select count(*) from delivery.published_articles where article = $1", article.Value));
    }

    [Fact]
    public async Task What_was_live_and_is_taken_down_answers_gone()
    {
        var article = await Some.DraftAsync("Here today");
        await Some.ApprovedAsync(article);
        await Some.Must(new PublishArticle(article), Some.Publisher);

        await Some.Must(new UnpublishArticle(article), Some.Publisher);

        using var client = House.CreateClient();
        Assert.Equal(HttpStatusCode.Gone, (await client.GetAsync("/api/v1/sites/relocation/articles/by-slug/here-today", TestContext.Current.CancellationToken)).StatusCode);
        Assert.Equal(HttpStatusCode.Gone, (await client.GetAsync("/sites/relocation/here-today", TestContext.Current.CancellationToken)).StatusCode);
    }

    [Fact]
    public async Task A_draft_is_nowhere_to_be_read()
    {
        var article = await Some.DraftAsync("Only a draft");

        Assert.Equal(DeliveryErrors.NothingApproved, (await House.SendAsync(new PublishArticle(article), Some.Publisher)).Error);

        using var client = House.CreateClient();
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync("/sites/relocation/only-a-draft", TestContext.Current.CancellationToken)).StatusCode);
    }
}
