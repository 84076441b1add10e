using QuestCms.Application.Watch;

namespace QuestCms.Infrastructure;

/// <summary>Counts of the last hour in this process, minute by minute, for the page of the house and for alerts. Counting is two additions.</summary>
public sealed class RequestFigures(TimeProvider clock)
{
    public const int Minutes = 60;

    /// <summary>Milliseconds.</summary>
    private static readonly double[] Steps = [5, 10, 25, 50, 100, 250, 500, 1_000, 2_500, 5_000, double.PositiveInfinity];

    private readonly Slot[] _slots = [.. Enumerable.Range(0, Minutes).Select(_ => new Slot())];

    private sealed class Slot
    {
        public long Minute = -1;
        public long Faults;
        public readonly long[] Counts = new long[Steps.Length];
    }

    public void Count(int status, TimeSpan took)
    {
        var slot = Now();
        var step = 0;
        while (took.TotalMilliseconds > Steps[step]) step++;
        Interlocked.Increment(ref slot.Counts[step]);
        if (status >= 500) Interlocked.Increment(ref slot.Faults);
    }

    /// <summary>Requests and faults of the last so many minutes, the running one among them.</summary>
    public (long Requests, long Faults) Last(int minutes)
    {
        var now = MinuteNow;
        var (requests, faults) = (0L, 0L);
        foreach (var slot in _slots.Where(s => s.Minute > now - minutes && s.Minute <= now)) (requests, faults) = (requests + slot.Counts.Sum(), faults + slot.Faults);
        return (requests, faults);
    }

    /// <summary>The last hour, oldest first; minutes in which nobody came have no requests.</summary>
    public IReadOnlyList<MinuteOfRequests> Hour()
    {
        var now = MinuteNow;
        return [.. Enumerable.Range(0, Minutes).Select(i => now - Minutes + 1 + i).Select(minute =>
        {
            var slot = _slots[minute % Minutes];
            var counts = slot.Minute == minute ? slot.Counts : new long[Steps.Length];
            return new MinuteOfRequests(new DateTimeOffset(minute * TimeSpan.TicksPerMinute, TimeSpan.Zero), counts.Sum(), slot.Minute == minute ? slot.Faults : 0, Of(counts, 0.5), Of(counts, 0.95));
        })];
    }

    private long MinuteNow => clock.GetUtcNow().UtcTicks / TimeSpan.TicksPerMinute;

    // The first of a minute empties its place; one that is counted in between may be lost, which a figure can bear.
    private Slot Now()
    {
        var minute = MinuteNow;
        var slot = _slots[minute % Minutes];
        if (Volatile.Read(ref slot.Minute) == minute) return slot;
        lock (slot)
        {
            if (slot.Minute == minute) return slot;
            Array.Clear(slot.Counts);
            slot.Faults = 0;
            Volatile.Write(ref slot.Minute, minute);
        }
        return slot;
    }

    private static double Of(long[] counts, double share)
    {
        var (all, seen) = (counts.Sum(), 0L);
        if (all == 0) return 0;
        for (var i = 0; i < counts.Length; i++)
            if ((seen += counts[i]) >= share * all) return double.IsInfinity(Steps[i]) ? Steps[i - 1] * 2 : Steps[i];
        return 0;
    }
}
