using Microsoft.EntityFrameworkCore;
using QuestCms.Application.Common;
using QuestCms.Domain.Ai;
using QuestCms.Domain.Common;
using QuestCms.Domain.Content;
using QuestCms.Domain.Identity;

namespace QuestCms.Application.Ai;

/// <summary>The proposals of an article that were neither taken nor left: arriving, arrived, or broken off with words in them.</summary>
[Requires(Permission.ReadSite)]
public sealed record GetProposals(ArticleId Article) : IQuery<IReadOnlyList<OpenProposal>>, IAbout<ArticleId>
{
    public ArticleId About => Article;
}

/// <summary>A proposal the editor shows where it would stand.</summary>
public sealed record OpenProposal(GenerationId Id, GenerationKind Kind, int Place, int Replaces, string Instruction, GenerationState State, string? Say, string Model, decimal? Cost);

internal sealed class GetProposalsHandler(IQuestDb db) : IQueryHandler<GetProposals, IReadOnlyList<OpenProposal>>
{
    public async Task<Result<IReadOnlyList<OpenProposal>>> Handle(GetProposals query, CancellationToken ct)
    {
        var open = await db.Generations.AsNoTracking().Where(g => g.Article == query.Article && g.Proposal == ProposalState.Open && Generation.Proposals.Contains(g.Kind))
            .OrderByDescending(g => g.RequestedAt).Take(5)
            .Select(g => new { g.Id, g.Kind, g.Place, g.Replaces, g.Brief, g.State, g.Say, g.Model, g.Cost, Empty = g.Text == "" }).ToListAsync(ct);
        // What failed without a word was told when it failed and is no proposal.
        return open.Where(g => !g.Empty || g.State is GenerationState.Queued or GenerationState.Running)
            .Select(g => new OpenProposal(g.Id, g.Kind, g.Place, g.Replaces, AskedInWords.Of(g.Kind, g.Brief), g.State, g.Say, g.Model, g.Cost)).ToList();
    }
}
