using System.Diagnostics;
using System.Net;
using QuestCms.TestKit;

namespace QuestCms.Benchmarks;

/// <summary>
/// Deployments while people read and write: a new process on the same database, both at work while they overlap, then the old one is taken off the edge and told to go. Every second
/// round leads back, as a rollback does.
/// </summary>
internal static class RollFigures
{
    private const int Rounds = 10, Readers = 6, Writers = 2;
    private static readonly TimeSpan Overlap = TimeSpan.FromSeconds(1), Drain = TimeSpan.FromSeconds(30);

    public static async Task<FigureGroup> MeasureAsync(BenchHouse house)
    {
        await house.HoldAsync();
        var (asked, saved, failed, draining) = (0, 0, new List<string>(), 0.0);
        var old = await StartAsync(house);
        await using (var edge = await SwitchingEdge.StartAsync(old.Address))
        {
            using var over = new CancellationTokenSource();
            void Count(bool isSave, string? fault)
            {
                lock (failed)
                {
                    _ = isSave ? saved++ : asked++;
                    if (fault is not null) failed.Add(fault);
                }
            }
            var people = Enumerable.Range(0, Readers).Select(reader => ReadAsync(edge.Address, reader, f => Count(false, f), over.Token))
                .Concat(Enumerable.Range(0, Writers).Select(writer => WriteAsync(house, edge.Address, writer, f => Count(true, f), over.Token))).ToList();
            for (var round = 0; round < Rounds; round++)
            {
                var next = await StartAsync(house);
                edge.LeadTo(old.Address, next.Address);
                await Task.Delay(Overlap);
                edge.LeadTo(next.Address);
                var began = Stopwatch.GetTimestamp();
                await old.TerminateAsync();
                if (await old.ExitAsync() is not 0 and var code) failed.Add($"The old process ended with {code}.");
                draining = Math.Max(draining, Stopwatch.GetElapsedTime(began).TotalSeconds);
                await old.DisposeAsync();
                old = next;
            }
            await over.CancelAsync();
            await Task.WhenAll(people);
        }
        await old.DisposeAsync();
        await house.LetGoAsync();
        foreach (var fault in failed.Distinct().Take(10)) await Console.Error.WriteLineAsync(fault);
        return new FigureGroup($"Rolling deployment, {Rounds} rounds", $"Two processes on one database behind an edge that asks nothing twice: {asked:N0} requests of {Readers} readers (lists, articles, pages) and {saved:N0} saves of {Writers} writers went through while each round started the next process, overlapped for {Overlap.TotalSeconds:0} s and ended the old one with SIGTERM.",
        [
            new("failed requests", failed.Count, "", 1),
            new("longest time from SIGTERM to the end", draining, "s", Drain.TotalSeconds),
        ]);
    }

    private static Task<RunningQuest> StartAsync(BenchHouse house) => house.Start(("NEON_CONNECTION_STRING", house.Connection), ("ASPNETCORE_ENVIRONMENT", "Testing")).ReadyAsync();

    private static async Task ReadAsync(Uri edge, int reader, Action<string?> tell, CancellationToken over)
    {
        using var http = new HttpClient { BaseAddress = edge };
        string[] paths = ["/api/v1/sites/bench/articles", $"/api/v1/sites/bench/articles?limit={20 + reader}", "/sites/bench", "/api/v1/sites"];
        for (var n = reader; !over.IsCancellationRequested; n++)
        {
            try
            {
                using var answer = await http.GetAsync(paths[n % paths.Length], CancellationToken.None);
                tell(answer.StatusCode == HttpStatusCode.OK ? null : $"{paths[n % paths.Length]} answered {(int)answer.StatusCode}.");
            }
            catch (HttpRequestException broken)
            {
                tell($"{paths[n % paths.Length]}: {broken.Message}");
            }
        }
    }

    private static async Task WriteAsync(BenchHouse house, Uri edge, int writer, Action<string?> tell, CancellationToken over)
    {
        using var session = new WriterSession(edge);
        await session.SignInAsync(BenchHouse.Email(writer), BenchHouse.Password, CancellationToken.None);
        var form = await session.OpenAsync(house.Articles[writer], CancellationToken.None);
        var version = form.Version;
        for (var n = 0; !over.IsCancellationRequested; n++)
        {
            try
            {
                var (status, json) = await session.SendAsync(form, "Save", session.Fields(form, $"{form.Body}\n\nRound {n}.\n", version, named: false), CancellationToken.None);
                tell(status == HttpStatusCode.OK ? null : $"A save answered {(int)status}.");
                if (status == HttpStatusCode.OK) version = json.GetProperty("version").GetInt32();
            }
            catch (HttpRequestException broken)
            {
                tell($"A save: {broken.Message}");
            }
        }
    }
}
