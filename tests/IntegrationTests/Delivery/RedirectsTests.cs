using System.Net;
using System.Text.Json;
using QuestCms.Application.Audit;
using QuestCms.Application.Content;
using QuestCms.Application.Delivery;
using QuestCms.IntegrationTests.Common;
using QuestCms.IntegrationTests.Content;

namespace QuestCms.IntegrationTests.Delivery;

public sealed class AddRedirectTests(SharedHouse shared) : InASharedHouse(shared)
{
    private async Task<string?> CodeAsync(string from, string to) => (await House.SendAsync(new AddRedirect(Some.Site, from, to), Some.Publisher)).Error?.Code;

    [Fact]
    public async Task It_leads_to_the_article_wherever_that_moves_and_to_what_stands_in_for_it()
    {
        var article = await Some.LiveAsync("Where it leads");
        var standIn = await Some.LiveAsync("What stands in");
        using var reader = House.CreateClient(new() { AllowAutoRedirect = false });
        Assert.Equal(HttpStatusCode.NotFound, (await reader.AskAsync("/sites/relocation/old/page.html")).Status);
        var sequence = await Some.SequenceAsync();

        await Some.Must(new AddRedirect(Some.Site, "/old/page.html/", "where-it-leads"), Some.Publisher);
        await Some.Must(new AddRedirect(Some.Site, "short", $"/sites/relocation/where-it-leads"), Some.Administrator);
        Assert.Equal("site.updated redirects, site.updated redirects", await Some.ToldAsync(sequence));

        Assert.Equal((HttpStatusCode.MovedPermanently, "/sites/relocation/where-it-leads"), await reader.AskAsync("/sites/relocation/old/page.html"));
        Assert.Equal((HttpStatusCode.PermanentRedirect, "/api/v1/sites/relocation/articles/by-slug/where-it-leads"), await reader.AskAsync("/api/v1/sites/relocation/articles/by-slug/short"));
        await Some.ChangeAsync(article, c => c with { Slug = "it-moved" });
        await Some.ApprovedAsync(article);
        await Some.Must(new PublishArticle(article), Some.Publisher);
        Assert.Equal((HttpStatusCode.MovedPermanently, "/sites/relocation/it-moved"), await reader.AskAsync("/sites/relocation/old/page.html"));
        Assert.Contains("""{"from":"old/page.html","to":"it-moved","status":301,"article":""", await reader.GetStringAsync("/api/v1/sites/relocation/redirects?limit=100", Ct), StringComparison.Ordinal);

        await Some.Must(new UnpublishArticle(article, Replacement: "what-stands-in"), Some.Publisher);
        Assert.Equal(HttpStatusCode.Gone, (await reader.AskAsync("/sites/relocation/old/page.html")).Status);
        Assert.Equal(standIn.Value, (await Replacement(reader, "/articles/by-slug/short"))?.GetProperty("id").GetGuid());
    }

    [Fact]
    public async Task It_leads_elsewhere_with_https_and_nowhere_else()
    {
        using var reader = House.CreateClient(new() { AllowAutoRedirect = false });
        await Some.Must(new AddRedirect(Some.Site, "away", "https://www.example.org/a?b=c"), Some.Publisher);
        Assert.Equal((HttpStatusCode.MovedPermanently, "https://www.example.org/a?b=c"), await reader.AskAsync("/sites/relocation/away"));

        foreach (var no in new[] { "http://www.example.org/", "javascript:alert(1)", "https://me@www.example.org/", "//www.example.org", "" }) Assert.NotNull(await CodeAsync("elsewhere", no));
        Assert.Equal(HttpStatusCode.NotFound, (await reader.AskAsync("/sites/relocation/elsewhere")).Status);
    }

    [Fact]
    public async Task Loops_chains_and_addresses_that_show_something_are_refused()
    {
        var article = await Some.LiveAsync("It is here");
        await Some.ChangeAsync(article, c => c with { Slug = "it-is-there" });
        await Some.ApprovedAsync(article);
        await Some.Must(new PublishArticle(article), Some.Publisher);
        await Some.Must(new AddRedirect(Some.Site, "one", "it-is-there"), Some.Publisher);
        await Some.Must(new AddRedirect(Some.Site, "two", "https://quest.example/sites/relocation/three"), Some.Publisher);

        Assert.Equal("redirect.taken", await CodeAsync("it-is-there", "https://www.example.org/"));
        Assert.Equal("redirect.former", await CodeAsync("it-is-here", "https://www.example.org/"));
        Assert.Equal("redirect.exists", await CodeAsync("one", "https://www.example.org/"));
        Assert.Equal("redirect.loop", await CodeAsync("self", "https://quest.example/sites/relocation/self"));
        Assert.Equal("redirect.chain", await CodeAsync("four", "https://quest.example/sites/relocation/one"));
        Assert.Equal("redirect.chain", await CodeAsync("five", "https://quest.example/sites/relocation/it-is-here"));
        Assert.Equal("redirect.chained", await CodeAsync("three", "it-is-there"));
        Assert.Equal("redirect.not_live", await CodeAsync("six", "no-such-article"));
        Assert.Equal("redirect.from", await CodeAsync("two words", "it-is-there"));
    }

