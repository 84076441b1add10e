using Microsoft.EntityFrameworkCore;
using QuestCms.Application.Common;
using QuestCms.Domain.Ai;
using QuestCms.Domain.Common;
using QuestCms.Domain.Identity;

namespace QuestCms.Application.Ai;

/// <summary>A writer stops a running request. What has arrived stays and can be taken. Stopping what ended changes nothing. Error: NotFound.</summary>
[Requires(Permission.Write)]
public sealed record StopGeneration(GenerationId Generation) : ICommand, IAbout<GenerationId>
{
    public GenerationId About => Generation;
}

internal sealed class StopGenerationHandler(IQuestDb db, TimeProvider clock) : ICommandHandler<StopGeneration>
{
    public async Task<Result> Handle(StopGeneration command, CancellationToken ct)
    {
        var generation = await db.Generations.FirstOrDefaultAsync(g => g.Id == command.Generation, ct);
        if (generation is null) return GenerationErrors.NotFound;
        generation.Stop(clock.GetUtcNow());
        await db.SaveChangesAsync(ct);
        return Result.Done;
    }
}
