using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using QuestCms.Application.Common;
using QuestCms.Application.Identity;
using QuestCms.Domain.Common;
using QuestCms.Domain.Identity;

namespace QuestCms.Infrastructure.Accounts;

internal sealed class IdentitySignIn(SignInManager<Account> manager, UserManager<Account> accounts, IPasswordHasher<Account> hasher, IQuestDb db, ISecurityLog security, IHttpContextAccessor http)
    : ISignIn
{
    // One answer for every reason: whether an address is known, invited, resting or suspended is nobody's business.
    private static readonly Error Failed = Error.Invalid("sign_in.failed",
        "Address and password don’t belong together. After five wrong tries an account rests for 15 minutes, also for the right password; an administrator can make a link for you meanwhile.");

    // A hash of nothing anyone knows: checking it takes an unknown address as long as a known one.
    private static readonly string Decoy = new PasswordHasher<Account>().HashPassword(new Account(), Guid.Empty.ToString());

    public async Task<Result> InAsync(string email, string password, bool remember, CancellationToken ct)
    {
        var account = await accounts.FindByEmailAsync(email);
        if (account is not null && await accounts.IsLockedOutAsync(account))
        {
            hasher.VerifyHashedPassword(new Account(), Decoy, password);
            return await LockedAsync(account, ct);
        }
        if (account?.PasswordHash is null)
        {
            hasher.VerifyHashedPassword(new Account(), Decoy, password);
            return await FailedAsync(account, ct);
        }
        var tried = await manager.CheckPasswordSignInAsync(account, password, lockoutOnFailure: true);
        if (tried.IsLockedOut) return await LockedAsync(account, ct);
        if (!tried.Succeeded) return await FailedAsync(account, ct);
        var id = PersonId.From(account.Id);
        var mayEnter = await db.People.AsNoTracking().AnyAsync(p => p.Id == id && p.SuspendedAt == null, ct);
        if (!mayEnter) return await FailedAsync(account, ct);
        await manager.SignInAsync(account, remember);
        return Result.Done;
    }

    // One row each, whoever it was: the time says nothing either.
    private async Task<Result> FailedAsync(Account? account, CancellationToken ct)
    {
        await security.NoteAsync(new SignInFailed(account is null ? null : PersonId.From(account.Id), Network.Of(http.HttpContext?.Connection.RemoteIpAddress)), ct);
        return Failed;
    }

    private async Task<Result> LockedAsync(Account account, CancellationToken ct)
    {
        await security.NoteAsync(new SignInLocked(PersonId.From(account.Id), Network.Of(http.HttpContext?.Connection.RemoteIpAddress)), ct);
        return Failed;
    }

    public Task OutAsync() => manager.SignOutAsync();

    public async Task RefreshAsync(PersonId person)
    {
        if (await accounts.FindByIdAsync(person.ToString()) is { } account) await manager.RefreshSignInAsync(account);
    }
}
