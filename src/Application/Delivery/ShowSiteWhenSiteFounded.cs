using MediatR;
using QuestCms.Application.Common;
using QuestCms.Domain.Delivery;
using QuestCms.Domain.Sites;

namespace QuestCms.Application.Delivery;

/// <summary>A new site gets its row in the published view, and with it the counter of its event log, in the save that founds it.</summary>
internal sealed class ShowSiteWhenSiteFounded(IQuestDb db) : INotificationHandler<Happened<SiteFounded>>
{
    public async Task Handle(Happened<SiteFounded> notification, CancellationToken cancellationToken)
    {
        // Tracked by the handler that founded it: no query leaves.
        var site = await db.Sites.FindAsync([notification.News.Site], cancellationToken);
        db.PublishedSites.Add(PublishedSite.Of(site!.Id, site.Slug, site.Name, site.Strapline, site.Locale, site.AnonymousReading, site.Origins, site.HasTaggedCdn));
    }
}
