using System.Collections.Concurrent;
using System.Diagnostics;

namespace QuestCms.Benchmarks;

/// <summary>Milliseconds by name, from many threads.</summary>
internal sealed class Timings
{
    private readonly ConcurrentDictionary<string, ConcurrentBag<double>> _taken = new();

    public async Task<T> TimeAsync<T>(string name, Func<Task<T>> work)
    {
        var began = Stopwatch.GetTimestamp();
        var answer = await work();
        Add(name, Stopwatch.GetElapsedTime(began).TotalMilliseconds);
        return answer;
    }

    public void Add(string name, double milliseconds) => _taken.GetOrAdd(name, _ => []).Add(milliseconds);

    public void Forget() => _taken.Clear();

    public int Count(string name) => _taken.TryGetValue(name, out var all) ? all.Count : 0;

    public double Sum(string name) => _taken.TryGetValue(name, out var all) ? all.Sum() : 0;

    public int Total => _taken.Values.Sum(bag => bag.Count);

    /// <summary>The time within which that part of them ended.</summary>
    public double At(string name, double part)
    {
        var sorted = _taken.TryGetValue(name, out var all) ? all.Order().ToArray() : [];
        return sorted.Length == 0 ? double.NaN : sorted[Math.Min(sorted.Length - 1, (int)(sorted.Length * part))];
    }

    /// <summary>The median of several runs of one thing, after one that warms it up.</summary>
    public static double Median(int runs, Action work)
    {
        work();
        return Enumerable.Range(0, runs).Select(_ =>
        {
            var began = Stopwatch.GetTimestamp();
            work();
            return Stopwatch.GetElapsedTime(began).TotalMilliseconds;
        }).Order().ElementAt(runs / 2);
    }
}
