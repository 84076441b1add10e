using Microsoft.EntityFrameworkCore;
using Npgsql;
using QuestCms.Application.Common;
using QuestCms.Infrastructure.Accounts;

namespace QuestCms.Infrastructure.Neon;

/// <summary>
/// Brings the schema up to date: over the direct connection, once, whoever else tries at the same time. A table that is in use is waited for ten seconds, then
/// the migration gives up instead of holding up everyone who queues behind it.
/// </summary>
internal sealed class Migrator(DatabaseAddresses addresses, TimeProvider clock)
{
    // Any number nobody else uses; held by the transaction below, so that it ends with it, whatever happens.
    private const long OneAtATime = 0x5175_6573_7401;
    private static readonly TimeSpan LockTimeout = TimeSpan.FromSeconds(10);

    public async Task MigrateAsync(CancellationToken ct)
    {
        var direct = new NpgsqlConnectionStringBuilder(addresses.Direct) { Pooling = false };
        direct.Options = $"{direct.Options} -c lock_timeout={LockTimeout.TotalMilliseconds:0}".Trim();
        await using var database = NpgsqlDataSource.Create(direct.ConnectionString);
        if (!await MigrationHistory.IsPendingAsync(database, ct)) return;

        await using var turn = await database.OpenConnectionAsync(ct);
        await using var held = await turn.BeginTransactionAsync(ct);
        await using (var wait = new NpgsqlCommand($"set local lock_timeout = 0; select pg_advisory_xact_lock({OneAtATime})", turn)) await wait.ExecuteNonQueryAsync(ct);
        await using var house = House(database);
        await using var accounts = Accounts(database);
        await house.Database.MigrateAsync(ct);
        await accounts.Database.MigrateAsync(ct);
        await held.CommitAsync(ct);
    }

    private QuestDb House(NpgsqlDataSource database)
    {
        var options = new DbContextOptionsBuilder<QuestDb>();
        NeonSetup.Configure(options, database);
        return new QuestDb(options.Options, null!, new Acting(), clock, null!);
    }

    private static AccountsDb Accounts(NpgsqlDataSource database)
    {
        var options = new DbContextOptionsBuilder<AccountsDb>();
        NeonSetup.ConfigureAccounts(options, database);
        return new AccountsDb(options.Options);
    }
}
