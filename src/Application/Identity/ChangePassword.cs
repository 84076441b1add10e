using FluentValidation;
using QuestCms.Application.Common;
using QuestCms.Domain.Common;
using QuestCms.Domain.Identity;

namespace QuestCms.Application.Identity;

/// <summary>A person changes their password; every other session of theirs ends. Errors: <c>password.wrong</c>, <c>password.weak</c>.</summary>
[Requires(Permission.SignedIn)]
public sealed record ChangePassword(string Current, string Password) : ICommand;

internal sealed class ChangePasswordValidator : AbstractValidator<ChangePassword>
{
    public ChangePasswordValidator()
    {
        RuleFor(c => c.Current).Text("The present password", 200);
        RuleFor(c => c.Password).Text("The new password", 200);
    }
}

internal sealed class ChangePasswordHandler(IAccounts accounts, ISignIn signIn, Acting acting) : ICommandHandler<ChangePassword>
{
    public async Task<Result> Handle(ChangePassword command, CancellationToken ct)
    {
        var changed = await accounts.ChangePasswordAsync(acting.Me, command.Current, command.Password, ct);
        if (changed.Refused) return changed;
        await signIn.RefreshAsync(acting.Me);
        return Result.Done;
    }
}
