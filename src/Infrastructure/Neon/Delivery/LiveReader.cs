using Npgsql;
using QuestCms.Application.Delivery;

namespace QuestCms.Infrastructure.Neon.Delivery;

/// <summary>Events in their order; none and no end is a beat: a moment to look at the time and at the key.</summary>
public readonly record struct LiveNews(IReadOnlyList<LiveEvent> Events, LiveEnd End);

/// <summary>One who follows the log of a site: each event once, in the order of the log, from where they stand. What is kept of a reader is that place.</summary>
public sealed class LiveReader : IDisposable
{
    /// <summary>Events handed over at once.</summary>
    private const int AtOnce = 64;

    private readonly LiveLog _live;
    private readonly EventLog _log;
    private readonly SiteFeed _feed;
    private readonly string _slug;
    private bool _hasCaughtUp;
    private int _gone;

    internal LiveReader(LiveLog live, EventLog log, SiteFeed feed, string slug, long after) => (_live, _log, _feed, _slug, Sequence) = (live, log, feed, slug, after);

    /// <summary>Sequence of the last event handed over.</summary>
    public long Sequence { get; private set; }

    public LogPosition Position => LogPosition.Of(_feed.Site, _feed.Epoch, Sequence);

    /// <summary>Waits until there is something to say.</summary>
    /// <exception cref="OperationCanceledException">The reader left.</exception>
    public async ValueTask<LiveNews> NextAsync(CancellationToken ct)
    {
        if (_live.IsGoing) return new([], LiveEnd.GoingAway);
        var (events, pulse, end) = _feed.After(Sequence, AtOnce);
        if (events is null) return await CatchUpAsync(ct);
        _hasCaughtUp = true;
        if (events.Length > 0) return HandOver(events);
        if (end != LiveEnd.None) return new([], end);
        await pulse.WaitAsync(ct);
        if (_live.IsGoing) return new([], LiveEnd.GoingAway);
        (events, _, end) = _feed.After(Sequence, AtOnce);
        return events is null ? new([], LiveEnd.TooSlow) : events.Length > 0 ? HandOver(events) : new([], end);
    }

    public void Dispose()
    {
        if (Interlocked.Exchange(ref _gone, 1) == 0) _live.Leave(_feed);
    }

    // Only who comes from far reads alone; who was here and fell back takes less than is told.
    private async ValueTask<LiveNews> CatchUpAsync(CancellationToken ct)
    {
        if (_hasCaughtUp) return new([], LiveEnd.TooSlow);
        LogPage? page;
        try
        {
            page = await _log.AfterAsync(_feed.Site, Sequence, AtOnce, ct);
        }
        catch (Exception away) when (away is NpgsqlException or TimeoutException)
        {
            return new([], LiveEnd.GoingAway); // the database is away: who comes again finds it, or another process
        }
        if (page is null) return new([], LiveEnd.SiteGone);
        if (page.Epoch != _feed.Epoch || !page.CanReadOnFrom(Sequence) || page.Events.Count == 0) return new([], LiveEnd.Resync);
        return HandOver([.. page.Events.Select(e => new LiveEvent(e, _slug))]);
    }

    private LiveNews HandOver(LiveEvent[] events)
    {
        Sequence = events[^1].Sequence;
        return new(events, LiveEnd.None);
    }
}
