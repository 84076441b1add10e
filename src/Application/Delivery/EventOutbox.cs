using Microsoft.EntityFrameworkCore;
using QuestCms.Application.Common;
using QuestCms.Domain.Delivery;
using QuestCms.Domain.Sites;

namespace QuestCms.Application.Delivery;

/// <summary>
/// The one way an event enters a site's log: into the same save as the change it tells of, with a delivery and its job for each webhook that wants it. It saves nothing itself. The jobs of
/// one webhook share a lane: they are carried out one after another, in the order of their events, and none of them waits for another webhook's.
/// </summary>
internal sealed class EventOutbox(IQuestDb db, IJobQueue jobs)
{
    private (SiteId Site, List<WebhookEndpoint> Active)? _webhooks;

    /// <param name="told">Several of one save are added in the order of their ids, which rise with their instants: that is the order of their sequences.</param>
    public async Task AddAsync(DeliveryEvent told, CancellationToken ct)
    {
        db.DeliveryEvents.Add(told);
        foreach (var webhook in (await ActiveAsync(told.Site, ct)).Where(w => w.Wants(told.Type))) Send(WebhookDelivery.Of(told, webhook.Id), told.At);
    }

    /// <summary>Puts a new delivery in line.</summary>
    public void Send(WebhookDelivery delivery, DateTimeOffset at)
    {
        db.WebhookDeliveries.Add(delivery);
        Send(delivery.Id, delivery.Endpoint, at);
    }

    /// <summary>The job of a delivery that is there already.</summary>
    public void Send(WebhookDeliveryId delivery, WebhookEndpointId webhook, DateTimeOffset at) => jobs.Enqueue(JobKind.SendWebhook, delivery.Value, at, webhook.Value);

    // Asked once a scope: one save is about one site.
    private async Task<List<WebhookEndpoint>> ActiveAsync(SiteId site, CancellationToken ct)
    {
        if (_webhooks is { } known && known.Site == site) return known.Active;
        var active = await db.WebhookEndpoints.AsNoTracking().Where(w => w.Site == site && w.State == WebhookState.Active).ToListAsync(ct);
        _webhooks = (site, active);
        return active;
    }
}
