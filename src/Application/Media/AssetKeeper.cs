using Microsoft.EntityFrameworkCore;
using QuestCms.Application.Common;
using QuestCms.Domain.Common;
using QuestCms.Domain.Media;
using QuestCms.Domain.Sites;

namespace QuestCms.Application.Media;

/// <summary>Bytes that want to become a picture of a site, and what is known of them.</summary>
/// <param name="Content">The file; never trusted.</param>
public sealed record NewAsset(AssetId Id, SiteId Site, string FileName, ReadOnlyMemory<byte> Content, Making Making, Who By)
{
    public string AltText { get; init; } = "";
    public string Credit { get; init; } = "";
}

/// <summary>
/// Adds a picture from its bytes, whoever brought them: looks at them, stores original and first rendition, adds the row and the job that makes the rest.
/// It saves nothing itself: the caller saves. The same bytes on the same site are the asset that is there, unchanged. Errors are those of <see cref="IPictures.LookAsync"/>.
/// </summary>
internal sealed class AssetKeeper(IQuestDb db, IPictures pictures, IMediaStorage storage, IJobQueue jobs)
{
    public const string Original = "original";

    public static string KeyOf(AssetId asset, string name) => $"{asset}/{name}";

    public async Task<Result<Asset>> AddAsync(NewAsset asked, DateTimeOffset now, CancellationToken ct)
    {
        var looked = await pictures.LookAsync(asked.Content, ct);
        if (looked.Error is { } refusal) return refusal;
        var (picture, first) = looked.Value;
        if (await KnownAsync(asked.Site, picture.Sha256, ct) is { } known) return known;

        // Bytes first: a row never speaks of what is not there. Bytes without a row are nobody's and harm nobody.
        await PutAsync(asked.Id, Original, asked.Content, ct);
        await PutAsync(asked.Id, first.Rendition.Name, first.Content, ct);
        var asset = Asset.Add(asked.Id, asked.Site, picture, asked.FileName, Fit(asked.AltText, Asset.MaxAltText), Fit(asked.Credit, Asset.MaxCredit), asked.Making, asked.By, now);
        db.Assets.Add(asset);
        jobs.Enqueue(JobKind.MakeRenditions, asset.Id.Value, now);
        return asset;
    }

    // One added before in the same save is not in the database yet.
    private async Task<Asset?> KnownAsync(SiteId site, byte[] sha256, CancellationToken ct) =>
        db.Assets.Local.FirstOrDefault(a => a.Site == site && a.Sha256.AsSpan().SequenceEqual(sha256)) ?? await db.Assets.FirstOrDefaultAsync(a => a.Site == site && a.Sha256 == sha256, ct);

    private async Task PutAsync(AssetId asset, string name, ReadOnlyMemory<byte> content, CancellationToken ct)
    {
        await using var stream = new MemoryStream(content.ToArray(), writable: false);
        await storage.PutAsync(KeyOf(asset, name), stream, ct);
    }

    // What a model or a stranger's file says of a picture may be of any length and hold anything.
    private static string Fit(string text, int most)
    {
        var clean = PlainText.Clean(text).Text;
        return clean.Length <= most ? clean : PlainText.Clean(clean[..most]).Text;
    }
}
