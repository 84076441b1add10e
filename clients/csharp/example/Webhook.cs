using System.Collections.Concurrent;
using QuestCms.Client;

namespace QuestCms.ClientExample;

/// <summary>Events that come by themselves, for a site that can't hold a line open: the same copy, the same pages.</summary>
public static class Webhook
{
    private const int MostBytes = 20_000, MostRemembered = 10_000;
    private static readonly ConcurrentDictionary<string, byte> Had = new();

    public static async Task<IResult> TakeAsync(HttpRequest request, string secret, Shelf shelf, Readers readers, CancellationToken ct)
    {
        if (request.ContentLength is not (> 0 and <= MostBytes)) return Results.BadRequest();
        var body = new byte[request.ContentLength.Value];
        await request.Body.ReadExactlyAsync(body, ct);
        string id = request.Headers["webhook-id"].ToString(), timestamp = request.Headers["webhook-timestamp"].ToString(), signatures = request.Headers["webhook-signature"].ToString();
        if (!QuestWebhook.IsGenuine(secret, id, timestamp, signatures, body, TimeProvider.System.GetUtcNow())) return Results.Unauthorized();

        if (Had.Count > MostRemembered) Had.Clear();
        if (!Had.TryAdd(id, 0)) return Results.NoContent(); // at least once, so perhaps twice
        var told = QuestJson.ReadEvent(body);
        await shelf.HandleAsync(told, ct);
        readers.Tell(told.Type.Value);
        return Results.NoContent();
    }
}
