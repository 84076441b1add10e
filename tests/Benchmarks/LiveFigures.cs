using System.Diagnostics;
using System.Globalization;
using System.Net.WebSockets;
using Microsoft.Extensions.DependencyInjection;
using QuestCms.Application.Common;
using QuestCms.Application.Sites;
using QuestCms.Domain.Content;
using QuestCms.Domain.Delivery;
using QuestCms.Domain.Identity;
using QuestCms.Domain.Sites;
using QuestCms.TestKit;

namespace QuestCms.Benchmarks;

/// <summary>What a live reader costs, and how long an event takes from its save to a reader: of the process that stored it, and of another one on the same database.</summary>
internal static class LiveFigures
{
    private const int Readers = 1_000, Events = 150, First = 5, Warm = 50;
    private const string Slug = "followed", Here = "here", There = "there";
    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(150);

    private delegate Task<Action> Connect(Uri address, Action<int> hear);

    public static async Task<IReadOnlyList<FigureGroup>> MeasureAsync(BenchHouse house)
    {
        await house.HoldAsync();
        var (streams, swift) = await RoundAsync(house, StreamAsync);
        var (sockets, _) = await RoundAsync(house, SocketAsync);
        await house.LetGoAsync();
        return
        [
            new($"{Readers:N0} live readers of one process", $"Resident memory of the process with all of them connected and told {First} events, less that of the same process before, when {Warm} readers had come and gone.",
            [
                new("each reader of Server-Sent Events", streams.First, "KB", 50),
                new($"the same after {Events} events, with what the collector has not taken yet", streams.All, "KB"),
                new("each reader over a WebSocket", sockets.First, "KB", 50),
                new($"the same after {Events} events", sockets.All, "KB"),
            ]),
            new($"From a save to a connected reader, {Readers:N0} others beside it", $"{Events} events, one each {Pace.TotalMilliseconds:0} ms, stored by one process; another has the {Readers:N0} readers. Both processes, all readers and the database on this machine.",
            [
                new("reader of the process that stored it, p99", swift.At(Here, 0.99), "ms", 1_000),
                new("the same, median", swift.At(Here, 0.5), "ms"),
                new("reader of the other process, p99", swift.At(There, 0.99), "ms", 1_000),
                new("the same, median", swift.At(There, 0.5), "ms"),
            ]),
        ];
    }

    private static async Task<((double First, double All) KilobytesEach, Timings Taken)> RoundAsync(BenchHouse house, Connect connect)
    {
        await using var own = TestHouse.On(house.Connection, workers: true);
        var address = new Uri(own.Listen());
        await own.SendAsync(new FoundSite(SiteId.New(TimeProvider.System.GetUtcNow()), Slug, "Live", "Followed."), Actor.Shell); // refused when it is there
        var site = SiteId.From(await own.ScalarAsync<Guid>("select id from sites.sites where slug = $1", Slug));
        await using var other = await house.Start(("NEON_CONNECTION_STRING", house.Connection), ("ASPNETCORE_ENVIRONMENT", "Testing")).ReadyAsync();

        Leave(await CrowdAsync(Warm, other.Address, connect, _ => { }));
        var before = Memory.Of(other);
        var crowd = await CrowdAsync(Readers, other.Address, connect, _ => { });
        var (taken, stored, heard) = (new Timings(), new long[Events], new CountdownEvent(2 * Events));
        void Note(string where, int number)
        {
            taken.Add(where, Stopwatch.GetElapsedTime(Volatile.Read(ref stored[number])).TotalMilliseconds);
            heard.Signal();
        }
        Action[] timed = [await connect(address, n => Note(Here, n)), await connect(other.Address, n => Note(There, n))];
        var early = 0.0;
        using var pace = new PeriodicTimer(Pace);
        for (var number = 0; number < Events; number++)
        {
            await TellAsync(own, site, number, stored);
            await pace.WaitForNextTickAsync();
            if (number == First) early = Memory.Of(other);
        }
        if (!heard.Wait(TimeSpan.FromSeconds(30))) throw new InvalidOperationException($"{heard.CurrentCount} events were not heard.");
        var after = Memory.Of(other);
        Leave([.. crowd, .. timed]);
        await other.TerminateAsync();
        await other.ExitAsync();
        return (((early - before) * 1024 / Readers, (after - before) * 1024 / Readers), taken);
    }

    private static async Task<Action[]> CrowdAsync(int readers, Uri address, Connect connect, Action<int> hear)
    {
        var all = new Action[readers];
        await Parallel.ForAsync(0, readers, new ParallelOptions { MaxDegreeOfParallelism = 20 }, async (i, _) => all[i] = await connect(address, hear));
        return all;
    }

    private static void Leave(IEnumerable<Action> readers)
    {
        foreach (var leave in readers) leave();
    }

    // The clock runs from when the save was begun, so the commit is in the figure.
    private static async Task TellAsync(TestHouse house, SiteId site, int number, long[] stored)
    {
        var now = TimeProvider.System.GetUtcNow();
        await using var scope = house.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<IQuestDb>();
        var article = PublishedArticle.First(ArticleId.New(now), site, "en", 1, now);
        article.Show($"n{number}", 1, new Publication(), now);
        db.DeliveryEvents.Add(DeliveryEvent.Tell(DeliveryEvent.Published, article, null, now));
        Volatile.Write(ref stored[number], Stopwatch.GetTimestamp());
        await db.SaveChangesAsync();
    }

    private static async Task<Action> StreamAsync(Uri address, Action<int> hear)
    {
        var client = new HttpClient { BaseAddress = address, Timeout = Timeout.InfiniteTimeSpan };
        var lines = new StreamReader(await client.GetStreamAsync($"/api/v1/sites/{Slug}/events"));
        await lines.ReadLineAsync();
        _ = Task.Run(async () =>
        {
            try
            {
                while (await lines.ReadLineAsync() is { } line) Number(line, hear);
            }
            catch (Exception left) when (left is IOException or ObjectDisposedException or OperationCanceledException)
            {
                // It left.
            }
        });
        return client.Dispose;
    }

    private static async Task<Action> SocketAsync(Uri address, Action<int> hear)
    {
        var socket = new ClientWebSocket();
        await socket.ConnectAsync(new Uri($"ws://{address.Authority}/api/v1/sites/{Slug}/live"), CancellationToken.None);
        _ = Task.Run(async () =>
        {
            var buffer = new byte[2_048];
            try
            {
                while (await socket.ReceiveAsync(buffer.AsMemory(), CancellationToken.None) is { MessageType: WebSocketMessageType.Text } part) Number(System.Text.Encoding.UTF8.GetString(buffer, 0, part.Count), hear);
            }
            catch (Exception left) when (left is WebSocketException or ObjectDisposedException or OperationCanceledException)
            {
                // It left.
            }
        });
        return socket.Dispose;
    }

    private static void Number(string line, Action<int> hear)
    {
        const string Mark = "\"slug\":\"n";
        var at = line.IndexOf(Mark, StringComparison.Ordinal);
        if (at < 0) return;
        var digits = line.AsSpan(at + Mark.Length);
        hear(int.Parse(digits[..digits.IndexOf('"')], NumberStyles.None, CultureInfo.InvariantCulture));
    }
}
