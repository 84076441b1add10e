using QuestCms.Application.Content;
using QuestCms.Application.Delivery;
using QuestCms.Domain.Content;
using QuestCms.Domain.Identity;
using QuestCms.IntegrationTests.Common;

namespace QuestCms.IntegrationTests.Content;

public sealed class GetArticleForEditingTests(SharedHouse shared) : InASharedHouse(shared)
{
    [Fact]
    public async Task It_shows_the_newest_text_who_changed_it_and_what_is_still_missing()
    {
        var article = await Some.DraftAsync("Shown");
        await Some.WriteAsync(article, "Ten words.", Some.SecondCreator);

        var shown = await Some.OpenAsync(article);

        Assert.Equal(("Shown", "Ten words.", "second", 2), (shown.Content.Title, shown.Content.Body, shown.ChangedBy, shown.Words));
        Assert.Equal(("relocation", "Relocation"), (shown.SiteSlug, shown.SiteName));
        Assert.Contains(shown.Checks, c => c.Level == CheckLevel.Advice && c.Field == "body"); // far under 300 words
        Assert.Equal(["Portugal"], shown.Categories.Select(c => c.Name));
    }

    [Fact]
    public async Task Who_may_write_and_when_is_said_before_anyone_tries()
    {
        var article = await Some.DraftAsync("May I");
        Assert.Equal((true, false, false), (await MayAsync(article, Some.Creator), await MayAsync(article, Some.Reviewer), await MayAsync(article, Some.Publisher)));
        await Some.ApprovedAsync(article);
        Assert.True(await MayAsync(article, Some.Creator));

        var second = await Some.DraftAsync("In review");
        await Some.SubmittedAsync(second);
        Assert.False(await MayAsync(second, Some.Creator));

        var third = await Some.DraftAsync("Archived");
        await Some.Must(new ArchiveArticle(third), Some.Publisher);
        Assert.False(await MayAsync(third, Some.Creator));
    }

    [Fact]
    public async Task What_is_not_there_is_not_found() =>
        Assert.Equal("not_found", (await House.SendAsync(new GetArticleForEditing(ArticleId.From(Guid.CreateVersion7())), Some.Creator)).Error?.Code);

    private async Task<bool> MayAsync(ArticleId article, Actor who) => (await Some.OpenAsync(article, who)).MayWrite;
}

public sealed class AddBylineTests(SharedHouse shared) : InASharedHouse(shared)
{
    [Fact]
    public async Task A_byline_belongs_to_one_site_and_its_name_is_there_once()
    {
        await Some.Must(new AddByline(Some.Site, " Tax desk ", "Writes on taxes.", Some.Creator.Person), Some.Administrator);

        Assert.Equal("byline.exists", (await House.SendAsync(new AddByline(Some.Site, "TAX desk", ""), Some.Administrator)).Error?.Code);
        await Some.Must(new AddByline(Some.OtherSite, "Tax desk", ""), Some.Stranger);
        Assert.Equal("tax-desk|Tax desk|Writes on taxes.", await House.ScalarAsync<string>("select slug || '|' || name || '|' || about from content.bylines where site = $1 and slug = 'tax-desk'", Some.Site.Value));
    }

    [Theory]
    [InlineData("")]
    [InlineData("!?")]
    [InlineData("nul\0name")]
    public async Task A_name_needs_a_letter_or_a_digit(string name) =>
        Assert.Equal(["name"], (await House.SendAsync(new AddByline(Some.Site, name, ""), Some.Administrator)).Error!.Fields.Select(f => f.Path));

    [Fact]
    public async Task Over_long_words_and_somebody_who_is_no_member_are_refused()
    {
        var refused = await House.SendAsync(new AddByline(Some.Site, new string('n', 101), new string('a', 501)), Some.Administrator);

        Assert.Equal(["description", "name"], refused.Error!.Fields.Select(f => f.Path).Order());
        Assert.Equal("byline.person", (await House.SendAsync(new AddByline(Some.Site, "A stranger", "", Some.Stranger.Person), Some.Administrator)).Error?.Code);
    }
}

public sealed class ListBylinesTests(SharedHouse shared) : InASharedHouse(shared)
{
    [Fact]
    public async Task They_stand_by_name_with_the_person_who_signs_in_under_them()
    {
        await Some.Must(new AddByline(Some.Site, "A creator’s name", "", Some.Creator.Person), Some.Administrator);

        var bylines = (await House.SendAsync(new ListBylines(Some.Site), Some.Administrator)).Value;

        Assert.Equal([("A creator’s name", "creator"), ("Relocation desk", null)], bylines.Select(b => (b.Name, b.PersonName)));
        Assert.Empty((await House.SendAsync(new ListBylines(Some.OtherSite), Some.Stranger)).Value);
    }
}
