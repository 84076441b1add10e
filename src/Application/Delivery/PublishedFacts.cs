using Microsoft.EntityFrameworkCore;
using QuestCms.Application.Common;
using QuestCms.Domain.Content;
using QuestCms.Domain.Review;

namespace QuestCms.Application.Delivery;

/// <summary>A byline as readers see it.</summary>
internal sealed record PublishedAuthor(string Slug, string Name);

/// <summary>The names a published article carries besides its own text, read once at publishing.</summary>
internal sealed record PublishedFacts(string SiteSlug, string? CategorySlug, string? CategoryName, IReadOnlyList<PublishedAuthor> Authors, IReadOnlyList<string> Reviewers)
{
    public static async Task<PublishedFacts> ReadAsync(IQuestDb db, Revision revision, Decision decision, CancellationToken ct)
    {
        var site = await db.Sites.AsNoTracking().Where(s => s.Id == revision.Site).Select(s => s.Slug).FirstAsync(ct);
        var category = await db.Categories.AsNoTracking().Where(c => c.Id == revision.Content.Category).Select(c => new { c.Slug, c.Name }).FirstOrDefaultAsync(ct);
        var ids = revision.Content.Bylines;
        var bylines = await db.Bylines.AsNoTracking().Where(b => ids.Contains(b.Id)).ToDictionaryAsync(b => b.Id, b => new PublishedAuthor(b.Slug, b.Name), ct);
        var reviewers = decision.Kind != DecisionKind.Review ? []
            : await db.People.AsNoTracking().Where(p => p.Id == decision.DecidedBy).Select(p => p.Name).ToListAsync(ct);
        return new PublishedFacts(site, category?.Slug, category?.Name, [.. ids.Where(bylines.ContainsKey).Select(b => bylines[b])], reviewers);
    }
}
