using QuestCms.Domain.Media;

namespace QuestCms.Application.Media;

/// <summary>Addresses of renditions: to readers once an article shows the picture, to its site's people before.</summary>
internal static class PictureAddress
{
    public static string Of(AssetId asset, string rendition) => $"/media/{asset}/{rendition}";

    public static string InText(Asset asset) => Of(asset.Id, RenditionPlans.NameInText(asset.Width));
}
