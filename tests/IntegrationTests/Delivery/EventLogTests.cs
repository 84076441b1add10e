using System.Text.Json;
using QuestCms.Application.Delivery;
using QuestCms.Domain.Content;
using QuestCms.Domain.Identity;
using QuestCms.IntegrationTests.Common;
using QuestCms.IntegrationTests.Content;
using QuestCms.IntegrationTests.Live;

namespace QuestCms.IntegrationTests.Delivery;

/// <summary>What the log says of each thing publishers do.</summary>
public sealed class EventLogTests(Database database) : InAHouse(database)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_life_of_an_article_is_told_event_by_event()
    {
        var article = await Some.DraftAsync("First address");
        await ShowAsync(article);
        await Some.ChangeAsync(article, c => c with { Title = "Another title", Slug = "second-address", Tags = ["tax"] });
        await ShowAsync(article);
        await Some.Must(new UnpublishArticle(article), Some.Publisher);
        await Some.Must(new ArchiveArticle(article), Some.Publisher);
        await Some.Must(new ArchiveArticle(article), Some.Publisher); // it is there already: told once
        await Some.Must(new ArchiveArticle(article, Back: true), Some.Publisher);
        await Some.Must(new PublishArticle(article, 1), Some.Publisher);

        var told = await ToldAsync();

        Assert.Equal(
        [
            "1 article.published first-address  v1 []",
            "2 article.updated second-address first-address v2 [slug title tags seo review cacheTags]",
            "3 article.slug_changed second-address first-address v2 [slug]",
            "4 article.unpublished second-address  v2 []",
            "5 article.archived second-address  v2 []",
            "6 article.published first-address  v3 []",
        ], told.Select(t => $"{t.GetProperty("data").GetProperty("sequence")} {t.GetProperty("type").GetString()} {t.GetProperty("data").GetProperty("slug").GetString()} {t.GetProperty("data").GetProperty("previousSlug").GetString()} v{t.GetProperty("data").GetProperty("version")} [{string.Join(' ', Texts(t, "changedFields"))}]"));
        Assert.All(told, t => Assert.Equal((article.Value, "relocation", $"/api/v1/sites/relocation/articles/{article}"),
            (t.GetProperty("data").GetProperty("id").GetGuid(), t.GetProperty("data").GetProperty("site").GetString(), t.GetProperty("data").GetProperty("url").GetString())));
        // A cache drops what was seen before and what is seen now.
        Assert.Equal(["site:relocation", $"article:{article}", "category:portugal", "tag:visa", "tag:tax"], Texts(told[1], "cacheTags"));
        Assert.Equal(["site:relocation", $"article:{article}", "category:portugal", "tag:tax"], Texts(told[4], "cacheTags"));
    }

    [Fact]
    public async Task What_readers_never_saw_is_never_told()
    {
        var article = await Some.DraftAsync("Never live");
        await Some.ApprovedAsync(article);
        await Some.Must(new ArchiveArticle(article), Some.Publisher);

        Assert.Empty(await ToldAsync());
    }

    private async Task ShowAsync(ArticleId article)
    {
        await Some.ApprovedAsync(article);
        await Some.Must(new PublishArticle(article), Some.Publisher);
    }

    private static IEnumerable<string?> Texts(JsonElement told, string name) => told.GetProperty("data").GetProperty(name).EnumerateArray().Select(f => f.GetString());

    private async Task<List<JsonElement>> ToldAsync()
    {
        using var client = House.CreateClient();
        return [.. JsonSerializer.Deserialize<JsonElement>(await client.GetStringAsync("/api/v1/sites/relocation/changes", Ct)).GetProperty("data").EnumerateArray()];
    }
}

public sealed class SweepEventLogTests(Database database) : InAHouse(database)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_older_than_ninety_days_goes_and_who_stands_before_it_fetches_anew_while_counts_go_on()
    {
        var article = await Some.DraftAsync("Old and new");
        await Some.ApprovedAsync(article);
        await Some.Must(new PublishArticle(article), Some.Publisher);
        await Some.Must(new UnpublishArticle(article), Some.Publisher);
        await House.TellManyAsync(Some.Site, 4_500); // several statements' worth
        await House.TellManyAsync(Some.OtherSite, 1);
        await House.SqlAsync("update delivery.events set at = now() - interval '91 days'");
        await House.TellAsync(Some.Site, "young");
        using var client = House.CreateClient();
        var old = (await ChangesAsync(client, "?limit=1")).GetProperty("meta").GetProperty("next").GetString();

        Assert.Null((await House.SendAsync(new SweepEventLog(), Actor.Worker)).Error);
        Assert.Null((await House.SendAsync(new SweepEventLog(), Actor.Worker)).Error); // nothing more to do

        Assert.Equal("young", (await ChangesAsync(client, "")).GetProperty("data").EnumerateArray().Single().GetProperty("data").GetProperty("slug").GetString());
        Assert.Equal(410, (int)(await client.GetAsync($"/api/v1/sites/relocation/changes?since={old}", Ct)).StatusCode);
        // Of the article its newest event is left, so its next publication is its second.
        Assert.Equal("article.unpublished", await House.ScalarAsync<string>("select string_agg(type, ' ') from delivery.events where article = $1", article.Value));
        await Some.Must(new PublishArticle(article), Some.Publisher);
        Assert.Equal(2, await House.ScalarAsync<int>("select version from delivery.published_articles where article = $1", article.Value));
    }

    private static async Task<JsonElement> ChangesAsync(HttpClient client, string query) =>
        JsonSerializer.Deserialize<JsonElement>(await client.GetStringAsync($"/api/v1/sites/relocation/changes{query}", Ct));
}

public sealed class StartEpochTests(Database database) : InAHouse(database)
{
    [Fact]
    public async Task Every_site_gets_another_epoch_and_its_numbers_go_on()
    {
        await House.TellAsync(Some.Site, "one");
        var before = await EpochsAsync();

        await Some.Must(new StartEpoch(), Actor.Shell);
        await House.TellAsync(Some.Site, "two");

        var after = await EpochsAsync();
        Assert.Equal(4, before.Concat(after).Distinct().Count());
        Assert.All(after, e => Assert.Matches("^[0-9a-f]{8}$", e));
        Assert.Equal($"1 {before[0]}, 2 {after[0]}", await House.ScalarAsync<string>("select string_agg(sequence || ' ' || epoch, ', ' order by sequence) from delivery.events"));
    }

    private async Task<string[]> EpochsAsync() => [(await House.ScalarAsync<string>("select epoch from delivery.sites where id = $1", Some.Site.Value))!, (await House.ScalarAsync<string>("select epoch from delivery.sites where id = $1", Some.OtherSite.Value))!];
}
