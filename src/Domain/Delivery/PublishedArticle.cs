using QuestCms.Domain.Content;
using QuestCms.Domain.Sites;

namespace QuestCms.Domain.Delivery;

/// <summary>
/// What readers see of an article: rendered, serialised and hashed once, at publishing. Delivery reads this row and nothing else; a draft can't
/// leak because it is not here.
/// </summary>
public sealed class PublishedArticle
{
    private PublishedArticle() { }

    public ArticleId Article { get; private set; }
    public SiteId Site { get; private set; }
    public string Slug { get; private set; } = "";
    public string Locale { get; private set; } = "";
    /// <summary>Which publication this is, counted from 1.</summary>
    public int Version { get; private set; }
    public int Revision { get; private set; }
    public DateTimeOffset PublishedAt { get; private set; }
    public DateTimeOffset UpdatedAt { get; private set; }
    public Publication Shown { get; private set; } = new();

    /// <summary>The first publication, or the first after an unpublication (<paramref name="firstPublishedAt"/> is kept).</summary>
    public static PublishedArticle First(ArticleId article, SiteId site, string locale, int version, DateTimeOffset firstPublishedAt) =>
        new() { Article = article, Site = site, Locale = locale, Version = version, PublishedAt = firstPublishedAt };

    /// <summary>Shows another revision from now on. The former slug, when it changed, is the answer.</summary>
    public string? Show(string slug, int revision, Publication publication, DateTimeOffset now)
    {
        var former = Slug.Length > 0 && Slug != slug ? Slug : null;
        (Slug, Revision, Shown, UpdatedAt) = (slug, revision, publication, now);
        return former;
    }

    /// <summary>Counts a publication after the first.</summary>
    public void CountAnother() => Version++;
}

/// <summary>The ready parts of a published article. Bytes are UTF-8; tags are entity tags without quotes.</summary>
public sealed record Publication
{
    public string Title { get; init; } = "";
    public string Summary { get; init; } = "";
    public string Kind { get; init; } = "";
    public string? CategorySlug { get; init; }
    public string? CategoryName { get; init; }
    public string[] Tags { get; init; } = [];
    public string[] AuthorSlugs { get; init; } = [];
    /// <summary>Names of the authors, in the order of their slugs; so are <see cref="AuthorAbouts"/>.</summary>
    public string[] AuthorNames { get; init; } = [];
    public string[] AuthorAbouts { get; init; } = [];
    /// <summary>What the reviewer gave; null for a takeover.</summary>
    public int? Score { get; init; }
    /// <summary>The body as it was written.</summary>
    public string Markdown { get; init; } = "";
    /// <summary>The rendered body.</summary>
    public string Html { get; init; } = "";
    /// <summary>The body without markup, for search and snippets.</summary>
    public string Text { get; init; } = "";
    /// <summary>The article as the API answers it, with the body as HTML.</summary>
    public string Json { get; init; } = "";
    /// <summary>The article as a list answers it, without the body.</summary>
    public string ListJson { get; init; } = "";
    /// <summary>Its pictures as the API answers them, the cover first.</summary>
    public string MediaJson { get; init; } = "[]";
    public string JsonTag { get; init; } = "";
    /// <summary><see cref="Json"/> as brotli and as gzip, each with the tag of its own bytes; null where it was published before there were such.</summary>
    public byte[]? JsonBrotli { get; init; }
    public string? JsonBrotliTag { get; init; }
    public byte[]? JsonGzip { get; init; }
    public string? JsonGzipTag { get; init; }
    /// <summary>By which a CDN finds what to purge, parted by commas.</summary>
    public string CacheTags { get; init; } = "";
    public string PageTag { get; init; } = "";
    public byte[] Seal { get; init; } = [];
    public byte[] HtmlHash { get; init; } = [];
    public int RendererVersion { get; init; }
}

/// <summary>An address that was an article's and is no longer; it redirects until another article takes it.</summary>
public sealed class FormerSlug
{
    private FormerSlug() { }

    public SiteId Site { get; private set; }
    public string Slug { get; private set; } = "";
    public ArticleId Article { get; private set; }
    /// <summary>What readers are sent to once the article is gone; null when nothing stands in for it.</summary>
    public ArticleId? Replacement { get; private set; }

    /// <summary>The article is gone, and another one stands in for it; null: none does.</summary>
    public void LeadTo(ArticleId? other) => Replacement = other;

    public static FormerSlug Of(SiteId site, string slug, ArticleId article) => new() { Site = site, Slug = slug, Article = article };
}

/// <summary>What delivery needs to know of a site; kept in its schema so that it reads no other.</summary>
public sealed class PublishedSite
{
    private PublishedSite() { }

    public SiteId Id { get; private set; }
    public string Slug { get; private set; } = "";
    public string Name { get; private set; } = "";
    public string Strapline { get; private set; } = "";
    public string Locale { get; private set; } = "";
    public bool AnonymousReading { get; private set; }
    public string[] Origins { get; private set; } = [];
    public bool HasTaggedCdn { get; private set; }
    /// <summary>The site's newest event sequence; moved by the database alone.</summary>
    public long LastSequence { get; private set; }
    /// <summary>The epoch of the event log, drawn by the database: another one after a restore.</summary>
    public string Epoch { get; private set; } = "";
    /// <summary>Events up to this sequence can't be read on from any more: they were swept away, or are of an earlier epoch. Moved by the database alone.</summary>
    public long KeptAfter { get; private set; }

    /// <summary>How it is called and read from now on.</summary>
    public void Show(string name, string strapline, string locale, bool anonymousReading, string[] origins, bool hasTaggedCdn) =>
        (Name, Strapline, Locale, AnonymousReading, Origins, HasTaggedCdn) = (name, strapline, locale, anonymousReading, origins, hasTaggedCdn);

    public static PublishedSite Of(SiteId id, string slug, string name, string strapline, string locale, bool anonymousReading, string[] origins, bool hasTaggedCdn) =>
        new() { Id = id, Slug = slug, Name = name, Strapline = strapline, Locale = locale, AnonymousReading = anonymousReading, Origins = origins, HasTaggedCdn = hasTaggedCdn };
}
