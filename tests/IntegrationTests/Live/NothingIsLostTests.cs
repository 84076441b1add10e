using System.Diagnostics;
using System.Net.WebSockets;
using System.Text.Json;
using QuestCms.Application.Common;
using QuestCms.Domain.Sites;
using QuestCms.IntegrationTests.Common;
using QuestCms.IntegrationTests.Faults;
using QuestCms.TestKit;

namespace QuestCms.IntegrationTests.Live;

/// <summary>No event is lost, none comes out of order and none twice to who goes on from where they were: whoever publishes at once, whatever is cut, killed and started again.</summary>
public sealed class NothingIsLostTests(Database database) : InAHouse(database)
{
    // It listens on a line, and what runs in it is killed.
    protected override bool Alone => true;

    private const int Publishers = 8, Each = 25, Everyone = 500;
    private const string Site = "/api/v1/sites/relocation", End = "the-end";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Eight_publishers_on_two_processes_and_readers_of_every_kind_on_both_with_their_lines_cut_again_and_again()
    {
        await using var replica = House.Replica(workers: true);
        TestHouse[] houses = [House, replica];
        var start = await StartAsync();
        Task<List<Heard>>[] readers =
        [
            ChangesAsync(houses[0], start), ChangesAsync(houses[1], start), StreamAsync(houses[0], start, 7), StreamAsync(houses[1], start, 3), StreamAsync(houses[1], start, 11),
            SocketAsync(houses[0], start, 7), SocketAsync(houses[1], start, 5), SocketAsync(houses[1], start, 17),
        ];

        var failed = (await Task.WhenAll(Enumerable.Range(0, Publishers).Select(p => Task.Run(() => PublishAsync(houses[p % 2], p), Ct)))).Sum();
        await House.TellAsync(Some.Site, End);

        Assert.True(failed > 0, "No save was rolled back: the test tried less than it says.");
        foreach (var heard in await Task.WhenAll(readers))
        {
            Assert.Equal(Enumerable.Range(1, Publishers * Each - failed + 1).Select(n => (long)n), heard.Select(h => h.Sequence));
            Assert.Equal(heard.Count, heard.Select(h => h.Id).Distinct().Count());
            // What one publisher told one after another stands in that order.
            foreach (var mine in heard.Where(h => h.Slug != End).GroupBy(h => h.Slug![..2])) Assert.Equal(mine.Select(h => h.Slug).Order(StringComparer.Ordinal), mine.Select(h => h.Slug));
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)] // delivery reads from a place of its own: no notices, it looks twice a second
    public async Task What_one_process_stores_a_reader_of_another_hears_within_a_second(bool looks)
    {
        await using var other = looks ? TestHouse.On(House.ConnectionString, workers: true, ("NEON_DELIVERY_CONNECTION_STRING", House.ConnectionString)) : House.Replica(workers: true);
        using var client = other.CreateClient();
        using var stream = await SseReader.OpenAsync(client, $"{Site}/events", null, Ct);
        await House.TellAsync(Some.Site, "first"); // its follower has begun then
        await stream.NextAsync(Ct);

        for (var i = 0; i < 3; i++)
        {
            await House.TellAsync(Some.Site, $"n{i}");
            var stored = Stopwatch.GetTimestamp();
            Assert.Equal($"n{i}", (await stream.NextAsync(Ct))!.Slug);
            Assert.InRange(Stopwatch.GetElapsedTime(stored).TotalMilliseconds, 0, 1_000);
        }
    }

