namespace QuestCms.Infrastructure.Neon.Delivery;

/// <summary>Why a stream is at its end; the reader goes on with another one from where it was, save after <see cref="Resync"/>.</summary>
public enum LiveEnd
{
    /// <summary>It goes on.</summary>
    None,
    /// <summary>This process is told to go.</summary>
    GoingAway,
    /// <summary>The log is in another epoch: what the reader knows is no base to go on from.</summary>
    Resync,
    /// <summary>The reader takes less than is told.</summary>
    TooSlow,
    /// <summary>There is no such site any more.</summary>
    SiteGone,
}

/// <summary>
/// The newest events of one site, for all its readers in this process: each reads on from where it stands, so that nothing is kept per reader and a slow one keeps
/// nobody and no memory. Without holes: what follows an event here follows it in the log.
/// </summary>
internal sealed class SiteFeed(Guid site, string epoch, long last)
{
    /// <summary>Who is further behind than this reads from the database, or is too slow.</summary>
    public const int Kept = 512;

    private readonly Lock _gate = new();
    private readonly List<LiveEvent> _events = [];
    private TaskCompletionSource _pulse = NewPulse();
    private LiveEnd _end;

    public Guid Site { get; } = site;
    public string Epoch { get; } = epoch;
    /// <summary>Sequence of the newest event here; moved by the one who reads the log for all.</summary>
    public long Last { get; private set; } = last;
    /// <summary>Counted by the live log under its lock.</summary>
    public int Readers { get; set; }

    public bool IsOver => _end != LiveEnd.None;

    public void Add(IReadOnlyList<LiveEvent> events)
    {
        if (events.Count == 0) return;
        lock (_gate)
        {
            _events.AddRange(events);
            Last = events[^1].Sequence;
            // Now and then, not with each event.
            if (_events.Count > 2 * Kept) _events.RemoveRange(0, _events.Count - Kept);
            Pulse();
        }
    }

    /// <summary>Wakes all readers, that they may look at the time.</summary>
    public void Wake()
    {
        lock (_gate) Pulse();
    }

    public void End(LiveEnd why)
    {
        lock (_gate)
        {
            _end = why;
            Pulse();
        }
    }

    /// <summary>What follows a sequence, null when it is no longer here; and what to wait for when nothing does.</summary>
    public (LiveEvent[]? Events, Task Pulse, LiveEnd End) After(long sequence, int most)
    {
        lock (_gate)
        {
            var before = _events.Count == 0 ? Last : _events[0].Sequence - 1;
            if (sequence < before) return (null, _pulse.Task, _end);
            var from = (int)Math.Min(_events.Count, sequence - before);
            if (from == _events.Count) return ([], _pulse.Task, _end);
            var events = new LiveEvent[Math.Min(most, _events.Count - from)];
            _events.CopyTo(from, events, 0, events.Length);
            return (events, _pulse.Task, _end);
        }
    }

    private void Pulse()
    {
        _pulse.TrySetResult();
        _pulse = NewPulse();
    }

    private static TaskCompletionSource NewPulse() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
