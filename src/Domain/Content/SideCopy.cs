using QuestCms.Domain.Common;
using QuestCms.Domain.Identity;
using QuestCms.Domain.Sites;

namespace QuestCms.Domain.Content;

/// <summary>What a person typed on a version that was no longer the newest: kept until that person decides what becomes of it. One per person and article.</summary>
public sealed class SideCopy : AggregateRoot
{
    private SideCopy() { }

    public SideCopyId Id { get; private set; }
    public ArticleId Article { get; private set; }
    public SiteId Site { get; private set; }
    public PersonId Person { get; private set; }
    /// <summary>The working version it was typed on.</summary>
    public int BasedOnVersion { get; private set; }
    public ArticleContent Content { get; private set; } = new();
    public DateTimeOffset KeptAt { get; private set; }

    public static SideCopy Keep(SideCopyId id, Article article, PersonId person, int basedOnVersion, ArticleContent content, DateTimeOffset now) =>
        new() { Id = id, Article = article.Id, Site = article.Site, Person = person, BasedOnVersion = basedOnVersion, Content = content, KeptAt = now };

    /// <summary>The person typed on: the newer text takes the older one's place.</summary>
    public void Replace(ArticleContent content, int basedOnVersion, DateTimeOffset now)
    {
        Content = content;
        BasedOnVersion = basedOnVersion;
        KeptAt = now;
        Changed();
    }
}
