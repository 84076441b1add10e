using Microsoft.EntityFrameworkCore;
using QuestCms.Application.Common;
using QuestCms.Domain.Ai;
using QuestCms.Domain.Common;
using QuestCms.Domain.Identity;

namespace QuestCms.Application.Ai;

/// <summary>How one request to the model stands. Error: NotFound.</summary>
[Requires(Permission.ReadSite)]
public sealed record GetGeneration(GenerationId Generation) : IQuery<GenerationStatus>, IAbout<GenerationId>
{
    public GenerationId About => Generation;
}

/// <summary>State, the sentence for the person, what it cost (US dollars, or null where no price is set), what a rewrite changed in meaning, and whether it
/// is the answer to the same request before, not paid again.</summary>
public sealed record GenerationStatus(GenerationId Id, GenerationState State, string? Say, int Characters, int InputTokens, int OutputTokens, decimal? Cost, IReadOnlyList<MeaningChange> Changes, bool IsCopied);

internal sealed class GetGenerationHandler(IQuestDb db) : IQueryHandler<GetGeneration, GenerationStatus>
{
    public async Task<Result<GenerationStatus>> Handle(GetGeneration query, CancellationToken ct)
    {
        var found = await db.Generations.AsNoTracking().Where(g => g.Id == query.Generation)
            .Select(g => new { g.Id, g.State, g.Say, g.Text, g.InputTokens, g.OutputTokens, g.Cost, g.Replaces, g.Kind, g.Brief, IsCopied = g.CopiedFrom != null }).FirstOrDefaultAsync(ct);
        if (found is null) return GenerationErrors.NotFound;
        var isRewritten = found.Replaces > 0 && found.Text.Length > 0 && found.State is not (GenerationState.Queued or GenerationState.Running);
        return new GenerationStatus(found.Id, found.State, found.Say, found.Text.Length, found.InputTokens, found.OutputTokens, found.Cost,
            isRewritten ? MeaningAlarm.After(found.Kind, found.Brief.Context, found.Text) : [], found.IsCopied);
    }
}
