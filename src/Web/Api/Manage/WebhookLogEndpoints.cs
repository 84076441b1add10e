using System.Globalization;
using MediatR;
using QuestCms.Application.Delivery;
using QuestCms.Domain.Common;
using QuestCms.Domain.Delivery;

namespace QuestCms.Web.Api.Manage;

/// <summary>What was sent to a webhook and answered; a test, and sending again.</summary>
internal static class WebhookLogEndpoints
{
    public static void Map(RouteGroupBuilder api)
    {
        api.At("/webhooks/{id:guid}/test", Method.Post(TestAsync, "testWebhook", "Have one event of the type endpoint.test sent, also to a disabled one", typeof(DeliveryShape), 202));
        api.At("/webhooks/{id:guid}/resend", Method.Post(ResendSpanAsync, "resendWebhooks", "Send what happened in a span and was not taken again, in order; 1,000 events at most", typeof(ResentShape), 202, typeof(SpanShape)));
        api.At("/webhooks/{id:guid}/deliveries", Method.Get(ListAsync, "listWebhookDeliveries", "What was sent to it, or waits, newest first", typeof(PageShape<DeliveryShape>)));
        api.At("/webhooks/{id:guid}/deliveries/{delivery:guid}", Method.Get((HttpContext context, Guid id, Guid delivery, IMediator mediator) => ShowAsync(context, id, delivery, mediator), "readWebhookDelivery", "One delivery with its attempts and what was answered", typeof(DeliveryWithAttemptsShape)));
        api.At("/webhooks/{id:guid}/deliveries/{delivery:guid}/resend", Method.Post(ResendAsync, "resendWebhookDelivery", "Send one again, now, with the same webhook-id", typeof(DeliveryShape), 202));
    }

    /// <param name="About">A slug; empty where it is about no article.</param>
    /// <param name="State"><c>waiting</c>, <c>delivered</c>, <c>failed</c>, <c>not_sent</c>.</param>
    /// <param name="DueAt">When it is tried next; null once it has ended.</param>
    /// <param name="Say">What came of the last attempt, in a sentence; null before the first.</param>
    public sealed record DeliveryShape(Guid Id, string Type, string About, DateTimeOffset At, string State, DateTimeOffset? DueAt, int Attempts, int? LastStatus, string? Say)
    {
        internal static DeliveryShape Of(ListedDelivery d) => new(d.Id.Value, d.Type, d.About, d.At, Names.Of(d.State), d.DueAt, d.Attempts, d.LastStatus, d.Say);
    }

    /// <param name="Body">The first 4 KB of the answer: another server's text.</param>
    public sealed record AttemptShape(int Number, DateTimeOffset At, int? Status, int Milliseconds, string Say, string Body);

    /// <param name="WebhookId">What the header <c>webhook-id</c> says, each time.</param>
    /// <param name="Attempts">The newest first, thirty at most.</param>
    public sealed record DeliveryWithAttemptsShape(DeliveryShape Delivery, string WebhookId, DateTimeOffset? EndedAt, IReadOnlyList<AttemptShape> Attempts);

    /// <param name="All">Also what it took.</param>
    public sealed record SpanShape(DateTimeOffset From, DateTimeOffset To, bool All);

    /// <param name="Deliveries">How many are in line.</param>
    public sealed record ResentShape(int Deliveries);

    private static async Task ListAsync(HttpContext context, Guid id, Caller caller, IMediator mediator, Delivery.Cursors cursors)
    {
        var query = new PageQuery(context.Request.Query, "state");
        var state = query.Word<WebhookDeliveryState>("state");
        var filters = query.Filters($"webhooks/{id:N}", caller.Grant.SiteSlug);
        string? after = null;
        if (query.Cursor is { } cursor)
        {
            if (cursors.Read(filters, cursor) is var (_, at, row)) after = string.Create(CultureInfo.InvariantCulture, $"{at.UtcTicks}_{row:N}");
            else query.NoCursor();
        }
        if (await query.RefusedAsync(context)) return;
        // What was removed has no log.
        if ((await mediator.Send(new GetWebhook(WebhookEndpointId.From(id)), context.RequestAborted)).Error is { } gone)
        {
            await Told.RefuseAsync(context, gone);
            return;
        }
        var list = await mediator.Send(new ListWebhookDeliveries(WebhookEndpointId.From(id), state, after, query.Limit), context.RequestAborted);
        if (list.Error is { } refusal) await PageQuery.RefuseAsync(context, refusal);
        else await query.SendAsync(context, [.. list.Value.Items.Select(DeliveryShape.Of)], list.Value.Next is null ? null : cursors.Make(filters, 0, list.Value.Items[^1].At, list.Value.Items[^1].Id.Value));
    }

