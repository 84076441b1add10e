using System.Net.WebSockets;
using QuestCms.Infrastructure.Neon.Delivery;

namespace QuestCms.Web.Api.Delivery;

/// <summary>
/// The same events over a WebSocket, one message each, from <c>?since=</c> on. Nothing is sent by the reader. Closed with 1001 when the reader is to connect again,
/// 1013 when it was too slow, 1008 when it spoke or may no longer read, 4410 when the log began anew.
/// </summary>
internal static class LiveSocket
{
    private static readonly TimeSpan Ping = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan Goodbye = TimeSpan.FromSeconds(5);
    private const WebSocketCloseStatus TryAgainLater = (WebSocketCloseStatus)1013;
    private const WebSocketCloseStatus BeganAnew = (WebSocketCloseStatus)4410;

    public static void Map(RouteGroupBuilder api) => api.Read("/sites/{site}/live", LiveAsync);

    private static async Task LiveAsync(HttpContext context, string site, SiteGate gate, EventLog log, LiveLog live, TimeProvider clock, CancellationToken ct)
    {
        if (await gate.EnterAsync(context, site, ct) is not { } found) return;
        if (await LogPlaces.ReadAsync(context, "since") is not (true, var since, _)) return;
        if (await LogPlaces.BeginAsync(context, found, log, since, ct) is not { } place) return;
        if (!context.WebSockets.IsWebSocketRequest)
        {
            context.Response.Headers.Upgrade = "websocket";
            await Problems.WriteAsync(context, 426, "websocket.needed", $"This address speaks WebSocket. Over plain HTTP the same events come from /api/v1/sites/{found.Slug}/events.");
            return;
        }
        using var reader = live.Join(found, place.Sequence);
        if (reader is null)
        {
            await StreamLaws.FullAsync(context);
            return;
        }
        using var socket = await context.WebSockets.AcceptWebSocketAsync(new WebSocketAcceptContext { KeepAliveInterval = Ping, KeepAliveTimeout = Ping });
        using var left = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var listening = ListenAsync(socket, left);
        var (status, say) = await FollowAsync(context, site, gate, reader, socket, clock, left.Token);
        await CloseAsync(socket, listening, status ?? await listening, say);
    }

    // Null: the reader said why itself.
    private static async Task<(WebSocketCloseStatus? Status, string Say)> FollowAsync(HttpContext context, string site, SiteGate gate, LiveReader reader, WebSocket socket, TimeProvider clock, CancellationToken ct)
    {
        var began = clock.GetUtcNow();
        var asked = began;
        try
        {
            while (true)
            {
                var news = await reader.NextAsync(ct);
                foreach (var told in news.Events) await SendAsync(socket, told, ct);
                switch (news.End)
                {
                    case LiveEnd.GoingAway: return (WebSocketCloseStatus.EndpointUnavailable, StreamLaws.Say(news.End));
                    case LiveEnd.Resync: return (BeganAnew, StreamLaws.Say(news.End));
                    case LiveEnd.TooSlow: return (TryAgainLater, StreamLaws.Say(news.End));
                    case LiveEnd.SiteGone: return (WebSocketCloseStatus.PolicyViolation, StreamLaws.Say(news.End));
                }
                var now = clock.GetUtcNow();
                if (now - began >= StreamLaws.Longest) return (WebSocketCloseStatus.EndpointUnavailable, StreamLaws.TimeIsOver);
                if (news.Events.Count > 0 && now - asked < LiveLog.BeatEvery) continue;
                asked = now;
                if (!await gate.IsStillOpenAsync(context, site, ct)) return (WebSocketCloseStatus.PolicyViolation, "this key no longer opens the site");
            }
        }
        catch (TimeoutException)
        {
            socket.Abort(); // it takes nothing: no word would reach it either
            return (null, "");
        }
        catch (Exception gone) when (gone is OperationCanceledException or WebSocketException or IOException)
        {
            return (null, "");
        }
    }

    private static async ValueTask SendAsync(WebSocket socket, LiveEvent told, CancellationToken ct)
    {
        var sending = socket.SendAsync(told.Json, WebSocketMessageType.Text, endOfMessage: true, ct);
        if (!sending.IsCompletedSuccessfully) await sending.AsTask().WaitAsync(StreamLaws.Patience, ct);
    }

    /// <summary>Reads what the protocol says (pongs, the end). How the other side ended it: null when the line broke or the end was answered to ours.</summary>
    private static async Task<WebSocketCloseStatus?> ListenAsync(WebSocket socket, CancellationTokenSource left)
    {
        try
        {
            var said = await socket.ReceiveAsync(new byte[64].AsMemory(), CancellationToken.None);
            return said.MessageType == WebSocketMessageType.Close ? WebSocketCloseStatus.NormalClosure : WebSocketCloseStatus.PolicyViolation;
        }
        catch (Exception gone) when (gone is WebSocketException or IOException or ObjectDisposedException or OperationCanceledException)
        {
            return null;
        }
        finally
        {
            await left.CancelAsync();
        }
    }

    private static async Task CloseAsync(WebSocket socket, Task<WebSocketCloseStatus?> listening, WebSocketCloseStatus? status, string say)
    {
        using var most = new CancellationTokenSource(Goodbye);
        try
        {
            if (status is { } why && socket.State is WebSocketState.Open or WebSocketState.CloseReceived)
                await socket.CloseOutputAsync(why, why == WebSocketCloseStatus.PolicyViolation && say.Length == 0 ? "nothing is sent here" : say, most.Token);
            if (!listening.IsCompleted) await listening.WaitAsync(most.Token);
        }
        catch (Exception gone) when (gone is WebSocketException or IOException or OperationCanceledException or ObjectDisposedException)
        {
            socket.Abort();
        }
        await listening; // it never fails, and an aborted socket ends it
    }
}
