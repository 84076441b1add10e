using Microsoft.Extensions.Time.Testing;

namespace QuestCms.IntegrationTests.Ai;

/// <summary>A clock that tests turn. Pauses between attempts are over at once; deadlines of ten seconds and more wait to be turned to.</summary>
internal sealed class PatientClock : FakeTimeProvider
{
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (dueTime > TimeSpan.Zero && dueTime < TimeSpan.FromSeconds(10))
        {
            ThreadPool.QueueUserWorkItem(_ => callback(state));
            return base.CreateTimer(callback, state, Timeout.InfiniteTimeSpan, period);
        }
        return base.CreateTimer(callback, state, dueTime, period);
    }
}
