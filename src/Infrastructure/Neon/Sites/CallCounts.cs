using System.Collections.Concurrent;
using Npgsql;
using QuestCms.Domain.Sites;

namespace QuestCms.Infrastructure.Neon.Sites;

/// <summary>How a call stands against the limit of its key.</summary>
/// <param name="Remaining">Whole calls left in this minute, as far as this process knows.</param>
/// <param name="Reset">Seconds until the next minute.</param>
public readonly record struct CallAllowed(bool IsAllowed, int Remaining, int Reset);

/// <summary>
/// Calls of a key in a minute, counted across replicas in database time. A process takes calls from the common count in handfuls, so that most calls ask nobody: one statement on a row
/// without a log for <see cref="Handful"/> calls. What a process took and did not use is lost to the others until the next minute, and no more is ever given than the limit.
/// </summary>
public sealed class CallCounts(NpgsqlDataSource database, TimeProvider clock)
{
    public const int MostAMinute = 600;
    public const int Handful = 20;
    /// <summary>A call costs so many parts; one that was answered "not modified" costs one.</summary>
    public const int PartsOfCall = 10;
    private const int MostRemembered = 2_000;
    private const string Take = """
        insert into work.call_counts as c (key, minute, used) values ($1, date_trunc('minute', now()), $2)
        on conflict (key) do update set minute = excluded.minute, used = least(case when c.minute = excluded.minute then c.used else 0 end + excluded.used, 1000000000)
        returning used, 60 - extract(second from now())::float8
        """;

    private readonly ConcurrentDictionary<SiteKeyId, Purse> _purses = [];

    // Guarded by its own gate, except what is given back; parts of calls.
    private sealed class Purse : IDisposable
    {
        public readonly SemaphoreSlim Gate = new(1, 1);
        public int Has;
        public int LeftForAll;
        public long Until;
        public bool IsEmpty;

        public void Dispose() => Gate.Dispose();
    }

    /// <summary>Counts one call of the key, or says that its minute is used up.</summary>
    public async ValueTask<CallAllowed> CountAsync(SiteKeyId key, CancellationToken ct)
    {
        if (_purses.Count >= MostRemembered) _purses.Clear();
        var purse = _purses.GetOrAdd(key, _ => new Purse());
        await purse.Gate.WaitAsync(ct);
        try
        {
            var isOver = clock.GetTimestamp() >= purse.Until;
            if (isOver) (purse.Has, purse.IsEmpty) = (0, false);
            if (purse.Has < PartsOfCall && !purse.IsEmpty) await FillAsync(key, purse, ct);
            var allowed = purse.Has >= PartsOfCall;
            if (allowed) Interlocked.Add(ref purse.Has, -PartsOfCall);
            return new CallAllowed(allowed, (purse.Has + purse.LeftForAll) / PartsOfCall, SecondsTo(purse.Until));
        }
        finally
        {
            purse.Gate.Release();
        }
    }

    /// <summary>The call turned out to be a cheap one.</summary>
    public void GiveBack(SiteKeyId key)
    {
        if (_purses.TryGetValue(key, out var purse)) Interlocked.Add(ref purse.Has, PartsOfCall - 1);
    }

    private async Task FillAsync(SiteKeyId key, Purse purse, CancellationToken ct)
    {
        const int most = MostAMinute * PartsOfCall;
        const int handful = Handful * PartsOfCall;
        await using var command = database.CreateCommand(Take);
        command.Parameters.Add(new NpgsqlParameter { Value = key.Value });
        command.Parameters.Add(new NpgsqlParameter { Value = handful });
        await using var reader = await command.ExecuteReaderAsync(ct);
        await reader.ReadAsync(ct);
        var used = reader.GetInt32(0);
        var given = Math.Clamp(most - (used - handful), 0, handful);
        Interlocked.Add(ref purse.Has, given);
        purse.LeftForAll = Math.Max(0, most - used);
        purse.IsEmpty = given < handful;
        purse.Until = clock.GetTimestamp() + (long)(Math.Max(0.05, reader.GetDouble(1)) * clock.TimestampFrequency);
    }

    private int SecondsTo(long moment) => Math.Max(1, (int)Math.Ceiling((moment - clock.GetTimestamp()) / (double)clock.TimestampFrequency));
}
