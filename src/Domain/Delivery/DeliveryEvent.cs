using QuestCms.Domain.Content;
using QuestCms.Domain.Media;
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
    public const string Archived = "article.archived";
    public const string Deleted = "article.deleted";
    public const string SlugChanged = "article.slug_changed";
    /// <summary>Reserved: nothing tells it yet.</summary>
    public const string Corrected = "article.corrected";
    public const string MediaUpdated = "media.updated";
    public const string SiteUpdated = "site.updated";
    /// <summary>Sent to one webhook by its test button; never stands in the log.</summary>
    public const string EndpointTest = "endpoint.test";

    private DeliveryEvent() { }

    public DeliveryEventId Id { get; private set; }
    public SiteId Site { get; private set; }
    /// <summary>Null when it is not about an article.</summary>
    public ArticleId? Article { get; private set; }
    /// <summary>Null when it is not about a picture.</summary>
    public AssetId? Asset { get; private set; }
    /// <summary>The log's epoch it was told in; taken by the database with the sequence.</summary>
    public string Epoch { get; private set; } = "";
    /// <summary>Null until COMMIT; rises by one per site.</summary>
    public long? Sequence { get; private set; }
    public string Type { get; private set; } = "";
    /// <summary>The article's last part of the address; empty when it is not about an article.</summary>
    public string Slug { get; private set; } = "";
    public string? PreviousSlug { get; private set; }
    public string Locale { get; private set; } = "";
    /// <summary>Which publication of this article it was, counted from 1; 0 when it is not about an article.</summary>
    public int Version { get; private set; }
    public DateTimeOffset At { get; private set; }
    /// <summary>Names of the published JSON's fields that differ from what readers saw before; empty when they saw nothing before, or see nothing now.</summary>
    public string[] ChangedFields { get; private set; } = [];
    /// <summary>What a cache in front of the site drops: the tags of what was seen before and of what is seen now.</summary>
    public string[] CacheTags { get; private set; } = [];

    /// <summary>Of an article that readers see, or saw until now.</summary>
    public static DeliveryEvent Tell(string type, PublishedArticle article, string? previousSlug, DateTimeOffset now, string[]? changedFields = null, string[]? cacheTags = null) => new()
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
        ChangedFields = changedFields ?? [],
        CacheTags = cacheTags ?? [],
    };

    /// <summary>Of an article that readers saw once: as the last event told of it.</summary>
    public static DeliveryEvent Tell(string type, DeliveryEvent last, DateTimeOffset now) => new()
    {
        Id = DeliveryEventId.New(now),
        Site = last.Site,
        Article = last.Article,
        Type = type,
        Slug = last.Slug,
        Locale = last.Locale,
        Version = last.Version,
        At = now,
        CacheTags = last.CacheTags,
    };

    /// <summary>A picture that published articles show is another from now on, or is told of in other words.</summary>
    public static DeliveryEvent TellMedia(SiteId site, AssetId asset, string[] changedFields, string[] cacheTags, DateTimeOffset now) => new()
    {
        Id = DeliveryEventId.New(now),
        Site = site,
        Asset = asset,
        Type = MediaUpdated,
        At = now,
        ChangedFields = changedFields,
        CacheTags = cacheTags,
    };

    /// <summary>The site itself is called, or is read, otherwise from now on.</summary>
    public static DeliveryEvent TellSite(PublishedSite site, string[] changedFields, DateTimeOffset now) => new()
    {
        Id = DeliveryEventId.New(now),
        Site = site.Id,
        Type = SiteUpdated,
        Locale = site.Locale,
        At = now,
        ChangedFields = changedFields,
        CacheTags = [$"site:{site.Slug}"],
    };
}
