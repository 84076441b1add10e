using Microsoft.EntityFrameworkCore;
using QuestCms.Application.Common;
using QuestCms.Domain.Ai;
using QuestCms.Domain.Content;
using QuestCms.Domain.Delivery;
using QuestCms.Domain.Media;
using QuestCms.Domain.Review;
using QuestCms.Domain.Sites;

namespace QuestCms.Infrastructure.Neon.Common;

internal sealed class SiteLookup(QuestDb db) : ISiteLookup
{
    // Nothing changes its site: what a page asks for with every one of its messages is read once.
    private readonly Dictionary<(Type, Guid), SiteId> _read = [];

    public async Task<SiteId?> SiteOfAsync(Type kind, Guid thing, CancellationToken ct)
    {
        if (_read.TryGetValue((kind, thing), out var known)) return known;
        var site = await ReadAsync(kind, thing, ct);
        if (site is { } found) _read[(kind, thing)] = found;
        return site;
    }

    private Task<SiteId?> ReadAsync(Type kind, Guid thing, CancellationToken ct)
    {
        if (kind == typeof(ArticleId)) { var id = ArticleId.From(thing); return One(db.Articles.Where(a => a.Id == id).Select(a => (SiteId?)a.Site), ct); }
        if (kind == typeof(GenerationId)) { var id = GenerationId.From(thing); return One(db.Generations.Where(g => g.Id == id).Select(g => (SiteId?)g.Site), ct); }
        if (kind == typeof(ReviewRoundId)) { var id = ReviewRoundId.From(thing); return One(db.ReviewRounds.Where(r => r.Id == id).Select(r => (SiteId?)r.Site), ct); }
        if (kind == typeof(AssetId)) { var id = AssetId.From(thing); return One(db.Assets.Where(a => a.Id == id).Select(a => (SiteId?)a.Site), ct); }
        if (kind == typeof(AgentNoteId)) { var id = AgentNoteId.From(thing); return One(db.AgentNotes.Where(n => n.Id == id).Select(n => (SiteId?)n.Site), ct); }
        if (kind == typeof(LookAgainId)) { var id = LookAgainId.From(thing); return One(db.LooksAgain.Where(l => l.Id == id).Select(l => (SiteId?)l.Site), ct); }
        if (kind == typeof(SiteKeyId)) { var id = SiteKeyId.From(thing); return One(db.SiteKeys.Where(k => k.Id == id).Select(k => (SiteId?)k.Site), ct); }
        if (kind == typeof(ClaimId)) { var id = ClaimId.From(thing); return One(db.Claims.Where(c => c.Id == id).Select(c => (SiteId?)c.Site), ct); }
        if (kind == typeof(CategoryId)) { var id = CategoryId.From(thing); return One(db.Categories.Where(c => c.Id == id).Select(c => (SiteId?)c.Site), ct); }
        if (kind == typeof(BylineId)) { var id = BylineId.From(thing); return One(db.Bylines.Where(b => b.Id == id).Select(b => (SiteId?)b.Site), ct); }
        if (kind == typeof(ScheduledPublicationId)) { var id = ScheduledPublicationId.From(thing); return One(db.ScheduledPublications.Where(s => s.Id == id).Select(s => (SiteId?)s.Site), ct); }
        if (kind == typeof(PreviewLinkId)) { var id = PreviewLinkId.From(thing); return One(db.PreviewLinks.Where(p => p.Id == id).Select(p => (SiteId?)p.Site), ct); }
        if (kind == typeof(WebhookEndpointId)) { var id = WebhookEndpointId.From(thing); return One(db.WebhookEndpoints.Where(w => w.Id == id).Select(w => (SiteId?)w.Site), ct); }
        if (kind == typeof(WebhookDeliveryId)) { var id = WebhookDeliveryId.From(thing); return One(db.WebhookDeliveries.Where(d => d.Id == id).Select(d => (SiteId?)d.Site), ct); }
        throw new InvalidOperationException($"No site is known for a {kind.Name}: add it to {nameof(SiteLookup)}.");
    }

    private static Task<SiteId?> One(IQueryable<SiteId?> sites, CancellationToken ct) => sites.FirstOrDefaultAsync(ct);
}
