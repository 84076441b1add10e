using Microsoft.EntityFrameworkCore;
using QuestCms.Application.Common;
using QuestCms.Domain.Ai;
using QuestCms.Domain.Common;
using QuestCms.Domain.Content;
using QuestCms.Domain.Identity;
using QuestCms.Domain.Sites;

namespace QuestCms.Application.Ai;

/// <summary>What of a site, or of one article of it, is to be looked at again because of where its words came from: the longest open first, at most 50.</summary>
[Requires(Permission.ReadSite)]
public sealed record GetLooksAgain(SiteId Site, ArticleId? Article = null) : IQuery<IReadOnlyList<ShownLookAgain>>, IAbout<SiteId>
{
    public SiteId About => Site;
}

/// <param name="From">As "the prompt draft/2".</param>
public sealed record ShownLookAgain(LookAgainId Id, ArticleId Article, string Title, string From, string Why, string By, DateTimeOffset At);

internal sealed class GetLooksAgainHandler(IQuestDb db) : IQueryHandler<GetLooksAgain, IReadOnlyList<ShownLookAgain>>
{
    private const int Most = 50;

    public async Task<Result<IReadOnlyList<ShownLookAgain>>> Handle(GetLooksAgain query, CancellationToken ct) =>
        await db.LooksAgain.AsNoTracking().Where(l => l.Site == query.Site && l.LookedAt == null && (query.Article == null || l.Article == query.Article)).OrderBy(l => l.AskedAt).Take(Most)
            .Join(db.Articles, l => l.Article, a => a.Id, (l, a) => new { l, Title = a.Working.Title })
            .Join(db.People, x => x.l.AskedBy, p => p.Id, (x, p) => new ShownLookAgain(x.l.Id, x.l.Article, x.Title == "" ? "Untitled" : x.Title, x.l.From, x.l.Why, p.Name, x.l.AskedAt)).ToListAsync(ct);
}
