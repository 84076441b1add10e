using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using QuestCms.Application.Common;
using QuestCms.Application.Identity;
using QuestCms.Domain.Common;
using QuestCms.Domain.Identity;

namespace QuestCms.Infrastructure.Accounts;

internal sealed class IdentitySignIn(HouseSignIn manager, UserManager<Account> accounts, IPasswordHasher<Account> hasher, IQuestDb db, ISecurityLog security, IHttpContextAccessor http)
    : ISignIn
{
    // One answer for every reason: whether an address is known, invited, resting or suspended is nobody's business.
    private static readonly Error Failed = Error.Invalid("sign_in.failed",
        "Address and password don’t belong together. After five wrong tries an account rests for 15 minutes, also for the right password; an administrator can make a link for you meanwhile.");

    // A hash of nothing anyone knows: checking it takes an unknown address as long as a known one.
    private static readonly string Decoy = new PasswordHasher<Account>().HashPassword(new Account(), Guid.Empty.ToString());

    private static readonly Error Late = Error.Conflict("sign_in.late", "The first step is more than five minutes ago. Begin again with your address and password.");

    private static readonly Error WrongCode = Error.Field("code", "sign_in.code",
        "That code opens nothing: codes change every half minute, and each opens once. After five wrong tries an account rests for 15 minutes, also for the right code; an administrator can make a link for you meanwhile.");

    private static readonly Error NoPasskey = Error.Invalid("sign_in.passkey", "This passkey opens nothing here, or it took too long. Try once more, or sign in with your address and password.");

    public async Task<Result<SignInStep>> InAsync(string email, string password, bool remember, CancellationToken ct)
    {
        var account = await accounts.FindByEmailAsync(email);
        if (account is not null && await accounts.IsLockedOutAsync(account))
        {
            hasher.VerifyHashedPassword(new Account(), Decoy, password);
            return await LockedAsync(account, Failed, ct);
        }
        if (account?.PasswordHash is null)
        {
            hasher.VerifyHashedPassword(new Account(), Decoy, password);
            return await FailedAsync(account, Failed, ct);
        }
        var tried = await manager.CheckPasswordSignInAsync(account, password, lockoutOnFailure: true);
        if (tried.IsLockedOut) return await LockedAsync(account, Failed, ct);
        if (!tried.Succeeded || !await MayEnterAsync(account, ct)) return await FailedAsync(account, Failed, ct);
        return await manager.EnterAsync(account, remember) ? SignInStep.Inside : SignInStep.CodeWanted;
    }

    public async Task<Result<CodeTaken>> WithCodeAsync(string code, bool remember, CancellationToken ct)
    {
        if (await manager.GetTwoFactorAuthenticationUserAsync() is not { } account) return Late;
        if (await accounts.IsLockedOutAsync(account)) return await LockedAsync(account, WrongCode, ct);
        if (!await MayEnterAsync(account, ct)) return await FailedAsync(account, WrongCode, ct);
        var typed = TypedCode.Of(code);
        if (typed.IsOfApp)
        {
            if ((await manager.TwoFactorAuthenticatorSignInAsync(typed.Text, remember, rememberClient: false)).Succeeded) return new CodeTaken(PersonId.From(account.Id), null);
            return await FailedAsync(account, WrongCode, ct);
        }
        if ((await manager.TwoFactorRecoveryCodeSignInAsync(typed.Text)).Succeeded) return new CodeTaken(PersonId.From(account.Id), await accounts.CountRecoveryCodesAsync(account));
        await accounts.AccessFailedAsync(account); // Identity counts wrong codes of the app alone
        return await FailedAsync(account, WrongCode, ct);
    }

    public Task<string> AskForPasskeyAsync() => manager.MakePasskeyRequestOptionsAsync(null);

    // Also while the account rests: what rests is guessing, and nobody guesses a passkey.
    public async Task<Result> WithPasskeyAsync(string credential, bool remember, CancellationToken ct)
    {
        if (credential.Length == 0) return NoPasskey;
        PasskeyAssertionResult<Account> shown;
        try
        {
            shown = await manager.PerformPasskeyAssertionAsync(credential);
        }
        catch (InvalidOperationException)
        {
            return NoPasskey; // Identity's word for: this browser was asked for none, or more than five minutes ago
        }
        if (!shown.Succeeded) return await FailedAsync(null, NoPasskey, ct);
        if (!await MayEnterAsync(shown.User, ct)) return await FailedAsync(shown.User, NoPasskey, ct);
        // Its count of signatures is kept: a copied authenticator falls behind.
        if (!(await accounts.AddOrUpdatePasskeyAsync(shown.User, shown.Passkey)).Succeeded) return NoPasskey;
        await manager.SignInAsync(shown.User, remember);
        return Result.Done;
    }

    public Task OutAsync() => manager.SignOutAsync();

    public async Task RefreshAsync(PersonId person)
    {
        if (await accounts.FindByIdAsync(person.ToString()) is { } account) await manager.RefreshSignInAsync(account);
    }

    private async Task<bool> MayEnterAsync(Account account, CancellationToken ct)
    {
        var id = PersonId.From(account.Id);
        return await db.People.AsNoTracking().AnyAsync(p => p.Id == id && p.SuspendedAt == null, ct);
    }

    // One row each, whoever it was: the time says nothing either.
    private async Task<Error> FailedAsync(Account? account, Error said, CancellationToken ct)
    {
        await security.NoteAsync(new SignInFailed(account is null ? null : PersonId.From(account.Id), Network.Of(http.HttpContext?.Connection.RemoteIpAddress)), ct);
        return said;
    }

    private async Task<Error> LockedAsync(Account account, Error said, CancellationToken ct)
    {
        await security.NoteAsync(new SignInLocked(PersonId.From(account.Id), Network.Of(http.HttpContext?.Connection.RemoteIpAddress)), ct);
        return said;
    }
}
