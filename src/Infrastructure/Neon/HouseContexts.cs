using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql;
using QuestCms.Application.Common;
using QuestCms.Infrastructure.Accounts;

namespace QuestCms.Infrastructure.Neon;

/// <summary>The two contexts by themselves, on a connection of the operator's, for what is done to the database as a whole.</summary>
internal static class HouseContexts
{
    /// <summary>Schemas the house owns, in order of their names. <c>public</c> is none of them.</summary>
    public static readonly Lazy<string[]> Schemas = new(() =>
    {
        using var nowhere = NpgsqlDataSource.Create("Host=nowhere");
        using var house = House(nowhere, TimeProvider.System);
        return [.. house.Model.GetEntityTypes().Select(e => e.GetSchema()!).Append(AccountsDb.Schema).Append(NeonSetup.HistorySchema).Distinct().Order(StringComparer.Ordinal)];
    });

    public static QuestDb House(NpgsqlDataSource database, TimeProvider clock)
    {
        var options = new DbContextOptionsBuilder<QuestDb>();
        NeonSetup.Configure(options, database);
        return new QuestDb(options.Options, null!, new Acting(), clock, null!);
    }

    public static AccountsDb Accounts(NpgsqlDataSource database)
    {
        var options = new DbContextOptionsBuilder<AccountsDb>();
        NeonSetup.ConfigureAccounts(options, database);
        return new AccountsDb(options.Options);
    }

    /// <summary>Past the pooler, without a pool. A table that is in use is waited for no longer than <paramref name="lockTimeout"/>.</summary>
    public static NpgsqlDataSource Direct(DatabaseAddresses addresses, TimeSpan lockTimeout, string? database = null)
    {
        var direct = new NpgsqlConnectionStringBuilder(addresses.Direct) { Pooling = false, CommandTimeout = 0 };
        if (database is not null) direct.Database = database;
        direct.Options = $"{direct.Options} -c lock_timeout={lockTimeout.TotalMilliseconds:0}".Trim();
        return NpgsqlDataSource.Create(direct.ConnectionString);
    }

    /// <summary>Brings an empty database to the state in which these were the last migrations; null for the newest.</summary>
    public static async Task MigrateToAsync(NpgsqlDataSource database, TimeProvider clock, string? house, string? accounts, CancellationToken ct)
    {
        await using var first = House(database, clock);
        await first.GetService<IMigrator>().MigrateAsync(house, ct);
        await using var second = Accounts(database);
        await second.GetService<IMigrator>().MigrateAsync(accounts, ct);
    }
}
