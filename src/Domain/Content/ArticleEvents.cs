using QuestCms.Domain.Common;
using QuestCms.Domain.Identity;
using QuestCms.Domain.Sites;

namespace QuestCms.Domain.Content;

public sealed record ArticleDrafted(ArticleId Article, SiteId Site, PersonId By) : DomainEvent(Article.Value, Site.Value);
/// <summary>By an agent; a person's is <see cref="ArticleDrafted"/>.</summary>
public sealed record ArticleBegun(ArticleId Article, SiteId Site, SiteKeyId Agent) : DomainEvent(Article.Value, Site.Value);
/// <summary>By null: a program did it, and the audit trail names it; so in the events below.</summary>
public sealed record RevisionFrozen(ArticleId Article, SiteId Site, int Revision, string Occasion, PersonId? By) : DomainEvent(Article.Value, Site.Value);
public sealed record RevisionRestored(ArticleId Article, SiteId Site, int Revision, PersonId By) : DomainEvent(Article.Value, Site.Value);
public sealed record ArticleSubmittedForReview(ArticleId Article, SiteId Site, int Revision, PersonId? By) : DomainEvent(Article.Value, Site.Value);
public sealed record ArticleWithdrawnFromReview(ArticleId Article, SiteId Site, PersonId? By) : DomainEvent(Article.Value, Site.Value);
public sealed record ArticleArchived(ArticleId Article, SiteId Site, PersonId? By) : DomainEvent(Article.Value, Site.Value);
public sealed record ArticleTakenFromArchive(ArticleId Article, SiteId Site, PersonId? By) : DomainEvent(Article.Value, Site.Value);
public sealed record ArticleBinned(ArticleId Article, SiteId Site, PersonId? By) : DomainEvent(Article.Value, Site.Value);
public sealed record ArticleTakenFromBin(ArticleId Article, SiteId Site, PersonId? By) : DomainEvent(Article.Value, Site.Value);
/// <summary>By null: its time in the bin was over. The title is the last that is known of it.</summary>
public sealed record ArticleDeleted(ArticleId Article, SiteId Site, string Title, PersonId? By) : DomainEvent(Article.Value, Site.Value);
/// <summary>By null: a schedule's time came.</summary>
public sealed record ArticlePublished(ArticleId Article, SiteId Site, int Revision, PersonId? By) : DomainEvent(Article.Value, Site.Value);
public sealed record ArticleUnpublished(ArticleId Article, SiteId Site, PersonId? By) : DomainEvent(Article.Value, Site.Value);
