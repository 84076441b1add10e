using QuestCms.Application.Content;
using QuestCms.Application.Media;
using QuestCms.Domain.Content;
using QuestCms.IntegrationTests.Common;
using QuestCms.IntegrationTests.Media;

namespace QuestCms.IntegrationTests.Content;

public sealed class ChooseCoverTests(SharedHouse shared) : InASharedHouse(shared)
{
    [Fact]
    public async Task A_cover_is_put_on_and_taken_off_and_nothing_else_changes()
    {
        var cover = await Some.ReadyAsync();
        var article = await Some.DraftAsync("Gets a cover");
        var before = await Some.OpenAsync(article);

        await Some.Must(new ChooseCover(article, cover), Some.Creator);

        var with = await Some.OpenAsync(article);
        Assert.True(with.Content.SameAs(before.Content with { Cover = cover }));
        await Some.Must(new ChooseCover(article, null), Some.Creator);
        Assert.True((await Some.OpenAsync(article)).Content.SameAs(before.Content));
    }

    [Fact]
    public async Task Another_sites_picture_and_one_that_is_gone_are_refused()
    {
        var article = await Some.DraftAsync("Gets no cover");
        var theirs = (await House.SendAsync(new AddAssets(Some.OtherSite, [new BroughtFile("x.png", new MemoryStream(MediaHouse.NextPicture()))]), Some.Stranger)).Value.Added[0].Id;

        Assert.Equal("cover.unknown", (await House.SendAsync(new ChooseCover(article, theirs), Some.Creator)).Error?.Code);
        Assert.Equal("cover.unknown", (await House.SendAsync(new ChooseCover(article, MediaHouse.NextAssetId()), Some.Creator)).Error?.Code);
        Assert.Equal("cover.unknown", (await Some.ChangeAsync(article, c => c with { Cover = theirs })).Error?.Code);
    }

    [Fact]
    public async Task A_frozen_text_keeps_its_cover()
    {
        var article = await Some.DraftAsync("In review with its cover");
        await Some.SubmittedAsync(article);

        Assert.Equal("article.frozen", (await House.SendAsync(new ChooseCover(article, await Some.ReadyAsync()), Some.Creator)).Error?.Code);
    }

    [Fact]
    public async Task A_cover_without_a_description_is_one_of_the_checks_and_a_revision_freezes_what_was_said()
    {
        var (silent, said) = (await Some.ReadyAsync(altText: ""), await Some.ReadyAsync("A tram", "Desk"));
        var article = await Some.DraftAsync("Checked");

        var saved = await Some.ChangeAsync(article, c => c with { Cover = silent });
        Assert.Contains(saved.Value.Checks, c => c is { Field: "cover", Level: CheckLevel.Advice });
        Assert.Contains((await Some.OpenAsync(article)).Checks, c => c.Field == "cover");

        await Some.ChangeAsync(article, c => c with { Cover = said }, named: true);
        await Some.Must(new DescribeAsset(said, "Said later", "", false, 50, 50), Some.Creator);
        var revision = await Some.RevisionAsync(article, 1);
        Assert.Equal([("A tram", "Desk")], revision.Pictures.Select(p => (p.AltText, p.Credit)));
        Assert.DoesNotContain((await Some.OpenAsync(article)).Checks, c => c.Field == "cover");
    }
}
