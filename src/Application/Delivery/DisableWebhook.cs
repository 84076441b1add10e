using Microsoft.EntityFrameworkCore;
using QuestCms.Application.Common;
using QuestCms.Domain.Common;
using QuestCms.Domain.Delivery;
using QuestCms.Domain.Identity;

namespace QuestCms.Application.Delivery;

/// <summary>An administrator stops a webhook: nothing more is put in line for it, and what waits is not sent. Stopping what is stopped changes nothing. Error: NotFound.</summary>
[Requires(Permission.AdministerSite)]
public sealed record DisableWebhook(WebhookEndpointId Webhook) : ICommand, IAbout<WebhookEndpointId>
{
    public WebhookEndpointId About => Webhook;
}

internal sealed class DisableWebhookHandler(IQuestDb db, TimeProvider clock) : ICommandHandler<DisableWebhook>
{
    public async Task<Result> Handle(DisableWebhook command, CancellationToken ct)
    {
        if (await db.WebhookEndpoints.FirstOrDefaultAsync(w => w.Id == command.Webhook, ct) is not { } webhook) return WebhookErrors.NotFound;
        webhook.Disable(clock.GetUtcNow());
        await db.SaveChangesAsync(ct);
        return Result.Done;
    }
}
