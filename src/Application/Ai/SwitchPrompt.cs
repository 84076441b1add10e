using Microsoft.EntityFrameworkCore;
using QuestCms.Application.Ai.Golden;
using QuestCms.Application.Common;
using QuestCms.Domain.Ai;
using QuestCms.Domain.Common;
using QuestCms.Domain.Identity;

namespace QuestCms.Application.Ai;

/// <summary>
/// A house administrator switches a version of a prompt on, or back to one that ran before: it is what every site asks with from the next request on; what is asked already is not touched.
/// Errors: <c>prompt.unknown</c>, <c>prompt.no_set</c>, and those of <see cref="PromptChoice.Refuse"/> while it has not passed its golden set.
/// </summary>
[Requires(Permission.AdministerHouse)]
public sealed record SwitchPrompt(string Prompt, int Number) : ICommand;

internal sealed class SwitchPromptHandler(IQuestDb db, Acting acting, WriterModels models, TimeProvider clock) : ICommandHandler<SwitchPrompt>
{
    public async Task<Result> Handle(SwitchPrompt command, CancellationToken ct)
    {
        if (Prompts.Of(command.Prompt) is not { } prompt || prompt.Version(command.Number) is null) return PromptErrors.Unknown;
        if (GoldenSets.Of(prompt.Name) is not { } set) return PromptErrors.NoSet(prompt.Name);
        var choice = await db.PromptChoices.FirstOrDefaultAsync(c => c.Prompt == prompt.Name, ct);
        if (command.Number == (choice?.Running ?? prompt.Runs)) return Result.Done;
        if (choice is null) db.PromptChoices.Add(choice = PromptChoice.Of(prompt.Name, prompt.Runs));
        var tried = await db.GoldenRuns.AsNoTracking().Where(r => r.Prompt == prompt.Name && r.Number == command.Number).OrderByDescending(r => r.AskedAt).FirstOrDefaultAsync(ct);
        if (choice.SwitchOn(command.Number, tried, models.Default, set.Fingerprint, acting.Actor.Person, clock.GetUtcNow()).Error is { } refusal) return refusal;
        await db.SaveChangesAsync(ct);
        return Result.Done;
    }
}
