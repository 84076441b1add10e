using Microsoft.EntityFrameworkCore;
using QuestCms.Application.Common;
using QuestCms.Application.Review;
using QuestCms.Domain.Common;
using QuestCms.Domain.Content;
using QuestCms.Domain.Identity;
using QuestCms.Domain.Review;
using QuestCms.Domain.Sites;

namespace QuestCms.Application.Insights;

/// <summary>The two figures beside the places of the studio: what came back to this person, pieces and single sentences; what waits for a reviewer, likewise, with what is to be looked at again.</summary>
[Requires(Permission.ReadSite)]
public sealed record GetShellCounts(SiteId Site) : IQuery<ShellCounts>, IAbout<SiteId>
{
    public SiteId About => Site;
}

/// <summary>Both counted on the site.</summary>
public sealed record ShellCounts(int SentBack, int Waiting);

internal sealed class GetShellCountsHandler(IQuestDb db, Acting acting, TimeProvider clock) : IQueryHandler<GetShellCounts, ShellCounts>
{
    public async Task<Result<ShellCounts>> Handle(GetShellCounts query, CancellationToken ct)
    {
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        var (toChange, toCheck) = (LiveClaims.ToChange(db, query.Site), LiveClaims.ToCheckAgain(db, query.Site, today));
        // All in one question: every page of the studio asks it.
        var found = await db.Sites.Where(s => s.Id == query.Site).Select(s => new
        {
            Back = db.Articles.Count(a => a.ChangedBy == acting.Me && a.Site == query.Site && (a.State == WorkingState.ChangesRequested || a.State == WorkingState.Rejected)),
            Waiting = db.ReviewRounds.Count(r => r.Site == query.Site && r.State == RoundState.Open),
            Wrong = toChange.Count(c => db.Articles.Any(a => a.Id == c.Article && a.ChangedBy == acting.Me)),
            Over = toCheck.Count(),
            Again = db.LooksAgain.Count(l => l.Site == query.Site && l.LookedAt == null),
        }).FirstAsync(ct);
        return new ShellCounts(found.Back + found.Wrong, found.Waiting + found.Over + found.Again);
    }
}
