namespace QuestCms.IntegrationTests.Common;

/// <summary>Tests of laws with seconds run one by one, with nothing of this run beside them.</summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone;

/// <summary>Measures what a law gives seconds for.</summary>
internal static class Timed
{
    /// <summary>The least of three tries: what else runs on the machine is not the law's matter.</summary>
    public static async Task<TimeSpan> LeastOfThreeAsync(Func<Task> act)
    {
        var least = TimeSpan.MaxValue;
        for (var i = 0; i < 3; i++)
        {
            var started = TimeProvider.System.GetTimestamp();
            await act();
            var took = TimeProvider.System.GetElapsedTime(started);
            if (took < least) least = took;
        }
        return least;
    }
}
