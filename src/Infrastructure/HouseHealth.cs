using Npgsql;
using QuestCms.Infrastructure.Claude;
using QuestCms.Infrastructure.Neon;
using QuestCms.Infrastructure.Replicate;
using QuestCms.Infrastructure.Storage;

namespace QuestCms.Infrastructure;

/// <summary>How the parts of the house are, without a paid call.</summary>
/// <param name="Status">"healthy", "degraded" or "unhealthy".</param>
/// <param name="Database">"healthy", "not migrated" or "away".</param>
/// <param name="Storage">Where pictures lie, and "healthy" or "away".</param>
/// <param name="OldestOverdueSeconds">How long the oldest job that is due waits; null while the database does not say.</param>
public sealed record HealthReport(string Status, string Database, ProviderHealth Claude, ProviderHealth Replicate, StorageHealth Storage, double? OldestOverdueSeconds);

/// <param name="Kind">"database" or "folder".</param>
public sealed record StorageHealth(string Kind, string Status);

/// <summary>A provider as its circuit last saw it: "closed", "open", "half_open", or that no key is set.</summary>
public sealed record ProviderHealth(string Circuit, DateTimeOffset? LastSuccess);

/// <summary>What probes and people ask of the house.</summary>
public interface IHouseHealth
{
    Task<HealthReport> LookAsync(CancellationToken ct);

    /// <summary>"healthy", "not migrated" or "away".</summary>
    Task<string> DatabaseAsync(CancellationToken ct);

    /// <summary>The id of the person with this address; null when there is none. Asked without a context, as a start does that has nothing else to do.</summary>
    Task<Guid?> PersonAsync(string email, CancellationToken ct);
}

/// <summary>Looks at the database, the queue and the storage, a few seconds at most: a probe does not wait longer. A provider's state is what its circuit last saw.</summary>
internal sealed class HouseHealth(NpgsqlDataSource database, StorageAddress storage, ClaudeOptions claude, ClaudeResilience writing, ReplicateOptions replicate, ReplicateResilience painting) : IHouseHealth
{
    private const string OverdueSql = "select coalesce(extract(epoch from now() - min(run_at)), 0)::float8 from work.jobs where state in (0, 1) and run_at < now() and (state = 0 or lease_until < now())";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(4);
    private static readonly TimeSpan LongOverdue = TimeSpan.FromMinutes(10);

    public async Task<HealthReport> LookAsync(CancellationToken ct)
    {
        var state = await DatabaseAsync(ct);
        var overdue = state == "healthy" ? await OverdueAsync(ct) : null;
        if (state == "healthy" && overdue is null) state = "away"; // it went between two questions
        var place = Storage(state);
        var status = state != "healthy" ? "unhealthy"
            : overdue > LongOverdue.TotalSeconds || writing.IsOpen || painting.IsOpen || place.Status != "healthy" ? "degraded" : "healthy";
        return new HealthReport(status, state, Claude, Replicate, place, overdue);
    }

    private ProviderHealth Claude => new(claude.ApiKey is null ? "no_key" : writing.State, writing.LastSuccess);

    private ProviderHealth Replicate => new(replicate.Token is null ? "no_token" : painting.State, painting.LastSuccess);

    public Task<string> DatabaseAsync(CancellationToken ct) => AskAsync(async limit => await MigrationHistory.IsPendingAsync(database, limit) ? "not migrated" : "healthy", "away", ct);

    private Task<double?> OverdueAsync(CancellationToken ct) => AskAsync(async limit =>
    {
        await using var command = database.CreateCommand(OverdueSql);
        return await command.ExecuteScalarAsync(limit) as double?;
    }, null, ct);

    // Pictures in the database are as well as it is; a folder must be there and take files.
    private StorageHealth Storage(string state)
    {
        if (storage.Folder is not { } folder) return new StorageHealth("database", state == "away" ? "away" : "healthy");
        try
        {
            Directory.CreateDirectory(folder);
            var trial = Path.Combine(folder, $".health-{Path.GetRandomFileName()}");
            File.WriteAllBytes(trial, []);
            File.Delete(trial);
            return new StorageHealth("folder", "healthy");
        }
        catch (Exception away) when (away is IOException or UnauthorizedAccessException)
        {
            return new StorageHealth("folder", "away");
        }
    }

    private static async Task<T> AskAsync<T>(Func<CancellationToken, Task<T>> ask, T away, CancellationToken ct)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(Patience);
        try
        {
            return await ask(limit.Token);
        }
        catch (Exception fault) when (fault is NpgsqlException or TimeoutException or System.Net.Sockets.SocketException || (fault is OperationCanceledException && !ct.IsCancellationRequested))
        {
            return away;
        }
    }

    public async Task<Guid?> PersonAsync(string email, CancellationToken ct)
    {
        await using var command = database.CreateCommand("select id from identity.people where email = $1");
        command.Parameters.Add(new() { Value = email });
        return await command.ExecuteScalarAsync(ct) as Guid?;
    }
}