    private static async Task<JsonElement?> Replacement(HttpClient reader, string path)
    {
        using var answer = await reader.GetAsync("/api/v1/sites/relocation" + path);
        var said = JsonSerializer.Deserialize<JsonElement>(await answer.Content.ReadAsStringAsync()).GetProperty("replacement");
        return answer.StatusCode == HttpStatusCode.Gone && said.ValueKind == JsonValueKind.Object ? said : null;
    }

    [Fact]
    public async Task What_is_taken_down_names_what_stands_in_for_it_as_long_as_readers_see_that()
    {
        var (gone, instead) = (await Some.LiveAsync("Outdated advice"), await Some.LiveAsync("Better advice"));
        Assert.Equal("replacement.not_live", (await House.SendAsync(new UnpublishArticle(gone, Replacement: "no-such"), Some.Publisher)).Error?.Code);
        Assert.Equal("replacement.itself", (await House.SendAsync(new UnpublishArticle(gone, Replacement: "outdated-advice"), Some.Publisher)).Error?.Code);
        await Some.Must(new UnpublishArticle(gone, Replacement: $"https://quest.example/sites/relocation/better-advice"), Some.Publisher);

        using var reader = House.CreateClient(new() { AllowAutoRedirect = false });
        foreach (var path in new[] { "/articles/by-slug/outdated-advice", $"/articles/{gone}" })
            Assert.Equal($"/api/v1/sites/relocation/articles/{instead}", (await Replacement(reader, path))?.GetProperty("url").GetString());
        using var page = await reader.GetAsync("/sites/relocation/outdated-advice", Ct);
        Assert.Equal(HttpStatusCode.Gone, page.StatusCode);
        Assert.Matches("Read this instead.*/sites/relocation/better-advice", (await page.Content.ReadAsStringAsync(Ct)).ReplaceLineEndings(" "));

        await Some.Must(new UnpublishArticle(instead), Some.Publisher);
        Assert.Null(await Replacement(reader, "/articles/by-slug/outdated-advice"));
        Assert.DoesNotContain("Read this instead", await (await reader.GetAsync("/sites/relocation/outdated-advice", Ct)).Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);

        // Shown again and taken down without a word, the former one is forgotten; deleted for ever, another may be named.
        var third = await Some.LiveAsync("Best advice");
        await Some.Must(new PublishArticle(instead), Some.Publisher);
        await Some.Must(new PublishArticle(gone), Some.Publisher);
        await Some.Must(new UnpublishArticle(gone), Some.Publisher);
        Assert.Null(await Replacement(reader, $"/articles/{gone}"));
        await Some.Must(new BinArticle(gone), Some.Creator);
        await Some.Must(new DeleteArticleForEver(gone, "Outdated advice", "best-advice"), Some.Administrator);
        Assert.Equal(third.Value, (await Replacement(reader, $"/articles/{gone}"))?.GetProperty("id").GetGuid());
    }
}

public sealed class ListRedirectsTests(SharedHouse shared) : InASharedHouse(shared)
{
    [Fact]
    public async Task They_stand_page_by_page_those_of_the_house_among_them()
    {
        var article = await Some.LiveAsync("At first");
        await Some.ChangeAsync(article, c => c with { Slug = "at-last" });
        await Some.ApprovedAsync(article);
        await Some.Must(new PublishArticle(article), Some.Publisher);
        for (var n = 0; n < 51; n++) await Some.Must(new AddRedirect(Some.Site, $"old/{n:00}", "at-last"), Some.Publisher);

        var first = (await House.SendAsync(new ListRedirects(Some.Site), Some.Administrator)).Value;
        var second = (await House.SendAsync(new ListRedirects(Some.Site, first.Next), Some.Publisher)).Value;
        Assert.Equal((50, 2, null), (first.Items.Count, second.Items.Count, second.Next));
        var own = first.Items.Concat(second.Items).Single(r => r.From == "at-first");
        Assert.Equal(("at-last", "At first", false, true), (own.To, own.Title, own.IsMade, own.IsAutomatic));

    }
}

public sealed class RemoveRedirectTests(SharedHouse shared) : InASharedHouse(shared)
{
    [Fact]
    public async Task A_removed_one_leads_nowhere_and_the_trail_says_so()
    {
        await Some.LiveAsync("At the end");
        foreach (var from in new[] { "old/07", "old/08" }) await Some.Must(new AddRedirect(Some.Site, from, "at-the-end"), Some.Publisher);

        await Some.Must(new RemoveRedirect(Some.Site, "old/07"), Some.Publisher);

        using var reader = House.CreateClient(new() { AllowAutoRedirect = false });
        Assert.Equal(HttpStatusCode.NotFound, (await reader.AskAsync("/sites/relocation/old/07")).Status);
        Assert.Equal(HttpStatusCode.MovedPermanently, (await reader.AskAsync("/sites/relocation/old/08")).Status);
        Assert.Equal("redirect.not_found", (await House.SendAsync(new RemoveRedirect(Some.Site, "at-the-end"), Some.Publisher)).Error?.Code);
        Assert.Equal("took the redirect of old/07 away", (await House.SendAsync(new ListAuditTrail(Some.Site, new AuditFilter(What: "RedirectRemoved")), Some.Administrator)).Value.Items.Single().Sentence);
    }
}
