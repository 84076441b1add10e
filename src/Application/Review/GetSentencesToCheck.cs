using Microsoft.EntityFrameworkCore;
using QuestCms.Application.Common;
using QuestCms.Domain.Common;
using QuestCms.Domain.Identity;
using QuestCms.Domain.Review;
using QuestCms.Domain.Sites;

namespace QuestCms.Application.Review;

/// <summary>Sentences that readers see and whose day is over, the longest over first, at most twenty: each is looked at alone, not its article.</summary>
[Requires(Permission.ReadSite)]
public sealed record GetSentencesToCheck(SiteId Site) : IQuery<SentencesToCheck>, IAbout<SiteId>
{
    public SiteId About => Site;
}

/// <param name="Count">All of them on the site.</param>
public sealed record SentencesToCheck(int Count, IReadOnlyList<SentenceToCheck> Items, bool MayCheck);

public sealed record SentenceToCheck(ClaimShown Claim, string Title);

internal sealed class GetSentencesToCheckHandler(IQuestDb db, Acting acting, IRoles roles, TimeProvider clock) : IQueryHandler<GetSentencesToCheck, SentencesToCheck>
{
    private const int Most = 20;

    public async Task<Result<SentencesToCheck>> Handle(GetSentencesToCheck query, CancellationToken ct)
    {
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        var waiting = LiveClaims.ToCheckAgain(db, query.Site, today);
        var may = (await roles.OfAsync(acting.Me, ct))!.May(Permission.Decide, query.Site);
        var count = await waiting.CountAsync(ct);
        if (count == 0) return new SentencesToCheck(0, [], may);
        var terms = await db.ClaimTerms.AsNoTracking().FirstOrDefaultAsync(t => t.Site == query.Site, ct) ?? ClaimTerms.Of(query.Site);
        var claims = await ClaimShown.ReadAsync(db, waiting.AsNoTracking().OrderBy(c => c.HoldsUntil).ThenBy(c => c.CheckedAt).Take(Most), terms, today, ct);
        var articles = claims.Select(c => c.Article).Distinct().ToList();
        var titles = await db.Articles.AsNoTracking().Where(a => articles.Contains(a.Id)).ToDictionaryAsync(a => a.Id, a => a.Working.Title, ct);
        return new SentencesToCheck(count, [.. claims.Select(c => new SentenceToCheck(c, titles[c.Article].Length > 0 ? titles[c.Article] : "Untitled"))], may);
    }
}
