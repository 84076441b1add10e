using System.Net;
using QuestCms.Application.Sites;
using QuestCms.IntegrationTests.Common;
using QuestCms.IntegrationTests.Delivery;

namespace QuestCms.IntegrationTests.Sites;

public sealed class ChangeSiteSettingsTests(SharedHouse shared) : InASharedHouse(shared)
{
    private static readonly string[] Addresses =
    [
        "/sites/relocation", "/sites/relocation/open-or-not", "/api/v1/sites/relocation/articles", "/api/v1/sites/relocation/articles/by-slug/open-or-not", "/api/v1/sites/relocation/feed.rss",
        "/api/v1/sites/relocation/sitemap.xml", "/api/v1/sites/relocation/changes",
    ];

    private ChangeSiteSettings Now => new(Some.Site, "Relocation", "How to move.", "en", true, "", false);

    [Fact]
    public async Task Closed_nobody_reads_it_without_a_key_from_the_next_request_on_and_opened_again_everybody()
    {
        await Some.LiveAsync("Open or not");
        using var reader = House.CreateClient();
        var written = await WrittenAsync();
        foreach (var address in Addresses) Assert.True((await reader.AskAsync(address)).Status == HttpStatusCode.OK, address); // kept in memory from here on

        await Some.Must(Now with { AnonymousReading = false }, Some.Administrator);

        foreach (var address in Addresses) Assert.True((await reader.AskAsync(address)).Status == (address.StartsWith("/api", StringComparison.Ordinal) ? HttpStatusCode.Unauthorized : HttpStatusCode.NotFound), address);
        Assert.DoesNotContain("relocation", await reader.GetStringAsync("/api/v1/sites", Ct), StringComparison.Ordinal);

        await Some.Must(Now, Some.Administrator);
        foreach (var address in Addresses) Assert.True((await reader.AskAsync(address)).Status == HttpStatusCode.OK, address);
        Assert.Equal(written + 2, await WrittenAsync());
    }

    private Task<long> WrittenAsync() => House.ScalarAsync<long>("select count(*) from audit.entries where what = 'SiteChanged' and site = $1", Some.Site.Value);

    [Fact]
    public async Task Name_origins_and_cdn_are_there_with_the_next_answer_and_sites_are_told()
    {
        await Some.LiveAsync("Under another name");
        using var reader = House.CreateClient();
        await reader.GetStringAsync("/sites/relocation/under-another-name", Ct);
        var sequence = await Some.SequenceAsync();

        await Some.Must(Now with { Name = "Moving house", Origins = "https://www.example.org\nhttp://localhost:3000", HasTaggedCdn = true }, Some.Administrator);
        await Some.Must(Now with { Name = "Moving house", Origins = "https://www.example.org\nhttp://localhost:3000", HasTaggedCdn = true }, Some.Administrator); // nothing new: nothing told

        Assert.Equal("site.updated name+origins+cdn", await Some.ToldAsync(sequence));
        Assert.Contains("Moving house", await reader.GetStringAsync("/sites/relocation/under-another-name", Ct), StringComparison.Ordinal);
        using var asked = new HttpRequestMessage(HttpMethod.Get, "/api/v1/sites/relocation/articles") { Headers = { { "Origin", "https://www.example.org" } } };
        using var answer = await reader.SendAsync(asked, Ct);
        Assert.Equal("https://www.example.org", answer.Headers.GetValues("Access-Control-Allow-Origin").Single());
        Assert.Contains("s-maxage=300", answer.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        using var foreign = new HttpRequestMessage(HttpMethod.Get, "/api/v1/sites/relocation/articles") { Headers = { { "Origin", "https://evil.example" } } };
        Assert.False((await reader.SendAsync(foreign, Ct)).Headers.Contains("Access-Control-Allow-Origin"));
        await Some.Must(Now, Some.Administrator);
    }

    [Theory]
    [InlineData("", "en", "", "name")]
    [InlineData("Name", "english", "", "locale")]
    [InlineData("Name", "en", "http://www.example.org", "origins")]
    public async Task What_will_not_do_is_refused_by_its_field(string name, string locale, string origins, string field) =>
        Assert.Equal(field, Assert.Single((await House.SendAsync(Now with { Name = name, Locale = locale, Origins = origins }, Some.Administrator)).Error!.Fields).Path);
}

public sealed class GetSiteSettingsTests(SharedHouse shared) : InASharedHouse(shared)
{
    [Fact]
    public async Task They_are_what_was_kept_last()
    {
        await Some.Must(new ChangeSiteSettings(Some.Site, "Relocation", "Moving.", "pt-BR", true, "https://www.example.org", true), Some.Administrator);
        var settings = (await House.SendAsync(new GetSiteSettings(Some.Site), Some.Administrator)).Value;
        Assert.Equal(("relocation", "Moving.", "pt-BR", true, true), (settings.Slug, settings.Strapline, settings.Locale, settings.AnonymousReading, settings.HasTaggedCdn));
        Assert.Equal(["https://www.example.org"], settings.Origins);
    }
}

public sealed class RenameCategoryTests(SharedHouse shared) : InASharedHouse(shared)
{
    [Fact]
    public async Task It_has_one_name_and_one_address_on_its_site()
    {
        await Some.Must(new AddCategory(Some.Site, "Austria"), Some.Administrator);
        Assert.Equal("category.exists", (await House.SendAsync(new RenameCategory(Some.Category, "Portugal", "austria"), Some.Administrator)).Error?.Code);
        foreach (var slug in new[] { "Not a slug", "a--b", new string('a', 97) }) Assert.Equal("slug", Assert.Single((await House.SendAsync(new RenameCategory(Some.Category, "Portugal", slug), Some.Administrator)).Error!.Fields).Path);
        Assert.Equal("name", Assert.Single((await House.SendAsync(new RenameCategory(Some.Category, " … "), Some.Administrator)).Error!.Fields).Path);

        await Some.Must(new RenameCategory(Some.Category, "Portugal and Madeira"), Some.Administrator);
        Assert.Equal(("portugal", "Portugal and Madeira"), (await House.SendAsync(new ListCategories(Some.Site), Some.Administrator)).Value.Where(c => c.Id == Some.Category).Select(c => (c.Slug, c.Name)).Single());
        Assert.Equal("renamed the category Portugal, now Portugal and Madeira",
            (await House.SendAsync(new Application.Audit.ListAuditTrail(Some.Site, new(What: "CategoryRenamed")), Some.Administrator)).Value.Items.Single().Sentence);
    }
}
