using Microsoft.EntityFrameworkCore;
using QuestCms.Application.Common;
using QuestCms.Domain.Content;
using QuestCms.Domain.Identity;

namespace QuestCms.Application.Review;

/// <summary>Everyone who wrote in an article since the revision approved last, the working copy's hands included: none of them decides on it, nor checks its claims.</summary>
internal static class WritersOf
{
    public static async Task<IReadOnlyList<PersonId>> SinceApprovalAsync(IQuestDb db, Article article, CancellationToken ct)
    {
        var since = article.ApprovedRevision ?? 0;
        var hands = await db.Revisions.AsNoTracking().Where(r => r.Article == article.Id && r.Number > since).Select(r => r.Hands).ToListAsync(ct);
        var fresh = db.Revisions.Local.Where(r => r.Article == article.Id).SelectMany(r => r.Hands);
        return [.. hands.SelectMany(h => h).Concat(fresh).Concat(article.Hands).Distinct()];
    }
}
