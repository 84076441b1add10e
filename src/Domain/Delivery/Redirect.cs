using QuestCms.Domain.Common;
using QuestCms.Domain.Content;
using QuestCms.Domain.Sites;

namespace QuestCms.Domain.Delivery;

/// <summary>
/// An address of a public site that leads on for good (301) where nothing else stands: by hand to an article or elsewhere, or by itself from the former address of a category or a byline.
/// It leads in one step: never to another redirect, never back to itself.
/// </summary>
public sealed class Redirect : AggregateRoot
{
    public const int MaxFrom = 200;
    public const int MaxUrl = 1_000;

    private Redirect() { }

    public SiteId Site { get; private set; }
    /// <summary>What stands behind the site in the address, without slashes at its ends: <c>old/page</c>.</summary>
    public string From { get; private set; } = "";
    /// <summary>The article it leads to, under whatever address that has.</summary>
    public ArticleId? Article { get; private set; }
    /// <summary>The https address it leads to.</summary>
    public string? Url { get; private set; }
    /// <summary>An address of this site it leads to: that of a shelf; and of a <see cref="Url"/> the part behind the site, if it may be one of this site's.</summary>
    public string? Path { get; private set; }
    /// <summary>Made by the house when a category or byline got another address.</summary>
    public bool IsAutomatic { get; private set; }
    public DateTimeOffset AddedAt { get; private set; }

    public static Redirect ToArticle(SiteId site, string from, ArticleId article, string title, DateTimeOffset now) => Add(new() { Site = site, From = from, Article = article, AddedAt = now }, title);

    /// <param name="path">Of the address, where it may be one of this site's own.</param>
    public static Redirect ToUrl(SiteId site, string from, Uri url, string? path, DateTimeOffset now) => Add(new() { Site = site, From = from, Url = url.AbsoluteUri, Path = path, AddedAt = now }, url.AbsoluteUri);

    /// <summary>The former address of a shelf; nobody asked for it, so nothing is told of it.</summary>
    public static Redirect OfShelf(SiteId site, string from, string path, DateTimeOffset now) => new() { Site = site, From = from, Path = path, IsAutomatic = true, AddedAt = now };

    /// <summary>The shelf moved once more.</summary>
    public void LeadTo(string path)
    {
        Path = path;
        Changed();
    }

    public void Remove()
    {
        Changed();
        Raise(new RedirectRemoved(Site, From));
    }

    private static Redirect Add(Redirect redirect, string to)
    {
        redirect.Raise(new RedirectAdded(redirect.Site, redirect.From, to));
        return redirect;
    }
}

public sealed record RedirectAdded(SiteId Site, string From, string To) : DomainEvent(Site.Value, Site.Value);
public sealed record RedirectRemoved(SiteId Site, string From) : DomainEvent(Site.Value, Site.Value);
