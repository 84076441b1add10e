using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using QuestCms.Application.Common;
using QuestCms.Application.Media;
using QuestCms.Domain.Common;
using QuestCms.Domain.Identity;
using QuestCms.Domain.Media;
using QuestCms.TestKit;

namespace QuestCms.IntegrationTests.Media;

/// <summary>What is done with pictures, in one line each.</summary>
internal static class MediaHouse
{
    private static int _seed;

    /// <summary>A picture nobody has yet.</summary>
    public static byte[] NextPicture(int width = 420, int height = 320) => SomePictures.Png(width, height, Interlocked.Increment(ref _seed));

    public static AssetId NextAssetId() => AssetId.New(DateTimeOffset.UtcNow);

    /// <summary>Adds it as whoever made it would, through the keeper, and saves.</summary>
    public static async Task<Result<AssetId>> KeepAsync(this SomeHouse some, byte[] file, Making? making = null, string altText = "", string credit = "")
    {
        await using var scope = some.House.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Acting>().Begin(Actor.Worker);
        var asked = new NewAsset(NextAssetId(), some.Site, "picture.png", file, making ?? Making.Uploaded, some.Creator.Person!.Value) { AltText = altText, Credit = credit };
        var kept = await scope.ServiceProvider.GetRequiredService<AssetKeeper>().AddAsync(asked, DateTimeOffset.UtcNow, CancellationToken.None);
        if (kept.Error is { } error) return error;
        await scope.ServiceProvider.GetRequiredService<IQuestDb>().SaveChangesAsync();
        return kept.Value.Id;
    }

    /// <summary>A picture with all its renditions.</summary>
    public static async Task<AssetId> ReadyAsync(this SomeHouse some, string altText = "A tram on a hill", string credit = "Desk", int width = 420, int height = 320)
    {
        var id = (await some.KeepAsync(NextPicture(width, height), altText: altText, credit: credit)).Value;
        await some.Must(new MakeRenditions(id), Actor.Worker);
        return id;
    }

    public static Task<Asset> AssetAsync(this SomeHouse some, AssetId asset) => some.House.ReadAsync(db => db.Assets.AsNoTracking().SingleAsync(a => a.Id == asset));

    public static async Task<byte[]?> StoredAsync(this SomeHouse some, AssetId asset, string name)
    {
        await using var stream = await some.House.Services.GetRequiredService<IMediaStorage>().OpenAsync($"{asset}/{name}", CancellationToken.None);
        if (stream is null) return null;
        using var whole = new MemoryStream();
        await stream.CopyToAsync(whole);
        return whole.ToArray();
    }
}