    private static async Task ShowAsync(HttpContext context, Guid id, Guid delivery, IMediator mediator)
    {
        var read = await ReadAsync(context, id, delivery, mediator);
        if (read.Error is { } refusal) await Told.RefuseAsync(context, refusal);
        else await Told.SendAsync(context, new DeliveryWithAttemptsShape(DeliveryShape.Of(read.Value.Line), read.Value.Message, read.Value.EndedAt,
            [.. read.Value.Attempts.Select(a => new AttemptShape(a.Number, a.At, a.Status, a.Milliseconds, a.Say, a.Body))]));
    }

    private static async Task TestAsync(HttpContext context, Guid id, IMediator mediator)
    {
        if (await Incoming.SmallAsync(context) is not { } body || await Incoming.RefusedAsync(context, body)) return;
        var sent = await mediator.Send(new TestWebhook(WebhookEndpointId.From(id)), context.RequestAborted);
        if (sent.Error is { } refusal) await Told.RefuseAsync(context, refusal);
        else await InLineAsync(context, id, sent.Value.Value, mediator);
    }

    private static async Task ResendAsync(HttpContext context, Guid id, Guid delivery, IMediator mediator)
    {
        if (await Incoming.SmallAsync(context) is not { } body || await Incoming.RefusedAsync(context, body)) return;
        var known = await ReadAsync(context, id, delivery, mediator);
        var sent = known.Error is null ? await mediator.Send(new SendWebhookAgain(WebhookDeliveryId.From(delivery)), context.RequestAborted) : known.Error;
        if (sent.Error is { } refusal) await Told.RefuseAsync(context, refusal);
        else await InLineAsync(context, id, delivery, mediator);
    }

    private static async Task ResendSpanAsync(HttpContext context, Guid id, IMediator mediator)
    {
        if (await Incoming.SmallAsync(context) is not { } body) return;
        var (from, to, all) = (body.Moment("from", isRequired: true), body.Moment("to", isRequired: true), body.YesOrNo("all") ?? false);
        if (await Incoming.RefusedAsync(context, body)) return;
        var sent = await mediator.Send(new SendWebhooksAgain(WebhookEndpointId.From(id), from!.Value, to!.Value, all), context.RequestAborted);
        if (sent.Error is { } refusal) await Told.RefuseAsync(context, refusal);
        else await Told.SendAsync(context, new ResentShape(sent.Value), 202);
    }

    private static async Task InLineAsync(HttpContext context, Guid id, Guid delivery, IMediator mediator)
    {
        var read = await ReadAsync(context, id, delivery, mediator);
        if (read.Error is { } refusal)
        {
            await Told.RefuseAsync(context, refusal);
            return;
        }
        context.Response.Headers.Location = $"/api/v1/manage/sites/{context.Request.RouteValues["site"]}/webhooks/{id}/deliveries/{delivery}";
        await Told.SendAsync(context, DeliveryShape.Of(read.Value.Line), 202);
    }

    // Another webhook's is not this one's.
    private static async Task<Result<ShownDelivery>> ReadAsync(HttpContext context, Guid id, Guid delivery, IMediator mediator)
    {
        var read = await mediator.Send(new GetWebhookDelivery(WebhookDeliveryId.From(delivery)), context.RequestAborted);
        return read.Error is null && read.Value.Webhook.Value != id ? WebhookErrors.NoDelivery : read;
    }
}
