using QuestCms.Application.Media;
using QuestCms.Domain.Identity;
using QuestCms.Domain.Media;
using QuestCms.IntegrationTests.Common;
using QuestCms.IntegrationTests.Content;

namespace QuestCms.IntegrationTests.Media;

public sealed class ListAssetsTests(SharedHouse shared) : InASharedHouse(shared)
{
    [Fact]
    public async Task Words_are_found_in_name_alt_text_and_credit_by_their_beginnings()
    {
        var tram = (await Some.KeepAsync(MediaHouse.NextPicture(), altText: "A yellow tram climbs the Alfama", credit: "Óscar, desk")).Value;
        var quay = (await Some.KeepAsync(MediaHouse.NextPicture(), altText: "The east quay", credit: "Desk")).Value;

        async Task<IReadOnlyList<AssetId>> FoundAsync(string words) => [.. (await House.SendAsync(new ListAssets(Some.Site, words), Some.Reviewer)).Value.Page.Items.Select(r => r.Id)];
        Assert.Equal([tram], await FoundAsync("alfa yell"));
        Assert.Equal([tram], await FoundAsync("ÓSCAR"));
        Assert.Equal([quay], await FoundAsync("east  & | ! quay:*"));
        Assert.Contains(quay, await FoundAsync("picture png"));
        Assert.Empty(await FoundAsync("alfama quay"));
        Assert.True((await FoundAsync("--- !!")).Count >= 2); // no letter: all
    }

    [Fact]
    public async Task It_is_read_by_key_newest_first_and_shows_the_sites_own_alone()
    {
        for (var i = 0; i < 5; i++) await Some.KeepAsync(MediaHouse.NextPicture(32, 32), altText: "paged");
        var all = new List<AssetId>();
        string? after = null;
        do
        {
            var list = (await House.SendAsync(new ListAssets(Some.Site, "paged", after, Size: 2), Some.Creator)).Value;
            Assert.True(list.MayWrite);
            all.AddRange(list.Page.Items.Select(r => r.Id));
            after = list.Page.Next;
        }
        while (after is not null);

        Assert.Equal((5, 5), (all.Count, all.Distinct().Count()));
        Assert.Equal(all.OrderByDescending(a => a.Value), all);
        Assert.Empty((await House.SendAsync(new ListAssets(Some.OtherSite, "paged"), Some.Stranger)).Value.Page.Items);
    }
}

