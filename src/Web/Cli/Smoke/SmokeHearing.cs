using System.Net.WebSockets;

namespace QuestCms.Web.Cli.Smoke;

/// <summary>Listens to the event log of a site in both ways, for one article.</summary>
internal sealed class SmokeHearing(Uri address, string site, string key)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>Ends once an event of that text came over the stream; begin before it happens.</summary>
    public async Task<Task> OverEventsAsync(string text, CancellationToken ct)
    {
        var http = new HttpClient(SmokeBrowser.WayTo(address)) { BaseAddress = address, Timeout = Timeout.InfiniteTimeSpan };
        var request = new HttpRequestMessage(HttpMethod.Get, $"/api/v1/sites/{site}/events");
        request.Headers.Authorization = new("Bearer", key);
        request.Headers.Accept.ParseAdd("text/event-stream");
        var answer = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, ct);
        if (!answer.IsSuccessStatusCode) throw new SmokeException($"The event stream answered {(int)answer.StatusCode}.");
        return HearAsync();

        async Task HearAsync()
        {
            using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
            patience.CancelAfter(Patience);
            using (http)
            using (answer)
            using (var lines = new StreamReader(await answer.Content.ReadAsStreamAsync(patience.Token)))
            {
                try
                {
                    while (await lines.ReadLineAsync(patience.Token) is { } line)
                        if (line.Contains(text, StringComparison.Ordinal)) return;
                }
                catch (OperationCanceledException) when (!ct.IsCancellationRequested)
                {
                    // Said below.
                }
            }
            throw new SmokeException($"No event came over the stream within {Patience.TotalSeconds} seconds.");
        }
    }

    /// <summary>The same over a WebSocket.</summary>
    public async Task<Task> OverSocketAsync(string text, CancellationToken ct)
    {
        var socket = new ClientWebSocket();
        if (address.IsLoopback) socket.Options.RemoteCertificateValidationCallback = SmokeBrowser.IsOwnOrVerified;
        socket.Options.SetRequestHeader("Authorization", $"Bearer {key}");
        try
        {
            await socket.ConnectAsync(new UriBuilder(new Uri(address, $"/api/v1/sites/{site}/live")) { Scheme = address.Scheme == "https" ? "wss" : "ws" }.Uri, ct);
        }
        catch (WebSocketException refused)
        {
            throw new SmokeException($"No WebSocket could be opened ({refused.WebSocketErrorCode}).");
        }
        return HearAsync();

        async Task HearAsync()
        {
            using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
            patience.CancelAfter(Patience);
            using (socket)
            {
                var buffer = new byte[64 * 1024];
                try
                {
                    while (await socket.ReceiveAsync(buffer, patience.Token) is { MessageType: not WebSocketMessageType.Close } part)
                        if (System.Text.Encoding.UTF8.GetString(buffer, 0, part.Count).Contains(text, StringComparison.Ordinal)) return;
                }
                catch (Exception over) when (over is WebSocketException || over is OperationCanceledException && !ct.IsCancellationRequested)
                {
                    // Said below.
                }
            }
            throw new SmokeException($"No event came over the WebSocket within {Patience.TotalSeconds} seconds.");
        }
    }
}
