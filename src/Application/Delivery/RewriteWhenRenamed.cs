using MediatR;
using Microsoft.EntityFrameworkCore;
using QuestCms.Application.Common;
using QuestCms.Domain.Content;
using QuestCms.Domain.Delivery;
using QuestCms.Domain.Sites;

namespace QuestCms.Application.Delivery;

/// <summary>
/// A category or byline got another name or address: with the same save its former address leads on, sites are told, and the rewriting of what readers see is put in line. A rename
/// holds at once, however many articles show it.
/// </summary>
internal sealed class RewriteWhenRenamed(IQuestDb db, EventOutbox outbox, IJobQueue jobs, TimeProvider clock) : INotificationHandler<Happened<CategoryRenamed>>, INotificationHandler<Happened<BylineRenamed>>
{
    public Task Handle(Happened<CategoryRenamed> notification, CancellationToken cancellationToken)
    {
        var news = notification.News;
        return StartAsync(news.Site, SharedThing.Category, news.Category.Value, "category", news.FormerSlug, news.Slug, "categories", cancellationToken);
    }

    public Task Handle(Happened<BylineRenamed> notification, CancellationToken cancellationToken)
    {
        var news = notification.News;
        return StartAsync(news.Site, SharedThing.Byline, news.Byline.Value, "author", news.FormerSlug, news.Slug, "authors", cancellationToken);
    }

    private async Task StartAsync(SiteId site, SharedThing thing, Guid subject, string shelf, string former, string slug, string field, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (former != slug) await LeadAsync(site, $"{shelf}/{former}", $"{shelf}/{slug}", now, ct);
        // What an earlier renaming has not come to yet still stands under an earlier slug.
        var open = await db.Rewritings.AsNoTracking().Where(r => r.Subject == subject && r.EndedAt == null).ToListAsync(ct);
        var rewriting = Rewriting.Start(RewritingId.New(now), site, thing, subject, [.. open.SelectMany(r => r.Slugs), former, slug], now);
        db.Rewritings.Add(rewriting);
        jobs.Enqueue(JobKind.RewriteArticles, rewriting.Id.Value, now);
        var shown = await db.PublishedSites.AsNoTracking().FirstAsync(s => s.Id == site, ct);
        await outbox.AddAsync(DeliveryEvent.TellSite(shown, former == slug ? [field] : [field, "redirects"], now), ct);
    }

    // In one step, also after a second renaming; and the address that is taken up again leads nowhere else.
    private async Task LeadAsync(SiteId site, string from, string to, DateTimeOffset now, CancellationToken ct)
    {
        var moved = await db.Redirects.Where(r => r.Site == site && (r.From == from || r.From == to || (r.Path == from && r.IsAutomatic))).ToListAsync(ct);
        foreach (var redirect in moved)
        {
            if (redirect.From == to) db.Redirects.Remove(redirect);
            else if (redirect.IsAutomatic) redirect.LeadTo(to);
        }
        if (moved.All(r => r.From != from)) db.Redirects.Add(Redirect.OfShelf(site, from, to, now));
    }
}
