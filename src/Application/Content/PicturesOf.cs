using Microsoft.EntityFrameworkCore;
using QuestCms.Application.Common;
using QuestCms.Domain.Content;
using QuestCms.Domain.Media;
using QuestCms.Domain.Sites;

namespace QuestCms.Application.Content;

/// <summary>Reads what the library says of the pictures a text shows.</summary>
internal static class PicturesOf
{
    /// <summary>In the order of the text. An address of another site's picture, or of none, is no picture of it.</summary>
    public static async Task<IReadOnlyList<FrozenPicture>> ReadAsync(IQuestDb db, SiteId site, ArticleContent content, CancellationToken ct)
    {
        var ids = content.Pictures;
        if (ids.Length == 0) return [];
        // What a use case adds in the same save is not in the database yet.
        var known = db.Assets.Local.Where(a => a.Site == site && ids.Contains(a.Id)).ToDictionary(a => a.Id, Of);
        var others = ids.Where(id => !known.ContainsKey(id)).ToArray();
        if (others.Length > 0)
            foreach (var asset in await db.Assets.AsNoTracking().Where(a => a.Site == site && others.Contains(a.Id)).ToListAsync(ct)) known[asset.Id] = Of(asset);
        return [.. ids.Where(known.ContainsKey).Select(id => known[id])];
    }

    private static FrozenPicture Of(Asset asset) => new(asset.Id, Convert.ToHexStringLower(asset.Sha256), asset.AltText, asset.Credit);
}
