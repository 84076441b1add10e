using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using QuestCms.TestKit;
using QuestCms.Web.Cli.StandIns;

namespace QuestCms.Benchmarks;

/// <summary>How long Claude's words take from the provider to a writer's browser. The stand-in writes into each word when it was sent; it lives in this process, so that one clock measures.</summary>
internal static partial class AiFigures
{
    private const string First = "first word", Each = "each word";
    private const int Streams = 5, ManyStreams = 50, Rounds = 8, Colleagues = 100;
    private static readonly TimeSpan Work = TimeSpan.FromSeconds(100);

    public static async Task<IReadOnlyList<FigureGroup>> MeasureAsync(BenchHouse house, int people)
    {
        await using var claude = await ClaudeStandIn.StartAsync(0, TimeProvider.System);
        claude.Scenario = new StandInScenario { Name = "stamped", Pace = 200, Lead = 400 };
        await house.AllowAsync(ManyStreams);
        await using var quest = await house.Start(("CLAUDE_BASE_URL", claude.BaseUrl), ("CLAUDE_API_KEY", "stand-in"), ("CLAUDE_PRICES", "")).ReadyAsync();

        var few = new Timings();
        var day = new WorkDay(house, quest.Address);
        var working = day.WorkAsync(Colleagues, Work, people, TimeSpan.FromMilliseconds(300));
        for (var round = 0; round < Rounds; round++) await StreamAsync(house, quest.Address, Streams, round, people, few);
        await working;

        var many = new Timings();
        var spread = await StreamAsync(house, quest.Address, ManyStreams, Rounds, people, many);
        var most = Memory.MostOf(quest);
        await quest.TerminateAsync();
        await quest.ExitAsync();
        return
        [
            new($"Claude's words, {Streams} streams and {Colleagues} people at once", $"From the stand-in to the writer's connection, {Rounds} rounds of 40 words over 8 s, the first 0.4 s after it was asked, as a model takes at least; the people list, search, open and save meanwhile ({day.Taken.Total} requests). Without the drawing of the browser, which takes the next frame.",
            [
                new($"{First}, p95 of {few.Count(First)}", few.At(First, 0.95), "ms", 100),
                new($"{First}, median", few.At(First, 0.5), "ms"),
                new($"{Each}, p95 of {few.Count(Each)}", few.At(Each, 0.95), "ms", 100),
                new($"{Each}, median", few.At(Each, 0.5), "ms"),
                new("an autosave of the others meanwhile, p95", day.Taken.At(WorkDay.Autosave, 0.95), "ms", 200),
            ]),
            new($"{ManyStreams} streams at once", "One process, nobody else at work.",
            [
                new("all have their first word, after the first one had it", spread, "s", 1),
                new($"{Each}, p95 of {many.Count(Each)}", many.At(Each, 0.95), "ms"),
                new($"{Each} at p95, {ManyStreams} streams to {Streams}", many.At(Each, 0.95) / few.At(Each, 0.95), "×"),
                new("most memory at any moment, with the work before", most, "MB", 512),
            ]),
        ];
    }

    /// <summary>Asks for so many passages at once and reads them to their end; seconds between the first and the last of their first words.</summary>
    private static async Task<double> StreamAsync(BenchHouse house, Uri address, int streams, int round, int people, Timings taken)
    {
        var firsts = await Task.WhenAll(Enumerable.Range(0, streams).Select(n => OneAsync(house, address, round * streams + n, people, taken)));
        return Stopwatch.GetElapsedTime(firsts.Min(), firsts.Max()).TotalSeconds;
    }

    private static async Task<long> OneAsync(BenchHouse house, Uri address, int n, int people, Timings taken)
    {
        using var session = new WriterSession(address);
        await session.SignInAsync(BenchHouse.Email(n % people), BenchHouse.Password, CancellationToken.None);
        var form = await session.OpenAsync(house.Articles[^(1 + n % house.Articles.Count)], CancellationToken.None);
        var (status, json) = await session.SendAsync(form, "Ask", [("what", "Passage"), ("instruction", $"Write the next section, {n}"), ("place", "0"), ("replaces", "0"), ("anew", "true")], CancellationToken.None);
        if (status != HttpStatusCode.Accepted) throw new InvalidOperationException($"Asking was answered {status}: {json}");
        var first = 0L;
        await foreach (var line in session.LinesAsync(json.GetProperty("streamUrl").GetString()!, CancellationToken.None))
        {
            foreach (Match stamp in Stamp().Matches(line))
            {
                var late = Stopwatch.GetElapsedTime(long.Parse(stamp.Groups[1].Value, CultureInfo.InvariantCulture)).TotalMilliseconds;
                taken.Add(Each, late);
                if (first != 0) continue;
                first = Stopwatch.GetTimestamp();
                taken.Add(First, late);
            }
            if (line.Contains("\"state\":\"finished\"", StringComparison.Ordinal)) return first;
            if (line.Contains("\"state\":\"failed\"", StringComparison.Ordinal)) break;
        }
        throw new InvalidOperationException("A stream did not end well.");
    }

    [GeneratedRegex(@"sent(\d+)")]
    private static partial Regex Stamp();
}
