using QuestCms.Domain.Media;

namespace QuestCms.Application.Media;

/// <summary>Where in an article a picture stands.</summary>
public enum AssetUsePlace { WorkingCopy, SideCopy, Revision, Live }

/// <summary>A use of a picture. <paramref name="Article"/> is the article's id, <paramref name="Revision"/> the number of the newest revision that has it, or of the live one.</summary>
public sealed record AssetUse(Guid Article, string Title, AssetUsePlace Place, int? Revision);

/// <summary>Where pictures are used, read where the tables are: the library knows nothing of articles.</summary>
public interface IAssetUses
{
    /// <summary>By article, live ones first; two hundred at most.</summary>
    Task<IReadOnlyList<AssetUse>> OfAsync(AssetId asset, CancellationToken ct);

    Task<bool> AnyAsync(AssetId asset, CancellationToken ct);
}
