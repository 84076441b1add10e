namespace QuestCms.Domain.Watch;

/// <summary>What somebody must know of.</summary>
public enum AlertKind { DatabaseAway, ClaudeOpen, ReplicateOpen, JobsOverdue, MemoryHigh, MemoryVeryHigh, Faults, SealMismatch }

/// <summary>What one process sees of the house in a moment.</summary>
/// <param name="IsClaudeResting">Its circuit is not closed.</param>
/// <param name="OldestOverdue">How long the oldest job that is due waits.</param>
/// <param name="MemoryShare">Of the container's limit, 0 to 1; null where nothing limits it.</param>
/// <param name="Requests">Of the last five minutes.</param>
/// <param name="Faults">Of these, how many were answered with 5xx.</param>
/// <param name="IsSealBroken">A revision was refused within the hour because it is not what was approved.</param>
public sealed record HouseSight(bool IsClaudeResting, bool IsReplicateResting, TimeSpan OldestOverdue, double? MemoryShare, long Requests, long Faults, bool IsSealBroken);

/// <summary>From when on a sight is an alert.</summary>
public static class AlertRules
{
    /// <summary>Fewer say nothing of a share.</summary>
    public const int LeastRequests = 100;

    public static readonly TimeSpan LongOverdue = TimeSpan.FromMinutes(10);

    /// <summary>What is gone for so long is over; a process that says nothing for so long is gone.</summary>
    public static readonly TimeSpan Calm = TimeSpan.FromMinutes(5);

    public static IEnumerable<AlertKind> Of(HouseSight sight)
    {
        if (sight.IsClaudeResting) yield return AlertKind.ClaudeOpen;
        if (sight.IsReplicateResting) yield return AlertKind.ReplicateOpen;
        if (sight.OldestOverdue > LongOverdue) yield return AlertKind.JobsOverdue;
        if (sight.MemoryShare > 0.7) yield return AlertKind.MemoryHigh;
        if (sight.MemoryShare > 0.8) yield return AlertKind.MemoryVeryHigh;
        if (sight.Requests >= LeastRequests && sight.Faults > sight.Requests * 0.01) yield return AlertKind.Faults;
        if (sight.IsSealBroken) yield return AlertKind.SealMismatch;
    }

    /// <summary>How long it must be seen before it is said.</summary>
    public static TimeSpan Patience(AlertKind kind) => kind is AlertKind.DatabaseAway or AlertKind.ClaudeOpen or AlertKind.ReplicateOpen ? TimeSpan.FromMinutes(5) : TimeSpan.Zero;

    /// <summary>What is said when it begins and when it is over; the first is the subject of a mail too.</summary>
    public static string Says(AlertKind kind, bool isOver) => (kind, isOver) switch
    {
        (AlertKind.DatabaseAway, false) => "The database has not answered for 5 minutes. Published pages are served from memory; nothing can be stored.",
        (AlertKind.DatabaseAway, true) => "The database answers again.",
        (AlertKind.ClaudeOpen, false) => "Claude has not answered for 5 minutes. Writing goes on without it.",
        (AlertKind.ClaudeOpen, true) => "Claude answers again.",
        (AlertKind.ReplicateOpen, false) => "Replicate has not answered for 5 minutes. House covers stand in for painted ones.",
        (AlertKind.ReplicateOpen, true) => "Replicate answers again.",
        (AlertKind.JobsOverdue, false) => "A job has been due for more than 10 minutes: planned publications, webhooks or mails are late.",
        (AlertKind.JobsOverdue, true) => "No job is late any more.",
        (AlertKind.MemoryHigh, false) => "A process uses more than 70 % of the memory it may have.",
        (AlertKind.MemoryHigh, true) => "Memory is below 70 % of its limit again.",
        (AlertKind.MemoryVeryHigh, false) => "A process uses more than 80 % of the memory it may have: it may soon be ended.",
        (AlertKind.MemoryVeryHigh, true) => "Memory is below 80 % of its limit again.",
        (AlertKind.Faults, false) => "More than 1 % of the requests of the last 5 minutes failed (5xx).",
        (AlertKind.Faults, true) => "Requests no longer fail.",
        (AlertKind.SealMismatch, false) => "A revision is not what was approved: its seal does not match. It was not published. Look at the audit trail, security only.",
        (AlertKind.SealMismatch, true) => "No further seal was found broken within an hour.",
        _ => kind.ToString(),
    };
}
