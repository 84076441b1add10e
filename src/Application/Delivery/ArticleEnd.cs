using QuestCms.Application.Common;
using QuestCms.Domain.Common;
using QuestCms.Domain.Content;
using QuestCms.Domain.Delivery;
using QuestCms.Domain.Identity;

namespace QuestCms.Application.Delivery;

/// <summary>
/// Deletes an article for ever, for a person and for the end of its time in the bin alike: its words go, its title stays for the trail, readers of what was live once go on hearing that
/// it is gone, sites are told. It saves nothing itself; the job removes what is long.
/// </summary>
internal sealed class ArticleEnd(IQuestDb db, EventOutbox outbox, IJobQueue jobs)
{
    /// <param name="by">Null when its time was over.</param>
    public async Task<Result> PrepareAsync(Article article, PersonId? by, DateTimeOffset now, CancellationToken ct)
    {
        if (article.DeleteForEver(by, now).Error is { } refusal) return refusal;
        jobs.Enqueue(JobKind.EraseArticle, article.Id.Value, now);
        if (article.FirstPublishedAt is not null) await OnceLive.TellAsync(db, outbox, DeliveryEvent.Deleted, article.Id, now, ct);
        return Result.Done;
    }
}
