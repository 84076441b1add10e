using System.Buffers.Text;
using Microsoft.AspNetCore.Identity;
using QuestCms.Application.Common;
using QuestCms.Application.Identity;
using QuestCms.Domain.Common;
using QuestCms.Domain.Identity;

namespace QuestCms.Infrastructure.Accounts;

internal sealed class IdentityProofs(UserManager<Account> accounts, HouseSignIn manager, IUserStore<Account> store) : IProofs
{
    private const int RecoveryCodesMade = 10;

    private static readonly Error Late = Error.Conflict("passkey.late", "That took too long, or was begun in another window. Nothing was stored; add the passkey once more.");
    private static readonly Error NotTaken = Error.Invalid("passkey.not_taken", "What your device answered could not be taken for a passkey of yours. Nothing was stored; try once more, or with another device.");
    private static readonly Error Most = Error.Conflict("passkey.most", $"You have {IProofs.MostPasskeys} passkeys, which is the most. Remove one you don’t use any more.");
    private static readonly Error On = Error.Conflict("codes.on", "Codes are on already. Switch them off first, to set up another app.");
    private static readonly Error Off = Error.Conflict("codes.off", "No codes are asked for, so there is nothing to change. Set up an app first.");
    private static readonly Error WrongCode = Error.Field("code", "codes.wrong", "That is not the code the app shows now. Codes change every half minute; is the clock of your phone right?");
    private static readonly Error WrongPassword = Error.Field("password", "password.wrong", "That is not your present password. Nothing was changed.");

    public async Task<MyProofs> OfAsync(PersonId person, CancellationToken ct)
    {
        if (await accounts.FindByIdAsync(person.ToString()) is not { } account) return MyProofs.None;
        var passkeys = await accounts.GetPasskeysAsync(account);
        var key = account.TwoFactorEnabled ? null : await accounts.GetAuthenticatorKeyAsync(account);
        return new MyProofs(account.Email ?? "", [.. passkeys.OrderBy(p => p.CreatedAt).Select(p => new ListedPasskey(Base64Url.EncodeToString(p.CredentialId), p.Name ?? "Passkey", p.CreatedAt))],
            account.TwoFactorEnabled, account.TwoFactorEnabled ? await accounts.CountRecoveryCodesAsync(account) : 0, string.IsNullOrEmpty(key) ? null : key);
    }

    public async Task<Result<string>> OfferPasskeyAsync(PersonId person, string name, CancellationToken ct)
    {
        var account = await AccountOfAsync(person);
        if ((await accounts.GetPasskeysAsync(account)).Count >= IProofs.MostPasskeys) return Most;
        return await manager.MakePasskeyCreationOptionsAsync(new PasskeyUserEntity { Id = account.Id.ToString(), Name = account.Email!, DisplayName = name });
    }

    public async Task<Result> AddPasskeyAsync(PersonId person, string name, string credential, CancellationToken ct)
    {
        var account = await AccountOfAsync(person);
        if ((await accounts.GetPasskeysAsync(account)).Count >= IProofs.MostPasskeys) return Most;
        if (credential.Length == 0) return NotTaken;
        PasskeyAttestationResult shown;
        try
        {
            shown = await manager.PerformPasskeyAttestationAsync(credential);
        }
        catch (InvalidOperationException)
        {
            return Late; // Identity's word for: this browser was offered none, or more than five minutes ago
        }
        if (!shown.Succeeded || shown.UserEntity.Id != account.Id.ToString()) return NotTaken;
        shown.Passkey.Name = name;
        return (await accounts.AddOrUpdatePasskeyAsync(account, shown.Passkey)).Succeeded ? Result.Done : CommonErrors.ChangedMeanwhile;
    }

