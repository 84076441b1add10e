namespace QuestCms.TestKit;

/// <summary>The system's clock, which a test can move forward: a minute passes when the test says so.</summary>
public sealed class MovableClock : TimeProvider
{
    private long _moved;

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + TimeSpan.FromTicks(Interlocked.Read(ref _moved));

    /// <summary>How far it is ahead.</summary>
    public TimeSpan Ahead => TimeSpan.FromTicks(Interlocked.Read(ref _moved));

    public void Move(TimeSpan by) => Interlocked.Add(ref _moved, by.Ticks);

    /// <summary>As if it had never been moved.</summary>
    public void SetRight() => Interlocked.Exchange(ref _moved, 0);
}
