using FluentValidation;
using Microsoft.EntityFrameworkCore;
using QuestCms.Application.Common;
using QuestCms.Domain.Common;
using QuestCms.Domain.Identity;

namespace QuestCms.Application.Identity;

/// <summary>A person removes a passkey of theirs, perhaps because it is in other hands: every other session of theirs ends within a minute. Error: NotFound.</summary>
[Requires(Permission.SignedIn)]
public sealed record RemovePasskey(string Passkey) : ICommand;

internal sealed class RemovePasskeyValidator : AbstractValidator<RemovePasskey>
{
    public RemovePasskeyValidator() => RuleFor(c => c.Passkey).Text("The passkey", 2_000);
}

internal sealed class RemovePasskeyHandler(IQuestDb db, IProofs proofs, ISignIn signIn, Acting acting) : ICommandHandler<RemovePasskey>
{
    public async Task<Result> Handle(RemovePasskey command, CancellationToken ct)
    {
        var removed = await proofs.RemovePasskeyAsync(acting.Me, command.Passkey, ct);
        if (removed.Error is { } error) return error;
        await signIn.RefreshAsync(acting.Me);
        (await db.People.FirstAsync(p => p.Id == acting.Me, ct)).RemovedPasskey(removed.Value);
        await db.SaveChangesAsync(ct);
        return Result.Done;
    }
}
