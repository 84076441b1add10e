using QuestCms.Application.Common;

namespace QuestCms.Infrastructure.Neon.Work;

internal sealed class JobQueue(QuestDb db, TimeProvider clock, JobBell bell) : IJobQueue
{
    public void Enqueue(JobKind kind, Guid subject, DateTimeOffset runAt)
    {
        var now = clock.GetUtcNow();
        db.Jobs.Add(Job.For(Guid.CreateVersion7(now), kind, subject, runAt));
        db.SavedChanges += (_, _) => bell.Ring();
    }
}
