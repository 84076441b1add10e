using QuestCms.Application.Content;
using QuestCms.Application.Delivery;
using QuestCms.Domain.Content;
using QuestCms.Domain.Delivery;
using QuestCms.Domain.Sites;
using QuestCms.IntegrationTests.Mcp;

namespace QuestCms.IntegrationTests.Content;

public sealed class BinArticleTests(AgentsHouse shared) : WithPrograms(shared)
{
    [Fact]
    public async Task It_is_in_no_list_its_slug_is_free_and_nothing_can_be_done_with_it()
    {
        var article = await Some.DraftAsync("Thrown away twice");

        await Some.Must(new BinArticle(article), Some.Creator);
        await Some.Must(new BinArticle(article), Some.Creator);

        Assert.DoesNotContain((await House.SendAsync(new ListArticles(Some.Site), Some.Creator)).Value.Page.Items, a => a.Id == article);
        Assert.Equal("thrown-away-twice", (await Some.OpenAsync(await Some.DraftAsync("Thrown away twice"))).Content.Slug);
        var opened = await Some.OpenAsync(article);
        Assert.False(opened.MayWrite);
        Assert.Equal("article.binned", (await House.SendAsync(new SaveWorkingCopy(article, opened.Content with { Body = "x" }, opened.Version, null, [], false), Some.Creator)).Error!.Code);
        Assert.Equal("article.binned", (await House.SendAsync(new ArchiveArticle(article), Some.Publisher)).Error!.Code);
    }

    [Fact]
    public async Task What_is_in_review_live_or_planned_stays()
    {
        var article = await Some.DraftAsync("Stays where it is");
        var round = await Some.SubmittedAsync(article);
        async Task<string?> Refusal() => (await House.SendAsync(new BinArticle(article), Some.Creator)).Error?.Code;

        Assert.Equal("article.frozen", await Refusal());
        await Some.Must(new Application.Review.DecideOnRound(round, Domain.Review.Verdict.Approved, 8, ""), Some.Reviewer);
        await Some.Must(new SchedulePublication(article, ScheduledAction.Publish, null, House.Clock.GetUtcNow().AddDays(1)), Some.Publisher);
        Assert.Equal("article.planned", await Refusal());
        await Some.Must(new CancelSchedule(article), Some.Publisher);
        await Some.Must(new PublishArticle(article), Some.Publisher);
        Assert.Equal("article.live", await Refusal());
        await Some.Must(new UnpublishArticle(article), Some.Publisher);
        Assert.Null(await Refusal());
    }
}

public sealed class TakeFromBinTests(AgentsHouse shared) : WithPrograms(shared)
{
    [Fact]
    public async Task It_comes_back_as_it_was_with_another_slug_where_its_own_was_taken()
    {
        var article = await Some.DraftAsync("Comes back");
        await Some.Must(new BinArticle(article), Some.Creator);
        await Some.DraftAsync("Comes back");

        await Some.Must(new TakeFromBin(article), Some.Creator);
        await Some.Must(new TakeFromBin(article), Some.Creator);

        var opened = await Some.OpenAsync(article);
        Assert.Equal(("comes-back-2", "Comes back", true), (opened.Content.Slug, opened.Content.Title, opened.MayWrite));
        Assert.Contains((await House.SendAsync(new ListArticles(Some.Site), Some.Creator)).Value.Page.Items, a => a.Id == article);
    }

    [Fact]
    public async Task A_program_names_the_version_it_read()
    {
        var (_, _, program) = await KeyAsync(KeyScope.Write);
        var standing = await WrittenAsync(program);

        Assert.Equal("article.moved_on", (await House.SendAsync(new BinArticle(standing.Id, standing.Version + 1), program)).Error!.Code);
        await Some.Must(new BinArticle(standing.Id, standing.Version), program);
        Assert.Equal("article.moved_on", (await House.SendAsync(new TakeFromBin(standing.Id, standing.Version), program)).Error!.Code);
        await Some.Must(new TakeFromBin(standing.Id, standing.Version + 1), program);
    }
}

public sealed class ListBinTests(AgentsHouse shared) : WithPrograms(shared)
{
    [Fact]
    public async Task What_was_put_there_last_comes_first_with_the_day_it_goes_for_ever()
    {
        var (first, second) = (await Some.DraftAsync("Binned first"), await Some.DraftAsync("Binned second"));
        await Some.Must(new BinArticle(first), Some.Creator);
        await Some.Must(new BinArticle(second), Some.Creator);

        var bin = (await House.SendAsync(new ListBin(Some.Site, Size: 1), Some.Administrator)).Value;
        var next = (await House.SendAsync(new ListBin(Some.Site, bin.Page.Next, 1), Some.Creator)).Value;

        Assert.Equal((second, false, true), (bin.Page.Items.Single().Id, bin.MayWrite, bin.MayDelete));
        Assert.Equal((first, true, false), (next.Page.Items.Single().Id, next.MayWrite, next.MayDelete));
        Assert.Equal(Article.KeptInBin, next.Page.Items[0].DeletedFrom - next.Page.Items[0].BinnedAt);
        Assert.Equal("after.malformed", (await House.SendAsync(new ListBin(Some.Site, "nowhere"), Some.Creator)).Error!.Fields.Single().Code);
    }
}
