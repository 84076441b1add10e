using QuestCms.Domain.Common;

namespace QuestCms.Domain.Sites;

/// <summary>One public site that reads from the hub.</summary>
public sealed class Site : AggregateRoot
{
    public const int MaxName = 100;
    public const int MaxSlug = 40;
    public const int MaxStrapline = 300;

    private Site() { }

    public SiteId Id { get; private set; }
    /// <summary>In addresses: lower-case letters, digits and hyphens; unique in the house; never changes.</summary>
    public string Slug { get; private set; } = "";
    public string Name { get; private set; } = "";
    /// <summary>One sentence for the site's home page and its feeds.</summary>
    public string Strapline { get; private set; } = "";
    /// <summary>BCP 47, the language of its articles.</summary>
    public string Locale { get; private set; } = "en";
    /// <summary>Published articles may be read without a key.</summary>
    public bool AnonymousReading { get; private set; } = true;
    /// <summary>Which pages of other hosts may read the API with a script, as "https://www.example.org"; none named: any, where reading is anonymous, and otherwise none.</summary>
    public string[] Origins { get; private set; } = [];
    /// <summary>A CDN stands before the site that is purged by cache tags: it may keep answers for minutes.</summary>
    public bool HasTaggedCdn { get; private set; }
    public DateTimeOffset CreatedAt { get; private set; }

    public static Site Found(SiteId id, string slug, string name, string strapline, string locale, DateTimeOffset now)
    {
        var site = new Site { Id = id, Slug = slug, Name = name.Trim(), Strapline = strapline.Trim(), Locale = locale, CreatedAt = now };
        site.Raise(new SiteFounded(id, slug, site.Name));
        return site;
    }
}

public sealed record SiteFounded(SiteId Site, string Slug, string Name) : DomainEvent(Site.Value, Site.Value);
