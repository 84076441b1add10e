using QuestCms.Application.Common;

namespace QuestCms.Infrastructure.Neon.Work;

internal sealed class JobQueue(QuestDb db, Acting acting, TimeProvider clock, JobBell bell) : IJobQueue
{
    public void Enqueue(JobKind kind, Guid subject, DateTimeOffset runAt, Guid? lane = null)
    {
        var now = clock.GetUtcNow();
        db.Jobs.Add(Job.For(Guid.CreateVersion7(now), kind, subject, runAt, lane));
        db.SavedChanges += (_, _) => bell.Ring();
    }

    public async Task AgainAsync(JobKind kind, Guid subject, DateTimeOffset runAt, CancellationToken ct, Guid? lane = null)
    {
        // A worker acts under its job's id.
        if (acting.Operation is { } current && await db.Jobs.FindAsync([current], ct) is { } job) db.Jobs.Remove(job);
        Enqueue(kind, subject, runAt, lane);
    }
}
