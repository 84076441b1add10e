using System.Buffers;
using System.IO.Pipelines;
using System.Text;
using Microsoft.AspNetCore.Http.Features;
using QuestCms.Application.Delivery;
using QuestCms.Infrastructure.Neon.Delivery;

namespace QuestCms.Web.Api.Delivery;

/// <summary>The events of a site as Server-Sent Events: each with its id, resumed with <c>Last-Event-ID</c> (or <c>?since=</c> at first), never silent for more than 15 seconds.</summary>
internal static class EventStream
{
    public static void Map(RouteGroupBuilder api) => api.Read("/sites/{site}/events", StreamAsync);

    private static async Task StreamAsync(HttpContext context, string site, SiteGate gate, EventLog log, LiveLog live, TimeProvider clock, CancellationToken ct)
    {
        if (await gate.EnterAsync(context, site, ct) is not { } found) return;
        if (await LogPlaces.ReadAsync(context, "since") is not (true, var since, _)) return;
        // A browser that connects again asks for the same address and says what it heard last.
        if (context.Request.Headers["Last-Event-ID"].ToString() is { Length: > 0 } heard) since = heard;
        if (await LogPlaces.BeginAsync(context, found, log, since, ct) is not { } place) return;

        var isHead = HttpMethods.IsHead(context.Request.Method);
        using var reader = isHead ? null : live.Join(found, place.Sequence);
        if (!isHead && reader is null)
        {
            await StreamLaws.FullAsync(context);
            return;
        }
        var response = context.Response;
        response.ContentType = "text/event-stream; charset=utf-8";
        response.Headers.CacheControl = "no-store, no-transform";
        response.Headers["X-Accel-Buffering"] = "no";
        if (reader is null) return;
        context.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
        await FollowAsync(context, site, gate, reader, place, clock, ct);
    }

    private static async Task FollowAsync(HttpContext context, string site, SiteGate gate, LiveReader reader, LogPosition place, TimeProvider clock, CancellationToken ct)
    {
        var body = context.Response.BodyWriter;
        var began = clock.GetUtcNow();
        var (written, asked) = (began, began);
        // An id without data: who is cut off before the first event has a place to go on from.
        Write(body, $"retry: 2000\nid: {place}\n\n");
        if (!await FlushAsync(context, body, ct)) return;
        while (true)
        {
            LiveNews news;
            try
            {
                news = await reader.NextAsync(ct);
            }
            catch (OperationCanceledException)
            {
                return; // the reader left
            }
            var now = clock.GetUtcNow();
            var isOver = news.End != LiveEnd.None || now - began >= StreamLaws.Longest;
            if (!isOver && (news.Events.Count == 0 || now - asked >= LiveLog.BeatEvery)) (asked, isOver) = (now, !await gate.IsStillOpenAsync(context, site, ct));
            foreach (var told in news.Events) body.Write(told.Frame.Span);
            if (isOver) Write(body, $"retry: {StreamLaws.Retry(news.End)}\n: {(news.End == LiveEnd.None ? StreamLaws.TimeIsOver : StreamLaws.Say(news.End))}\n\n");
            else if (news.Events.Count == 0)
            {
                if (now - written < StreamLaws.Silence) continue;
                Write(body, ":\n\n");
            }
            written = now;
            if (!await FlushAsync(context, body, ct) || isOver) return;
        }
    }

    private static void Write(PipeWriter body, string text) => Encoding.ASCII.GetBytes(text, body);

    /// <summary>False when nobody takes it.</summary>
    private static async ValueTask<bool> FlushAsync(HttpContext context, PipeWriter body, CancellationToken ct)
    {
        try
        {
            var flush = body.FlushAsync(ct);
            return !(flush.IsCompletedSuccessfully ? await flush : await flush.AsTask().WaitAsync(StreamLaws.Patience, ct)).IsCompleted;
        }
        catch (TimeoutException)
        {
            context.Abort();
            return false;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }
}
