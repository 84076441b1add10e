using Microsoft.EntityFrameworkCore;
using QuestCms.Application.Common;
using QuestCms.Application.Media;
using QuestCms.Domain.Common;
using QuestCms.Domain.Content;
using QuestCms.Domain.Delivery;
using QuestCms.Domain.Media;

namespace QuestCms.Application.Delivery;

/// <summary>A picture as readers are shown it: the words that were sealed with the revision, or those a publisher had readers told since; the renditions of the library.</summary>
internal sealed record ShownPicture(AssetId Asset, string AltText, string Credit, bool IsAi, int Width, int Height, IReadOnlyList<Rendition> Renditions)
{
    /// <summary>What was sealed where readers are told something else since; in a text it stands where its writer took it from the library.</summary>
    public string? FormerAltText { get; init; }

    public IEnumerable<Rendition> Of(RenditionCut cut, string contentType) => Renditions.Where(r => r.Cut == cut && r.ContentType == contentType).OrderBy(r => r.Width);

    public string AddressOf(Rendition rendition) => PicturesInText.AddressOf(Asset, rendition.Name);
}

/// <summary>The pictures of a revision by id, its cover told apart.</summary>
internal sealed record ShownPictures(ShownPicture? Cover, IReadOnlyDictionary<AssetId, ShownPicture> All);

/// <summary>
/// Copies what readers need of a revision's pictures into the published view, in the save of whoever publishes; it saves nothing itself. Errors: <c>asset.not_ready</c>
/// (Unavailable) while renditions are being made, <c>asset.not_shown</c>, <c>asset.gone</c>.
/// </summary>
internal sealed class PublishedPictures(IQuestDb db, IMediaStorage storage)
{
    public async Task<Result<ShownPictures>> ShowAsync(ArticleId article, Revision revision, CancellationToken ct)
    {
        var ids = revision.Pictures.Select(p => p.Asset).ToArray();
        var assets = ids.Length == 0 ? [] : await db.Assets.AsNoTracking().Where(a => a.Site == revision.Site && ids.Contains(a.Id)).ToDictionaryAsync(a => a.Id, ct);
        var shown = new Dictionary<AssetId, ShownPicture>();
        foreach (var frozen in revision.Pictures)
        {
            if (!assets.TryGetValue(frozen.Asset, out var asset) || Convert.ToHexStringLower(asset.Sha256) != frozen.Sha256) return AssetErrors.Gone;
            if (!asset.IsReady) return asset.State == RenditionState.Failed ? AssetErrors.NotShown : AssetErrors.NotReady;
            var renditions = asset.Renditions.Where(r => r.Cut == RenditionCut.Whole || asset.Id == revision.Content.Cover).ToList();
            if (!await CopyAsync(asset.Id, renditions, ct)) return AssetErrors.NotShown;
            var told = asset.Told is { } words && words.At > revision.FrozenAt ? words : null;
            shown[asset.Id] = new ShownPicture(asset.Id, told?.AltText ?? frozen.AltText, told?.Credit ?? frozen.Credit, asset.Making.IsAi, asset.Width, asset.Height, renditions)
            {
                FormerAltText = told is null || told.AltText == frozen.AltText ? null : frozen.AltText,
            };
        }
        await UseAsync(article, ids, ct);
        return new ShownPictures(revision.Content.Cover is { } cover ? shown.GetValueOrDefault(cover) : null, shown);
    }

    /// <summary>The article shows these pictures and no others; none when it is taken from readers.</summary>
    public async Task UseAsync(ArticleId article, IReadOnlyList<AssetId> pictures, CancellationToken ct)
    {
        var before = await db.PublishedMediaUses.Where(u => u.Article == article).ToListAsync(ct);
        db.PublishedMediaUses.RemoveRange(before.Where(u => !pictures.Contains(u.Asset)));
        db.PublishedMediaUses.AddRange(pictures.Where(p => before.All(u => u.Asset != p)).Select(p => PublishedMediaUse.Of(article, p)));
    }

    // An address always means the same bytes, so what is there is never copied again.
    private async Task<bool> CopyAsync(AssetId asset, IReadOnlyList<Rendition> renditions, CancellationToken ct)
    {
        var there = await db.PublishedMedia.Where(m => m.Asset == asset).Select(m => m.Name).ToListAsync(ct);
        foreach (var rendition in renditions.Where(r => !there.Contains(r.Name)))
        {
            await using var stream = await storage.OpenAsync(AssetKeeper.KeyOf(asset, rendition.Name), ct);
            if (stream is null) return false;
            using var content = new MemoryStream(rendition.Bytes);
            await stream.CopyToAsync(content, ct);
            db.PublishedMedia.Add(PublishedMedia.Of(asset, rendition, content.ToArray()));
        }
        return true;
    }
}
