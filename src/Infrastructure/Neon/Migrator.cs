using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace QuestCms.Infrastructure.Neon;

/// <summary>
/// Brings the schema up to date: over the direct connection, once, whoever else tries at the same time. A table that is in use is waited for ten seconds, then
/// the migration gives up instead of holding up everyone who queues behind it.
/// </summary>
public sealed class Migrator(DatabaseAddresses addresses, TimeProvider clock)
{
    // Any number nobody else uses; held by the transaction below, so that it ends with it, whatever happens.
    private const long OneAtATime = 0x5175_6573_7401;
    private static readonly TimeSpan LockTimeout = TimeSpan.FromSeconds(10);

    /// <param name="before">Done first, while nobody else migrates, and only when something is pending; what it throws stops the migration.</param>
    /// <returns>How many migrations were pending when this caller's turn came.</returns>
    /// <exception cref="OperatorException">A restore of this database was interrupted.</exception>
    public async Task<int> MigrateAsync(CancellationToken ct, Func<Task>? before = null)
    {
        await using var database = HouseContexts.Direct(addresses, LockTimeout);
        if (!await MigrationHistory.IsPendingAsync(database, ct)) return 0;
        if (await MigrationHistory.UnfinishedRestoreAsync(database, ct) is not null)
            throw new OperatorException("A restore of this database was interrupted, so it is not whole: run restore again, which begins anew. Nothing was migrated.");

        await using var turn = await database.OpenConnectionAsync(ct);
        await using var held = await turn.BeginTransactionAsync(ct);
        await using (var wait = new NpgsqlCommand($"set local lock_timeout = 0; select pg_advisory_xact_lock({OneAtATime})", turn)) await wait.ExecuteNonQueryAsync(ct);
        await using var house = HouseContexts.House(database, clock);
        await using var accounts = HouseContexts.Accounts(database);
        // Another caller may have done it while this one waited.
        var pending = await MigrationHistory.IsPendingAsync(database, ct) ? (await house.Database.GetPendingMigrationsAsync(ct)).Count() + (await accounts.Database.GetPendingMigrationsAsync(ct)).Count() : 0;
        if (pending > 0 && before is not null) await before();
        await house.Database.MigrateAsync(ct);
        await accounts.Database.MigrateAsync(ct);
        await held.CommitAsync(ct);
        return pending;
    }
}
