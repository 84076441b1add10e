using Microsoft.EntityFrameworkCore;
using QuestCms.Application.Common;
using QuestCms.Domain.Content;
using QuestCms.Domain.Review;

namespace QuestCms.Application.Delivery;

/// <summary>A byline as readers see it.</summary>
internal sealed record PublishedAuthor(string Slug, string Name, string About);

/// <summary>The names a published article carries besides its own text, read once at publishing.</summary>
internal sealed record PublishedFacts(string SiteSlug, string? CategorySlug, string? CategoryName, IReadOnlyList<PublishedAuthor> Authors, IReadOnlyList<string> Reviewers)
{
    public static async Task<PublishedFacts> ReadAsync(IQuestDb db, Revision revision, Decision? decision, CancellationToken ct)
    {
        var site = await db.Sites.AsNoTracking().Where(s => s.Id == revision.Site).Select(s => s.Slug).FirstAsync(ct);
        // What an import adds in the same save is not in the database yet: the tracked ones count first.
        var category = revision.Content.Category is not { } shelf ? null : db.Categories.Local.FirstOrDefault(c => c.Id == shelf)
            ?? await db.Categories.AsNoTracking().FirstOrDefaultAsync(c => c.Id == shelf, ct);
        var ids = revision.Content.Bylines;
        var bylines = db.Bylines.Local.Where(b => ids.Contains(b.Id)).ToDictionary(b => b.Id, b => new PublishedAuthor(b.Slug, b.Name, b.About));
        var others = ids.Where(b => !bylines.ContainsKey(b)).ToArray();
        if (others.Length > 0)
            foreach (var other in await db.Bylines.AsNoTracking().Where(b => others.Contains(b.Id)).ToListAsync(ct)) bylines[other.Id] = new PublishedAuthor(other.Slug, other.Name, other.About);
        var reviewers = decision?.Kind != DecisionKind.Review ? []
            : await db.People.AsNoTracking().Where(p => p.Id == decision.DecidedBy).Select(p => p.Name).ToListAsync(ct);
        return new PublishedFacts(site, category?.Slug, category?.Name, [.. ids.Where(bylines.ContainsKey).Select(b => bylines[b])], reviewers);
    }
}
