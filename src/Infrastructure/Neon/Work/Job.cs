using QuestCms.Application.Common;

namespace QuestCms.Infrastructure.Neon.Work;

internal enum JobState { Waiting, Leased, Done, Dead }

/// <summary>When something is to be done; what it is and how it ended stands in the subject's own row.</summary>
internal sealed class Job
{
    public Guid Id { get; private set; }
    public JobKind Kind { get; private set; }
    public Guid Subject { get; private set; }
    public JobState State { get; private set; }
    public DateTimeOffset RunAt { get; private set; }
    /// <summary>Jobs of one lane are carried out one after another.</summary>
    public Guid? Lane { get; private set; }
    public int Attempts { get; private set; }
    public Guid? LeaseOwner { get; private set; }
    public DateTimeOffset? LeaseUntil { get; private set; }

    public static Job For(Guid id, JobKind kind, Guid subject, DateTimeOffset runAt, Guid? lane = null) => new() { Id = id, Kind = kind, Subject = subject, RunAt = runAt, Lane = lane };
}
