using Microsoft.EntityFrameworkCore;
using Npgsql;
using QuestCms.Infrastructure.Neon;

namespace QuestCms.Infrastructure;

/// <summary>How the parts of the house are, without a paid call.</summary>
public sealed record HealthReport(string Status, string Database, string Claude, double OldestOverdueSeconds);

/// <summary>Looks at the database and the queue. Claude's state is what its circuit last saw.</summary>
public sealed class HouseHealth(NpgsqlDataSource database, QuestDb db)
{
    public async Task<HealthReport> LookAsync(CancellationToken ct)
    {
        var state = await DatabaseAsync(ct);
        if (state != "healthy") return new("unhealthy", state, "unknown", 0);
        await using var command = database.CreateCommand("select coalesce(extract(epoch from now() - min(run_at)), 0)::float8 from work.jobs where state = 0 and run_at < now()");
        var overdue = (double)(await command.ExecuteScalarAsync(ct) ?? 0d);
        return new(overdue > 600 ? "degraded" : "healthy", state, "unknown", overdue);
    }

    /// <summary>"healthy", "not migrated" or "away".</summary>
    public async Task<string> DatabaseAsync(CancellationToken ct)
    {
        try
        {
            return (await db.Database.GetPendingMigrationsAsync(ct)).Any() ? "not migrated" : "healthy";
        }
        catch (Exception fault) when (fault is NpgsqlException or InvalidOperationException or TimeoutException or Microsoft.EntityFrameworkCore.Storage.RetryLimitExceededException)
        {
            return "away";
        }
    }
}
