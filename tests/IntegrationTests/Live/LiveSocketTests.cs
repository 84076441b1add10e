using System.Net;
using System.Net.WebSockets;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using QuestCms.Application.Delivery;
using QuestCms.Domain.Identity;
using QuestCms.Infrastructure.Neon.Delivery;
using QuestCms.IntegrationTests.Common;

namespace QuestCms.IntegrationTests.Live;

/// <summary>The same events over a WebSocket.</summary>
public sealed class LiveSocketTests(Database database) : InAHouse(database)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_tells_from_the_place_it_was_given_and_says_why_it_ends()
    {
        await House.TellAsync(Some.Site, "before");
        using var first = await ConnectAsync();
        await House.TellAsync(Some.Site, "one");
        var one = (await first.NextAsync(Ct))!;
        await House.TellAsync(Some.Site, "two");
        Assert.Equal(("one", "two"), (one.Slug, (await first.NextAsync(Ct))!.Slug));

        using var second = await ConnectAsync($"?since={one.Id}");
        Assert.Equal(new Heard(one.Id[..^1] + "3", 3, "article.published", "two"), await second.NextAsync(Ct));

        // Who leaves is answered and forgotten.
        await second.CloseAsync(WebSocketCloseStatus.NormalClosure, "", Ct);
        var live = House.Services.GetRequiredService<LiveLog>();
        await TestKit.Until.TrueAsync(() => live.Readers == 1, Ct);

        House.Clock.Move(TimeSpan.FromMinutes(14));
        live.Beat();
        Assert.Null(await first.NextAsync(Ct));
        Assert.Equal((WebSocketCloseStatus.EndpointUnavailable, "time is over, connect again with the last id"), (first.CloseStatus, first.CloseStatusDescription));
    }

    [Fact]
    public async Task Who_speaks_is_shown_the_door()
    {
        using var socket = await ConnectAsync();

        await socket.SendAsync("hello"u8.ToArray(), WebSocketMessageType.Text, true, Ct);

        Assert.Null(await socket.NextAsync(Ct));
        Assert.Equal((WebSocketCloseStatus.PolicyViolation, "nothing is sent here"), (socket.CloseStatus, socket.CloseStatusDescription));
    }

    [Fact]
    public async Task After_a_restore_who_is_connected_is_told_and_who_comes_with_a_place_of_before_fetches_anew()
    {
        await House.TellAsync(Some.Site, "one");
        using var client = House.CreateClient();
        using var stream = await SseReader.OpenAsync(client, "/api/v1/sites/relocation/events", null, Ct);
        using var socket = await ConnectAsync();

        await Some.Must(new StartEpoch(), Actor.Shell);

        Assert.StartsWith("resync", (await stream.BlockAsync(Ct))!.Comment, StringComparison.Ordinal);
        Assert.Null(await stream.BlockAsync(Ct));
        Assert.Null(await socket.NextAsync(Ct));
        Assert.Equal(4410, (int)socket.CloseStatus!);
        foreach (var address in new[] { "events", "changes", "live" })
        {
            using var answer = await client.GetAsync($"/api/v1/sites/relocation/{address}?since={stream.LastId}", Ct);
            Assert.Equal(HttpStatusCode.Gone, answer.StatusCode);
            Assert.Contains("\"code\":\"resync\"", await answer.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
        }

        // The log goes on, and what came before is not told again.
        using var anew = await SseReader.OpenAsync(client, "/api/v1/sites/relocation/events", null, Ct);
        await House.TellAsync(Some.Site, "two");
        Assert.Equal((2, "two"), (await anew.NextAsync(Ct)) is { } heard ? (heard.Sequence, heard.Slug) : default);
    }

    [Fact]
    public async Task Told_to_go_the_process_says_goodbye_to_every_reader()
    {
        using var client = House.CreateClient();
        using var stream = await SseReader.OpenAsync(client, "/api/v1/sites/relocation/events", null, Ct);
        using var socket = await ConnectAsync();

        House.Services.GetRequiredService<IHostApplicationLifetime>().StopApplication();

        var last = (await stream.BlockAsync(Ct))!;
        Assert.Equal("this server goes away, connect again with the last id", last.Comment);
        Assert.InRange(last.Retry!.Value, 500, 2_500);
        Assert.Null(await stream.BlockAsync(Ct));
        Assert.Null(await socket.NextAsync(Ct));
        Assert.Equal(WebSocketCloseStatus.EndpointUnavailable, socket.CloseStatus);
    }

    [Fact]
    public async Task Over_plain_http_it_says_what_it_is()
    {
        using var client = House.CreateClient();
        using var answer = await client.GetAsync("/api/v1/sites/relocation/live", Ct);

        Assert.Equal((HttpStatusCode.UpgradeRequired, "websocket"), (answer.StatusCode, answer.Headers.GetValues("Upgrade").Single()));
        Assert.Contains("\"code\":\"websocket.needed\"", await answer.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
    }

    private Task<WebSocket> ConnectAsync(string query = "") => House.Server.CreateWebSocketClient().ConnectAsync(new Uri($"ws://localhost/api/v1/sites/relocation/live{query}"), Ct);
}
