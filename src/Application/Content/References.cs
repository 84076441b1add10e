using Microsoft.EntityFrameworkCore;
using QuestCms.Application.Common;
using QuestCms.Domain.Common;
using QuestCms.Domain.Content;
using QuestCms.Domain.Sites;

namespace QuestCms.Application.Content;

/// <summary>Looks whether what a text refers to is there, in its own site. Another site's category or byline is as if it were not.</summary>
internal static class References
{
    public static async Task<Error?> MissingAsync(IQuestDb db, SiteId site, ArticleContent content, CancellationToken ct)
    {
        if (content.Category is { } category && !await db.Categories.AnyAsync(c => c.Id == category && c.Site == site, ct))
            return Error.Field("category", "category.unknown", "This category is no longer there. Choose another.");
        if (content.Cover is { } cover && !db.Assets.Local.Any(a => a.Id == cover && a.Site == site) && !await db.Assets.AnyAsync(a => a.Id == cover && a.Site == site, ct))
            return Error.Field("cover", "cover.unknown", "This picture is no longer in the library. Choose another.");
        if (content.Bylines.Length == 0) return null;
        var found = await db.Bylines.CountAsync(b => b.Site == site && content.Bylines.Contains(b.Id), ct);
        return found == content.Bylines.Length ? null : Error.Field("bylines", "bylines.unknown", "One of the bylines is no longer there. Choose again.");
    }

    public static Task<bool> SlugTakenAsync(IQuestDb db, SiteId site, ArticleId self, string slug, CancellationToken ct) =>
        slug.Length == 0 ? Task.FromResult(false) : db.Articles.AnyAsync(a => a.Site == site && a.Working.Slug == slug && a.Id != self && a.BinnedAt == null, ct);

    /// <summary>The slug, or the first of slug-2, slug-3 … that is free.</summary>
    public static async Task<string> FreeSlugAsync(IQuestDb db, SiteId site, ArticleId self, string slug, CancellationToken ct)
    {
        if (slug.Length == 0) return slug;
        var stem = slug.Length > ArticleContent.MaxSlug - 5 ? slug[..(ArticleContent.MaxSlug - 5)].TrimEnd('-') : slug;
        var taken = await db.Articles.AsNoTracking().Where(a => a.Site == site && a.Id != self && a.BinnedAt == null && a.Working.Slug.StartsWith(stem))
            .Select(a => a.Working.Slug).ToListAsync(ct);
        if (!taken.Contains(slug)) return slug;
        for (var n = 2; ; n++)
            if (!taken.Contains($"{stem}-{n}")) return $"{stem}-{n}";
    }
}
