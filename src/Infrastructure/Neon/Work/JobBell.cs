using System.Threading.Channels;

namespace QuestCms.Infrastructure.Neon.Work;

/// <summary>Wakes this process's worker when a job was committed here, so that nobody waits for the next look. Other replicas look by themselves.</summary>
public sealed class JobBell
{
    private readonly Channel<bool> _rings = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    public void Ring() => _rings.Writer.TryWrite(true);

    /// <summary>Returns at the next ring, or when the time is over.</summary>
    public async Task WaitAsync(TimeSpan most, TimeProvider clock, CancellationToken ct)
    {
        using var limit = new CancellationTokenSource(most, clock);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(ct, limit.Token);
        try
        {
            await _rings.Reader.ReadAsync(both.Token);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            // The time is over: look anyway.
        }
    }
}
