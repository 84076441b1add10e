using QuestCms.Domain.Common;
using QuestCms.Domain.Content;
using QuestCms.Domain.Identity;
using QuestCms.Domain.Sites;

namespace QuestCms.Domain.Delivery;

public sealed record PublicationScheduled(SiteId Site, ArticleId Article, string Action, int? Revision, DateTimeOffset At, PersonId? By) : DomainEvent(Article.Value, Site.Value);
public sealed record ScheduleCancelled(SiteId Site, ArticleId Article, PersonId? By) : DomainEvent(Article.Value, Site.Value);
public sealed record ScheduleRefused(SiteId Site, ArticleId Article, string Say) : DomainEvent(Article.Value, Site.Value);

/// <summary>A revision was refused: it is not what was approved.</summary>
public sealed record SealMismatched(SiteId Site, ArticleId Article, int Revision) : DomainEvent(Article.Value, Site.Value), ISecurityEvent;