    [Fact]
    public async Task Five_hundred_readers_of_each_kind_hear_everything_at_once()
    {
        var address = House.Listen();
        using var client = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = 2 * Everyone }) { BaseAddress = new Uri(address), Timeout = Timeout.InfiniteTimeSpan };
        var streams = new SseReader[Everyone];
        var sockets = new ClientWebSocket[Everyone];
        await Parallel.ForAsync(0, Everyone, new ParallelOptions { MaxDegreeOfParallelism = 20, CancellationToken = Ct }, async (i, ct) =>
        {
            streams[i] = await SseReader.OpenAsync(client, $"{Site}/events", null, ct);
            sockets[i] = new ClientWebSocket();
            await sockets[i].ConnectAsync(new Uri($"{address.Replace("http", "ws", StringComparison.Ordinal)}{Site}/live"), ct);
        });

        var began = Stopwatch.GetTimestamp();
        foreach (var slug in new[] { "a", "b", "c" }) await House.TellAsync(Some.Site, slug);
        var heard = await Task.WhenAll(streams.Select(s => ThreeAsync(() => s.NextAsync(Ct))).Concat(sockets.Select(s => ThreeAsync(() => s.NextAsync(Ct)))));

        Assert.All(heard, h => Assert.Equal("a1 b2 c3", h));
        Assert.InRange(Stopwatch.GetElapsedTime(began).TotalSeconds, 0, 10);
        foreach (var stream in streams) stream.Dispose();
        foreach (var socket in sockets) socket.Dispose();
    }

    [Fact]
    public async Task A_process_that_is_killed_and_one_that_is_told_to_go_lose_nothing_for_who_comes_again()
    {
        await using var working = await WorkingHouse.OpenAsync(Postgres, Ct);
        var site = SiteId.From(await working.House.ScalarAsync<Guid>("select id from sites.sites where slug = 'relocation'"));
        string last;
        await using (var killed = await working.Run().ReadyAsync(Ct))
        {
            using var client = new HttpClient { BaseAddress = killed.Address };
            using var stream = await SseReader.OpenAsync(client, $"{Site}/events", null, Ct);
            await working.House.TellAsync(site, "one");
            Assert.Equal("one", (await stream.NextAsync(Ct))!.Slug);
            last = stream.LastId;
            await killed.KillAsync();
            await Assert.ThrowsAnyAsync<IOException>(() => stream.NextAsync(Ct));
        }
        await working.House.TellAsync(site, "two");
        await working.House.TellAsync(site, "three");

        await using var next = await working.Run().ReadyAsync(Ct);
        using var again = new HttpClient { BaseAddress = next.Address };
        using var resumed = await SseReader.OpenAsync(again, $"{Site}/events", last, Ct);
        Assert.Equal(("two", "three"), ((await resumed.NextAsync(Ct))!.Slug, (await resumed.NextAsync(Ct))!.Slug));
        using var socket = new ClientWebSocket();
        await socket.ConnectAsync(new Uri($"ws://localhost:{next.Port}{Site}/live?since={last}"), Ct);
        Assert.Equal(("two", "three"), ((await socket.NextAsync(Ct))!.Slug, (await socket.NextAsync(Ct))!.Slug));

        await next.TerminateAsync();

        Assert.StartsWith("this server goes away", (await resumed.BlockAsync(Ct))!.Comment, StringComparison.Ordinal);
        Assert.Null(await resumed.BlockAsync(Ct));
        Assert.Null(await socket.NextAsync(Ct));
        Assert.Equal(WebSocketCloseStatus.EndpointUnavailable, socket.CloseStatus);
        await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, Ct);
        Assert.Equal(0, await next.ExitAsync(Ct));
    }

    // Every seventh save is refused after its event went out to the database.
    private async Task<int> PublishAsync(TestHouse house, int publisher)
    {
        var failed = 0;
        for (var i = 0; i < Each; i++)
        {
            try
            {
                await house.TellAsync(Some.Site, $"p{publisher}-{i:00}", i % 7 == 3 ? "portugal" : null);
            }
            catch (UniqueViolationException)
            {
                failed++;
            }
        }
        return failed;
    }

    private async Task<string> StartAsync()
    {
        using var client = House.CreateClient();
        return JsonSerializer.Deserialize<JsonElement>(await client.GetStringAsync($"{Site}/changes?since=now", Ct)).GetProperty("meta").GetProperty("next").GetString()!;
    }

    // Pages, and at the end of them the next word of a stream: what it told must be on the next page.
    private static async Task<List<Heard>> ChangesAsync(TestHouse house, string start)
    {
        using var client = house.CreateClient();
        using var bell = await SseReader.OpenAsync(client, $"{Site}/events", start, Ct);
        var heard = new List<Heard>();
        var address = $"{Site}/changes?limit=9";
        while (heard.LastOrDefault()?.Slug != End)
        {
            var page = JsonSerializer.Deserialize<JsonElement>(await client.GetStringAsync(address, Ct));
            var before = heard.Count;
            heard.AddRange(page.GetProperty("data").EnumerateArray().Select(e => Heard.Of(e.GetRawText())));
            if (heard.Count == before) while ((await bell.NextAsync(Ct))!.Sequence <= (heard.LastOrDefault()?.Sequence ?? 0)) { }
            address = page.GetProperty("links").GetProperty("next").GetString()!;
        }
        return heard;
    }

    private static async Task<List<Heard>> StreamAsync(TestHouse house, string last, int eventsUntilCut)
    {
        using var client = house.CreateClient();
        var heard = new List<Heard>();
        while (heard.LastOrDefault()?.Slug != End)
        {
            using var stream = await SseReader.OpenAsync(client, $"{Site}/events", last, Ct);
            for (var i = 0; i < eventsUntilCut && heard.LastOrDefault()?.Slug != End; i++) heard.Add((await stream.NextAsync(Ct))!);
            last = stream.LastId;
        }
        return heard;
    }

    private static async Task<List<Heard>> SocketAsync(TestHouse house, string last, int eventsUntilCut)
    {
        var heard = new List<Heard>();
        while (heard.LastOrDefault()?.Slug != End)
        {
            using var socket = await house.Server.CreateWebSocketClient().ConnectAsync(new Uri($"ws://localhost{Site}/live?since={last}"), Ct);
            for (var i = 0; i < eventsUntilCut && heard.LastOrDefault()?.Slug != End; i++) heard.Add((await socket.NextAsync(Ct))!);
            last = heard[^1].Id;
            socket.Abort();
        }
        return heard;
    }

    private static async Task<string> ThreeAsync(Func<Task<Heard?>> next)
    {
        var heard = new List<string>();
        for (var i = 0; i < 3; i++) heard.Add(await next() is { } told ? $"{told.Slug}{told.Sequence}" : "");
        return string.Join(' ', heard);
    }
}
