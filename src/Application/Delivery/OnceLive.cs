using Microsoft.EntityFrameworkCore;
using QuestCms.Application.Common;
using QuestCms.Domain.Content;
using QuestCms.Domain.Delivery;

namespace QuestCms.Application.Delivery;

/// <summary>Tells what became of an article that readers saw once and see no longer. Of one that they never saw nothing is told.</summary>
internal static class OnceLive
{
    public static async Task TellAsync(IQuestDb db, EventOutbox outbox, string type, ArticleId article, DateTimeOffset now, CancellationToken ct)
    {
        var last = await db.DeliveryEvents.AsNoTracking().Where(e => e.Article == article).OrderByDescending(e => e.Sequence).FirstOrDefaultAsync(ct);
        if (last is not null) await outbox.AddAsync(DeliveryEvent.Tell(type, last, now), ct);
    }
}
