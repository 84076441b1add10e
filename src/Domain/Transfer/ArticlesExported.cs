using QuestCms.Domain.Common;
using QuestCms.Domain.Sites;

namespace QuestCms.Domain.Transfer;

/// <summary>Somebody took the articles of a site away as files.</summary>
public sealed record ArticlesExported(SiteId Site) : DomainEvent(Site.Value, Site.Value), ISecurityEvent;
