using Microsoft.AspNetCore.Identity;
using QuestCms.Application.Identity;
using QuestCms.Domain.Common;
using QuestCms.Domain.Identity;

namespace QuestCms.Infrastructure.Accounts;

internal sealed class IdentityAccounts(UserManager<Account> accounts) : IAccounts
{
    private static readonly Error Used = Error.Invalid("link.used", "This link was used already or is older than a day. Ask an administrator for a new one.");

    public async Task PrepareAsync(PersonId person, string email, string name, CancellationToken ct)
    {
        if (await accounts.FindByIdAsync(person.ToString()) is not null) return;
        var made = await accounts.CreateAsync(new Account { Id = person.Value, UserName = email, Email = email, EmailConfirmed = true });
        // Two invitations at once: the other one made it.
        if (!made.Succeeded && await accounts.FindByIdAsync(person.ToString()) is null) throw new InvalidOperationException($"The account could not be made: {Codes(made)}");
    }

    public async Task<string> OneTimeTokenAsync(PersonId person, CancellationToken ct) => await accounts.GeneratePasswordResetTokenAsync(await OfAsync(person));

    public async Task<Result> SetPasswordAsync(PersonId person, string token, string password, CancellationToken ct)
    {
        var account = await accounts.FindByIdAsync(person.ToString());
        if (account is null) return Used;
        var set = await accounts.ResetPasswordAsync(account, token, password);
        if (!set.Succeeded) return set.Errors.Any(e => e.Code == nameof(IdentityErrorDescriber.InvalidToken)) ? Used : Weak(set);
        account.MustChangePassword = false;
        await accounts.ResetAccessFailedCountAsync(account);
        await accounts.SetLockoutEndDateAsync(account, null);
        return Result.Done;
    }

    public async Task<Result> ChangePasswordAsync(PersonId person, string current, string password, CancellationToken ct)
    {
        var account = await OfAsync(person);
        account.MustChangePassword = false;
        var changed = await accounts.ChangePasswordAsync(account, current, password);
        if (changed.Succeeded) return Result.Done;
        return changed.Errors.Any(e => e.Code == nameof(IdentityErrorDescriber.PasswordMismatch))
            ? Error.Field("current", "password.wrong", "That is not your present password. Nothing was changed.")
            : Weak(changed);
    }

    public async Task<Result> GivePasswordAsync(PersonId person, string password, bool mustChange, CancellationToken ct)
    {
        var account = await OfAsync(person);
        account.MustChangePassword = mustChange;
        var given = await accounts.ResetPasswordAsync(account, await accounts.GeneratePasswordResetTokenAsync(account), password);
        return given.Succeeded ? Result.Done : Weak(given);
    }

    public async Task EndSessionsAsync(PersonId person, CancellationToken ct) => await accounts.UpdateSecurityStampAsync(await OfAsync(person));

    private async Task<Account> OfAsync(PersonId person) => await accounts.FindByIdAsync(person.ToString()) ?? throw new InvalidOperationException("The person has no account.");

    private static Error Weak(IdentityResult result) => Error.Field("password", "password.weak",
        result.Errors.Any(e => e.Code == nameof(IdentityErrorDescriber.PasswordRequiresUniqueChars)) ? "Choose a password with at least 5 different characters." : "Choose a password of at least 12 characters.");

    private static string Codes(IdentityResult result) => string.Join(", ", result.Errors.Select(e => e.Code));
}
