using Microsoft.EntityFrameworkCore;
using QuestCms.Application.Common;
using QuestCms.Domain.Common;
using QuestCms.Domain.Identity;

namespace QuestCms.Application.Ai;

/// <summary>A house administrator lets AI be asked again. Nothing that was stopped begins again by itself.</summary>
[Requires(Permission.AdministerHouse)]
public sealed record TurnAiOn : ICommand;

internal sealed class TurnAiOnHandler(IQuestDb db, Acting acting, TimeProvider clock) : ICommandHandler<TurnAiOn>
{
    public async Task<Result> Handle(TurnAiOn command, CancellationToken ct)
    {
        var found = await db.AiSwitches.FirstOrDefaultAsync(ct);
        if (found is null) return Result.Done;
        found.TurnOn(acting.Actor.Person, clock.GetUtcNow());
        await db.SaveChangesAsync(ct);
        return Result.Done;
    }
}
