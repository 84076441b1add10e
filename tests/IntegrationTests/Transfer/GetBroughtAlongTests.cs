using QuestCms.Application.Transfer;
using QuestCms.IntegrationTests.Common;

namespace QuestCms.IntegrationTests.Transfer;

public sealed class GetBroughtAlongTests(SharedHouse shared) : InASharedHouse(shared)
{
    [Fact]
    public async Task What_has_no_field_is_told_in_words_and_an_article_that_began_here_brought_nothing()
    {
        var id = Guid.Parse("6f1d7a52-5a8e-4a34-9f62-0c7f1de4a002");
        var post = new ForeignPost { From = "legacy", Path = $"legacy:{id}", Id = id, Title = "Notice", Body = "Words.", Form = ForeignForm.Markdown, Rest = [new("ai_score", "8.25"), new("review_notes", "Check the law."), new("mood", "dry")] };
        await Some.House.SendAsync(new ImportPost(Some.Site, post, new HashSet<string>()), Some.Administrator);

        var brought = Assert.Single((await House.SendAsync(new GetBroughtAlong(Domain.Content.ArticleId.From(id)), Some.Reviewer)).Value);
        Assert.Equal($"legacy:{id}", brought.Path);
        Assert.Equal(new BroughtFact[] { new("AI score", "8.25"), new("Mood", "dry"), new("Notes of review there", "Check the law.") }, brought.Facts.OrderBy(f => f.Name, StringComparer.Ordinal));
        Assert.Empty((await House.SendAsync(new GetBroughtAlong(await Some.DraftAsync()), Some.Creator)).Value);
    }

    [Fact]
    public async Task The_history_shows_it_and_the_request_that_nobody_here_made()
    {
        var id = Guid.Parse("6f1d7a52-5a8e-4a34-9f62-0c7f1de4a003");
        var post = new ForeignPost { From = "legacy", Path = $"legacy:{id}", Id = id, Title = "Notice", Body = "Words.", Form = ForeignForm.Markdown, Model = new("a-model-of-then", "Write of it."), Rest = [new("review_notes", "Check the law.")] };
        await Some.House.SendAsync(new ImportPost(Some.Site, post, new HashSet<string>()), Some.Administrator);

        using var browser = await Some.BrowserOfAsync(Some.Reviewer);
        var history = (await browser.GetAsync($"/studio/articles/{id}/history")).Body;
        foreach (var said in new[] { "What came with it", "Notes of review there", "Check the law.", "a-model-of-then wrote it before it came here:" }) Assert.Contains(said, history);
        var story = await House.ScalarAsync<Guid>("select id from ai.generations where article = $1", id);
        Assert.Contains("Came with an import", (await browser.GetAsync($"/studio/generations/{story}")).Body);
    }
}
