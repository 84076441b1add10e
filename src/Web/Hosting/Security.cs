
namespace QuestCms.Web.Hosting;

/// <summary>The headers every answer carries: a strict content security policy (scripts and styles from here alone, a nonce for the import map), no framing, no sniffing.</summary>
internal static class Security
{
    public static void UseSecurity(this WebApplication app) => app.UseSecurityHeaders(new HeaderPolicyCollection()
        .AddDefaultSecurityHeaders()
        .AddCrossOriginEmbedderPolicy(policy => policy.UnsafeNone()) // pictures of articles come from other hosts
        .AddPermissionsPolicyWithDefaultSecureDirectives()
        .AddContentSecurityPolicy(csp =>
        {
            csp.AddDefaultSrc().None();
            csp.AddScriptSrc().Self().WithNonce();
            csp.AddStyleSrc().Self();
            csp.AddImgSrc().Self().Data().From("https:");
            csp.AddFontSrc().Self();
            csp.AddConnectSrc().Self();
            csp.AddManifestSrc().Self();
            csp.AddFormAction().Self();
            csp.AddFrameAncestors().None();
            csp.AddBaseUri().None();
        }));
}
