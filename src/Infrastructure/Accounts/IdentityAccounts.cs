using System.Security.Cryptography;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using QuestCms.Application.Identity;
using QuestCms.Domain.Common;
using QuestCms.Domain.Identity;

namespace QuestCms.Infrastructure.Accounts;

internal sealed class IdentityAccounts(UserManager<Account> accounts, IUserStore<Account> store, AccountsDb db) : IAccounts
{
    // Tokens of links: of Identity's own kind, made with the key ring and good until the security stamp changes.
    private static readonly string Links = TokenOptions.DefaultProvider;
    private const string FreshStart = "FreshStart";

    private static readonly Error Used = Error.Invalid("link.used", "This link was used already or is older than a day. Ask an administrator for a new one.");

    // Past UserManager.CreateAsync: its look-ups before the insert find another invitation's row of this very moment, take it for this one's and track it.
    // The primary key alone says who was first.
    public async Task PrepareAsync(PersonId person, string email, CancellationToken ct)
    {
        if (await FindAsync(person) is not null) return;
        var account = new Account { Id = person.Value, UserName = email, Email = email, EmailConfirmed = true, LockoutEnabled = true, SecurityStamp = RandomNumberGenerator.GetHexString(32) };
        await accounts.UpdateNormalizedUserNameAsync(account);
        await accounts.UpdateNormalizedEmailAsync(account);
        db.Add(account);
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException second) when (second.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
        {
            db.Entry(account).State = EntityState.Detached; // two invitations at once: the other one made it
        }
    }

    public async Task<bool> HasPasswordAsync(PersonId person, CancellationToken ct) => await FindAsync(person) is { PasswordHash: not null };

    public async Task<string> OneTimeTokenAsync(PersonId person, CancellationToken ct) => await accounts.GeneratePasswordResetTokenAsync(await OfAsync(person));

    public async Task<string> FreshStartTokenAsync(PersonId person, CancellationToken ct) => await accounts.GenerateUserTokenAsync(await OfAsync(person), Links, FreshStart);

    public async Task<Result<bool>> SetPasswordAsync(PersonId person, string token, string password, CancellationToken ct)
    {
        var account = await FindAsync(person);
        if (account is null) return Used;
        var ended = false;
        // Stored with the password in one update: whoever holds the link may sign in with it at once.
        (account.MustChangePassword, account.AccessFailedCount, account.LockoutEnd) = (false, 0, null);
        if (await accounts.VerifyUserTokenAsync(account, Links, FreshStart, token))
        {
            ended = await EndProofsAsync(account, ct);
            token = await accounts.GeneratePasswordResetTokenAsync(account);
        }
        var set = await accounts.ResetPasswordAsync(account, token, password);
        if (set.Succeeded) return ended;
        db.ChangeTracker.Clear(); // nothing of it may be stored with what comes later
        // The same link sent twice at once: one of them wins, the other used it.
        return Has(set, nameof(IdentityErrorDescriber.InvalidToken)) || Has(set, nameof(IdentityErrorDescriber.ConcurrencyFailure)) ? Used : Weak(set);
    }

    public async Task<Result> ChangePasswordAsync(PersonId person, string current, string password, CancellationToken ct)
    {
        var account = await OfAsync(person);
        if (password == current) return Error.Field("password", "password.same", "That is your present password. Choose another one.");
        var before = account.MustChangePassword;
        account.MustChangePassword = false;
        var changed = await accounts.ChangePasswordAsync(account, current, password);
        if (changed.Succeeded) return Result.Done;
        account.MustChangePassword = before;
        if (Has(changed, nameof(IdentityErrorDescriber.ConcurrencyFailure))) return Application.Common.CommonErrors.ChangedMeanwhile;
        return Has(changed, nameof(IdentityErrorDescriber.PasswordMismatch))
            ? Error.Field("current", "password.wrong", "That is not your present password. Nothing was changed.")
            : Weak(changed);
    }

    public async Task<Result> GivePasswordAsync(PersonId person, string password, bool mustChange, CancellationToken ct)
    {
        var account = await OfAsync(person);
        account.MustChangePassword = mustChange;
        var given = await accounts.ResetPasswordAsync(account, await accounts.GeneratePasswordResetTokenAsync(account), password);
        // Two replicas starting at once: the other one gave it.
        return given.Succeeded || Has(given, nameof(IdentityErrorDescriber.ConcurrencyFailure)) ? Result.Done : Weak(given);
    }

    public async Task EndSessionsAsync(PersonId person, CancellationToken ct)
    {
        if (await FindAsync(person) is { } account) await accounts.UpdateSecurityStampAsync(account);
    }

    // Codes are off, passkeys gone; saved with what follows. True when there were any.
    private async Task<bool> EndProofsAsync(Account account, CancellationToken ct)
    {
        var passkeys = await db.Set<IdentityUserPasskey<Guid>>().Where(p => p.UserId == account.Id).ToListAsync(ct);
        db.RemoveRange(passkeys);
        var ended = account.TwoFactorEnabled || passkeys.Count > 0;
        if (!account.TwoFactorEnabled) return ended;
        account.TwoFactorEnabled = false;
        await IdentityProofs.ForgetCodesAsync((IUserAuthenticatorKeyStore<Account>)store, account, ct);
        return ended;
    }

    private Task<Account?> FindAsync(PersonId person) => accounts.FindByIdAsync(person.ToString());

    private async Task<Account> OfAsync(PersonId person) => await FindAsync(person) ?? throw new InvalidOperationException("The person has no account.");

    private static Error Weak(IdentityResult result) => Error.Field("password", "password.weak",
        Has(result, nameof(IdentityErrorDescriber.PasswordTooShort)) ? "Choose a password of at least 12 characters." : "Choose a password with at least 5 different characters.");

    private static bool Has(IdentityResult result, string code) => result.Errors.Any(e => e.Code == code);
}
