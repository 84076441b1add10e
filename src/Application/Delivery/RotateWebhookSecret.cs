using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using QuestCms.Application.Common;
using QuestCms.Domain.Common;
using QuestCms.Domain.Delivery;
using QuestCms.Domain.Identity;

namespace QuestCms.Application.Delivery;

/// <summary>
/// An administrator makes a webhook a new secret, which is in this answer and nowhere else in readable form. For 24 hours what is sent is signed with the former one too, unless that ends at
/// once. Errors: <c>webhook.changed</c>, NotFound.
/// </summary>
/// <param name="AtOnce">Others have seen the former one.</param>
/// <param name="If">The version it was read in; null: whichever there is.</param>
[Requires(Permission.AdministerSite), OpenToKeys(Permission.WriteAsAgent)]
public sealed record RotateWebhookSecret(WebhookEndpointId Webhook, bool AtOnce, int? If = null) : ICommand<MadeWebhook>, IAbout<WebhookEndpointId>
{
    public WebhookEndpointId About => Webhook;
}

internal sealed class RotateWebhookSecretHandler(IQuestDb db, IWebhookSecrets secrets, TimeProvider clock) : ICommandHandler<RotateWebhookSecret, MadeWebhook>
{
    public async Task<Result<MadeWebhook>> Handle(RotateWebhookSecret command, CancellationToken ct)
    {
        if (await db.WebhookEndpoints.FirstOrDefaultAsync(w => w.Id == command.Webhook, ct) is not { } webhook) return WebhookErrors.NotFound;
        if (webhook.On(command.If).Error is { } changed) return changed;
        var secret = WebhookSecret.Of(RandomNumberGenerator.GetBytes(WebhookSecret.RandomBytes));
        webhook.Rotate(secrets.Protect(secret), command.AtOnce, clock.GetUtcNow());
        await db.SaveChangesAsync(ct);
        return new MadeWebhook(webhook.Id, secret);
    }
}
