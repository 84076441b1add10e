using Microsoft.EntityFrameworkCore;
using QuestCms.Application.Common;
using QuestCms.Application.Review;
using QuestCms.Domain.Common;
using QuestCms.Domain.Content;
using QuestCms.Domain.Identity;
using QuestCms.Domain.Review;
using QuestCms.Domain.Sites;

namespace QuestCms.Application.Insights;

/// <summary>The two figures beside the places of the studio: what came back to this person, pieces and single sentences; what waits for a reviewer, likewise.</summary>
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
        var back = await db.Articles.CountAsync(a => a.ChangedBy == acting.Me && a.Site == query.Site && (a.State == WorkingState.ChangesRequested || a.State == WorkingState.Rejected), ct);
        var waiting = await db.ReviewRounds.CountAsync(r => r.Site == query.Site && r.State == RoundState.Open, ct);
        var wrong = await LiveClaims.ToChange(db, query.Site).CountAsync(c => db.Articles.Any(a => a.Id == c.Article && a.ChangedBy == acting.Me), ct);
        var over = await LiveClaims.ToCheckAgain(db, query.Site, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime)).CountAsync(ct);
        return new ShellCounts(back + wrong, waiting + over);
    }
}
