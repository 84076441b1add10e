using FluentValidation;
using Microsoft.EntityFrameworkCore;
using QuestCms.Application.Common;
using QuestCms.Domain.Common;
using QuestCms.Domain.Identity;

namespace QuestCms.Application.Identity;

/// <summary>
/// No code is asked for after the password any more; key and recovery codes are gone, and every other session of the person ends within a minute.
/// Errors: <c>password.wrong</c>, <c>codes.off</c>.
/// </summary>
[Requires(Permission.SignedIn)]
public sealed record SwitchCodesOff(string Password) : ICommand;

internal sealed class SwitchCodesOffValidator : AbstractValidator<SwitchCodesOff>
{
    public SwitchCodesOffValidator() => RuleFor(c => c.Password).Text("The password", 200);
}

internal sealed class SwitchCodesOffHandler(IQuestDb db, IProofs proofs, ISignIn signIn, Acting acting) : ICommandHandler<SwitchCodesOff>
{
    public async Task<Result> Handle(SwitchCodesOff command, CancellationToken ct)
    {
        var off = await proofs.SwitchCodesOffAsync(acting.Me, command.Password, ct);
        if (off.Refused) return off;
        await signIn.RefreshAsync(acting.Me);
        (await db.People.FirstAsync(p => p.Id == acting.Me, ct)).SwitchedCodes(false);
        await db.SaveChangesAsync(ct);
        return Result.Done;
    }
}
