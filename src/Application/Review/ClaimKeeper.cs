using Microsoft.EntityFrameworkCore;
using QuestCms.Application.Common;
using QuestCms.Domain.Ai;
using QuestCms.Domain.Content;
using QuestCms.Domain.Review;
using QuestCms.Domain.Sites;

namespace QuestCms.Application.Review;

/// <summary>
/// Puts what was found in a text together with the claims the article has: the same sentence is the same claim, whoever finds it; a new one remembers the sentence it came of.
/// Used by every use case that lists claims; it saves nothing itself.
/// </summary>
internal sealed class ClaimKeeper(IQuestDb db)
{
    /// <param name="revision">The submitted revision the text is; null for a working copy.</param>
    /// <param name="generation">The request in which they were found; null for the rules.</param>
    public async Task KeepAsync(ArticleId article, SiteId site, string text, int? revision, IReadOnlyList<FoundSentence> found, GenerationId? generation, DateTimeOffset now, CancellationToken ct)
    {
        var known = await db.Claims.Where(c => c.Article == article).OrderByDescending(c => c.FoundAt).ToListAsync(ct);
        var sentences = ClaimText.SentencesOf(text);
        var byKey = known.ToDictionary(c => c.Key, StringComparer.Ordinal);
        var gone = known.Where(c => !sentences.ContainsKey(c.Key) && known.TrueForAll(k => k.Predecessor != c.Id)).ToList();
        foreach (var one in found)
        {
            if (byKey.TryGetValue(ClaimText.KeyOf(one.Sentence), out var claim))
            {
                claim.FindAgain(one.Kinds, generation);
                continue;
            }
            var before = ClaimKinship.PredecessorOf(one.Sentence, gone);
            if (before is not null) gone.Remove(before);
            claim = Claim.Find(ClaimId.New(now), site, article, one, generation, before?.Id, now);
            byKey[claim.Key] = claim;
            db.Claims.Add(claim);
        }
        if (revision is not { } number) return;
        foreach (var claim in byKey.Values.Where(c => sentences.ContainsKey(c.Key))) claim.StandIn(number);
    }

    /// <summary>How many sentences of a revision are open: those listed and not settled, and those the rules find that nobody listed yet.</summary>
    public async Task<int> OpenInAsync(ArticleId article, ArticleContent content, DateOnly today, CancellationToken ct)
    {
        var text = ClaimText.Of(content);
        var sentences = ClaimText.SentencesOf(text);
        var known = (await db.Claims.AsNoTracking().Where(c => c.Article == article).ToListAsync(ct)).Where(c => sentences.ContainsKey(c.Key)).ToDictionary(c => c.Key, StringComparer.Ordinal);
        return known.Values.Count(c => c.IsOpenOn(today)) + ClaimFinder.In(text).Count(f => !known.ContainsKey(ClaimText.KeyOf(f.Sentence)));
    }
}
