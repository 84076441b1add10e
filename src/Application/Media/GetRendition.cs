using Microsoft.EntityFrameworkCore;
using QuestCms.Application.Common;
using QuestCms.Domain.Common;
using QuestCms.Domain.Identity;
using QuestCms.Domain.Media;

namespace QuestCms.Application.Media;

/// <summary>
/// A rendition for the people of its site, whether readers have it or not. One that is planned and not made yet is stood in for by the first one. Error: NotFound.
/// </summary>
[Requires(Permission.ReadSite)]
public sealed record GetRendition(AssetId Asset, string Name) : IQuery<OpenedRendition>, IAbout<AssetId>
{
    /// <summary>Stands for the rendition that stands in a text, where the picture's width is not known.</summary>
    public const string AnySize = "picture";

    public AssetId About => Asset;
}

/// <summary>An open rendition; who asked disposes of the stream. <paramref name="IsFinal"/>: these bytes are what the address will always mean.</summary>
public sealed record OpenedRendition(Stream Content, string ContentType, bool IsFinal);

internal sealed class GetRenditionHandler(IQuestDb db, IMediaStorage storage) : IQueryHandler<GetRendition, OpenedRendition>
{
    public async Task<Result<OpenedRendition>> Handle(GetRendition query, CancellationToken ct)
    {
        var asset = await db.Assets.AsNoTracking().FirstOrDefaultAsync(a => a.Id == query.Asset, ct);
        if (asset is null) return AssetErrors.NotFound;
        var name = query.Name == GetRendition.AnySize ? RenditionPlans.NameInText(asset.Width) : query.Name;
        if (asset.Renditions.FirstOrDefault(r => r.Name == name) is { } made && await OpenAsync(asset, made.Name, ct) is { } content) return new OpenedRendition(content, made.ContentType, IsFinal: name == query.Name);
        if (RenditionPlans.Of(asset.Width, asset.Height, asset.Focal).All(p => p.Name != name)) return AssetErrors.NotFound;
        var first = await OpenAsync(asset, RenditionPlans.NameOfFirst(asset.Width), ct);
        return first is null ? AssetErrors.NotFound : new OpenedRendition(first, RenditionPlans.Webp, IsFinal: false);
    }

    private Task<Stream?> OpenAsync(Asset asset, string name, CancellationToken ct) => storage.OpenAsync(AssetKeeper.KeyOf(asset.Id, name), ct);
}