    public async Task<Result<string>> RemovePasskeyAsync(PersonId person, string passkey, CancellationToken ct)
    {
        var account = await AccountOfAsync(person);
        if (!Base64Url.IsValid(passkey) || await accounts.GetPasskeyAsync(account, Base64Url.DecodeFromChars(passkey)) is not { } found) return CommonErrors.NotFound;
        if (!(await accounts.RemovePasskeyAsync(account, found.CredentialId)).Succeeded || !(await accounts.UpdateSecurityStampAsync(account)).Succeeded) return CommonErrors.ChangedMeanwhile;
        return found.Name ?? "Passkey";
    }

    public async Task<Result> OfferCodesAsync(PersonId person, CancellationToken ct)
    {
        var account = await AccountOfAsync(person);
        if (account.TwoFactorEnabled) return On;
        // Not ResetAuthenticatorKeyAsync: it would end every session, and nothing is switched on yet.
        await Keys.SetAuthenticatorKeyAsync(account, accounts.GenerateNewAuthenticatorKey(), ct);
        return await SavedAsync(accounts.UpdateAsync(account));
    }

    public async Task<Result<RecoveryCodes>> SwitchCodesOnAsync(PersonId person, string code, CancellationToken ct)
    {
        var account = await AccountOfAsync(person);
        if (account.TwoFactorEnabled) return On;
        if (!await accounts.VerifyTwoFactorTokenAsync(account, TokenOptions.DefaultAuthenticatorProvider, TypedCode.Of(code).Text)) return WrongCode;
        // Saved with the recovery codes; SetTwoFactorEnabledAsync would end every session, and adding ends none.
        account.TwoFactorEnabled = true;
        return await MadeAsync(account);
    }

    public async Task<Result<RecoveryCodes>> RenewRecoveryCodesAsync(PersonId person, string password, CancellationToken ct)
    {
        var account = await AccountOfAsync(person);
        if (!account.TwoFactorEnabled) return Off;
        return await IsPasswordAsync(account, password) ? await MadeAsync(account) : WrongPassword;
    }

    public async Task<Result> SwitchCodesOffAsync(PersonId person, string password, CancellationToken ct)
    {
        var account = await AccountOfAsync(person);
        if (!account.TwoFactorEnabled) return Off;
        if (!await IsPasswordAsync(account, password)) return WrongPassword;
        await ForgetCodesAsync(Keys, account, ct);
        return await SavedAsync(accounts.SetTwoFactorEnabledAsync(account, false)); // a new stamp, in one save with the rest
    }

    /// <summary>Key and recovery codes go; saved with what follows.</summary>
    internal static async Task ForgetCodesAsync(IUserAuthenticatorKeyStore<Account> keys, Account account, CancellationToken ct)
    {
        await keys.SetAuthenticatorKeyAsync(account, "", ct);
        await ((IUserTwoFactorRecoveryCodeStore<Account>)keys).ReplaceCodesAsync(account, [], ct);
    }

    private IUserAuthenticatorKeyStore<Account> Keys => (IUserAuthenticatorKeyStore<Account>)store;

    // Whoever sits at somebody else's open session has five tries, as at the door.
    private async Task<bool> IsPasswordAsync(Account account, string password)
    {
        if (await accounts.IsLockedOutAsync(account)) return false;
        if (await accounts.CheckPasswordAsync(account, password)) return true;
        await accounts.AccessFailedAsync(account);
        return false;
    }

    private async Task<Result<RecoveryCodes>> MadeAsync(Account account) =>
        await accounts.GenerateNewTwoFactorRecoveryCodesAsync(account, RecoveryCodesMade) is { } codes ? new RecoveryCodes([.. codes]) : CommonErrors.ChangedMeanwhile;

    private static async Task<Result> SavedAsync(Task<IdentityResult> saving) => (await saving).Succeeded ? Result.Done : CommonErrors.ChangedMeanwhile;

    private async Task<Account> AccountOfAsync(PersonId person) => await accounts.FindByIdAsync(person.ToString()) ?? throw new InvalidOperationException("The person has no account.");
}
