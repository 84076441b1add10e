using System.Diagnostics;
using QuestCms.TestKit;

namespace QuestCms.Benchmarks;

/// <summary>From the command to "ready", on a migrated database whose private server is started with it.</summary>
internal static class StartFigures
{
    private const int Runs = 5;

    public static async Task<FigureGroup> MeasureAsync(BenchHouse house)
    {
        var seconds = new List<double>();
        var memory = new List<double>();
        for (var i = 0; i < Runs; i++)
        {
            var began = Stopwatch.GetTimestamp();
            await using var quest = await house.Start().ReadyAsync();
            seconds.Add(Stopwatch.GetElapsedTime(began).TotalSeconds);
            memory.Add(Memory.Of(quest));
            await quest.TerminateAsync();
            await quest.ExitAsync();
        }
        return new FigureGroup("Start", $"The built program with its private PostgreSQL, until /health/ready answers 200; median of {Runs}.",
        [
            new("until ready, database migrated", seconds.Order().ElementAt(Runs / 2), "s", 3),
            new("memory right after", memory.Order().ElementAt(Runs / 2), "MB", 350),
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
