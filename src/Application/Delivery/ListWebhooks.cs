using Microsoft.EntityFrameworkCore;
using QuestCms.Application.Common;
using QuestCms.Domain.Common;
using QuestCms.Domain.Delivery;
using QuestCms.Domain.Identity;
using QuestCms.Domain.Sites;

namespace QuestCms.Application.Delivery;

/// <summary>The webhooks of a site, those told of events first, newest first, 100 at most; never a secret.</summary>
[Requires(Permission.AdministerSite), OpenToKeys(Permission.WriteAsAgent)]
public sealed record ListWebhooks(SiteId Site) : IQuery<IReadOnlyList<ListedWebhook>>, IAbout<SiteId>
{
    public SiteId About => Site;
}

/// <param name="IsTroubled">It has taken nothing for a day or longer.</param>
/// <param name="Last">Its newest delivery; null when there was none.</param>
public sealed record ListedWebhook(WebhookEndpointId Id, string Url, string Host, string Description, IReadOnlyList<string> Wanted, WebhookState State, DateTimeOffset? FailingSince, bool IsTroubled,
    DateTimeOffset? DisabledAt, ListedDelivery? Last);

internal sealed class ListWebhooksHandler(IQuestDb db, TimeProvider clock) : IQueryHandler<ListWebhooks, IReadOnlyList<ListedWebhook>>
{
    private const int Most = 100;

    public async Task<Result<IReadOnlyList<ListedWebhook>>> Handle(ListWebhooks query, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var webhooks = await db.WebhookEndpoints.AsNoTracking().Where(w => w.Site == query.Site).OrderBy(w => w.State != WebhookState.Active).ThenByDescending(w => w.MadeAt).Take(Most)
            .Select(w => new { Webhook = w, Last = db.WebhookDeliveries.Where(d => d.Endpoint == w.Id).OrderByDescending(d => d.At).ThenByDescending(d => d.Id).FirstOrDefault() }).ToListAsync(ct);
        return webhooks.ConvertAll(x => new ListedWebhook(x.Webhook.Id, x.Webhook.Url, x.Webhook.Host, x.Webhook.Description, x.Webhook.Wanted, x.Webhook.State, x.Webhook.FailingSince, x.Webhook.IsTroubled(now),
            x.Webhook.DisabledAt, x.Last is null ? null : ListedDelivery.Of(x.Last)));
    }
}
