using FluentValidation;
using Microsoft.EntityFrameworkCore;
using QuestCms.Application.Common;
using QuestCms.Domain.Common;
using QuestCms.Domain.Identity;

namespace QuestCms.Application.Identity;

/// <summary>Ten new recovery codes, shown once; those of before open nothing any more. Errors: <c>password.wrong</c>, <c>codes.off</c>.</summary>
[Requires(Permission.SignedIn)]
public sealed record RenewRecoveryCodes(string Password) : ICommand<RecoveryCodes>;

internal sealed class RenewRecoveryCodesValidator : AbstractValidator<RenewRecoveryCodes>
{
    public RenewRecoveryCodesValidator() => RuleFor(c => c.Password).Text("The password", 200);
}

internal sealed class RenewRecoveryCodesHandler(IQuestDb db, IProofs proofs, Acting acting) : ICommandHandler<RenewRecoveryCodes, RecoveryCodes>
{
    public async Task<Result<RecoveryCodes>> Handle(RenewRecoveryCodes command, CancellationToken ct)
    {
        var renewed = await proofs.RenewRecoveryCodesAsync(acting.Me, command.Password, ct);
        if (renewed.Refused) return renewed;
        (await db.People.FirstAsync(p => p.Id == acting.Me, ct)).RenewedRecoveryCodes();
        await db.SaveChangesAsync(ct);
        return renewed;
    }
}
