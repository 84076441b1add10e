using FluentValidation;
using Microsoft.EntityFrameworkCore;
using QuestCms.Application.Common;
using QuestCms.Domain.Ai;
using QuestCms.Domain.Common;
using QuestCms.Domain.Identity;

namespace QuestCms.Application.Ai;

/// <summary>A house administrator stops all AI at once: nothing new is asked, what is being written stops within a second and keeps what had arrived. Error: a reason over its limit.</summary>
[Requires(Permission.AdministerHouse)]
public sealed record TurnAiOff(string Reason) : ICommand;

internal sealed class TurnAiOffValidator : AbstractValidator<TurnAiOff>
{
    public TurnAiOffValidator() => RuleFor(c => c.Reason).Text("The reason", AiSwitch.MaxReason);
}

internal sealed class TurnAiOffHandler(IQuestDb db, Acting acting, TimeProvider clock) : ICommandHandler<TurnAiOff>
{
    public async Task<Result> Handle(TurnAiOff command, CancellationToken ct)
    {
        var found = await db.AiSwitches.FirstOrDefaultAsync(ct);
        if (found is null) db.AiSwitches.Add(found = AiSwitch.On());
        found.TurnOff(command.Reason, acting.Actor.Person, clock.GetUtcNow());
        await db.SaveChangesAsync(ct);
        return Result.Done;
    }
}
