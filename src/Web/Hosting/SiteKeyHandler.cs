using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Options;
using QuestCms.Application.Common;
using QuestCms.Domain.Identity;
using QuestCms.Domain.Sites;
using QuestCms.Web.Api;

namespace QuestCms.Web.Hosting;

/// <summary>
/// Site keys: <c>Authorization: Bearer qk_…</c> or <c>X-Api-Key</c>. An address opened by a key names <see cref="Policy"/>; pages know cookies alone, so that no key opens one
/// and no cookie opens what is for keys.
/// </summary>
internal sealed class SiteKeyHandler(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, IKeyRing keys, ISecurityLog security)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string SchemeName = "SiteKey";
    public const string KeyClaim = "quest:key";
    public const string Header = "X-Api-Key";
    private const string Bearer = "Bearer ";
    private bool _inAddress;

    public static readonly AuthorizationPolicy Policy = new AuthorizationPolicyBuilder(SchemeName).RequireClaim(KeyClaim).Build();

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        // Addresses are kept in logs and histories.
        _inAddress = IsInAddress(Request);
        if (_inAddress) return AuthenticateResult.Fail("A key in the address.");
        var given = GivenIn(Request);
        if (given.Length == 0) return AuthenticateResult.NoResult();
        if (await keys.OpenAsync(given, Context.RequestAborted) is not { } grant)
        {
            await security.NoteAsync(new KeyRefused(Network.Of(Context.Connection.RemoteIpAddress)), Context.RequestAborted);
            return AuthenticateResult.Fail("No such key.");
        }
        var who = new ClaimsIdentity([new Claim(KeyClaim, grant.Key.ToString()), new Claim(ClaimTypes.Name, grant.Name)], SchemeName);
        return AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(who), SchemeName));
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties) => RefuseAsync(Context, _inAddress);

    /// <summary>The key that was sent in either header; empty without one.</summary>
    public static string GivenIn(HttpRequest request)
    {
        var authorization = request.Headers.Authorization.ToString();
        return authorization.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase) ? authorization[Bearer.Length..].Trim() : request.Headers[Header].ToString().Trim();
    }

    public static bool IsInAddress(HttpRequest request) =>
        request.QueryString.Value is { } query && MayBeInAddress(query) && request.Query.Any(q => q.Value.Any(v => v is not null && KeySecret.MayBeIn(v)));

    /// <summary>Worth a closer look; what is escaped may be anything.</summary>
    public static bool MayBeInAddress(string query) => query.Contains(KeySecret.Mark, StringComparison.Ordinal) || query.Contains('%', StringComparison.Ordinal);

    public static Task RefuseAsync(HttpContext context, bool isInAddress)
    {
        if (isInAddress) return Problems.WriteAsync(context, 400, "key.in_address", "A key never stands in an address: addresses are kept in logs and histories. Send it in the header Authorization, and revoke this one, for it has been seen.");
        context.Response.Headers.WWWAuthenticate = "Bearer";
        return Problems.WriteAsync(context, 401, "key.refused", "Send a key of the site, as “Authorization: Bearer qk_…”. An unknown, mistyped or revoked key opens nothing.");
    }
}
