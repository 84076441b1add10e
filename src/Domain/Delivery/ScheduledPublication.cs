using QuestCms.Domain.Common;
using QuestCms.Domain.Content;
using QuestCms.Domain.Identity;
using QuestCms.Domain.Sites;

namespace QuestCms.Domain.Delivery;

/// <summary>What happens at the time.</summary>
public enum ScheduledAction { Publish, Unpublish }

/// <summary>How a schedule stands.</summary>
public enum ScheduleState { Waiting, Done, Cancelled, Refused }

/// <summary>A sealed revision, a time, publish or unpublish. Editing the article later does not change it. At most one waits per article.</summary>
public sealed class ScheduledPublication : AggregateRoot
{
    private ScheduledPublication() { }

    public ScheduledPublicationId Id { get; private set; }
    public ArticleId Article { get; private set; }
    public SiteId Site { get; private set; }
    public ScheduledAction Action { get; private set; }
    /// <summary>The revision that goes live; null for an unpublication.</summary>
    public int? Revision { get; private set; }
    /// <summary>UTC.</summary>
    public DateTimeOffset At { get; private set; }
    public ScheduleState State { get; private set; }
    /// <summary>Why it was refused at its time, in a sentence.</summary>
    public string? Say { get; private set; }
    /// <summary>Null when a program planned it.</summary>
    public PersonId? PlannedBy { get; private set; }
    /// <summary>The site key of the program that planned it; null when a person did.</summary>
    public SiteKeyId? PlannedByKey { get; private set; }
    public DateTimeOffset PlannedAt { get; private set; }

    public static ScheduledPublication Plan(ScheduledPublicationId id, ArticleId article, SiteId site, ScheduledAction action, int? revision, DateTimeOffset at,
        Who by, DateTimeOffset now)
    {
        var plan = new ScheduledPublication { Id = id, Article = article, Site = site, Action = action, Revision = revision, At = at, PlannedBy = by.Person, PlannedByKey = by.Key, PlannedAt = now };
        plan.Raise(new PublicationScheduled(site, article, action.ToString(), revision, at, by.Person));
        return plan;
    }

    public Result Cancel(Who by)
    {
        if (State != ScheduleState.Waiting) return DeliveryErrors.NotWaiting;
        State = ScheduleState.Cancelled;
        Changed();
        Raise(new ScheduleCancelled(Site, Article, by.Person));
        return Result.Done;
    }

    /// <summary>It was carried out; twice is once.</summary>
    public void Complete()
    {
        if (State != ScheduleState.Waiting) return;
        State = ScheduleState.Done;
        Changed();
    }

    /// <summary>It could not be carried out at its time (a broken seal, an archived article); a person must look.</summary>
    public void Refuse(string say)
    {
        if (State != ScheduleState.Waiting) return;
        (State, Say) = (ScheduleState.Refused, say);
        Changed();
        Raise(new ScheduleRefused(Site, Article, say));
    }
}
