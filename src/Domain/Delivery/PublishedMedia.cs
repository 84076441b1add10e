using QuestCms.Domain.Content;
using QuestCms.Domain.Media;

namespace QuestCms.Domain.Delivery;

/// <summary>A rendition as readers get it: copied here when an article that shows it is published, so that delivery reads no other schema. Its address always means these bytes.</summary>
public sealed class PublishedMedia
{
    private PublishedMedia() { }

    public AssetId Asset { get; private set; }
    public string Name { get; private set; } = "";
    public string ContentType { get; private set; } = "";
    /// <summary>Entity tag without quotes.</summary>
    public string Tag { get; private set; } = "";
    public byte[] Content { get; private set; } = [];

    public static PublishedMedia Of(AssetId asset, Rendition rendition, byte[] content) =>
        new() { Asset = asset, Name = rendition.Name, ContentType = rendition.ContentType, Tag = rendition.Tag, Content = content };
}

/// <summary>A published article shows that picture. A picture without such a row is not public, whatever was copied once.</summary>
public sealed class PublishedMediaUse
{
    private PublishedMediaUse() { }

    public ArticleId Article { get; private set; }
    public AssetId Asset { get; private set; }

    public static PublishedMediaUse Of(ArticleId article, AssetId asset) => new() { Article = article, Asset = asset };
}
