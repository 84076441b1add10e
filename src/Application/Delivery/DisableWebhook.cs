using Microsoft.EntityFrameworkCore;
using QuestCms.Application.Common;
using QuestCms.Domain.Common;
using QuestCms.Domain.Delivery;
using QuestCms.Domain.Identity;

namespace QuestCms.Application.Delivery;

/// <summary>An administrator stops a webhook: nothing more is put in line for it, and what waits is not sent. Stopping what is stopped changes nothing. Errors: <c>webhook.changed</c>, NotFound.</summary>
/// <param name="If">The version it was read in; null: whichever there is.</param>
[Requires(Permission.AdministerSite), OpenToKeys(Permission.WriteAsAgent)]
public sealed record DisableWebhook(WebhookEndpointId Webhook, int? If = null) : ICommand, IAbout<WebhookEndpointId>
{
    public WebhookEndpointId About => Webhook;
}

internal sealed class DisableWebhookHandler(IQuestDb db, TimeProvider clock) : ICommandHandler<DisableWebhook>
{
    public async Task<Result> Handle(DisableWebhook command, CancellationToken ct)
    {
        if (await db.WebhookEndpoints.FirstOrDefaultAsync(w => w.Id == command.Webhook, ct) is not { } webhook) return WebhookErrors.NotFound;
        if (webhook.On(command.If).Error is { } changed) return changed;
        webhook.Disable(clock.GetUtcNow());
        await db.SaveChangesAsync(ct);
        return Result.Done;
    }
}
