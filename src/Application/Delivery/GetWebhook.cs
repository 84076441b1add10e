using Microsoft.EntityFrameworkCore;
using QuestCms.Application.Common;
using QuestCms.Domain.Common;
using QuestCms.Domain.Delivery;
using QuestCms.Domain.Identity;

namespace QuestCms.Application.Delivery;

/// <summary>One webhook as its page shows it; never a secret. Error: NotFound.</summary>
[Requires(Permission.AdministerSite), OpenToKeys(Permission.WriteAsAgent)]
public sealed record GetWebhook(WebhookEndpointId Webhook) : IQuery<ShownWebhook>, IAbout<WebhookEndpointId>
{
    public WebhookEndpointId About => Webhook;
}

/// <param name="FormerUntil">Until when the former secret is valid too; null when there is none.</param>
/// <param name="IsTroubled">It has taken nothing for a day or longer, since <paramref name="FailingSince"/>.</param>
/// <param name="MadeBy">Null when it was made at a shell of the service.</param>
public sealed record ShownWebhook(WebhookEndpointId Id, string Url, string Host, string Description, IReadOnlyList<string> Wanted, WebhookState State, int Version, DateTimeOffset? FormerUntil,
    DateTimeOffset? FailingSince, bool IsTroubled, DateTimeOffset? DisabledAt, string? MadeBy, DateTimeOffset MadeAt);

internal sealed class GetWebhookHandler(IQuestDb db, TimeProvider clock) : IQueryHandler<GetWebhook, ShownWebhook>
{
    public async Task<Result<ShownWebhook>> Handle(GetWebhook query, CancellationToken ct)
    {
        if (await db.WebhookEndpoints.AsNoTracking().FirstOrDefaultAsync(w => w.Id == query.Webhook, ct) is not { } w) return WebhookErrors.NotFound;
        var now = clock.GetUtcNow();
        var by = w.MadeBy is { } person ? await db.People.Where(p => p.Id == person).Select(p => p.Name).FirstOrDefaultAsync(ct) : null;
        return new ShownWebhook(w.Id, w.Url, w.Host, w.Description, w.Wanted, w.State, w.Version, w.FormerUntil > now ? w.FormerUntil : null, w.FailingSince, w.IsTroubled(now), w.DisabledAt, by, w.MadeAt);
    }
}
