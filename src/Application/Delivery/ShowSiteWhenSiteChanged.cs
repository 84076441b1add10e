using MediatR;
using Microsoft.EntityFrameworkCore;
using QuestCms.Application.Common;
using QuestCms.Domain.Delivery;
using QuestCms.Domain.Sites;

namespace QuestCms.Application.Delivery;

/// <summary>What was said of a site stands in the published view with the save that said it, and in the site's log: every replica has it within a second, and what it kept of the site falls.</summary>
internal sealed class ShowSiteWhenSiteChanged(IQuestDb db, EventOutbox outbox, TimeProvider clock) : INotificationHandler<Happened<SiteChanged>>
{
    public async Task Handle(Happened<SiteChanged> notification, CancellationToken cancellationToken)
    {
        // Tracked by the handler that changed it: no query leaves.
        var site = await db.Sites.FindAsync([notification.News.Site], cancellationToken);
        var shown = await db.PublishedSites.FirstAsync(s => s.Id == notification.News.Site, cancellationToken);
        shown.Show(site!.Name, site.Strapline, site.Locale, site.AnonymousReading, site.Origins, site.HasTaggedCdn);
        await outbox.AddAsync(DeliveryEvent.TellSite(shown, notification.News.Fields.Split(", "), clock.GetUtcNow()), cancellationToken);
    }
}
