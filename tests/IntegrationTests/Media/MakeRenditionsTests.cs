using QuestCms.Application.Media;
using QuestCms.Domain.Identity;
using QuestCms.Domain.Media;
using QuestCms.IntegrationTests.Common;

namespace QuestCms.IntegrationTests.Media;

public sealed class MakeRenditionsTests(SharedHouse shared) : InASharedHouse(shared)
{
    [Fact]
    public async Task A_picture_is_kept_with_its_first_rendition_and_the_job_makes_the_rest()
    {
        var file = MediaHouse.NextPicture();
        var making = Making.GeneratedBy("black-forest-labs/flux-1.1-pro", "professional", "A tram");
        var id = (await Some.KeepAsync(file, making, "A tram", "Flux")).Value;

        var kept = await Some.AssetAsync(id);
        Assert.Equal((RenditionState.Waiting, "A tram", "Flux", true), (kept.State, kept.AltText, kept.Credit, kept.Making.IsAi));
        Assert.Equal(file, await Some.StoredAsync(id, "original"));
        Assert.NotNull(await Some.StoredAsync(id, RenditionPlans.NameOfFirst(kept.Width)));
        Assert.Equal(1L, await House.ScalarAsync<long>("select count(*) from work.jobs where subject = $1", id.Value));

        await Some.Must(new MakeRenditions(id), Actor.Worker);

        var ready = await Some.AssetAsync(id);
        Assert.Equal((RenditionState.Ready, making), (ready.State, ready.Making));
        Assert.Equal(RenditionPlans.Of(420, 320, FocalPoint.Middle).Select(p => p.Name), ready.Renditions.Select(r => r.Name));
        foreach (var rendition in ready.Renditions) Assert.Equal(rendition.Bytes, (await Some.StoredAsync(id, rendition.Name))!.Length);
        Assert.Equal("AssetAdded", await House.ScalarAsync<string>("select what from audit.entries where about = $1", id.Value));

        await Some.Must(new MakeRenditions(id), Actor.Worker); // once more changes nothing
        Assert.Equal(ready.Version, (await Some.AssetAsync(id)).Version);
    }

    [Fact]
    public async Task The_same_bytes_twice_on_one_site_are_one_asset()
    {
        var file = MediaHouse.NextPicture();

        var first = await Some.KeepAsync(file, altText: "Said first");
        var second = await Some.KeepAsync(file, altText: "Said second");

        Assert.Equal(first.Value, second.Value);
        Assert.Equal("Said first", (await Some.AssetAsync(first.Value)).AltText);
    }

    [Fact]
    public async Task What_is_no_picture_leaves_nothing_behind()
    {
        var files = await House.ScalarAsync<long>("select count(*) from work.media_files");

        Assert.Equal("asset.svg", (await Some.KeepAsync("<svg/>"u8.ToArray())).Error?.Code);

        Assert.Equal(files, await House.ScalarAsync<long>("select count(*) from work.media_files"));
    }

    [Fact]
    public async Task Bytes_that_are_gone_are_said_and_not_tried_for_ever()
    {
        var id = (await Some.KeepAsync(MediaHouse.NextPicture())).Value;
        await House.SqlAsync("delete from work.media_files where key = $1", $"{id}/original");

        await Some.Must(new MakeRenditions(id), Actor.Worker);

        var failed = await Some.AssetAsync(id);
        Assert.Equal((RenditionState.Failed, AssetErrors.Broken.Message), (failed.State, failed.Say));
    }
}
