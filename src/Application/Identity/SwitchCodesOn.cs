using FluentValidation;
using Microsoft.EntityFrameworkCore;
using QuestCms.Application.Common;
using QuestCms.Domain.Common;
using QuestCms.Domain.Identity;

namespace QuestCms.Application.Identity;

/// <summary>
/// A person shows a code of the app they set up: from now on one is asked for after the password. No session ends. The answer is ten recovery codes, shown
/// once. Errors: <c>codes.wrong</c>, <c>codes.on</c>.
/// </summary>
[Requires(Permission.SignedIn)]
public sealed record SwitchCodesOn(string Code) : ICommand<RecoveryCodes>;

internal sealed class SwitchCodesOnValidator : AbstractValidator<SwitchCodesOn>
{
    public SwitchCodesOnValidator() => RuleFor(c => c.Code).Text("The code", 100);
}

internal sealed class SwitchCodesOnHandler(IQuestDb db, IProofs proofs, Acting acting) : ICommandHandler<SwitchCodesOn, RecoveryCodes>
{
    public async Task<Result<RecoveryCodes>> Handle(SwitchCodesOn command, CancellationToken ct)
    {
        var on = await proofs.SwitchCodesOnAsync(acting.Me, command.Code, ct);
        if (on.Refused) return on;
        (await db.People.FirstAsync(p => p.Id == acting.Me, ct)).SwitchedCodes(true);
        await db.SaveChangesAsync(ct);
        return on;
    }
}
