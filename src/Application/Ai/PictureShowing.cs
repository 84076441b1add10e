using Microsoft.EntityFrameworkCore;
using QuestCms.Application.Common;
using QuestCms.Application.Media;
using QuestCms.Domain.Ai;
using QuestCms.Domain.Common;
using QuestCms.Domain.Media;

namespace QuestCms.Application.Ai;

/// <summary>Puts the picture a request speaks of into it, as the rendition that was made when it came: at most 800 pixels wide, without what a camera wrote into the file. Errors: <see cref="AssetErrors.NotFound"/>, <see cref="AssetErrors.NotReady"/>.</summary>
internal sealed class PictureShowing(IQuestDb db, IMediaStorage storage)
{
    /// <summary>About what a picture of that size costs, in characters of text.</summary>
    public const int Characters = 4_800;

    public async Task<Result<WriterRequest>> ShowAsync(Generation asked, WriterRequest request, CancellationToken ct)
    {
        if (!AssetId.TryParse(asked.Brief.Picture, null, out var id)) return request;
        var asset = await db.Assets.AsNoTracking().FirstOrDefaultAsync(a => a.Id == id && a.Site == asked.Site, ct);
        if (asset is null) return AssetErrors.NotFound;
        await using var stream = await storage.OpenAsync(AssetKeeper.KeyOf(id, RenditionPlans.NameOfFirst(asset.Width)), ct);
        if (stream is null) return AssetErrors.NotReady;
        using var content = new MemoryStream();
        await stream.CopyToAsync(content, ct);
        return request with { Picture = new SeenPicture(RenditionPlans.Webp, content.ToArray()) };
    }
}
