using System.Net;
using QuestCms.Application.Delivery;
using QuestCms.Domain.Content;
using QuestCms.IntegrationTests.Common;
using QuestCms.IntegrationTests.Content;

namespace QuestCms.IntegrationTests.Delivery;

public sealed class UnpublishArticleTests(SharedHouse shared) : InASharedHouse(shared)
{
    [Fact]
    public async Task Taken_down_it_answers_gone_and_shown_again_its_count_and_first_date_go_on()
    {
        var article = await Some.DraftAsync("Down and up");
        await Some.ApprovedAsync(article);
        await Some.Must(new PublishArticle(article), Some.Publisher);
        var since = await House.ScalarAsync<DateTime>("select published_at from delivery.published_articles where article = $1", article.Value);

        await Some.Must(new UnpublishArticle(article), Some.Publisher);

        using var client = House.CreateClient();
        Assert.Equal(HttpStatusCode.Gone, (await client.GetAsync("/api/v1/sites/relocation/articles/by-slug/down-and-up", Ct)).StatusCode);
        Assert.Equal(HttpStatusCode.Gone, (await client.GetAsync($"/api/v1/sites/relocation/articles/{article}", Ct)).StatusCode);
        Assert.Equal(ArticleErrors.NotLive, (await House.SendAsync(new UnpublishArticle(article), Some.Publisher)).Error);
        Assert.Equal(1, (await Some.OpenAsync(article)).ApprovedRevision); // the texts and the approval stay

        await Some.Must(new PublishArticle(article), Some.Publisher);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/api/v1/sites/relocation/articles/by-slug/down-and-up", Ct)).StatusCode);
        Assert.Equal((2, since), (await House.ScalarAsync<int>("select version from delivery.published_articles where article = $1", article.Value),
            await House.ScalarAsync<DateTime>("select published_at from delivery.published_articles where article = $1", article.Value)));
        Assert.Equal("article.published 1, article.unpublished 1, article.published 2",
            await House.ScalarAsync<string>("select string_agg(type || ' ' || version, ', ' order by sequence) from delivery.events where article = $1", article.Value));
    }
}

public sealed class ArchiveArticleTests(SharedHouse shared) : InASharedHouse(shared)
{
    [Fact]
    public async Task What_is_live_or_in_review_is_not_archived_and_what_is_archived_is_not_changed()
    {
        var live = await Some.DraftAsync("Live");
        await Some.ApprovedAsync(live);
        await Some.Must(new PublishArticle(live), Some.Publisher);
        Assert.Equal(ArticleErrors.StillLive, (await House.SendAsync(new ArchiveArticle(live), Some.Publisher)).Error);
        var inReview = await Some.DraftAsync("In review");
        await Some.SubmittedAsync(inReview);
        Assert.Equal(ArticleErrors.Frozen, (await House.SendAsync(new ArchiveArticle(inReview), Some.Publisher)).Error);

        var article = await Some.DraftAsync("Archived");
        await Some.ApprovedAsync(article);
        await Some.Must(new ArchiveArticle(article), Some.Publisher);
        await Some.Must(new ArchiveArticle(article), Some.Publisher);
        Assert.Equal(ArticleErrors.InTheArchive, (await Some.WriteAsync(article, "x")).Error);
        Assert.Equal(ArticleErrors.InTheArchive, (await House.SendAsync(new PublishArticle(article), Some.Publisher)).Error);

        await Some.Must(new ArchiveArticle(article, Back: true), Some.Publisher);
        Assert.Null((await Some.WriteAsync(article, "Out again.")).Error);
        Assert.Equal(1L, await House.ScalarAsync<long>("select count(*) from audit.entries where about = $1 and what = 'ArticleArchived'", article.Value));
    }
}

public sealed class GetPublishingTests(SharedHouse shared) : InASharedHouse(shared)
{
    [Fact]
    public async Task It_shows_what_is_live_what_is_approved_and_by_whom()
    {
        var article = await Some.DraftAsync("Publisher’s page");
        Assert.Empty((await House.SendAsync(new GetPublishing(article), Some.Publisher)).Value.Approved);
        await Some.ApprovedAsync(article, score: 9);
        await Some.Must(new PublishArticle(article), Some.Publisher);
        await Some.WriteAsync(article, "Second text.");
        await Some.ApprovedAsync(article, score: 6);

        var page = (await House.SendAsync(new GetPublishing(article), Some.Publisher)).Value;

        Assert.Equal([(2, 6, "reviewer"), (1, 9, "reviewer")], page.Approved.Select(a => (a.Number, a.Score ?? 0, a.DecidedBy)));
        Assert.Equal((1, "publishers-page", true, true), (page.Live, page.LiveSlug, page.HasUnpublishedChanges, page.MayPublish));
        Assert.False((await House.SendAsync(new GetPublishing(article), Some.Creator)).Value.MayPublish);
    }
}
