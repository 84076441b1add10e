using Npgsql;
using QuestCms.Application.Common;

namespace QuestCms.Infrastructure.Neon.Work;

/// <summary>A job this process holds until the lease ends.</summary>
/// <param name="HasLane">Others may wait until it is over.</param>
internal sealed record ClaimedJob(Guid Id, JobKind Kind, Guid Subject, int Attempts, bool HasLane = false);

/// <summary>Claims, renews and finishes jobs in database time, so that clocks of replicas may differ. Through any pooler: one statement each.</summary>
internal sealed class JobClaims(NpgsqlDataSource database)
{
    public static readonly TimeSpan Lease = TimeSpan.FromSeconds(30);

    // Of a lane only the first, and none while another of it is carried out. Two processes may both find one in the same instant: then two are, which a lane can bear.
    private const string IsNext = """
        (j.lane is null or not exists (
            select from work.jobs o where o.lane = j.lane and o.state in (0, 1) and o.id <> j.id
            and ((o.run_at, o.id) < (j.run_at, j.id) or (o.state = 1 and o.lease_until >= now()))))
        """;

    private const string ClaimSql = $"""
        with next as (
            select id from work.jobs j
            where ((state = 0 and run_at <= now()) or (state = 1 and lease_until < now())) and {IsNext}
            order by run_at limit $2 for update skip locked)
        update work.jobs j set state = 1, attempts = attempts + 1, lease_owner = $1, lease_until = now() + $3
        from next where j.id = next.id returning j.id, j.kind, j.subject, j.attempts, j.lane is not null
        """;

    public async Task<IReadOnlyList<ClaimedJob>> ClaimAsync(Guid owner, int most, CancellationToken ct)
    {
        await using var command = database.CreateCommand(ClaimSql);
        command.Parameters.Add(new() { Value = owner });
        command.Parameters.Add(new() { Value = most });
        command.Parameters.Add(new() { Value = Lease });
        await using var reader = await command.ExecuteReaderAsync(ct);
        var claimed = new List<ClaimedJob>();
        while (await reader.ReadAsync(ct)) claimed.Add(new(reader.GetGuid(0), (JobKind)reader.GetInt32(1), reader.GetGuid(2), reader.GetInt32(3), reader.GetBoolean(4)));
        return claimed;
    }

    /// <summary>False when the lease was lost to another process.</summary>
    public Task<bool> RenewAsync(Guid owner, Guid job, CancellationToken ct) =>
        OneAsync("update work.jobs set lease_until = now() + $3 where id = $1 and lease_owner = $2", owner, job, Lease, ct);

    /// <summary>Done jobs leave the table: their story stands in the subject's row.</summary>
    public Task<bool> FinishAsync(Guid owner, Guid job, CancellationToken ct) =>
        OneAsync("delete from work.jobs where id = $1 and lease_owner = $2", owner, job, null, ct);

    /// <summary>Back to waiting, after a pause.</summary>
    public Task<bool> RetryAsync(Guid owner, Guid job, TimeSpan pause, CancellationToken ct) =>
        OneAsync("update work.jobs set state = 0, lease_owner = null, lease_until = null, run_at = now() + $3 where id = $1 and lease_owner = $2", owner, job, pause, ct);

    /// <summary>No more tries; stays for a person to see.</summary>
    public Task<bool> BuryAsync(Guid owner, Guid job, CancellationToken ct) =>
        OneAsync("update work.jobs set state = 3, lease_owner = null, lease_until = null where id = $1 and lease_owner = $2", owner, job, null, ct);

    /// <summary>At shutdown: everything this process holds may be taken at once by another.</summary>
    public async Task GiveBackAsync(Guid owner, CancellationToken ct)
    {
        await using var command = database.CreateCommand("update work.jobs set state = 0, lease_owner = null, lease_until = null, attempts = attempts - 1 where lease_owner = $1 and state = 1");
        command.Parameters.Add(new() { Value = owner });
        await command.ExecuteNonQueryAsync(ct);
    }

    /// <summary>How long until the next job is due; null when none waits. Lets an idle worker sleep and the database with it.</summary>
    public async Task<TimeSpan?> UntilNextAsync(CancellationToken ct)
    {
        await using var command = database.CreateCommand($"select min(case when state = 0 then run_at else lease_until end) - now() from work.jobs j where state in (0, 1) and {IsNext}");
        return await command.ExecuteScalarAsync(ct) as TimeSpan?;
    }

    private async Task<bool> OneAsync(string sql, Guid owner, Guid job, TimeSpan? time, CancellationToken ct)
    {
        await using var command = database.CreateCommand(sql);
        command.Parameters.Add(new() { Value = job });
        command.Parameters.Add(new() { Value = owner });
        if (time is { } span) command.Parameters.Add(new() { Value = span });
        return await command.ExecuteNonQueryAsync(ct) == 1;
    }
}
