using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using QuestCms.Infrastructure.Accounts;

namespace QuestCms.Web.Hosting;

/// <summary>The pages: everything under /studio wants a signed-in person, public pages are said to be public, one by one.</summary>
internal static class Studio
{
    private const string PasswordPage = "/studio/account/password";

    public static void AddStudio(this IServiceCollection services, IHostEnvironment environment)
    {
        services.AddRazorPages(pages =>
        {
            pages.Conventions.AuthorizeFolder("/Studio");
            pages.Conventions.AllowAnonymousToFolder("/Public");
            pages.Conventions.AllowAnonymousToPage("/Index");
            pages.Conventions.AllowAnonymousToPage("/SignIn");
            pages.Conventions.AllowAnonymousToPage("/SignInCode");
            pages.Conventions.AllowAnonymousToPage("/SignOut");
            pages.Conventions.AllowAnonymousToPage("/SetPassword");
            pages.Conventions.AllowAnonymousToPage("/Forgotten");
        }).AddMvcOptions(mvc => (mvc.MaxModelBindingCollectionSize, mvc.SuppressImplicitRequiredAttributeForNonNullableReferenceTypes) = (200, true));
        services.AddAuthorization(o => o.DefaultPolicy = SignedInWithOwnPassword);
        services.AddHttpContextAccessor();
        services.AddScoped<Ui.CurrentSite>();
        services.AddScoped<Ui.IShell, Ui.Shell>();
        services.Configure<RouteOptions>(o => (o.LowercaseUrls, o.AppendTrailingSlash) = (true, false));

        // __Host- cookies need https; over plain http in Development a secure cookie would lock everyone out.
        var secure = environment.IsProduction();
        services.AddAntiforgery(o =>
        {
            o.Cookie.Name = secure ? "__Host-quest-form" : "quest-form";
            o.Cookie.SecurePolicy = secure ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
            o.HeaderName = "RequestVerificationToken";
        });
        services.Configure<CookieAuthenticationOptions>(IdentityConstants.ApplicationScheme, o =>
        {
            o.Cookie.Name = secure ? "__Host-quest" : "quest";
            o.Cookie.SecurePolicy = secure ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
            o.Cookie.SameSite = SameSiteMode.Lax;
            o.LoginPath = "/sign-in";
            o.AccessDeniedPath = PasswordPage;
            o.ExpireTimeSpan = TimeSpan.FromDays(14);
            o.SlidingExpiration = true;
            // A script gets 401 and keeps what was typed; a page is led to the form.
            o.Events.OnRedirectToLogin = context => Answer(context, 401);
            o.Events.OnRedirectToAccessDenied = context => Answer(context, 403);
        });
        // Between two steps of a sign-in, and for as long as an authenticator is asked: five minutes.
        services.Configure<CookieAuthenticationOptions>(IdentityConstants.TwoFactorUserIdScheme, o =>
        {
            o.Cookie.Name = secure ? "__Host-quest-step" : "quest-step";
            o.Cookie.SecurePolicy = secure ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
        });
        services.AddOptions<IdentityPasskeyOptions>().Configure<PublicAddress>(PasskeysOf);
        services.Configure<CookieTempDataProviderOptions>(o => o.Cookie.Name = "quest-notice");
    }

    // A given password opens one page: the one where it is changed.
    private static readonly AuthorizationPolicy SignedInWithOwnPassword = new AuthorizationPolicyBuilder().RequireAuthenticatedUser()
        .RequireAssertion(a => !a.User.HasClaim(c => c.Type == AccountClaims.MustChangePassword) || (a.Resource is HttpContext http && http.Request.Path.Equals(PasswordPage, StringComparison.OrdinalIgnoreCase)))
        .Build();

    // Passkeys belong to the address that the settings say: a made-up Host header gets into none. On one's own machine, where none is set, it is the host that was asked.
    private static void PasskeysOf(IdentityPasskeyOptions options, PublicAddress address)
    {
        if (address.Given is not { } given) return;
        options.ServerDomain = given.IdnHost;
        options.ValidateOrigin = said => ValueTask.FromResult(!said.CrossOrigin && Uri.TryCreate(said.Origin, UriKind.Absolute, out var origin)
            && origin.GetLeftPart(UriPartial.Authority) == given.GetLeftPart(UriPartial.Authority));
    }

    private static Task Answer(Microsoft.AspNetCore.Authentication.RedirectContext<CookieAuthenticationOptions> context, int status)
    {
        if (Api.Problems.WantsJson(context.Request) || context.Request.Path.Value?.EndsWith("/events", StringComparison.Ordinal) == true) context.Response.StatusCode = status;
        else context.Response.Redirect(context.RedirectUri);
        return Task.CompletedTask;
    }
}
