using Npgsql;
using QuestCms.Infrastructure.Claude;
using QuestCms.Infrastructure.Neon;
using QuestCms.Infrastructure.Replicate;

namespace QuestCms.Infrastructure;

/// <summary>How the parts of the house are, without a paid call.</summary>
public sealed record HealthReport(string Status, string Database, ProviderHealth Claude, ProviderHealth Replicate, double OldestOverdueSeconds);

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

/// <summary>Looks at the database and the queue. A provider's state is what its circuit last saw.</summary>
internal sealed class HouseHealth(NpgsqlDataSource database, ClaudeOptions claude, ClaudeResilience writing, ReplicateOptions replicate, ReplicateResilience painting) : IHouseHealth
{
    public async Task<HealthReport> LookAsync(CancellationToken ct)
    {
        var state = await DatabaseAsync(ct);
        if (state != "healthy") return new("unhealthy", state, Claude, Replicate, 0);
        await using var command = database.CreateCommand("select coalesce(extract(epoch from now() - min(run_at)), 0)::float8 from work.jobs where state = 0 and run_at < now()");
        var overdue = (double)(await command.ExecuteScalarAsync(ct) ?? 0d);
        return new(overdue > 600 || writing.IsOpen || painting.IsOpen ? "degraded" : "healthy", state, Claude, Replicate, overdue);
    }

    private ProviderHealth Claude => new(claude.ApiKey is null ? "no_key" : writing.State, writing.LastSuccess);

    private ProviderHealth Replicate => new(replicate.Token is null ? "no_token" : painting.State, painting.LastSuccess);

    public async Task<string> DatabaseAsync(CancellationToken ct)
    {
        try
        {
            return await MigrationHistory.IsPendingAsync(database, ct) ? "not migrated" : "healthy";
        }
        catch (Exception fault) when (fault is NpgsqlException or TimeoutException)
        {
            return "away";
        }
    }

    public async Task<Guid?> PersonAsync(string email, CancellationToken ct)
    {
        await using var command = database.CreateCommand("select id from identity.people where email = $1");
        command.Parameters.Add(new() { Value = email });
        return await command.ExecuteScalarAsync(ct) as Guid?;
    }
}
