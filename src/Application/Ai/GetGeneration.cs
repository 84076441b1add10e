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

/// <summary>State, the sentence for the person, and what it cost: US dollars, or null where no price is set.</summary>
public sealed record GenerationStatus(GenerationId Id, GenerationState State, string? Say, int Characters, int InputTokens, int OutputTokens, decimal? Cost);

internal sealed class GetGenerationHandler(IQuestDb db) : IQueryHandler<GetGeneration, GenerationStatus>
{
    public async Task<Result<GenerationStatus>> Handle(GetGeneration query, CancellationToken ct)
    {
        var found = await db.Generations.AsNoTracking().Where(g => g.Id == query.Generation)
            .Select(g => new GenerationStatus(g.Id, g.State, g.Say, g.Text.Length, g.InputTokens, g.OutputTokens, g.Cost)).FirstOrDefaultAsync(ct);
        return found is null ? GenerationErrors.NotFound : found;
    }
}