public sealed class DescribeAssetTests(SharedHouse shared) : InASharedHouse(shared)
{
    [Fact]
    public async Task Words_are_kept_and_a_moved_focal_point_has_the_crops_made_anew()
    {
        var id = await Some.ReadyAsync();
        var whole = (await Some.AssetAsync(id)).Renditions.Where(r => r.Cut == RenditionCut.Whole).ToList();

        await Some.Must(new DescribeAsset(id, "A yellow tram", "Somebody", IsAi: true, 10, 90), Some.Creator);

        var waiting = await Some.AssetAsync(id);
        Assert.Equal(("A yellow tram", "Somebody", true, RenditionState.Waiting), (waiting.AltText, waiting.Credit, waiting.Making.IsAi, waiting.State));
        await Some.Must(new MakeRenditions(id), Actor.Worker);
        var ready = await Some.AssetAsync(id);
        Assert.Equal(RenditionState.Ready, ready.State);
        Assert.Equal(whole, ready.Renditions.Where(r => r.Cut == RenditionCut.Whole));
        Assert.All(ready.Renditions.Where(r => r.Cut != RenditionCut.Whole), r => Assert.Contains("10x90", r.Name, StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_cannot_be_is_refused()
    {
        var id = (await Some.KeepAsync(MediaHouse.NextPicture())).Value;

        Assert.Equal("asset.focal_point", (await House.SendAsync(new DescribeAsset(id, "", "", false, 101, 0), Some.Creator)).Error?.Code);
        Assert.Equal("altText", (await House.SendAsync(new DescribeAsset(id, new string('x', 501), "", false, 50, 50), Some.Creator)).Error?.Fields[0].Path);
        Assert.Equal("not_found", (await House.SendAsync(new DescribeAsset(MediaHouse.NextAssetId(), "", "", false, 50, 50), Some.Creator)).Error?.Code);
    }
}

public sealed class GetAssetTests(SharedHouse shared) : InASharedHouse(shared)
{
    [Fact]
    public async Task It_says_where_a_picture_is_used()
    {
        var (cover, inText, free) = (await Some.ReadyAsync(), await Some.ReadyAsync(), await Some.ReadyAsync());
        var article = await Some.DraftAsync("Uses pictures");
        await Some.ChangeAsync(article, c => c with { Cover = cover, Body = $"A tram.\n\n![tram](/media/{inText}/w800.webp)\n" }, named: true);
        await Some.ChangeAsync(article, c => c with { Cover = null });

        async Task<string> UsesAsync(AssetId id) => string.Join(", ", (await House.SendAsync(new GetAsset(id), Some.Reviewer)).Value.Uses.Select(u => $"{u.Title} {u.Place} {u.Revision}".Trim()));
        Assert.Equal("Uses pictures Revision 1", await UsesAsync(cover));
        Assert.Equal("Uses pictures WorkingCopy, Uses pictures Revision 1", await UsesAsync(inText));
        Assert.Equal("", await UsesAsync(free));
    }
}

public sealed class RemoveAssetTests(SharedHouse shared) : InASharedHouse(shared)
{
    [Fact]
    public async Task What_is_used_stays_and_what_is_not_goes_with_its_bytes()
    {
        var (used, free) = (await Some.ReadyAsync(), await Some.ReadyAsync());
        await Some.ChangeAsync(await Some.DraftAsync("Keeps its picture"), c => c with { Cover = used });

        Assert.Equal("asset.in_use", (await House.SendAsync(new RemoveAsset(used), Some.Creator)).Error?.Code);
        await Some.Must(new RemoveAsset(free), Some.Creator);

        Assert.Equal("not_found", (await House.SendAsync(new GetAsset(free), Some.Creator)).Error?.Code);
        Assert.Equal(1L, await House.ScalarAsync<long>("select count(*) from audit.entries where about = $1 and what = 'AssetRemoved'", free.Value));
        await Some.Must(new ForgetPicture(free), Actor.Worker);
        Assert.Null(await Some.StoredAsync(free, "original"));
    }
}

public sealed class ForgetPictureTests(SharedHouse shared) : InASharedHouse(shared)
{
    [Fact]
    public async Task A_picture_that_is_there_keeps_its_bytes()
    {
        var id = (await Some.KeepAsync(MediaHouse.NextPicture())).Value;

        await Some.Must(new ForgetPicture(id), Actor.Worker);

        Assert.NotNull(await Some.StoredAsync(id, "original"));
    }
}

public sealed class GetRenditionTests(SharedHouse shared) : InASharedHouse(shared)
{
    [Fact]
    public async Task One_that_is_not_made_yet_is_stood_in_for_and_an_unknown_one_is_not_there()
    {
        var id = (await Some.KeepAsync(MediaHouse.NextPicture())).Value;

        Assert.Equal(("image/webp", false), await OpenedAsync(id, "w800.avif"));
        await Some.Must(new MakeRenditions(id), Actor.Worker);
        Assert.Equal(("image/avif", true), await OpenedAsync(id, "w800.avif"));
        Assert.Equal(("image/webp", false), await OpenedAsync(id, GetRendition.AnySize));

        foreach (var name in new[] { "original", "w801.webp", "../original", "" })
            Assert.Equal("asset.not_found", (await House.SendAsync(new GetRendition(id, name), Some.Creator)).Error?.Code);
    }

    private async Task<(string, bool)> OpenedAsync(AssetId id, string name)
    {
        var opened = (await House.SendAsync(new GetRendition(id, name), Some.Reviewer)).Value;
        await opened.Content.DisposeAsync();
        return (opened.ContentType, opened.IsFinal);
    }
}
