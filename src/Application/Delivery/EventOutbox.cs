using QuestCms.Application.Common;
using QuestCms.Domain.Delivery;

namespace QuestCms.Application.Delivery;

/// <summary>The one way an event enters a site's log: into the same save as the change it tells of. It saves nothing itself.</summary>
internal sealed class EventOutbox(IQuestDb db)
{
    /// <param name="told">Several of one save are added in the order of their ids, which rise with their instants: that is the order of their sequences.</param>
    public Task AddAsync(DeliveryEvent told, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        db.DeliveryEvents.Add(told);
        return Task.CompletedTask;
    }
}
