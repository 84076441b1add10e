using QuestCms.Application.Content;
using QuestCms.Application.Delivery;
using QuestCms.Domain.Content;
using QuestCms.Domain.Sites;
using QuestCms.IntegrationTests.Mcp;

namespace QuestCms.IntegrationTests.Content;

public sealed class ReadLiveTextTests(AgentsHouse shared) : WithAgents(shared)
{
    [Fact]
    public async Task An_agent_reads_what_readers_see_and_not_what_was_typed_since()
    {
        var article = await Some.DraftAsync("Live and changed", "As published.\n");
        await Some.ApprovedAsync(article);
        await Some.Must(new PublishArticle(article), Some.Publisher);
        await Some.WriteAsync(article, "Typed since.\n");
        var (_, _, agent) = await KeyAsync(KeyScope.Read);

        Assert.Equal("As published.\n", (await House.SendAsync(new ReadLiveText(article), agent)).Value.Body);
        await Some.Must(new UnpublishArticle(article), Some.Publisher);
        Assert.Equal(ArticleErrors.NotFound, (await House.SendAsync(new ReadLiveText(article), agent)).Error);
    }
}

public sealed class ReadWorkingCopyTests(AgentsHouse shared) : WithAgents(shared)
{
    [Fact]
    public async Task An_agent_with_preview_reads_the_text_as_it_stands()
    {
        var article = await Some.DraftAsync("Being written", "Half a thought.\n");
        var (_, _, agent) = await KeyAsync(KeyScope.Preview);

        var read = (await House.SendAsync(new ReadWorkingCopy(article), agent)).Value;

        Assert.Equal(("Half a thought.\n", WorkingState.Draft, false), (read.Body, read.State, read.IsLive));
        await House.SqlAsync("update content.articles set binned_at = now() where id = $1", article.Value);
        Assert.Equal(ArticleErrors.NotFound, (await House.SendAsync(new ReadWorkingCopy(article), agent)).Error);
    }
}

public sealed class SearchWorkingCopiesTests(AgentsHouse shared) : WithAgents(shared)
{
    [Fact]
    public async Task Drafts_are_found_by_their_words_page_by_page()
    {
        for (var i = 0; i < 21; i++) await Some.DraftAsync($"Windmill {i}", $"It turns **slowly**, number {i}.\n");
        var (_, _, agent) = await KeyAsync(KeyScope.Preview);

        var first = (await House.SendAsync(new SearchWorkingCopies(Some.Site, "windmill", null), agent)).Value;
        var second = (await House.SendAsync(new SearchWorkingCopies(Some.Site, "windmill", first.Next), agent)).Value;

        Assert.Equal((20, 1), (first.Items.Count, second.Items.Count));
        Assert.Null(second.Next);
        Assert.Equal(21, first.Items.Concat(second.Items).Select(i => i.Id).Distinct().Count());
        Assert.All(first.Items, i => Assert.DoesNotContain('\uE000', i.Passage!));
        Assert.Equal("input.invalid", (await House.SendAsync(new SearchWorkingCopies(Some.Site, new string('x', 201), null), agent)).Error!.Code);
    }
}
