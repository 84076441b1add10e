using System.Collections.Frozen;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace QuestCms.Infrastructure.Neon.Delivery;

/// <summary>A site as delivery knows it. <paramref name="Sequence"/> is its newest event's: it moves with every change of what readers see.</summary>
/// <param name="Origins">Which pages of other hosts may read it with a script, parted by blanks; none named: any, where reading is anonymous.</param>
/// <param name="HasTaggedCdn">A CDN before it is purged by tags.</param>
public sealed record DeliverySite(Guid Id, string Slug, string Name, string Strapline, string Locale, bool AnonymousReading, long Sequence, string Epoch, string Origins = "", bool HasTaggedCdn = false);

/// <summary>All sites at one moment, by name.</summary>
public sealed class DeliverySites(IReadOnlyList<DeliverySite> all)
{
    private readonly FrozenDictionary<string, DeliverySite> _bySlug = all.ToFrozenDictionary(s => s.Slug, StringComparer.Ordinal);
    private readonly Dictionary<Guid, DeliverySite> _byId = all.ToDictionary(s => s.Id);

    public IReadOnlyList<DeliverySite> All { get; } = all;

    public DeliverySite? Of(string slug) => _bySlug.GetValueOrDefault(slug);

    /// <summary>The same for a part of an address, without a text being made of it.</summary>
    public DeliverySite? Of(ReadOnlySpan<char> slug) => _bySlug.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(slug, out var site) ? site : null;

    public DeliverySite? Of(Guid id) => _byId.GetValueOrDefault(id);
}

/// <summary>
/// The sites and how far the event log of each has come, at most <see cref="Longest"/> old: one look at a small table, shared by all who wait for it. Whoever stores
/// a change in this process says <see cref="LookAgain"/>, and what is asked after that is answered from a look that began after it. With the database away the last
/// look is answered.
/// </summary>
public sealed partial class SiteBoard(DeliveryDataSource database, TimeProvider clock, ILogger<SiteBoard> log)
{
    /// <summary>How old the answer may be: what another replica stored is seen after this time.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromSeconds(1);
    /// <summary>So long a reader waits for a database that does not answer; after that all are answered from the last look, until one succeeds.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private readonly Lock _gate = new();
    private Look? _last;
    private (long Asked, Task<Look> Look)? _running;
    private long _asked;

    // Good for who asked when the counter of changes stood there.
    private sealed record Look(DeliverySites Sites, long Asked, long At, bool IsAway = false);

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
        var sites = AtOnce();
        return sites is not null ? new(sites) : new(FreshAsync(ct));
    }

    /// <summary>The same where nobody need wait for it; else null.</summary>
    public DeliverySites? AtOnce()
    {
        var last = Volatile.Read(ref _last);
        if (last is null || last.Asked != Interlocked.Read(ref _asked)) return null;
        if (clock.GetElapsedTime(last.At) < Longest) return last.Sites;
        if (!last.IsAway) return null;
        _ = Begin(); // whether it is back is found out behind the readers' backs
        return last.Sites;
    }

    private async Task<DeliverySites> FreshAsync(CancellationToken ct)
    {
        var look = Begin();
        try
        {
            return (await look.WaitAsync(Patience, clock, ct)).Sites;
        }
        catch (TimeoutException) when (Volatile.Read(ref _last) is { } last && last.Asked == Interlocked.Read(ref _asked))
        {
            Volatile.Write(ref _last, last with { IsAway = true });
            return last.Sites;
        }
        catch (TimeoutException)
        {
            // It never was seen, or something was stored since: only a look can say what there is.
            return (await look.WaitAsync(ct)).Sites;
        }
    }

    private Task<Look> Begin()
    {
        lock (_gate)
        {
            var asked = Interlocked.Read(ref _asked);
            // A look that began before the change may not have seen it: it is waited out, and another follows.
            if (_running is not { } running || running.Look.IsCompleted) _running = (asked, LookAsync(null, asked));
            else if (running.Asked != asked) _running = (asked, LookAsync(running.Look, asked));
            return _running.Value.Look;
        }
    }

    private async Task<Look> LookAsync(Task<Look>? before, long asked)
    {
        if (before is not null) await ((Task)before).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        else await Task.Yield(); // nothing of it runs under the lock
        var at = clock.GetTimestamp();
        try
        {
            var sites = await database.ReadAsync("select id, slug, name, strapline, locale, anonymous_reading, last_sequence, epoch, array_to_string(origins, ' '), has_tagged_cdn from delivery.sites order by name, id", [],
                r => new DeliverySite(r.GetGuid(0), r.GetString(1), r.GetString(2), r.GetString(3), r.GetString(4), r.GetBoolean(5), r.GetInt64(6), r.GetString(7), r.GetString(8), r.GetBoolean(9)), CancellationToken.None);
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
            var old = new Look(last.Sites, asked, at, IsAway: true); // for a second nobody asks again
            Volatile.Write(ref _last, old);
            return old;
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The database does not answer; delivery goes on with what it last saw of the sites.")]
    private partial void LogAway(Exception fault);
}
