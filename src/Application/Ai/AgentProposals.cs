using Microsoft.EntityFrameworkCore;
using QuestCms.Application.Common;
using QuestCms.Domain.Ai;
using QuestCms.Domain.Common;
using QuestCms.Domain.Content;
using QuestCms.Domain.Sites;

namespace QuestCms.Application.Ai;

/// <summary>What holds for every proposal of an agent: made once however often it is sent, and so many open at once that people can still read them.</summary>
internal sealed class AgentProposals(IQuestDb db)
{
    private const int MostOnSite = 100;
    private const int MostOnArticle = 3;

    /// <summary>Null when it is new; done when this very proposal is there already; refused when its id says something else.</summary>
    public async Task<Result?> BeforeAsync(GenerationId proposal, Func<Generation, bool> isSame, CancellationToken ct) =>
        await db.Generations.AsNoTracking().FirstOrDefaultAsync(g => g.Id == proposal, ct) is not { } before ? null : isSame(before) ? Result.Done : AgentErrors.OtherBefore;

    public async Task<Error?> WhyNotAnotherAsync(SiteId site, ArticleId? article, CancellationToken ct)
    {
        var open = db.Generations.AsNoTracking().Where(g => g.Site == site && g.Agent != null && g.Proposal == ProposalState.Open);
        if (article is { } one && await open.CountAsync(g => g.Article == one, ct) >= MostOnArticle) return AgentErrors.TooManyOpen(MostOnArticle);
        return await open.CountAsync(ct) >= MostOnSite ? AgentErrors.TooManyOpen(MostOnSite) : null;
    }
}
