using Microsoft.EntityFrameworkCore;
using QuestCms.Application.Common;
using QuestCms.Domain.Common;
using QuestCms.Domain.Delivery;
using QuestCms.Domain.Identity;

namespace QuestCms.Application.Delivery;

/// <summary>
/// One attempt of a delivery: makes the request, sends it while nothing is held, and keeps what was answered; then it has ended, or the next attempt is planned as a job. Broken off between
/// sending and keeping, it is sent once more with the same id: at least once is what is promised.
/// </summary>
[Requires(Permission.RunBackgroundWork)]
public sealed record SendWebhook(WebhookDeliveryId Delivery) : ICommand;

internal sealed class SendWebhookHandler(IQuestDb db, WebhookRequests requests, IWebhookSender sender, IJobQueue jobs, TimeProvider clock) : ICommandHandler<SendWebhook>
{
    // The database's clock and this one may differ by so much.
    private static readonly TimeSpan AlmostDue = TimeSpan.FromSeconds(30);
    private const string Disabled = "The webhook was disabled before its turn came.";
    private const string Removed = "The webhook was removed before its turn came.";

    public async Task<Result> Handle(SendWebhook command, CancellationToken ct)
    {
        var delivery = await db.WebhookDeliveries.FirstOrDefaultAsync(d => d.Id == command.Delivery, ct);
        if (delivery?.DueAt is not { } due) return Result.Done; // ended, or swept
        var now = clock.GetUtcNow();
        if (due > now + AlmostDue) return await NextAsync(delivery, due); // put off since this job was made
        if (await db.WebhookEndpoints.FirstOrDefaultAsync(w => w.Id == delivery.Endpoint, ct) is not { } webhook) return await LeaveAsync(delivery, Removed, now);
        if (webhook.State != WebhookState.Active && !delivery.IsTest) return await LeaveAsync(delivery, Disabled, now);
        var request = await requests.MakeAsync(webhook, delivery, now, ct);
        if (request.Error is { } nothing) return await LeaveAsync(delivery, nothing.Message, now);

        var reply = await sender.SendAsync(request.Value, ct);
        now = clock.GetUtcNow();
        if (reply.Answered.IsTaken)
        {
            db.WebhookAttempts.Add(delivery.Take(reply.Answered, now));
            webhook.NoteTaken();
            return await StoreAsync();
        }
        // A test is tried once: someone waits for what comes of it.
        var pause = reply.Answered.IsGone || delivery.IsTest ? null : WebhookSchedule.PauseAfter(delivery.Tries + 1, Random.Shared.NextDouble(), reply.RetryAfter);
        db.WebhookAttempts.Add(delivery.Fail(reply.Answered, pause, now));
        if (!delivery.IsTest || reply.Answered.IsGone) webhook.NoteFailed(reply.Answered.IsGone, isOver: pause is null, now);
        return delivery.DueAt is { } next ? await NextAsync(delivery, next) : await StoreAsync();
    }

    private async Task<Result> LeaveAsync(WebhookDelivery delivery, string say, DateTimeOffset now)
    {
        delivery.Leave(say, now);
        return await StoreAsync();
    }

    private async Task<Result> NextAsync(WebhookDelivery delivery, DateTimeOffset next)
    {
        await jobs.AgainAsync(JobKind.SendWebhook, delivery.Id.Value, next, CancellationToken.None, delivery.Endpoint.Value);
        return await StoreAsync();
    }

    // Not given up at a shutdown: what was sent is known.
    private async Task<Result> StoreAsync()
    {
        await db.SaveChangesAsync(CancellationToken.None);
        return Result.Done;
    }
}
