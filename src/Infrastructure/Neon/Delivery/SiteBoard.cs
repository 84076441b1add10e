using System.Collections.Frozen;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace QuestCms.Infrastructure.Neon.Delivery;

/// <summary>A site as delivery knows it. <paramref name="Sequence"/> is its newest event's: it moves with every change of what readers see.</summary>
public sealed record DeliverySite(Guid Id, string Slug, string Name, string Strapline, string Locale, bool AnonymousReading, long Sequence, string Epoch);

/// <summary>All sites at one moment, by name.</summary>
public sealed class DeliverySites(IReadOnlyList<DeliverySite> all)
{
    private readonly FrozenDictionary<string, DeliverySite> _bySlug = all.ToFrozenDictionary(s => s.Slug, StringComparer.Ordinal);

    public IReadOnlyList<DeliverySite> All { get; } = all;

    public DeliverySite? Of(string slug) => _bySlug.GetValueOrDefault(slug);
}

/// <summary>
/// The sites and how far the event log of each has come, at most <see cref="Longest"/> old: one look at a small table, shared by all who wait for it. What is kept
/// in memory is good for the sequence that stands here, so nobody asks the database whether something changed. Whoever stores a change in this process says
/// <see cref="LookAgain"/>, and what is asked after that is answered from a look that began after it. With the database away the last look is answered.
/// </summary>
public sealed partial class SiteBoard(DeliveryDataSource database, TimeProvider clock, ILogger<SiteBoard> log)
{
    /// <summary>How old the answer may be: what another replica stored is seen after this time.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromSeconds(1);

    private readonly Lock _gate = new();
    private Look? _last;
    private (long Asked, Task<Look> Look)? _running;
    private long _asked;

    // Good for who asked when the counter of changes stood there.
    private sealed record Look(DeliverySites Sites, long Asked, long At);

    /// <summary>Told after each look that found something new, in order, before anybody is answered from that look: before (null at first) and now.</summary>
    public event Func<DeliverySites?, DeliverySites, Task>? Moved;

    /// <summary>Told with each <see cref="LookAgain"/>, at once: who has readers waiting looks.</summary>
    public event Action? Asked;

    /// <summary>Something was stored: what was seen until now is old.</summary>
    public void LookAgain()
    {
        Interlocked.Increment(ref _asked);
        Asked?.Invoke();
    }

    /// <summary>The sites as they are, or were within the last second. A fault only when the database was never seen.</summary>
    public ValueTask<DeliverySites> NowAsync(CancellationToken ct)
    {
        var last = Volatile.Read(ref _last);
        return last is not null && last.Asked == Interlocked.Read(ref _asked) && clock.GetElapsedTime(last.At) < Longest ? new(last.Sites) : new(FreshAsync(ct));
    }

    private async Task<DeliverySites> FreshAsync(CancellationToken ct)
    {
        Task<Look> look;
        lock (_gate)
        {
            var asked = Interlocked.Read(ref _asked);
            // A look that began before the change may not have seen it: it is waited out, and another follows.
            if (_running is not { } running || running.Look.IsCompleted) _running = (asked, look = LookAsync(null, asked));
            else if (running.Asked == asked) look = running.Look;
            else _running = (asked, look = LookAsync(running.Look, asked));
        }
        return (await look.WaitAsync(ct)).Sites;
    }

    private async Task<Look> LookAsync(Task<Look>? before, long asked)
    {
        if (before is not null) await ((Task)before).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        else await Task.Yield(); // nothing of it runs under the lock
        var at = clock.GetTimestamp();
        try
        {
            var sites = await database.ReadAsync("select id, slug, name, strapline, locale, anonymous_reading, last_sequence, epoch from delivery.sites order by name, id", [],
                r => new DeliverySite(r.GetGuid(0), r.GetString(1), r.GetString(2), r.GetString(3), r.GetString(4), r.GetBoolean(5), r.GetInt64(6), r.GetString(7)), CancellationToken.None);
            var known = Volatile.Read(ref _last)?.Sites;
            var look = new Look(known is not null && known.All.SequenceEqual(sites) ? known : new DeliverySites(sites), asked, at);
            if (look.Sites != known && Moved is { } moved)
                foreach (var told in moved.GetInvocationList().Cast<Func<DeliverySites?, DeliverySites, Task>>()) await told(known, look.Sites);
            Volatile.Write(ref _last, look);
            return look;
        }
        catch (Exception away) when (away is NpgsqlException or TimeoutException && Volatile.Read(ref _last) is { } last)
        {
            LogAway(away);
            var old = new Look(last.Sites, asked, at); // for a second nobody asks again
            Volatile.Write(ref _last, old);
            return old;
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The database does not answer; delivery goes on with what it last saw of the sites.")]
    private partial void LogAway(Exception fault);
}
