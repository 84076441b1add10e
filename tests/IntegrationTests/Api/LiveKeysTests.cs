using System.Net.WebSockets;
using Microsoft.Extensions.DependencyInjection;
using QuestCms.Application.Common;
using QuestCms.Application.Sites;
using QuestCms.Domain.Identity;
using QuestCms.Infrastructure.Neon.Delivery;
using QuestCms.IntegrationTests.Live;

namespace QuestCms.IntegrationTests.Api;

/// <summary>Who follows events with a key: as long as the key opens the site, and five seconds longer at most.</summary>
public sealed class LiveKeysTests(DoorHouse shared) : AtTheDoor(shared)
{
    [Theory]
    [InlineData("placement")]
    [InlineData("relocation")]
    public async Task A_reader_with_a_key_goes_on_until_the_key_is_revoked(string site)
    {
        var (id, secret) = await Shared.KeyAsync(site == "placement" ? Some.OtherSite : Some.Site);
        using var client = Some.House.CreateClient();
        client.DefaultRequestHeaders.Add("X-Api-Key", secret);
        using var stream = await SseReader.OpenAsync(client, $"/api/v1/sites/{site}/events", null, Ct);
        var sockets = Some.House.Server.CreateWebSocketClient();
        sockets.ConfigureRequest = request => request.Headers["X-Api-Key"] = secret;
        using var socket = await sockets.ConnectAsync(new Uri($"ws://localhost/api/v1/sites/{site}/live"), Ct);
        for (var beats = 0; beats < 8; beats++) Beat(); // sixteen seconds: none of them is cut off, and silence is broken
        Assert.Equal("", (await stream.BlockAsync(Ct))!.Comment);
        Assert.Equal(WebSocketState.Open, socket.State);

        await Some.Must(new RevokeSiteKey(id), Actor.Shell);
        Some.House.Clock.Move(IKeyRing.Longest);
        Beat();

        Assert.True(IKeyRing.Longest + LiveLog.BeatEvery < TimeSpan.FromSeconds(5));
        while (await stream.BlockAsync(Ct) is not null) { }
        Assert.Null(await socket.NextAsync(Ct));
        Assert.Equal((WebSocketCloseStatus.PolicyViolation, "this key no longer opens the site"), (socket.CloseStatus, socket.CloseStatusDescription));
        using var again = await client.GetAsync(new Uri($"/api/v1/sites/{site}/events", UriKind.Relative), Ct);
        Assert.Equal(System.Net.HttpStatusCode.Unauthorized, again.StatusCode);
    }

    private void Beat()
    {
        Some.House.Clock.Move(LiveLog.BeatEvery);
        Some.House.Services.GetRequiredService<LiveLog>().Beat();
    }
}
