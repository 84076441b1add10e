using QuestCms.Application.Content;
using QuestCms.Domain.Ai;
using QuestCms.Domain.Content;
using QuestCms.IntegrationTests.Content;

namespace QuestCms.IntegrationTests.Ai;

/// <summary>An answer that somebody's source talked Claude into: it is a proposal like any other, and shown it does nothing.</summary>
public sealed class HostileAnswerTests(ClaudeHouse shared) : WithClaude(shared)
{
    [Fact]
    public async Task Script_and_addresses_that_act_are_shown_as_words_and_nothing_of_the_article_changes()
    {
        var article = await Some.DraftAsync("Hostile");
        var before = await Some.OpenAsync(article);

        var generation = await AnswerAsync("hostile", article);
        var html = (await House.SendAsync(new PreviewArticle(article, generation.Text), Some.Creator)).Value.Html;

        Assert.Equal((GenerationState.Finished, ProposalState.Open), (generation.State, generation.Proposal));
        foreach (var tag in new[] { "<script", "<iframe", "<img src=x", "<a href=\"data:", "href=\"javascript:", "href=\"vbscript:" }) Assert.DoesNotContain(tag, html, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("&lt;script&gt;alert(1)&lt;/script&gt;", html, StringComparison.Ordinal);
        var after = await Some.OpenAsync(article);
        Assert.Equal((before.Version, before.Content.Body, WorkingState.Draft), (after.Version, after.Content.Body, after.State));
    }

    [Theory]
    [InlineData("/studio", false)]
    [InlineData("/sign-in", false)]
    [InlineData("/", true)]
    public async Task In_the_studio_no_picture_of_another_server_is_fetched(string page, bool fromElsewhere)
    {
        using var client = House.CreateClient(new() { AllowAutoRedirect = false });
        using var answer = await client.GetAsync(new Uri(page, UriKind.Relative), Ct);
        var pictures = answer.Headers.GetValues("Content-Security-Policy").Single().Split(';').Single(p => p.Trim().StartsWith("img-src", StringComparison.Ordinal)).Trim();
        Assert.Equal(fromElsewhere ? "img-src 'self' data: https:" : "img-src 'self' data:", pictures);
    }
}
