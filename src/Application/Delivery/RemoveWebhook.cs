using Microsoft.EntityFrameworkCore;
using QuestCms.Application.Common;
using QuestCms.Domain.Common;
using QuestCms.Domain.Delivery;
using QuestCms.Domain.Identity;

namespace QuestCms.Application.Delivery;

/// <summary>An administrator takes a webhook away for good: what waits is not sent, its log can be read no more, its secrets are forgotten. The trail keeps its host. Errors: <c>webhook.changed</c>, NotFound.</summary>
/// <param name="If">The version it was read in; null: whichever there is.</param>
[Requires(Permission.AdministerSite), OpenToKeys(Permission.WriteAsAgent)]
public sealed record RemoveWebhook(WebhookEndpointId Webhook, int? If = null) : ICommand, IAbout<WebhookEndpointId>
{
    public WebhookEndpointId About => Webhook;
}

internal sealed class RemoveWebhookHandler(IQuestDb db, TimeProvider clock) : ICommandHandler<RemoveWebhook>
{
    public async Task<Result> Handle(RemoveWebhook command, CancellationToken ct)
    {
        if (await db.WebhookEndpoints.FirstOrDefaultAsync(w => w.Id == command.Webhook, ct) is not { } webhook) return WebhookErrors.NotFound;
        if (webhook.On(command.If).Error is { } changed) return changed;
        webhook.Remove(clock.GetUtcNow());
        await db.SaveChangesAsync(ct);
        return Result.Done;
    }
}
