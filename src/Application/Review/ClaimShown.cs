using Microsoft.EntityFrameworkCore;
using QuestCms.Application.Common;
using QuestCms.Domain.Content;
using QuestCms.Domain.Review;

namespace QuestCms.Application.Review;

/// <summary>A claim as a person looks at it.</summary>
/// <param name="Sentence">Without its markup.</param>
/// <param name="Before">The sentence it came of by a change; null when it is new.</param>
/// <param name="IsOpen">Not verified, not right, or over.</param>
/// <param name="Suggested">The day it would hold until, verified today, by the site's terms; null for as long as it stands.</param>
public sealed record ClaimShown(ClaimId Id, int Version, ArticleId Article, string Key, string Sentence, IReadOnlyList<string> Links, IReadOnlyList<ClaimKind> Kinds, bool ByRules, bool ByClaude, DateTimeOffset FoundAt, string? Before,
    ClaimState State, bool IsOpen, bool HasExpired, string Source, string? SourceBy, string? CheckedBy, DateTimeOffset? CheckedAt, DateOnly? HoldsUntil, string Why, DateOnly? Suggested)
{
    internal static async Task<IReadOnlyList<ClaimShown>> ReadAsync(IQuestDb db, IQueryable<Claim> claims, ClaimTerms terms, DateOnly today, CancellationToken ct)
    {
        var rows = await claims.ToListAsync(ct);
        var people = rows.SelectMany(c => new[] { c.SourceBy, c.CheckedBy }).OfType<Domain.Identity.PersonId>().Distinct().ToList();
        var names = people.Count == 0 ? [] : await db.People.AsNoTracking().Where(p => people.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Name, ct);
        var earlier = rows.Select(c => c.Predecessor).OfType<ClaimId>().ToList();
        var before = earlier.Count == 0 ? [] : await db.Claims.AsNoTracking().Where(c => earlier.Contains(c.Id)).ToDictionaryAsync(c => c.Id, c => c.Sentence, ct);
        return [.. rows.Select(c => new ClaimShown(c.Id, c.Version, c.Article, c.Key, ClaimText.Shown(c.Sentence), ClaimText.LinksOf(c.Sentence), c.Kinds, c.FoundByRules, c.FoundIn is not null, c.FoundAt,
            c.Predecessor is { } p ? ClaimText.Shown(before[p]) : null, c.State, c.IsOpenOn(today), c.HasExpiredOn(today), c.Source, c.SourceBy is { } s ? names[s] : null, c.CheckedBy is { } by ? names[by] : null,
            c.CheckedAt, c.HoldsUntil, c.Why, terms.HoldsUntil(c.Kinds, today)))];
    }
}
