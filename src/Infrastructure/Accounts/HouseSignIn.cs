using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace QuestCms.Infrastructure.Accounts;

/// <summary>Identity keeps the step between password and code for its heirs; the house looks at more than the password before it is taken.</summary>
internal sealed class HouseSignIn(UserManager<Account> accounts, IHttpContextAccessor http, IUserClaimsPrincipalFactory<Account> claims, IOptions<IdentityOptions> options,
    ILogger<SignInManager<Account>> log, IAuthenticationSchemeProvider schemes, IUserConfirmation<Account> confirmation) : SignInManager<Account>(accounts, http, claims, options, log, schemes, confirmation)
{
    /// <summary>Opens the session, or gives this browser five minutes for a code: then false.</summary>
    public async Task<bool> EnterAsync(Account account, bool remember) => (await SignInOrTwoFactorAsync(account, remember)).Succeeded;
}
