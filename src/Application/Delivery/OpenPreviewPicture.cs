using Microsoft.EntityFrameworkCore;
using QuestCms.Application.Common;
using QuestCms.Application.Media;
using QuestCms.Domain.Common;
using QuestCms.Domain.Media;

namespace QuestCms.Application.Delivery;

/// <summary>A rendition of a picture that a preview shows, by the preview's link. Errors: <c>preview.refused</c> (Forbidden), NotFound for any other picture.</summary>
[OpenToEveryone]
public sealed record OpenPreviewPicture(string Token, AssetId Asset, string Name) : IQuery<OpenedRendition>;

internal sealed class OpenPreviewPictureHandler(IQuestDb db, PreviewReader previews, IMediaStorage storage) : IQueryHandler<OpenPreviewPicture, OpenedRendition>
{
    public async Task<Result<OpenedRendition>> Handle(OpenPreviewPicture query, CancellationToken ct)
    {
        var opened = await previews.OpenAsync(query.Token, ct);
        if (opened.Error is { } refusal) return refusal;
        if (await previews.TextAsync(opened.Value, ct) is not var (text, _) || text.Pictures.All(p => p.Asset != query.Asset)) return AssetErrors.NotFound;
        var asset = await db.Assets.AsNoTracking().FirstOrDefaultAsync(a => a.Id == query.Asset && a.Site == text.Site, ct);
        if (asset?.Renditions.FirstOrDefault(r => r.Name == query.Name) is not { } rendition || await storage.OpenAsync(AssetKeeper.KeyOf(asset.Id, rendition.Name), ct) is not { } content) return AssetErrors.NotFound;
        return new OpenedRendition(content, rendition.ContentType, IsFinal: true);
    }
}
