using Microsoft.EntityFrameworkCore;
using QuestCms.Application.Common;
using QuestCms.Domain.Ai;
using QuestCms.Domain.Common;
using QuestCms.Domain.Identity;

namespace QuestCms.Application.Ai;

/// <summary>A writer does not want a proposal; one still arriving is stopped. The text is as it was. Error: NotFound.</summary>
[Requires(Permission.Write)]
public sealed record LeaveProposal(GenerationId Generation) : ICommand, IAbout<GenerationId>
{
    public GenerationId About => Generation;
}

internal sealed class LeaveProposalHandler(IQuestDb db, Acting acting, TimeProvider clock) : ICommandHandler<LeaveProposal>
{
    public async Task<Result> Handle(LeaveProposal command, CancellationToken ct)
    {
        var generation = await db.Generations.FirstOrDefaultAsync(g => g.Id == command.Generation, ct);
        if (generation is null) return GenerationErrors.NotFound;
        generation.Leave(acting.Me, clock.GetUtcNow());
        await db.SaveChangesAsync(ct);
        return Result.Done;
    }
}
