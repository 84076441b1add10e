using System.Threading.Channels;
using Microsoft.Extensions.Time.Testing;

namespace QuestCms.IntegrationTests.Ai;

/// <summary>A clock that tests turn. Pauses between attempts are over at once; deadlines of ten seconds and more wait to be turned to, and are counted.</summary>
internal sealed class PatientClock : FakeTimeProvider
{
    private readonly Channel<bool> _deadlines = Channel.CreateUnbounded<bool>();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (dueTime > TimeSpan.Zero && dueTime < TimeSpan.FromSeconds(10))
        {
            ThreadPool.QueueUserWorkItem(_ => callback(state));
            return base.CreateTimer(callback, state, Timeout.InfiniteTimeSpan, period);
        }
        var timer = base.CreateTimer(callback, state, dueTime, period);
        if (dueTime > TimeSpan.Zero) _deadlines.Writer.TryWrite(true);
        return timer;
    }

    /// <summary>Returns when one more deadline was set.</summary>
    public Task DeadlineSetAsync(CancellationToken ct) => _deadlines.Reader.ReadAsync(ct).AsTask();
}
