using Microsoft.EntityFrameworkCore;
using QuestCms.Application.Common;
using QuestCms.Domain.Common;
using QuestCms.Domain.Delivery;
using QuestCms.Domain.Identity;

namespace QuestCms.Application.Delivery;

/// <summary>An administrator lets a webhook be told of events again, whyever it was disabled. What happened meanwhile is sent by <see cref="SendWebhooksAgain"/> alone. Errors: NotFound, <c>webhook.changed</c>, <c>webhooks.too_many</c>.</summary>
/// <param name="If">The version it was read in; null: whichever there is.</param>
[Requires(Permission.AdministerSite), OpenToKeys(Permission.WriteAsAgent)]
public sealed record EnableWebhook(WebhookEndpointId Webhook, int? If = null) : ICommand, IAbout<WebhookEndpointId>
{
    public WebhookEndpointId About => Webhook;
}

internal sealed class EnableWebhookHandler(IQuestDb db) : ICommandHandler<EnableWebhook>
{
    public async Task<Result> Handle(EnableWebhook command, CancellationToken ct)
    {
        if (await db.WebhookEndpoints.FirstOrDefaultAsync(w => w.Id == command.Webhook, ct) is not { } webhook) return WebhookErrors.NotFound;
        if (webhook.On(command.If).Error is { } changed) return changed;
        var others = await db.WebhookEndpoints.CountAsync(w => w.Site == webhook.Site && w.State == WebhookState.Active && w.Id != webhook.Id, ct);
        if (others >= WebhookEndpoint.MostActive) return WebhookErrors.TooMany;
        webhook.Enable();
        await db.SaveChangesAsync(ct);
        return Result.Done;
    }
}
