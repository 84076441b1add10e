using QuestCms.Domain.Content;
using QuestCms.Domain.Sites;

namespace QuestCms.Domain.Delivery;

/// <summary>
/// One line of a site's event log, written with the change it tells of. Its sequence is taken by the database inside COMMIT (a deferred trigger
/// under the site counter's lock), so order of sequence is order of commit and an event is visible only when every smaller one is.
/// </summary>
public sealed class DeliveryEvent
{
    public const string Published = "article.published";
    public const string Updated = "article.updated";
    public const string Unpublished = "article.unpublished";
    public const string SlugChanged = "article.slug_changed";

    private DeliveryEvent() { }

    public DeliveryEventId Id { get; private set; }
    public SiteId Site { get; private set; }
    public ArticleId Article { get; private set; }
    /// <summary>Null until COMMIT; rises by one per site.</summary>
    public long? Sequence { get; private set; }
    public string Type { get; private set; } = "";
    public string Slug { get; private set; } = "";
    public string? PreviousSlug { get; private set; }
    public string Locale { get; private set; } = "";
    /// <summary>Which publication of this article it was, counted from 1.</summary>
    public int Version { get; private set; }
    public DateTimeOffset At { get; private set; }

    public static DeliveryEvent Tell(string type, PublishedArticle article, string? previousSlug, DateTimeOffset now) => new()
    {
        Id = DeliveryEventId.New(now),
        Site = article.Site,
        Article = article.Article,
        Type = type,
        Slug = article.Slug,
        PreviousSlug = previousSlug,
        Locale = article.Locale,
        Version = article.Version,
        At = now,
    };
}
