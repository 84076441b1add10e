using Npgsql;
using QuestCms.Application.Common;
using QuestCms.Application.Identity;
using QuestCms.Application.Watch;

namespace QuestCms.Infrastructure.Neon.Watch;

/// <summary>What the database says of itself, beside what this process counts.</summary>
internal sealed class NeonHouseFigures(NpgsqlDataSource database, IHouseHealth health, RequestFigures requests, IMail mail) : IHouseFigures
{
    // Of those that were given up the newest thousand: more is no other news.
    private const string JobsSql = """
        select kind, count(*) filter (where state <> 3), count(*) filter (where state = 3), (now() - min(run_at) filter (where state = 0 and run_at < now()))
        from (select kind, state, run_at from work.jobs where state in (0, 1)
              union all (select kind, state, run_at from work.jobs where state = 3 order by run_at desc limit 1000)) j
        group by kind order by kind
        """;
    private const string ConnectionsSql = "select count(*)::int, (count(*) filter (where state = 'active'))::int from pg_stat_activity where datname = current_database() and backend_type = 'client backend'";
    private const string TablesSql = """
        select schemaname || '.' || relname, pg_total_relation_size(relid), n_live_tup from pg_stat_user_tables
        where schemaname in ('identity', 'accounts', 'sites', 'media', 'content', 'ai', 'review', 'planning', 'delivery', 'webhooks', 'transfer', 'audit', 'watch', 'work')
        order by 2 desc limit 12
        """;

    public async Task<HouseFigures> ReadAsync(CancellationToken ct)
    {
        var report = await health.LookAsync(ct);
        var jobs = await ListAsync(JobsSql, r => new WaitingJobs(Enum.GetName((JobKind)r.GetInt32(0)) ?? $"kind {r.GetInt32(0)}", r.GetInt64(1), r.GetInt64(2), r.IsDBNull(3) ? null : r.GetTimeSpan(3)), ct);
        var connections = await ListAsync(ConnectionsSql, r => (All: r.GetInt32(0), Active: r.GetInt32(1)), ct);
        var tables = await ListAsync(TablesSql, r => new TableFigure(r.GetString(0), r.GetInt64(1), r.GetInt64(2)), ct);
        var pool = new NpgsqlConnectionStringBuilder(database.ConnectionString).MaxPoolSize;
        return new HouseFigures(report.Status, requests.Hour(), jobs, ContainerMemory.Used, ContainerMemory.Limit, connections[0].All, connections[0].Active, pool, tables,
        [
            new("Claude", report.Claude.Circuit, report.Claude.LastSuccess),
            new("Replicate", report.Replicate.Circuit, report.Replicate.LastSuccess),
            new("Pictures", $"{report.Storage.Kind}, {report.Storage.Status}", null),
            new("Mail", mail.IsSet ? "set" : "not set", null),
        ]);
    }

    private async Task<List<T>> ListAsync<T>(string sql, Func<NpgsqlDataReader, T> read, CancellationToken ct)
    {
        await using var command = database.CreateCommand(sql);
        await using var reader = await command.ExecuteReaderAsync(ct);
        var rows = new List<T>();
        while (await reader.ReadAsync(ct)) rows.Add(read(reader));
        return rows;
    }
}
