using System.Globalization;
using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Text.Json;
using MediatR;
using QuestCms.Application.Ai;
using QuestCms.Domain.Ai;
using QuestCms.Web.Api;

namespace QuestCms.Web.Live;

/// <summary>Live streams of the studio: Server-Sent Events, resumed by offset (Last-Event-ID), ended by the server before the edge would.</summary>
internal static class LiveEndpoints
{
    // The edge closes a stream after 15 minutes in all and after 5 without data.
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(14);

    public static void MapLive(this WebApplication app) => app.MapGet("/studio/generations/{id}/events", WatchAsync).RequireAuthorization();

    private static async Task<IResult> WatchAsync(HttpContext context, GenerationId id, int? offset, IMediator mediator, IGenerationFeed feed, TimeProvider clock, CancellationToken ct)
    {
        var status = await mediator.Send(new GetGeneration(id), ct);
        if (status.Error is { } error)
        {
            await Problems.WriteAsync(context, error);
            return Results.Empty;
        }
        var from = int.TryParse(context.Request.Headers["Last-Event-ID"], NumberStyles.None, CultureInfo.InvariantCulture, out var seen) ? seen : Math.Max(0, offset ?? 0);
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers["X-Accel-Buffering"] = "no";
        var services = context.RequestServices;
        return TypedResults.ServerSentEvents(EventsAsync(id, from, feed, services, clock, ct));
    }

    private static async IAsyncEnumerable<SseItem<string>> EventsAsync(GenerationId id, int from, IGenerationFeed feed, IServiceProvider services, TimeProvider clock,
        [EnumeratorCancellation] CancellationToken ct)
    {
        using var longest = new CancellationTokenSource(Longest, clock);
        // A process that is going away ends its streams; the client goes on at another.
        var going = services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping;
        using var both = CancellationTokenSource.CreateLinkedTokenSource(ct, longest.Token, going);
        await using var news = feed.WatchAsync(id, from, both.Token).GetAsyncEnumerator(both.Token);
        GenerationState? told = null;
        while (await MoveNextAsync(news))
        {
            var item = news.Current;
            if (item.Text.Length > 0)
                yield return new SseItem<string>(JsonSerializer.Serialize(new { offset = item.Offset, text = item.Text }), "text") { EventId = (item.Offset + item.Text.Length).ToString(CultureInfo.InvariantCulture) };
            if (item.State == told) continue;
            told = item.State;
            yield return new SseItem<string>(await StateAsync(id, item.State, services), "state");
        }
    }

    // The watcher left or the time is over: the stream ends, the client resumes where it was.
    private static async ValueTask<bool> MoveNextAsync(IAsyncEnumerator<GenerationNews> news)
    {
        try
        {
            return await news.MoveNextAsync();
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    private static async Task<string> StateAsync(GenerationId id, GenerationState state, IServiceProvider services)
    {
        var final = state is not (GenerationState.Queued or GenerationState.Running);
        // While it waits the row may say for what.
        var status = state == GenerationState.Running ? null : (await services.GetRequiredService<IMediator>().Send(new GetGeneration(id))).Value;
        return JsonSerializer.Serialize(new
        {
            state = state.ToString().ToLowerInvariant(),
            say = status?.Say,
            copied = status?.IsCopied,
            cost = status is { IsCopied: true } ? "asked before, not paid again" : status?.Cost is { } cost ? cost.ToString("$0.000", CultureInfo.InvariantCulture) : status is null || !final ? null : $"{status.InputTokens + status.OutputTokens:N0} tokens",
            changes = status?.Changes.Select(c => c.Say),
        });
    }
}
