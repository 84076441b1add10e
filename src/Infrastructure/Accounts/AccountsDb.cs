using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace QuestCms.Infrastructure.Accounts;

/// <summary>
/// Sign-in tables and data-protection keys. A context of its own: Identity's stores and the key ring save by themselves, which the one-save guard
/// of the house would refuse.
/// </summary>
internal sealed class AccountsDb(DbContextOptions<AccountsDb> options) : IdentityUserContext<Account, Guid>(options), IDataProtectionKeyContext
{
    public const string Schema = "accounts";

    // The context reads the schema version from the application's services; one made by hand (migrations, tests) needs it said.
    private static readonly IServiceProvider SchemaVersion3 = new ServiceCollection()
        .Configure<IdentityOptions>(o => o.Stores.SchemaVersion = IdentitySchemaVersions.Version3).BuildServiceProvider();

    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    protected override void OnConfiguring(DbContextOptionsBuilder optionsBuilder) => optionsBuilder.UseApplicationServiceProvider(SchemaVersion3);

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.HasDefaultSchema(Schema);
        builder.Entity<Account>().ToTable("accounts");
        builder.Entity<IdentityUserClaim<Guid>>().ToTable("claims");
        builder.Entity<IdentityUserLogin<Guid>>().ToTable("logins");
        builder.Entity<IdentityUserToken<Guid>>().ToTable("tokens");
        builder.Entity<IdentityUserPasskey<Guid>>().ToTable("passkeys");
        builder.Entity<DataProtectionKey>().ToTable("data_protection_keys");
    }
}
