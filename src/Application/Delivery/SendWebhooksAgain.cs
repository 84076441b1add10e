using FluentValidation;
using Microsoft.EntityFrameworkCore;
using QuestCms.Application.Common;
using QuestCms.Domain.Common;
using QuestCms.Domain.Delivery;
using QuestCms.Domain.Identity;

namespace QuestCms.Application.Delivery;

/// <summary>
/// An administrator has everything that happened in a span sent to a webhook again, in order: what it never took, also what was never put in line for it (it was disabled, or not there yet);
/// with <paramref name="All"/> also what it took. What waits goes on as it is. Answers how many. Errors: an end before its beginning (Invalid), <c>webhook.not_active</c>,
/// <c>webhooks.too_many_events</c> over 1,000, NotFound.
/// </summary>
/// <param name="From">The first moment; <paramref name="To"/> is the last one, included.</param>
[Requires(Permission.AdministerSite), OpenToKeys(Permission.WriteAsAgent)]
public sealed record SendWebhooksAgain(WebhookEndpointId Webhook, DateTimeOffset From, DateTimeOffset To, bool All) : ICommand<int>, IAbout<WebhookEndpointId>
{
    public WebhookEndpointId About => Webhook;
}

internal sealed class SendWebhooksAgainValidator : AbstractValidator<SendWebhooksAgain>
{
    public SendWebhooksAgainValidator() => RuleFor(c => c.To).Must((c, to) => to >= c.From).WithErrorCode("to.before").WithMessage("The end lies before the beginning.");
}

internal sealed class SendWebhooksAgainHandler(IQuestDb db, EventOutbox outbox, TimeProvider clock) : ICommandHandler<SendWebhooksAgain, int>
{
    private const int Most = 1_000;
    private static readonly Error TooManyEvents = Error.Conflict("webhooks.too_many_events", $"More than {Most:N0} events happened in this span. Choose a shorter one, and the rest after it; nothing was sent.");

    public async Task<Result<int>> Handle(SendWebhooksAgain command, CancellationToken ct)
    {
        if (await db.WebhookEndpoints.FirstOrDefaultAsync(w => w.Id == command.Webhook, ct) is not { } webhook) return WebhookErrors.NotFound;
        if (webhook.State != WebhookState.Active) return WebhookErrors.NotActive;
        var told = await db.DeliveryEvents.AsNoTracking().Where(e => e.Site == webhook.Site && e.At >= command.From && e.At <= command.To).OrderBy(e => e.Sequence).Take(Most + 1).ToListAsync(ct);
        if (told.Count > Most) return TooManyEvents;
        var known = await db.WebhookDeliveries.Where(d => d.Endpoint == webhook.Id && d.At >= command.From && d.At <= command.To).ToDictionaryAsync(d => d.Event, ct);

        var now = clock.GetUtcNow();
        var sent = 0;
        foreach (var happened in told.Where(e => webhook.Wants(e.Type)))
        {
            var turn = now.AddMilliseconds(sent); // the order of the log is kept
            if (!known.TryGetValue(happened.Id, out var delivery)) outbox.Send(WebhookDelivery.Of(happened, webhook.Id, turn), turn);
            else if (delivery.State == WebhookDeliveryState.Waiting || (delivery.State == WebhookDeliveryState.Delivered && !command.All)) continue;
            else
            {
                delivery.Repeat(turn);
                outbox.Send(delivery.Id, webhook.Id, turn);
            }
            sent++;
        }
        if (sent > 0) webhook.TellRepeated(sent);
        await db.SaveChangesAsync(ct);
        return sent;
    }
}
