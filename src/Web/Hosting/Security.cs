using QuestCms.Web.Api.Delivery;

namespace QuestCms.Web.Hosting;

/// <summary>The headers every answer carries: a strict content security policy (scripts and styles from here alone, a nonce for the import map; no script for readers), no framing, no sniffing.</summary>
internal static class Security
{
    /// <summary>In the studio no picture is fetched from another server: a text that nobody has looked at yet could tell that server what it says, by the address of a picture.</summary>
    public static void UseSecurity(this WebApplication app)
    {
        app.UseWhen(context => IsStudio(context) && !AsksForPasskeys(context), studio => studio.UseSecurityHeaders(Policy(picturesFromElsewhere: false)));
        app.UseWhen(AsksForPasskeys, pages => pages.UseSecurityHeaders(Policy(picturesFromElsewhere: false, passkeys: true)));
        app.UseWhen(IsPicture, pictures => pictures.UseSecurityHeaders(Inert()));
        // What the door of delivery sends has its headers from there (Api/Delivery/DeliveryHeaders).
        app.UseWhen(context => IsPublicPage(context) && !DeliveryDoor.IsFor(context.Request.Path), pages => pages.UseSecurityHeaders(Reading()));
        app.UseWhen(context => !IsStudio(context) && !AsksForPasskeys(context) && !IsPicture(context) && !IsPublicPage(context) && !DeliveryDoor.IsFor(context.Request.Path), others => others.UseSecurityHeaders(Policy(picturesFromElsewhere: true)));
    }

    private static bool IsStudio(HttpContext context) => context.Request.Path.StartsWithSegments("/studio");

    private static bool AsksForPasskeys(HttpContext context) => context.Request.Path.Equals("/sign-in", StringComparison.OrdinalIgnoreCase) || context.Request.Path.Equals("/studio/account/security", StringComparison.OrdinalIgnoreCase);

    private static bool IsPicture(HttpContext context) => context.Request.Path.StartsWithSegments("/media");

    private static bool IsPublicPage(HttpContext context) => context.Request.Path.StartsWithSegments("/sites") || context.Request.Path.StartsWithSegments("/preview");

    // A public page has no script at all, and so no nonce: the same answer serves everybody.
    private static HeaderPolicyCollection Reading() => new HeaderPolicyCollection()
        .AddDefaultSecurityHeaders()
        .AddCrossOriginEmbedderPolicy(policy => policy.UnsafeNone())
        .AddPermissionsPolicy(policy => Refuse(policy, passkeys: false))
        .AddContentSecurityPolicy(csp =>
        {
            csp.AddDefaultSrc().None();
            csp.AddStyleSrc().Self();
            csp.AddImgSrc().Self().Data().From("https:");
            csp.AddFontSrc().Self();
            csp.AddFormAction().Self();
            csp.AddFrameAncestors().None();
            csp.AddBaseUri().None();
        });

    // A picture opened by itself is a document too: one that may do nothing.
    private static HeaderPolicyCollection Inert() => new HeaderPolicyCollection().AddDefaultSecurityHeaders().AddCustomHeader("Content-Security-Policy", "default-src 'none'; sandbox")
        .AddCrossOriginResourcePolicy(policy => policy.CrossOrigin());

    private static HeaderPolicyCollection Policy(bool picturesFromElsewhere, bool passkeys = false) => new HeaderPolicyCollection()
        .AddDefaultSecurityHeaders()
        .AddCrossOriginEmbedderPolicy(policy => policy.UnsafeNone()) // pictures of articles come from other hosts
        .AddPermissionsPolicy(policy => Refuse(policy, passkeys))
        .AddContentSecurityPolicy(csp =>
        {
            csp.AddDefaultSrc().None();
            csp.AddScriptSrc().Self().WithNonce();
            csp.AddStyleSrc().Self();
            var pictures = csp.AddImgSrc().Self().Data();
            if (picturesFromElsewhere) pictures.From("https:");
            csp.AddFontSrc().Self();
            csp.AddConnectSrc().Self();
            csp.AddManifestSrc().Self();
            csp.AddFormAction().Self();
            csp.AddFrameAncestors().None();
            csp.AddBaseUri().None();
        });

    // The usual list without web-share, which Chromium on Linux does not know and warns about on every page.
    private static void Refuse(PermissionsPolicyBuilder policy, bool passkeys)
    {
        if (passkeys)
        {
            policy.AddPublickeyCredentialsGet().Self();
            policy.AddCustomFeature("publickey-credentials-create").Self();
        }
        else
        {
            policy.AddPublickeyCredentialsGet().None();
            policy.AddCustomFeature("publickey-credentials-create").None();
        }
        policy.AddAccelerometer().None();
        policy.AddAutoplay().None();
        policy.AddCamera().None();
        policy.AddDisplayCapture().None();
        policy.AddEncryptedMedia().None();
        policy.AddFullscreen().None();
        policy.AddGeolocation().None();
        policy.AddGyroscope().None();
        policy.AddMagnetometer().None();
        policy.AddMicrophone().None();
        policy.AddMidi().None();
        policy.AddPayment().None();
        policy.AddPictureInPicture().None();
        policy.AddScreenWakeLock().None();
        policy.AddSyncXHR().None();
        policy.AddUsb().None();
        policy.AddXrSpatialTracking().None();
    }
}
