using Microsoft.EntityFrameworkCore;
using QuestCms.Application.Common;
using QuestCms.Application.Delivery;
using QuestCms.Domain.Common;
using QuestCms.Domain.Content;
using QuestCms.Domain.Review;

namespace QuestCms.Application.Transfer;

/// <summary>
/// An administrator answers for what was public elsewhere: a sealed decision of that kind, without score and review, and the article live under its own date.
/// It saves nothing itself.
/// </summary>
internal sealed class Takeover(IQuestDb db, Acting acting, Publisher publisher, PublishedPictures pictures, EventOutbox outbox)
{
    /// <param name="fresh">The revision frozen in this scope; null for the newest stored one.</param>
    public async Task<Result> PublishAsync(Article article, Revision? fresh, ReadPost post, DateTimeOffset now, CancellationToken ct)
    {
        var revision = fresh ?? await db.Revisions.AsNoTracking().FirstAsync(r => r.Article == article.Id && r.Number == article.LastRevision, ct);
        var decision = Decision.TakeOver(DecisionId.New(now), article.Id, article.Site, revision.Number, post.Came is null ? "markdown: " + post.Path : post.Path,
            new Seal(CanonicalForm.Hash(revision), CanonicalForm.Version), acting.Me, now);
        db.Decisions.Add(decision);
        article.TakeOver(revision.Number);
        // A date to come would show readers a piece from the future.
        var first = post.Date is { } date && date < now ? date : now;
        return await publisher.PublishAsync(article, revision, decision, acting.Me, now, ct, first);
    }

    /// <summary>What the other system put out of the way goes out of the way here, and from readers first if they see it.</summary>
    public async Task<Result> ArchiveAsync(Article article, DateTimeOffset now, CancellationToken ct)
    {
        if (article.LiveRevision is not null && (await Unpublication.PrepareAsync(db, pictures, outbox, article, acting.Me, now, ct)).Error is { } refusal) return refusal;
        return article.Archive(acting.Me, now);
    }
}
