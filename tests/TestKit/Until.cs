namespace QuestCms.TestKit;

/// <summary>Waits for something that comes by itself: looks every 20 milliseconds, for as long as the test may take.</summary>
public static class Until
{
    public static async Task TrueAsync(Func<Task<bool>> condition, CancellationToken ct)
    {
        using var again = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        while (!await condition()) await again.WaitForNextTickAsync(ct);
    }

    public static Task TrueAsync(Func<bool> condition, CancellationToken ct) => TrueAsync(() => Task.FromResult(condition()), ct);
}
