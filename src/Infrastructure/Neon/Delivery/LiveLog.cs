using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace QuestCms.Infrastructure.Neon.Delivery;

/// <summary>
/// The event logs of all sites as they grow, for every reader in this process: one read of the log for each site and move, each event serialised once. It looks
/// when the board is told to look again; without readers it does nothing.
/// </summary>
public sealed partial class LiveLog : IDisposable
{
    /// <summary>How often readers are woken to look at the time and at their key.</summary>
    public static readonly TimeSpan BeatEvery = TimeSpan.FromSeconds(2);

    /// <summary>Readers of one process; one more is refused, that those who are there keep their memory.</summary>
    public const int MostReaders = 10_000;

    private const int Page = 256;
    private readonly SiteBoard _board;
    private readonly EventLog _log;
    private readonly TimeProvider _clock;
    private readonly ILogger<LiveLog> _logger;
    private readonly Lock _gate = new();
    private readonly Dictionary<Guid, SiteFeed> _feeds = [];
    private TaskCompletionSource _someone = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private ITimer? _beats;
    private volatile int _readers;
    private volatile bool _going;
    private bool _looking;
    private bool _again;
    private bool _isAway;

    public LiveLog(SiteBoard board, EventLog log, IHostApplicationLifetime life, TimeProvider clock, ILogger<LiveLog> logger)
    {
        (_board, _log, _clock, _logger) = (board, log, clock, logger);
        board.Asked += Look;
        life.ApplicationStopping.Register(Stop);
    }

    public int Readers => _readers;

    internal bool IsGoing => _going;

    /// <summary>Begins after a sequence that the log can be read on from. Null when too many read already.</summary>
    public LiveReader? Join(DeliverySite site, long after)
    {
        LiveReader reader;
        lock (_gate)
        {
            if (_readers >= MostReaders) return null;
            if (!_feeds.TryGetValue(site.Id, out var feed) || feed.IsOver || feed.Epoch != site.Epoch) _feeds[site.Id] = feed = new SiteFeed(site.Id, site.Epoch, site.Sequence);
            feed.Readers++;
            reader = new LiveReader(this, _log, feed, site.Slug, after);
            if (_readers++ == 0)
            {
                _beats = _clock.CreateTimer(_ => Beat(), null, BeatEvery, BeatEvery);
                _someone.TrySetResult();
            }
        }
        Look(); // what was stored since the board was asked
        return reader;
    }

    /// <summary>Returns as soon as there is a reader.</summary>
    public Task SomeoneAsync(CancellationToken ct)
    {
        lock (_gate) return _someone.Task.WaitAsync(ct);
    }

    /// <summary>Wakes every reader, and looks: an earlier look may have failed.</summary>
    public void Beat()
    {
        foreach (var feed in Feeds()) feed.Wake();
        Look();
    }

    public void Dispose()
    {
        _board.Asked -= Look;
        _beats?.Dispose();
    }

    internal void Leave(SiteFeed feed)
    {
        lock (_gate)
        {
            if (--feed.Readers == 0 && _feeds.GetValueOrDefault(feed.Site) == feed) _feeds.Remove(feed.Site);
            if (--_readers > 0) return;
            _beats?.Dispose();
            _beats = null;
            _someone = new(TaskCreationOptions.RunContinuationsAsynchronously);
        }
    }

    private void Stop()
    {
        _going = true;
        foreach (var feed in Feeds()) feed.Wake();
    }

    private SiteFeed[] Feeds()
    {
        lock (_gate) return [.. _feeds.Values];
    }

    // One looks at a time; who asks meanwhile has another look follow.
    private void Look()
    {
        if (_readers == 0) return;
        lock (_gate)
        {
            _again = true;
            if (_looking) return;
            _looking = true;
        }
        _ = Task.Run(LookAsync);
    }

    private async Task LookAsync()
    {
        while (WantsAnother())
        {
            try
            {
                var now = await _board.NowAsync(CancellationToken.None);
                foreach (var feed in Feeds()) await ReadAsync(feed, now);
                _isAway = false;
            }
            catch (Exception away) when (away is NpgsqlException or TimeoutException or InvalidOperationException or ObjectDisposedException)
            {
                if (!_isAway) LogAway(away.Message); // the next beat tries again
                _isAway = true;
            }
        }
    }

    private bool WantsAnother()
    {
        lock (_gate)
        {
            _looking = _again;
            _again = false;
            return _looking;
        }
    }

    private async Task ReadAsync(SiteFeed feed, DeliverySites now)
    {
        if (now.All.FirstOrDefault(s => s.Id == feed.Site) is not { } site)
        {
            feed.End(LiveEnd.SiteGone);
            return;
        }
        while (!feed.IsOver && (feed.Epoch != site.Epoch || feed.Last < site.Sequence))
        {
            var page = await _log.AfterAsync(feed.Site, feed.Last, Page, CancellationToken.None);
            if (page is null || page.Epoch != feed.Epoch || page.Events.Count == 0 || page.Events[0].Sequence != feed.Last + 1) feed.End(LiveEnd.Resync);
            else feed.Add([.. page.Events.Select(e => new LiveEvent(e, site.Slug))]);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The event log can't be read for those who follow it: {Reason}")]
    private partial void LogAway(string reason);
}
