using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using QuestCms.Application.Identity;

namespace QuestCms.Infrastructure.Accounts;

/// <summary>ASP.NET Core Identity behind <c>ISignIn</c> and <c>IAccounts</c>.</summary>
internal static class AccountsSetup
{
    public static void AddAccounts(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddIdentityCookies();
        services.AddIdentityCore<Account>(options =>
            {
                options.Stores.SchemaVersion = IdentitySchemaVersions.Version3;
                options.User.RequireUniqueEmail = true;
                // Any address is a name to sign in with ("o'hara@…"); what an address is, Person says.
                options.User.AllowedUserNameCharacters = "";
                // Length is what counts (NIST SP 800-63B); composition rules make people write passwords down.
                options.Password = new PasswordOptions { RequiredLength = 12, RequireDigit = false, RequireLowercase = false, RequireUppercase = false, RequireNonAlphanumeric = false, RequiredUniqueChars = 5 };
                options.Lockout = new LockoutOptions { MaxFailedAccessAttempts = 5, DefaultLockoutTimeSpan = TimeSpan.FromMinutes(15), AllowedForNewUsers = true };
            })
            .AddEntityFrameworkStores<AccountsDb>()
            .AddSignInManager<HouseSignIn>()
            .AddClaimsPrincipalFactory<PersonClaims>()
            .AddDefaultTokenProviders()
            .AddTokenProvider<AppCodes>(TokenOptions.DefaultAuthenticatorProvider);
        // Sessions end within a minute of a password change, on every replica.
        services.Configure<SecurityStampValidatorOptions>(o => o.ValidationInterval = TimeSpan.FromSeconds(60));
        services.Configure<DataProtectionTokenProviderOptions>(o => o.TokenLifespan = TimeSpan.FromDays(1));
        services.AddScoped<ISignIn, IdentitySignIn>();
        services.AddScoped<IAccounts, IdentityAccounts>();
        services.AddScoped<IProofs, IdentityProofs>();
        // A passkey stands for password and code: kept by the authenticator under the person, and opened with finger, face or PIN. The host is set where the address of the house is known.
        services.Configure<IdentityPasskeyOptions>(o => (o.ResidentKeyRequirement, o.UserVerificationRequirement, o.AttestationConveyancePreference) = ("required", "required", "none"));
        services.AddSingleton<Application.Delivery.IPreviewTokens, PreviewTokens>();
        KeyCertificate.Protect(services.AddDataProtection().SetApplicationName("questcms"), KeyCertificate.From(configuration));
        services.AddOptions<KeyManagementOptions>().Configure<NpgsqlDataSource>((keys, database) => keys.XmlRepository = new StoredKeys(database));
    }
}
