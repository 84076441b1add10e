using Microsoft.EntityFrameworkCore;
using QuestCms.Application.Common;
using QuestCms.Application.Content;
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
public sealed record OpenProposal(GenerationId Id, GenerationKind Kind, int Place, int Replaces, string Instruction, GenerationState State, string? Say, string Model, decimal? Cost)
{
    /// <summary>The agent that proposes it; null for Claude.</summary>
    public string? Agent { get; init; }
}

internal sealed class GetProposalsHandler(IQuestDb db, IRenderer renderer) : IQueryHandler<GetProposals, IReadOnlyList<OpenProposal>>
{
    public async Task<Result<IReadOnlyList<OpenProposal>>> Handle(GetProposals query, CancellationToken ct)
    {
        var open = await db.Generations.AsNoTracking().Where(g => g.Article == query.Article && g.Proposal == ProposalState.Open && Generation.Proposals.Contains(g.Kind))
            .OrderByDescending(g => g.RequestedAt).Take(8)
            .Select(g => new { g.Id, g.Kind, g.Place, g.Replaces, g.Brief, g.State, g.Say, g.Model, g.Cost, Agents = g.Agent != null, Empty = g.Text == "" }).ToListAsync(ct);
        // What failed without a word was told when it failed and is no proposal.
        var shown = open.Where(g => !g.Empty || g.State is GenerationState.Queued or GenerationState.Running)
            .Select(g => new OpenProposal(g.Id, g.Kind, g.Place, g.Replaces, AskedInWords.Of(g.Kind, g.Brief), g.State, g.Say, g.Model, g.Cost) { Agent = g.Agents ? g.Model : null });
        return await PlacedAsync(query.Article, [.. shown], open.Where(g => g.Agents && g.Kind == GenerationKind.Passage).ToDictionary(g => g.Id, g => g.Brief.Context), ct);
    }

    // An agent's change may wait for days: it stands where its passage stands now, or at the end where the passage reads otherwise by now.
    private async Task<Result<IReadOnlyList<OpenProposal>>> PlacedAsync(ArticleId article, List<OpenProposal> shown, Dictionary<GenerationId, string> passages, CancellationToken ct)
    {
        if (passages.Count == 0) return shown;
        var body = await db.Articles.AsNoTracking().Where(a => a.Id == article).Select(a => a.Working.Body).FirstAsync(ct);
        var blocks = await renderer.BlocksAsync(body, ct);
        if (blocks.Error is not null) return shown;
        return shown.ConvertAll(p => !passages.TryGetValue(p.Id, out var before) ? p
            : AgentChange.Find(body, blocks.Value, before) is var (place, replaces) ? p with { Place = place, Replaces = replaces }
            : p with { Place = blocks.Value.Count, Replaces = 0, Instruction = $"{p.Instruction} (the passage it would replace reads otherwise by now)".TrimStart() });
    }
}
