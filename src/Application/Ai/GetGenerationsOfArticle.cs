using Microsoft.EntityFrameworkCore;
using QuestCms.Application.Common;
using QuestCms.Domain.Ai;
using QuestCms.Domain.Common;
using QuestCms.Domain.Content;
using QuestCms.Domain.Identity;

namespace QuestCms.Application.Ai;

/// <summary>What was asked of Claude for one article, oldest first, at most the newest 300: for its history beside the revisions.</summary>
[Requires(Permission.ReadSite)]
public sealed record GetGenerationsOfArticle(ArticleId Article) : IQuery<IReadOnlyList<GenerationInLine>>, IAbout<ArticleId>
{
    public ArticleId About => Article;
}

/// <summary>One request in the line of an article.</summary>
public sealed record GenerationInLine(GenerationId Id, string By, DateTimeOffset At, GenerationKind Kind, string Asked, string Prompt, string Model, GenerationState State, ProposalState Proposal, int? TakenInRevision, int Tokens, decimal? Cost, bool IsCopied);

internal sealed class GetGenerationsOfArticleHandler(IQuestDb db) : IQueryHandler<GetGenerationsOfArticle, IReadOnlyList<GenerationInLine>>
{
    private const int Most = 300;

    public async Task<Result<IReadOnlyList<GenerationInLine>>> Handle(GetGenerationsOfArticle query, CancellationToken ct)
    {
        var found = await db.Generations.AsNoTracking().Where(g => g.Article == query.Article).OrderByDescending(g => g.RequestedAt).Take(Most)
            .Select(g => new { g.Id, Name = db.People.Where(p => p.Id == g.RequestedBy).Select(p => p.Name).FirstOrDefault() ?? (db.SiteKeys.Where(k => k.Id == g.RequestedByKey).Select(k => "agent " + k.Name).FirstOrDefault() ?? g.Model), g.RequestedAt, g.Kind, g.Brief, g.Prompt, g.Model, g.State, g.Proposal, g.TakenInRevision, Tokens = g.InputTokens + g.OutputTokens, g.Cost, IsCopied = g.CopiedFrom != null }).ToListAsync(ct);
        return found.OrderBy(g => g.RequestedAt)
            .Select(g => new GenerationInLine(g.Id, g.Name, g.RequestedAt, g.Kind, AskedInWords.Of(g.Kind, g.Brief), g.Prompt, g.Model, g.State, g.Proposal, g.TakenInRevision, g.Tokens, g.Cost, g.IsCopied)).ToList();
    }
}
