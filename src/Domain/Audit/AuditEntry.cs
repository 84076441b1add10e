using QuestCms.Domain.Common;
using QuestCms.Domain.Identity;

namespace QuestCms.Domain.Audit;

/// <summary>One line of the trail: who did what to which thing, when. Written with the change itself, for every domain event; never changed.</summary>
public sealed class AuditEntry
{
    private AuditEntry() { }

    public AuditEntryId Id { get; private set; }
    public DateTimeOffset At { get; private set; }
    public ActorKind ActorKind { get; private set; }
    public Guid? ActorId { get; private set; }
    public string ActorName { get; private set; } = "";
    /// <summary>Null for the house.</summary>
    public Guid? Site { get; private set; }
    /// <summary>The event's name, as <c>ArticlePublished</c>.</summary>
    public string What { get; private set; } = "";
    public Guid About { get; private set; }
    /// <summary>The event's values as JSON: ids, numbers, names of states; no article text.</summary>
    public string Details { get; private set; } = "{}";

    /// <summary>One of the category that who looks after the safety of the house reads.</summary>
    public bool IsSecurity { get; private set; }

    public static AuditEntry Of(DomainEvent happened, string details, Actor actor, DateTimeOffset now) => new()
    {
        Id = AuditEntryId.New(now),
        At = now,
        ActorKind = actor.Kind,
        ActorId = actor.Id,
        ActorName = actor.Name,
        Site = happened.InSite,
        What = happened.GetType().Name,
        About = happened.About,
        Details = details,
        IsSecurity = happened is ISecurityEvent,
    };
}
