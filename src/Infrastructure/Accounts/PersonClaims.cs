using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using QuestCms.Application.Common;
using QuestCms.Domain.Identity;

namespace QuestCms.Infrastructure.Accounts;

/// <summary>The cookie names the person, not the address. Made anew with each check of the security stamp.</summary>
internal sealed class PersonClaims(UserManager<Account> accounts, IOptions<IdentityOptions> options, IQuestDb db) : UserClaimsPrincipalFactory<Account>(accounts, options)
{
    public const string MustChangePassword = "must-change-password";

    protected override async Task<ClaimsIdentity> GenerateClaimsAsync(Account user)
    {
        var identity = await base.GenerateClaimsAsync(user);
        var id = PersonId.From(user.Id);
        var name = await db.People.AsNoTracking().Where(p => p.Id == id).Select(p => p.Name).FirstOrDefaultAsync();
        foreach (var old in identity.FindAll(identity.NameClaimType).ToList()) identity.RemoveClaim(old);
        identity.AddClaim(new Claim(identity.NameClaimType, name ?? "someone"));
        if (user.MustChangePassword) identity.AddClaim(new Claim(MustChangePassword, "yes"));
        return identity;
    }
}
