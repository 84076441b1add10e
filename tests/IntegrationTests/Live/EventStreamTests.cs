using System.Net;
using Microsoft.Extensions.DependencyInjection;
using QuestCms.Infrastructure.Neon.Delivery;
using QuestCms.IntegrationTests.Common;

namespace QuestCms.IntegrationTests.Live;

/// <summary>The events of a site as Server-Sent Events.</summary>
public sealed class EventStreamTests(SharedHouse shared) : InASharedHouse(shared), IDisposable
{
    private const string Address = "/api/v1/sites/relocation/events";
    private readonly HttpClient _client = shared.Some.House.CreateClient();

    private LiveLog Live => House.Services.GetRequiredService<LiveLog>();

    [Fact]
    public async Task A_stream_is_neither_kept_nor_gathered_on_its_way_and_gives_a_place_to_go_on_from_before_any_event()
    {
        using var stream = await SseReader.OpenAsync(_client, Address, null, Ct);

        var headers = stream.Response.Headers;
        Assert.Equal("text/event-stream", stream.Response.Content.Headers.ContentType?.MediaType);
        Assert.Equal(("no-store, no-transform", "no", "*"), (headers.CacheControl?.ToString(), headers.GetValues("X-Accel-Buffering").Single(), headers.GetValues("Access-Control-Allow-Origin").Single()));
        Assert.Empty(stream.Response.Content.Headers.ContentEncoding);
        var before = stream.LastId;

        await House.TellAsync(Some.Site, "unheard");
        using var again = await SseReader.OpenAsync(_client, Address, before, Ct);
        Assert.Equal("unheard", (await again.NextAsync(Ct))!.Slug);
    }

    [Fact]
    public async Task Each_event_comes_once_in_its_order_and_only_of_its_site()
    {
        using var stream = await SseReader.OpenAsync(_client, Address, null, Ct);
        await House.TellAsync(Some.OtherSite, "elsewhere");
        foreach (var slug in new[] { "a", "b", "c" }) await House.TellAsync(Some.Site, slug);

        var heard = new[] { await stream.NextAsync(Ct), await stream.NextAsync(Ct), await stream.NextAsync(Ct) };

        Assert.Equal(["a", "b", "c"], heard.Select(h => h!.Slug));
        Assert.Equal([heard[0]!.Sequence, heard[0]!.Sequence + 1, heard[0]!.Sequence + 2], heard.Select(h => h!.Sequence));
        using var resumed = await SseReader.OpenAsync(_client, $"{Address}?since={heard[2]!.Id}", heard[0]!.Id, Ct); // what it heard last counts, not how it began
        Assert.Equal("b", (await resumed.NextAsync(Ct))!.Slug);
    }

    [Fact]
    public async Task Silence_is_broken_before_fifteen_seconds_are_over()
    {
        using var stream = await SseReader.OpenAsync(_client, Address, null, Ct);

        House.Clock.Move(TimeSpan.FromSeconds(13));
        Live.Beat();

        Assert.Equal(new Block(null, null, "", null), await stream.BlockAsync(Ct));
    }

    [Fact]
    public async Task After_fourteen_minutes_the_reader_is_told_to_come_again()
    {
        using var stream = await SseReader.OpenAsync(_client, Address, null, Ct);

        House.Clock.Move(TimeSpan.FromMinutes(14));
        Live.Beat();

        var last = await stream.BlockAsync(Ct);
        Assert.Contains("connect again", last!.Comment!, StringComparison.Ordinal);
        Assert.InRange(last.Retry!.Value, 100, 1_000);
        Assert.Null(await stream.BlockAsync(Ct));
    }

    [Fact]
    public async Task Who_leaves_is_forgotten()
    {
        var before = Live.Readers;
        using (await SseReader.OpenAsync(_client, Address, null, Ct)) Assert.Equal(before + 1, Live.Readers);

        await TestKit.Until.TrueAsync(() => Live.Readers == before, Ct);
    }

    [Fact]
    public async Task A_head_tells_what_it_is_and_ends()
    {
        using var head = await _client.SendAsync(new HttpRequestMessage(HttpMethod.Head, Address), Ct);

        Assert.Equal((HttpStatusCode.OK, "text/event-stream"), (head.StatusCode, head.Content.Headers.ContentType?.MediaType));
    }

    [Theory]
    [InlineData("/api/v1/sites/unheard-of/events", 404, "site.not_found")]
    [InlineData(Address + "?since=abc", 400, "cursor.invalid")]
    [InlineData(Address + "?since=%00", 400, "cursor.invalid")]
    [InlineData(Address + "?since=0a1b2c3d-0c1d2e3f4a5b-1", 400, "cursor.invalid")]
    [InlineData(Address + "?since=now&since=now", 400, "parameter.repeated")]
    [InlineData(Address + "?sinse=now", 400, "parameter.unknown")]
    [InlineData(Address + "?limit=5", 400, "parameter.unknown")]
    public async Task What_is_wrong_is_answered_before_any_stream_begins(string address, int status, string code)
    {
        using var answer = await _client.GetAsync(address, Ct);

        Assert.Equal((status, "application/problem+json"), ((int)answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        Assert.Contains($"\"code\":\"{code}\"", await answer.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
    }

    public void Dispose() => _client.Dispose();
}

/// <summary>Readers of one process share one memory of the newest events.</summary>
public sealed class LiveReaderTests(SharedHouse shared) : InASharedHouse(shared)
{
    private const int Many = 1_200; // more than is kept

    [Fact]
    public async Task Who_comes_from_far_reads_all_of_it_and_who_falls_back_is_told_so_and_goes_on_from_there()
    {
        var live = House.Services.GetRequiredService<LiveLog>();
        var site = (await House.Services.GetRequiredService<SiteBoard>().NowAsync(Ct)).Of("relocation")!;
        using var slow = live.Join(site, site.Sequence)!;
        using var swift = live.Join(site, site.Sequence)!;
        live.Beat();
        Assert.Equal(new LiveNews([], LiveEnd.None), await slow.NextAsync(Ct) with { Events = [] }); // it was here

        await House.TellManyAsync(Some.Site, Many);
        House.Services.GetRequiredService<SiteBoard>().LookAgain();
        // All of it was read from the log: who begins now comes from far, on a slow machine too.
        using var last = live.Join(site, site.Sequence + Many - 1)!;
        while (last.Sequence < site.Sequence + Many) await last.NextAsync(Ct);
        Assert.Equal(Enumerable.Range(1, Many).Select(n => site.Sequence + n), await ReadAsync(swift));

        Assert.Equal(LiveEnd.TooSlow, (await slow.NextAsync(Ct)).End);
        Assert.Equal(site.Sequence, slow.Position.Sequence);
        using var again = live.Join(site, slow.Sequence)!;
        Assert.Equal(Enumerable.Range(1, Many).Select(n => site.Sequence + n), await ReadAsync(again));
    }

    private static async Task<List<long>> ReadAsync(LiveReader reader)
    {
        var heard = new List<long>();
        while (heard.Count < Many)
        {
            var news = await reader.NextAsync(Ct);
            Assert.Equal(LiveEnd.None, news.End);
            heard.AddRange(news.Events.Select(e => e.Sequence));
        }
        return heard;
    }
}
