using System.Security.Cryptography;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using QuestCms.Application.Common;
using QuestCms.Domain.Common;
using QuestCms.Domain.Delivery;
using QuestCms.Domain.Identity;
using QuestCms.Domain.Sites;

namespace QuestCms.Application.Delivery;

/// <summary>
/// An administrator names a receiver of the site's events. Its secret is in this answer and nowhere else in readable form. Errors: an address that is none, is not https or not public, a
/// description over 200 characters, an unknown type (Invalid), <c>webhooks.too_many</c>.
/// </summary>
[Requires(Permission.AdministerSite), OpenToKeys(Permission.WriteAsAgent)]
public sealed record AddWebhook(SiteId Site, WebhookTerms Terms) : ICommand<MadeWebhook>, IAbout<SiteId>
{
    public SiteId About => Site;
}

/// <summary>The webhook and its secret, shown once.</summary>
public sealed record MadeWebhook(WebhookEndpointId Webhook, WebhookSecret Secret);

/// <summary>What the same call hears when it is sent again: which one was made. The secret is kept nowhere, so it is not in it.</summary>
public sealed record AddedWebhook(WebhookEndpointId Webhook);

internal sealed class AddWebhookValidator : AbstractValidator<AddWebhook>
{
    public AddWebhookValidator() => RuleFor(c => c.Terms).SetValidator(new WebhookTermsRules());
}

internal sealed class AddWebhookHandler(IQuestDb db, IWebhookSender sender, IWebhookSecrets secrets, Acting acting, TimeProvider clock) : ICommandHandler<AddWebhook, MadeWebhook>
{
    public async Task<Result<MadeWebhook>> Handle(AddWebhook command, CancellationToken ct)
    {
        var url = WebhookErrors.Read(command.Terms.Address);
        if ((url.Error ?? sender.Refuses(url.Value)) is { } refusal) return refusal;
        if (await db.WebhookEndpoints.CountAsync(w => w.Site == command.Site && w.State == WebhookState.Active, ct) >= WebhookEndpoint.MostActive) return WebhookErrors.TooMany;

        var now = clock.GetUtcNow();
        var secret = WebhookSecret.Of(RandomNumberGenerator.GetBytes(WebhookSecret.RandomBytes));
        var webhook = WebhookEndpoint.Add(WebhookEndpointId.New(now), command.Site, url.Value, command.Terms.Description, command.Terms.Wanted, secrets.Protect(secret), acting.Actor.Person, now);
        db.WebhookEndpoints.Add(webhook);
        acting.Answer = new AddedWebhook(webhook.Id);
        await db.SaveChangesAsync(ct);
        return new MadeWebhook(webhook.Id, secret);
    }
}
