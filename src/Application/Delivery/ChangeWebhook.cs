using FluentValidation;
using Microsoft.EntityFrameworkCore;
using QuestCms.Application.Common;
using QuestCms.Domain.Common;
using QuestCms.Domain.Delivery;
using QuestCms.Domain.Identity;

namespace QuestCms.Application.Delivery;

/// <summary>An administrator changes where a webhook's events go, or which. What waits goes to the new address. Errors: as <see cref="AddWebhook"/>, <c>webhook.changed</c>, NotFound.</summary>
/// <param name="BasedOn">The version the form was made of.</param>
[Requires(Permission.AdministerSite), OpenToKeys(Permission.WriteAsAgent)]
public sealed record ChangeWebhook(WebhookEndpointId Webhook, int BasedOn, WebhookTerms Terms) : ICommand, IAbout<WebhookEndpointId>
{
    public WebhookEndpointId About => Webhook;
}

internal sealed class ChangeWebhookValidator : AbstractValidator<ChangeWebhook>
{
    public ChangeWebhookValidator() => RuleFor(c => c.Terms).SetValidator(new WebhookTermsRules());
}

internal sealed class ChangeWebhookHandler(IQuestDb db, IWebhookSender sender) : ICommandHandler<ChangeWebhook>
{
    public async Task<Result> Handle(ChangeWebhook command, CancellationToken ct)
    {
        if (await db.WebhookEndpoints.FirstOrDefaultAsync(w => w.Id == command.Webhook, ct) is not { } webhook) return WebhookErrors.NotFound;
        var url = WebhookErrors.Read(command.Terms.Address);
        if ((url.Error ?? sender.Refuses(url.Value)) is { } refusal) return refusal;
        if (webhook.Change(command.BasedOn, url.Value, command.Terms.Description, command.Terms.Wanted).Error is { } changed) return changed;
        await db.SaveChangesAsync(ct);
        return Result.Done;
    }
}
