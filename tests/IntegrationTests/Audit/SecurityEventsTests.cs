using System.Net;
using QuestCms.Application.Audit;
using QuestCms.Application.Delivery;
using QuestCms.Application.Sites;
using QuestCms.Application.Transfer;
using QuestCms.Domain.Content;
using QuestCms.Domain.Identity;
using QuestCms.Domain.Sites;
using QuestCms.IntegrationTests.Common;
using QuestCms.IntegrationTests.Identity;

namespace QuestCms.IntegrationTests.Audit;

/// <summary>What concerns the safety of the house is one category of the trail.</summary>
public sealed class SecurityEventsTests : InASharedHouse
{
    // Of a minute in which others were refused often, no more would be written.
    public SecurityEventsTests(SharedHouse shared) : base(shared) => House.Clock.Move(TimeSpan.FromMinutes(2));

    [Fact]
    public async Task Sign_ins_that_fail_and_accounts_that_rest_are_written_down_without_what_was_typed()
    {
        (await Some.BrowserOfAsync(Some.Creator)).Dispose(); // has a password from here on
        using var browser = new StudioClient(House);
        for (var i = 0; i < 6; i++) await browser.SignInAsync("creator@quest.test", "wrong wrong wrong");
        await browser.SignInAsync("my-secret-password@quest.test", "wrong wrong wrong");

        var lines = await HouseAsync();

        Assert.Contains(lines, l => l.Sentence.StartsWith("tried to sign in as creator from ", StringComparison.Ordinal) && l.Sentence.EndsWith("in vain", StringComparison.Ordinal));
        Assert.Contains(lines, l => l.What == nameof(SignInLocked) && l.About == Some.Creator.Person!.Value.Value);
        Assert.Contains(lines, l => l.Sentence.StartsWith("tried to sign in with an address that nobody here has", StringComparison.Ordinal));
        Assert.Equal(0L, await House.ScalarAsync<long>("select count(*) from audit.entries where is_security and details::text like '%my-secret-password%'"));
    }

    [Fact]
    public async Task A_command_that_is_refused_is_written_down_with_who_and_what()
    {
        var article = await Some.DraftAsync("Not theirs to publish");
        Assert.NotNull((await House.SendAsync(new PublishArticle(article, 1), Some.Creator)).Error);
        Assert.NotNull((await House.SendAsync(new ChangeRoles(Some.Site, Some.Creator.Person!.Value, [Role.Administrator]), Some.SecondCreator)).Error);

        Assert.Contains(await HouseAsync(), l => l is { Who: "creator", Sentence: "was refused: publish article" });
        Assert.Contains(await SiteAsync(), l => l is { Who: "second", Sentence: "was refused: change roles" });
    }

    [Fact]
    public async Task A_key_that_opens_nothing_is_written_down_and_nothing_of_it()
    {
        using var client = House.CreateClient();
        foreach (var address in new[] { "/api/v1/sites/relocation/articles", "/api/v1/manage/sites/relocation/articles" })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, address) { Headers = { { "Authorization", "Bearer qk_made_up_and_never_given" } } };
            Assert.Equal(HttpStatusCode.Unauthorized, (await client.SendAsync(request, Ct)).StatusCode);
        }

        Assert.Equal(2, (await HouseAsync()).Count(l => l.What == nameof(KeyRefused)));
        Assert.Equal(0L, await House.ScalarAsync<long>("select count(*) from audit.entries where details::text like '%never_given%'"));
    }

    [Fact]
    public async Task Changes_of_roles_keys_and_people_are_of_the_category_and_articles_are_not()
    {
        await Some.Must(new ChangeRoles(Some.Site, Some.SecondReviewer.Person!.Value, [Role.Reviewer, Role.Publisher]), Some.Administrator);
        Assert.Null((await House.SendAsync(new MakeSiteKey(Some.Site, "For the trail", [KeyScope.Read]), Some.Administrator)).Error);
        await Some.DraftAsync("Of no category");
        Assert.Null((await House.SendAsync(new ExportArticles(Some.Site), Some.Administrator)).Error);

        var lines = await SiteAsync();

        Assert.Contains(lines, l => l.What == nameof(RolesChanged));
        Assert.Contains(lines, l => l.What == nameof(SiteKeyIssued));
        Assert.Contains(lines, l => l is { Who: "administrator", Sentence: "took the articles of the site away as files" });
        Assert.DoesNotContain(lines, l => l.What == nameof(ArticleDrafted));
        using var browser = await Some.BrowserOfAsync(Some.Administrator);
        var page = await browser.GetAsync("/studio/administration/audit?security=true");
        Assert.Contains("made the key For the trail", page.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("Of no category", page.Body, StringComparison.Ordinal);
    }

    private async Task<IReadOnlyList<AuditLine>> HouseAsync() => (await House.SendAsync(new ListHouseAuditTrail(new AuditFilter(Security: true)), Actor.Shell)).Value.Items;

    private async Task<IReadOnlyList<AuditLine>> SiteAsync() => (await House.SendAsync(new ListAuditTrail(Some.Site, new AuditFilter(Security: true)), Some.Administrator)).Value.Items;
}
