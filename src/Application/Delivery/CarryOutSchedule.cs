using Microsoft.EntityFrameworkCore;
using QuestCms.Application.Common;
using QuestCms.Domain.Common;
using QuestCms.Domain.Delivery;
using QuestCms.Domain.Identity;

namespace QuestCms.Application.Delivery;

/// <summary>
/// Does at its time what was planned, exactly once whoever claims the job: the plan's state and version are in the same save. What can't be done
/// (a broken seal, an archived article) is refused for good and says why to the publishers.
/// </summary>
[Requires(Permission.RunBackgroundWork)]
public sealed record CarryOutSchedule(ScheduledPublicationId Plan) : ICommand;

internal sealed class CarryOutScheduleHandler(IQuestDb db, Publisher publisher, PublishedPictures pictures, EventOutbox outbox, TimeProvider clock) : ICommandHandler<CarryOutSchedule>
{
    public async Task<Result> Handle(CarryOutSchedule command, CancellationToken ct)
    {
        var plan = await db.ScheduledPublications.FirstOrDefaultAsync(s => s.Id == command.Plan, ct);
        if (plan is null || plan.State != ScheduleState.Waiting) return Result.Done; // cancelled, or another process was first
        var article = await db.Articles.FirstAsync(a => a.Id == plan.Article, ct);

        var now = clock.GetUtcNow();
        var outcome = plan.Action == ScheduledAction.Unpublish ? await Unpublication.PrepareAsync(db, pictures, outbox, article, null, now, ct)
            : article.LiveRevision == plan.Revision ? Result.Done
            : await publisher.PublishAsync(article, plan.Revision!.Value, null, now, ct);
        if (outcome.Error is { Kind: ErrorKind.Unavailable } soon) return soon; // a picture is still being made ready: tried again in a moment
        if (outcome.Error is { } refusal) plan.Refuse(refusal.Message);
        else plan.Complete();
        article.NoteSchedule(null);
        await db.SaveChangesAsync(ct);
        return Result.Done;
    }
}
