using QuestCms.Application.Common;
using QuestCms.Domain.Content;
using QuestCms.Domain.Review;
using QuestCms.Domain.Sites;

namespace QuestCms.Application.Review;

/// <summary>Single sentences of a site that wait for somebody, without their articles: asked by the queue, the desk and the figures beside the places alike.</summary>
internal static class LiveClaims
{
    /// <summary>Verified once, over now, and read by readers today.</summary>
    public static IQueryable<Claim> ToCheckAgain(IQuestDb db, SiteId site, DateOnly today) =>
        from claim in db.Claims.Where(c => c.Site == site && c.State == ClaimState.Verified && c.HoldsUntil < today)
        join article in db.Articles on claim.Article equals article.Id
        where article.LiveRevision != null && claim.Revisions.Contains(article.LiveRevision.Value)
        select claim;

    /// <summary>Found not right in what was approved last; gone from here when a text without it is in review.</summary>
    public static IQueryable<Claim> ToChange(IQuestDb db, SiteId site) =>
        from claim in db.Claims.Where(c => c.Site == site && c.State == ClaimState.NotRight)
        join article in db.Articles on claim.Article equals article.Id
        where article.State != WorkingState.InReview && article.ArchivedAt == null && article.BinnedAt == null && article.ApprovedRevision != null && claim.Revisions.Contains(article.ApprovedRevision.Value)
        select claim;
}
