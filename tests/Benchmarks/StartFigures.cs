using System.Diagnostics;
using QuestCms.TestKit;

namespace QuestCms.Benchmarks;

/// <summary>From the command to "ready", on a migrated database whose private server is started with it.</summary>
internal static class StartFigures
{
    public static async Task<FigureGroup> MeasureAsync(BenchHouse house, int runs)
    {
        var seconds = new List<double>();
        var memory = new List<double>();
        for (var i = 0; i <= runs; i++)
        {
            var began = Stopwatch.GetTimestamp();
            await using var quest = await house.Start().ReadyAsync();
            var (taken, held) = (Stopwatch.GetElapsedTime(began).TotalSeconds, Memory.Of(quest));
            if (i > 0)
            {
                seconds.Add(taken);
                memory.Add(held);
            }
            await quest.TerminateAsync();
            await quest.ExitAsync();
        }
        return new FigureGroup("Start", $"The built program with its private PostgreSQL, until /health/ready answers 200; median of {runs}, after one that fills in the demo.",
        [
            new("until ready, database migrated", seconds.Order().ElementAt(runs / 2), "s", 3),
            new("memory right after", memory.Order().ElementAt(runs / 2), "MB", 350),
        ]);
    }
}

/// <summary>What a process holds of this machine's memory, as the system counts it.</summary>
internal static class Memory
{
    public static double Of(RunningQuest quest) => Read(quest, "VmRSS:");

    public static double MostOf(RunningQuest quest) => Read(quest, "VmHWM:");

    private static double Read(RunningQuest quest, string line) =>
        double.Parse(File.ReadLines($"/proc/{quest.Id}/status").First(l => l.StartsWith(line, StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2]) / 1024;
}
