using Microsoft.EntityFrameworkCore;
using QuestCms.Application.Common;
using QuestCms.Domain.Common;
using QuestCms.Domain.Content;
using QuestCms.Domain.Delivery;
using QuestCms.Domain.Sites;

namespace QuestCms.Application.Delivery;

/// <summary>An article that readers see, by what a person or a program calls it: its slug, its address, its id.</summary>
internal static class LiveArticles
{
    private const int Longest = 1_000;
    private static readonly Error NotLive = Error.Field("replacement", "replacement.not_live", "No other article that readers see has this address. Name one of this site that is live, or leave it empty.");
    private static readonly Error Itself = Error.Field("replacement", "replacement.itself", "An article can’t stand in for itself.");

    /// <summary>Null when readers see none of that name on this site.</summary>
    public static async Task<ArticleId?> FindAsync(IQuestDb db, SiteId site, string siteSlug, string named, CancellationToken ct)
    {
        var live = db.PublishedArticles.AsNoTracking().Where(p => p.Site == site);
        if (named.Length > Longest) return null;
        if (ArticleId.TryParse(named.Trim(), null, out var id)) return await live.Where(p => p.Article == id).Select(p => (ArticleId?)p.Article).FirstOrDefaultAsync(ct);
        return RedirectAddress.Read(named, siteSlug) is { } slug ? await live.Where(p => p.Slug == slug).Select(p => (ArticleId?)p.Article).FirstOrDefaultAsync(ct) : null;
    }

    /// <summary>What is to stand in for an article; null when nothing is named.</summary>
    public static async Task<Result<ArticleId?>> ReplacementAsync(IQuestDb db, Article article, string? named, CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(named)) return (ArticleId?)null;
        var site = await db.Sites.AsNoTracking().Where(s => s.Id == article.Site).Select(s => s.Slug).FirstAsync(ct);
        var found = await FindAsync(db, article.Site, site, named, ct);
        return found is null ? NotLive : found == article.Id ? Itself : found;
    }

    /// <summary>Every address the article had names it from now on; those of this save too.</summary>
    public static async Task StandInAsync(IQuestDb db, ArticleId article, ArticleId? replacement, CancellationToken ct)
    {
        foreach (var former in await db.FormerSlugs.Where(f => f.Article == article).ToListAsync(ct)) former.LeadTo(replacement);
        foreach (var former in db.FormerSlugs.Local.Where(f => f.Article == article)) former.LeadTo(replacement);
    }
}
