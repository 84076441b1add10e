using FluentValidation;
using Microsoft.EntityFrameworkCore;
using QuestCms.Application.Common;
using QuestCms.Domain.Ai;
using QuestCms.Domain.Common;
using QuestCms.Domain.Identity;

namespace QuestCms.Application.Ai;

/// <summary>What was found of an article that was to be looked at again; said once. Errors: NotFound, nothing said (<c>found.missing</c>), words over their limit.</summary>
[Requires(Permission.Recall)]
public sealed record SayWhatWasFound(LookAgainId Wish, string Found) : ICommand, IAbout<LookAgainId>
{
    public LookAgainId About => Wish;
}

internal sealed class SayWhatWasFoundValidator : AbstractValidator<SayWhatWasFound>
{
    public SayWhatWasFoundValidator()
    {
        RuleFor(c => c.Found).NotEmpty().WithErrorCode("found.missing").WithMessage("Say what you found.");
        RuleFor(c => c.Found).Text("What you found", LookAgain.MaxWords);
    }
}

internal sealed class SayWhatWasFoundHandler(IQuestDb db, Acting acting, TimeProvider clock) : ICommandHandler<SayWhatWasFound>
{
    private static readonly Error NotFound = Error.NotFound("look_again.not_found", "There is no such mark here.");

    public async Task<Result> Handle(SayWhatWasFound command, CancellationToken ct)
    {
        if (await db.LooksAgain.FirstOrDefaultAsync(l => l.Id == command.Wish, ct) is not { } wish) return NotFound;
        wish.Look(command.Found.Trim(), acting.Me, clock.GetUtcNow());
        await db.SaveChangesAsync(ct);
        return Result.Done;
    }
}
